/** The rest of a loop between two looks, which whoever brings it news cuts short. */

export interface Pause {
  /** Resolves after `ms` milliseconds, or at a `wake` before. One loop rests at a time. */
  rest(ms: number): Promise<void>
  /** Ends the rest that is under way; without one it does nothing. */
  wake(): void
}

/** A pause for one loop. */
export function createPause(): Pause {
  let wake: () => void = () => undefined
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => wake(),
  }
}
