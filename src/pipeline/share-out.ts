/** Divides work into jobs so that every worker gets some of it; plan and prepare enqueue what it gives. */

/** Jobs that a little work becomes, so that a fleet is busy with it: one worker takes two to sixteen at once. */
const shares = 32
/** Fewer would only have workers meet over an edition that several of them need. */
const least = 4

/** Parts of at most `most` each, in order; little work comes in smaller parts. */
export function shareOut<T>(work: readonly T[], most: number): T[][] {
  const size = Math.max(least, Math.min(most, Math.ceil(work.length / shares)))
  return Array.from({ length: Math.ceil(work.length / size) }, (_, at) =>
    work.slice(at * size, (at + 1) * size),
  )
}
