/** Ends a process once and in order: on a signal, or when a service cannot go on. */
import type { Log } from './log.ts'

/** SIGTERM promises an end within this; beyond it the process leaves what it holds to the next one's recovery. */
const hardLimitMs = 10_000

/**
 * Calls `close` at the first SIGTERM, SIGINT or `fail`, then exits: 0 after a signal, 1 after a failure or when
 * closing takes longer than 10 seconds.
 */
export function closeOnSignal(close: () => Promise<void>, log: Log): { fail: (error: Error) => void } {
  let closing = false
  const finish = (exitCode: number) => {
    if (closing) return
    closing = true
    const limit = setTimeout(() => {
      log.error('closing took longer than 10 seconds')
      process.exit(1)
    }, hardLimitMs)
    close().then(
      () => {
        clearTimeout(limit)
        process.exit(exitCode)
      },
      (error: unknown) => {
        log.error({ err: error }, 'closing failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'closing')
      finish(0)
    })
  return {
    fail: (error) => {
      log.fatal({ err: error }, 'Gazette cannot go on')
      finish(1)
    },
  }
}
