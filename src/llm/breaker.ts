/** Circuit breaker: after a few failures in a row nothing is sent for a while, so an outage costs neither time nor tries. */

export interface Breaker {
  /** Milliseconds until a call may be made; 0 means now. */
  waitMs(): number
  succeeded(): void
  failed(): void
}

/** Opens after `threshold` failures in a row, for `firstMs` doubling to `longestMs`; one call is let through after that. */
export function createBreaker({
  now,
  threshold = 3,
  firstMs = 10_000,
  longestMs = 300_000,
}: {
  now: () => Date
  threshold?: number
  firstMs?: number
  longestMs?: number
}): Breaker {
  let failures = 0
  let openUntil = 0
  return {
    waitMs: () => Math.max(0, openUntil - now().getTime()),
    succeeded: () => {
      failures = 0
      openUntil = 0
    },
    failed: () => {
      failures += 1
      if (failures >= threshold)
        openUntil = now().getTime() + Math.min(longestMs, firstMs * 2 ** (failures - threshold))
    },
  }
}
