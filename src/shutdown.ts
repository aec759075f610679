/** Ends a process once and in order: on a signal, or when a service cannot go on. */
import type { Log } from './log.ts'

/** SIGTERM promises an end within this; beyond it the process leaves what it holds to the next one's recovery. */
const hardLimitMs = 10_000

/**
 * Runs `start`, which puts into `started` how to close each thing that it opens, and then leaves the process to a signal:
 * at the first SIGTERM, SIGINT or `fail` all is closed, newest first, and the process exits: 0 after a signal, 1 after a
 * failure or when closing takes longer than 10 seconds. Where `start` rejects, what it opened is closed and this rejects
 * too, with a SuppressedError of both failures where closing fails as well.
 */
export async function runUntilSignal(
  log: Log,
  start: (started: AsyncDisposableStack, fail: (error: Error) => void) => Promise<void>,
): Promise<void> {
  await using starting = new AsyncDisposableStack()
  let open = starting
  await start(
    starting,
    closeOnSignal(() => open.disposeAsync(), log),
  )
  open = starting.move()
}

/** Returns what to call when the process cannot go on. */
function closeOnSignal(close: () => Promise<void>, log: Log): (error: Error) => void {
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
  return (error) => {
    log.fatal({ err: error }, 'Gazette cannot go on')
    finish(1)
  }
}
