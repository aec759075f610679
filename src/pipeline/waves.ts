/** Runs many tasks and hands over what is done in waves, so that the next stage works in batches without waiting for the slowest. */

/**
 * Runs every task at once and yields their results, in the order they came, as many as are there each time, up to
 * `most`. Rejects with the first failure.
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
    if (done.length === 0 && !failure) await new Promise<void>((resolve) => (wake = resolve))
    if (failure) throw (failure as { error: unknown }).error
    const wave = done.slice(0, most)
    done = done.slice(most)
    left -= wave.length
    yield wave
  }
}
