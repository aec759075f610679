/** Says when to try again after a server gave no definite answer several times running: ever later, then one call at a time. */

export interface Breaker {
  /** Telegram answered, whatever it said. */
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
const firstMs = 500
const mostMs = 15_000

/** Starts closed. `time` is a steady clock in milliseconds: waiting for a server has nothing to do with domain time. */
export function createBreaker(time: () => number = () => performance.now()): Breaker {
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
        openUntil = time() + Math.min(mostMs, firstMs * 2 ** Math.min(10, failures - patience))
    },
    wait: () => Math.max(0, openUntil - time()),
    isClosed: () => failures < patience,
  }
}
