/** Runs many tasks and hands over what is done in waves, so that the next stage works in batches without waiting for the slowest. */

/** A wave waits so long for company: little beside a request, and much beside the statements that it saves. */
const lingerMs = 20

/**
 * Runs every task at once and yields their results, in the order they came, up to `most` each time: what came within a
 * moment together. Rejects with the first failure.
 */
export async function* inWaves<T>(tasks: readonly (() => Promise<T>)[], most: number): AsyncGenerator<T[]> {
  let done: T[] = []
  let wake = () => undefined as void
  let failure: { error: unknown } | null = null
  for (const task of tasks)
    void task().then(
      (result) => {
        done.push(result)
        wake()
      },
      (error: unknown) => {
        failure ??= { error }
        wake()
      },
    )
  for (let left = tasks.length; left > 0; ) {
    let lingered = false
    let timer: NodeJS.Timeout | null = null
    while (!failure && done.length < Math.min(most, lingered ? 1 : left)) {
      if (done.length > 0 && timer === null)
        timer = setTimeout(() => {
          lingered = true
          wake()
        }, lingerMs)
      await new Promise<void>((resolve) => (wake = resolve))
    }
    if (timer) clearTimeout(timer)
    if (failure) throw (failure as { error: unknown }).error
    const wave = done.slice(0, most)
    done = done.slice(most)
    left -= wave.length
    yield wave
  }
}
