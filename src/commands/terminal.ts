/** Writes what a command says to this process's streams; on a terminal each line of progress takes the place of the last. */
import type { Write } from './run.ts'

const clearLine = '\r\u001b[2K'
/** Away from a terminal a line of progress is written at most this often, in milliseconds. */
const quietMs = 2000

/** Progress goes to standard error, so that standard output holds the result alone. `onGone`: nobody reads on (`| head`). */
export function createTerminal(onGone: () => void): Write {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onGone)
  const isTerminal = process.stderr.isTTY
  let shown = false
  let last = performance.now()
  const clear = () => {
    if (shown) process.stderr.write(clearLine)
    shown = false
  }
  return (kind, text) => {
    if (kind !== 'progress') {
      clear()
      process[kind].write(text)
      return
    }
    if (isTerminal) {
      clear()
      process.stderr.write(text.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)))
      shown = true
    } else if (performance.now() - last > quietMs) {
      process.stderr.write(`${text}\n`)
      last = performance.now()
    }
  }
}
