/** The chats of the simulated year: one in every time zone, and mixed ones that travel, rest and have several digests. */
import { createRandom } from '../support/random.ts'

export interface SimulatedSchedule {
  times: string[]
  days: number[]
}

export interface SimulatedChat {
  zone: string
  schedules: SimulatedSchedule[]
  /** Index of the source that it follows. */
  source: number
  /** Moves to another zone, in order. */
  moves: { at: Date; zone: string }[]
  /** A rest from `at` until the local day `until` begins. */
  rest: { at: Date; until: string } | null
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const dayMs = 86_400_000

/** Named zones and every quarter-hour offset in use: about 600. */
function allZones(): string[] {
  const offsets = Array.from({ length: 105 }, (_, index) => {
    const minutes = index * 15 - 12 * 60
    const clock = (value: number) => String(value).padStart(2, '0')
    const size = Math.abs(minutes)
    return `${minutes < 0 ? '-' : '+'}${clock(Math.floor(size / 60))}:${clock(size % 60)}`
  })
  return [...Intl.supportedValuesOf('timeZone'), ...offsets]
}

/** `mixed` chats beside those of every zone; `sources` sources to follow. */
export function createChats(start: Date, mixed: number, sources: number): SimulatedChat[] {
  const random = createRandom(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const zones = allZones()
  const clock = () => `${String(Math.floor(random() * 24)).padStart(2, '0')}:${pick(['00', '30'])}`
  const day = (from: number, to: number) =>
    new Date(
      start.getTime() +
        Math.floor(from + random() * (to - from)) * dayMs +
        Math.floor(random() * 48) * 1_800_000,
    )
  const plain = zones.map(
    (zone, index): SimulatedChat => ({
      zone,
      // Where clocks change they do so between midnight and three: those hours are the ones to watch.
      schedules: [
        { times: [pick(['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '08:00'])], days: everyDay },
      ],
      source: index % sources,
      moves: [],
      rest: null,
    }),
  )
  const others = Array.from({ length: mixed }, (_, index): SimulatedChat => {
    const travels = index % 2 === 0
    const rests = !travels && index % 4 === 1
    const restAt = day(40, 280)
    return {
      zone: pick(zones),
      schedules: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
        times: [...new Set([clock(), ...(random() < 0.4 ? [clock()] : [])])].toSorted(),
        days: pick([everyDay, everyDay, [1, 2, 3, 4, 5], [6, 7], [1 + Math.floor(random() * 7)]]),
      })),
      source: index % sources,
      moves: travels
        ? Array.from({ length: 4 }, (__, at) => ({ at: day(30 + at * 80, 100 + at * 80), zone: pick(zones) }))
        : [],
      rest: rests
        ? {
            at: restAt,
            until: new Date(restAt.getTime() + (3 + Math.floor(random() * 20)) * dayMs)
              .toISOString()
              .slice(0, 10),
          }
        : null,
    }
  })
  return [...plain, ...others]
}
