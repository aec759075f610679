/** Circuit breaker: says when to try again after a server gave no definite answer several times running, ever later. */

export interface Breaker {
  /** The server answered, whatever it said. */
  succeed(): void
  /** It did not, or could not be reached. */
  fail(): void
  /** Milliseconds to wait before the next call; 0 for none. */
  wait(): number
  /** Whether more than one call may be under way. */
  isClosed(): boolean
}

/** So many answers in a row may be lost by chance. */
const patience = 3

/**
 * Starts closed. After the third failure in a row it opens for `firstMs`, which doubles with each that follows, up to
 * `mostMs`. `time` is a steady clock in milliseconds: waiting for a server has nothing to do with domain time, and must
 * not grow where that is set back.
 */
export function createBreaker(needs: { firstMs: number; mostMs: number; time: () => number }): Breaker {
  const { firstMs, mostMs, time } = needs
  let failures = 0
  let openUntil = 0
  return {
    succeed: () => {
      failures = 0
      openUntil = 0
    },
    fail: () => {
      failures += 1
      // Calls that were under way together fail together: they count once.
      if (failures >= patience && time() >= openUntil)
        openUntil = time() + Math.min(mostMs, firstMs * 2 ** (failures - patience))
    },
    wait: () => Math.max(0, openUntil - time()),
    isClosed: () => failures < patience,
  }
}
