/** Lets the earlier stages of a burst go first in this process: feeds are stored, then searchable, then sorted into topics and stories. */

/** The stages that a burst passes through, in order. */
const stages = ['read', 'enrich'] as const
type Stage = (typeof stages)[number]

export interface Pace {
  /** A source has answered, or an article was looked at. */
  busy(stage: Stage): void
  /** Runs what `stage` has to finish, such as writing down what it found, however long that takes. */
  during<T>(stage: Stage, run: () => Promise<T>): Promise<T>
  /** Resolves when nothing is under way in the stages up to `last`, nor was for a moment; after some seconds in any case. */
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
    read: { at: Number.NEGATIVE_INFINITY, size: 0, underWay: 0 },
    enrich: { at: Number.NEGATIVE_INFINITY, size: 0, underWay: 0 },
  }
  type Burst = (typeof bursts)[Stage]
  const isOn = ({ at, size, underWay }: Burst) =>
    underWay > 0 || performance.now() < at + (size < large ? momentMs : largeMomentMs)
  const busy = (stage: Stage) => {
    const burst = bursts[stage]
    burst.size = isOn(burst) ? burst.size + 1 : 1
    burst.at = performance.now()
  }
  return {
    busy,
    during: async (stage, run) => {
      bursts[stage].underWay += 1
      try {
        return await run()
      } finally {
        busy(stage)
        bursts[stage].underWay -= 1
      }
    },
    quiet: async (last) => {
      const until = performance.now() + longestMs
      const earlier = stages.slice(0, stages.indexOf(last) + 1)
      while (performance.now() < until && earlier.some((stage) => isOn(bursts[stage])))
        await new Promise((resolve) => setTimeout(resolve, momentMs / 2))
    },
  }
}
