/** Reports errors that come by the hundred, as all workers of a queue see the same database away, without filling the disk with them. */

/** Returns what takes the errors: the first is reported, then one every `ms` with how many were passed over since. */
export function sparingly(
  report: (error: unknown, passedOver: number) => void,
  ms: number,
): (error: unknown) => void {
  let nextAt = -Infinity
  let passedOver = 0
  return (error) => {
    if (performance.now() < nextAt) {
      passedOver += 1
      return
    }
    report(error, passedOver)
    nextAt = performance.now() + ms
    passedOver = 0
  }
}
