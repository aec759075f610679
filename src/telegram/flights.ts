/** The sends on their way: says when each is to be counted, because Telegram counts a send when it arrives. */
import type { Move } from '../db/lanes.ts'

export interface Flight {
  /** When it is counted so far, and when its call was made, milliseconds. */
  counted: number
  readonly start: number
}

export interface Flights {
  /** A call is made now on a send that was granted at `granted`. */
  depart(granted: number, at: number): Flight
  /** The call was answered, or given up. */
  land(flight: Flight, at: number): void
  /** What is to be counted later than before, as of `at`. */
  moves(at: number): Move[]
  /** Those moves are counted. */
  confirm(): void
}

/** How many calls the usual way there and back is taken from. */
const remembered = 64
/** A call that has no answer yet may arrive at any moment: it is counted anew before its second is over. */
const recountMs = 500
/** Times are kept to this, so that the row stays short at a thousand a second. */
const grainMs = 5

const round = (time: number): number => Math.ceil(time / grainMs) * grainMs

/** Starts empty. */
export function createFlights(): Flights {
  const flying = new Set<Flight>()
  const landed = new Map<Flight, number>()
  // Until more is known, the whole way counts: the first call opens a connection.
  const ways = [0]
  let reported: { flight: Flight; to: number }[] = []

  return {
    depart: (granted, at) => {
      const flight = { counted: granted, start: at }
      flying.add(flight)
      return flight
    },
    land: (flight, at) => {
      flying.delete(flight)
      const way = Math.max(0, at - flight.start)
      ways.push(way)
      if (ways.length > remembered) ways.shift()
      landed.set(flight, flight.start + way - Math.min(...ways))
    },
    moves: (at) => {
      const late = (flight: Flight) => (at - flight.counted > recountMs ? at : flight.start)
      reported = [
        ...[...landed].map(([flight, arrived]) => ({ flight, to: round(arrived) })),
        ...[...flying].map((flight) => ({ flight, to: round(late(flight)) })),
      ]
      return reported
        .filter(({ flight, to }) => to > flight.counted)
        .map(({ flight, to }) => [flight.counted, to])
    },
    confirm: () => {
      for (const { flight, to } of reported) {
        flight.counted = Math.max(flight.counted, to)
        // It may have landed meanwhile, with more to tell.
        if (landed.has(flight) && round(landed.get(flight)!) <= flight.counted) landed.delete(flight)
      }
      reported = []
    },
  }
}
