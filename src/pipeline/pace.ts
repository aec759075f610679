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
/** From so many on the batches of a burst take longer to be written, and it has gaps. */
const large = 200
const largeMomentMs = 300
const longestMs = 30_000

/** One for each process. */
export function createPace(): Pace {
  const bursts = {
    read: { at: Number.NEGATIVE_INFINITY, size: 0 },
    enrich: { at: Number.NEGATIVE_INFINITY, size: 0 },
  }
  const endOf = ({ at, size }: { at: number; size: number }) => at + (size < large ? momentMs : largeMomentMs)
  return {
    busy: (stage) => {
      const now = performance.now()
      const burst = bursts[stage]
      bursts[stage] = { at: now, size: now < endOf(burst) ? burst.size + 1 : 1 }
    },
    quiet: async (last) => {
      const until = performance.now() + longestMs
      const earlier = stages.slice(0, stages.indexOf(last) + 1)
      const end = () => Math.max(...earlier.map((stage) => endOf(bursts[stage])))
      while (performance.now() < Math.min(until, end())) await setTimeout(momentMs / 2)
    },
  }
}
