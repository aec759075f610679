/** Lets the earlier stages of a burst go first in this process: feeds are stored, then searchable, then sorted into topics and stories. */
import { setTimeout } from 'node:timers/promises'

/** The stages that a burst passes through, in order. */
const stages = ['read', 'enrich'] as const
type Stage = (typeof stages)[number]

export interface Pace {
  /** A source has answered, or an article was made searchable. */
  busy(stage: Stage): void
  /** Resolves when nothing happened in the stages up to `last` for a moment; after some seconds in any case. */
  quiet(last: Stage): Promise<void>
}

/** What belongs to one burst comes closer together than this. */
const momentMs = 40
const longestMs = 10_000

/** One for each process. */
export function createPace(): Pace {
  const busyAt = { read: Number.NEGATIVE_INFINITY, enrich: Number.NEGATIVE_INFINITY }
  return {
    busy: (stage) => {
      busyAt[stage] = performance.now()
    },
    quiet: async (last) => {
      const until = performance.now() + longestMs
      const earlier = stages.slice(0, stages.indexOf(last) + 1)
      const latest = () => Math.max(...earlier.map((stage) => busyAt[stage]))
      while (performance.now() < Math.min(until, latest() + momentMs)) await setTimeout(momentMs / 2)
    },
  }
}
