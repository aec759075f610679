/** Lets storing what was read go before enriching it in the same process: a burst of feeds is first safe, then searchable. */
import { setTimeout } from 'node:timers/promises'

export interface Pace {
  /** A source has answered and is being stored. */
  reading(): void
  /** Resolves when no source has answered for a moment; after some seconds in any case. */
  quiet(): Promise<void>
}

/** A burst's answers come closer together than this. */
const momentMs = 40
const longestMs = 5000

/** One for each process. */
export function createPace(): Pace {
  let last = Number.NEGATIVE_INFINITY
  return {
    reading: () => {
      last = performance.now()
    },
    quiet: async () => {
      const until = performance.now() + longestMs
      while (performance.now() < Math.min(until, last + momentMs)) await setTimeout(momentMs / 2)
    },
  }
}
