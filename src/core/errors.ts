/** The three errors that mean something to a caller; every adapter translates into these once, at its edge. */

/** Values filled into a locale sentence. */
export type ErrorArgs = Readonly<Record<string, string | number>>

/** Names of the sentences in the error catalogue (src/locales), each with something that the reader can do. */
export type ErrorKey =
  | 'notAdminThere'
  | 'chatLost'
  | 'noTopicRights'
  | 'tooManyFilters'
  | 'badWord'
  | 'tooManySchedules'
  | 'badDate'
  | 'notAFeed'
  | 'noFeedThere'
  | 'badUrl'
  | 'addressNotAllowed'
  | 'unreachable'
  | 'tooLarge'
  | 'timedOut'
  | 'httpStatus'
  | 'emptyArticle'
  | 'notText'
  | 'guarded'
  | 'paywalled'
  | 'badTime'
  | 'badZone'
  | 'badDays'
  | 'tooManySubscriptions'
  | 'nothingFollowed'
  | 'notOpml'
  | 'fileLost'
  | 'askedToWait'
  | 'noFeeds'
  | 'adminsOnly'
  | 'tooFast'
  | 'daySpent'
  | 'inviteOnly'
  | 'privateOnly'
  | 'maintenance'
  | 'turnedAway'
  | 'emptyText'
  | 'emptyInterest'
  | 'tooManyTopics'
  | 'notFollowing'
  | 'noTopic'
  | 'gone'
  | 'badName'
  | 'noSuchFile'
  | 'noSuchChat'
  | 'modelUnreachable'
  | 'internal'

/** The reader can fix it. `key` names a sentence in the error catalogue, not text. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly key: ErrorKey
  readonly args: ErrorArgs
  constructor(key: ErrorKey, args: ErrorArgs = {}, options?: ErrorOptions) {
    super(`${key} ${JSON.stringify(args)}`, options)
    this.key = key
    this.args = args
  }
}

/** The far side asked us to wait `delayMs` milliseconds; no attempt is spent. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater'
  readonly delayMs: number
  constructor(message: string, delayMs: number, options?: ErrorOptions) {
    super(message, options)
    this.delayMs = delayMs
  }
}

/** What was thrown, in words; of a failure while a failure was being cleaned up both, in the order in which they came. */
export function messageOf(error: unknown): string {
  if (error instanceof SuppressedError)
    return `${messageOf(error.suppressed)}; then: ${messageOf(error.error)}`
  return error instanceof Error ? error.message : String(error)
}

/** The code that the system, the database or a library gives an error; '' for none. */
export function codeOf(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  return isCoded && typeof error.code === 'string' ? error.code : ''
}

/** Trying again cannot help (blocked bot, gone feed). `reason` is a stable code that is stored and shown. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
  readonly reason: string
  constructor(reason: string, message = reason, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
