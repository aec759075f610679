/** What can go wrong on the way to a far side, told in our own errors. */
import { codeOf, PermanentError, RetryLater, UserError } from '../core/errors.ts'

/**
 * Whether the connection ended before any answer. One that was kept from an earlier request may have been closed as
 * ours set out, so that a GET may be asked again (https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1).
 */
export function wasHungUp(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error))
}

/** Turns undici's, zlib's and DNS's errors into ours; our own pass as they are. */
export function translate(error: unknown, url: URL, signal: AbortSignal): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof UserError || cause instanceof RetryLater || cause instanceof PermanentError)
      return cause
  const args = { host: url.hostname }
  if (signal.aborted || /TIMEOUT|ETIMEDOUT/u.test(codeOf(error)))
    return new UserError('timedOut', args, { cause: error })
  return new UserError('unreachable', args, { cause: error })
}
