/** What must happen in the simulated year, told by walking the wall clock half an hour at a time, without schedule.ts. */
import { Temporal } from 'temporal-polyfill'
import type { SimulatedChat, SimulatedSchedule } from './chats.ts'

/** Between two looks of the planner. */
export const stepMs = 30 * 60_000
/** Clocks change at a quarter of an hour. */
const quarterMs = 15 * 60_000
const dayMs = 86_400_000

const offsets = new Map<string, { from: number; ms: number }[]>()

function offsetAt(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}

/** Wall time as milliseconds, as if the wall were UTC. Asked once a day where a day has one offset. */
export function wallAt(zone: string, at: number): number {
  const day = Math.floor(at / dayMs)
  const key = `${zone} ${day}`
  let known = offsets.get(key)
  if (!known) {
    const [start, end] = [day * dayMs, (day + 1) * dayMs]
    known =
      offsetAt(zone, start) === offsetAt(zone, end)
        ? [{ from: start, ms: offsetAt(zone, start) }]
        : Array.from({ length: 96 }, (_, step) => {
            const from = start + step * quarterMs
            return { from, ms: offsetAt(zone, from) }
          })
    offsets.set(key, known)
  }
  return at + known.findLast(({ from }) => from <= at)!.ms
}

/** How many of a schedule's wall times lie in (from, to]. */
function slotsBetween({ times, days }: SimulatedSchedule, from: number, to: number): number {
  let count = 0
  for (let day = Math.floor(from / dayMs); day <= Math.floor(to / dayMs); day += 1) {
    if (!days.includes(((((day + 3) % 7) + 7) % 7) + 1)) continue
    for (const time of times) {
      const slot = day * dayMs + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000
      if (slot > from && slot <= to) count += 1
    }
  }
  return count
}

export interface Expected {
  /** When the planner should have made the digest. */
  at: number
  /** Earlier times that it stands for. */
  merged: number
}

/** Follows one schedule through the year: call `tick` at every step that the machine is on. */
export function createWatch(chat: SimulatedChat, schedule: SimulatedSchedule, start: number) {
  const expected: Expected[] = []
  let zone = chat.zone
  let reached = wallAt(zone, start)
  let restsUntil: number | null = null
  return {
    expected,
    move: (to: string) => {
      zone = to
    },
    /** Nothing is due before the wall shows `until`. */
    rest: (until: number) => {
      restsUntil = until
    },
    tick: (at: number) => {
      const wall = wallAt(zone, at)
      if (restsUntil !== null) {
        if (wall < restsUntil) return
        // What would have been due before is part of the one digest after it, and not named.
        reached = restsUntil - 1
        restsUntil = null
      }
      // A wall that was set back does not make its times come again.
      if (wall <= reached) return
      const slots = slotsBetween(schedule, reached, wall)
      reached = wall
      if (slots > 0) expected.push({ at, merged: slots - 1 })
    },
  }
}
