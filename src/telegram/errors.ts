/** What each Telegram answer means for the thing we tried to send: one table, read by the lane and by the bot. */
import { GrammyError, HttpError } from 'grammy'

/** What to do after an error, decided from code and parameters first, then from the text. */
export type Verdict =
  /** 429: certainly not sent; everything waits. */
  | { kind: 'pause'; retryAfterMs: number }
  /** The chat cannot be written to any more; `reason` is stored and shown. */
  | {
      kind: 'gone'
      reason: 'blocked' | 'deactivated' | 'kicked' | 'notMember' | 'chatDeleted' | 'chatNotFound'
    }
  /** The bot may not write here; the owner can change that. */
  | { kind: 'noRights' }
  | { kind: 'migrated'; chatId: number }
  /** The forum topic is closed or deleted: the general topic takes it. */
  | { kind: 'noThread' }
  /** Our entities were refused: once as plain text, and a report. */
  | { kind: 'plainText' }
  /** Our keyboard was refused. */
  | { kind: 'noKeyboard' }
  /** The reply's target is gone: send without it. */
  | { kind: 'noReply' }
  /** Nothing to do: the message says this already, or the question is too old. */
  | { kind: 'done' }
  /** The message to edit is gone: send a new one. */
  | { kind: 'sendNew' }
  /** Too long for one message: cut it again, and a report. */
  | { kind: 'tooLong' }
  /** The token is wrong. */
  | { kind: 'stop' }
  /** The server lacks the method: the classic form takes its place. */
  | { kind: 'noMethod' }
  /** Certainly not sent, worth another try. */
  | { kind: 'retry' }
  /** May have been sent. */
  | { kind: 'ambiguous' }
  /** Refused for a reason no repetition mends. */
  | { kind: 'refused' }

/** Descriptions of 400 and 403 answers, lower-cased, first match wins. ALL-CAPS codes of a 403 arrive as 400. */
const descriptions: readonly (readonly [RegExp, Verdict])[] = [
  [/bot was blocked by the user|user_is_blocked/u, { kind: 'gone', reason: 'blocked' }],
  [/user is deactivated|user_deactivated|input_user_deactivated/u, { kind: 'gone', reason: 'deactivated' }],
  [/bot was kicked/u, { kind: 'gone', reason: 'kicked' }],
  [/not a member/u, { kind: 'gone', reason: 'notMember' }],
  [/chat was deleted|group chat was deactivated/u, { kind: 'gone', reason: 'chatDeleted' }],
  [/chat not found|peer_id_invalid/u, { kind: 'gone', reason: 'chatNotFound' }],
  [/topic_closed|topic_deleted|message thread not found/u, { kind: 'noThread' }],
  [
    /chat_write_forbidden|not enough rights|have no rights|need administrator rights|chat_restricted/u,
    { kind: 'noRights' },
  ],
  [/can't parse entities|entity_|entities_too_long/u, { kind: 'plainText' }],
  [/(?:message|text|caption)(?: is|_)? ?too[ _]long/u, { kind: 'tooLong' }],
  [/button_|reply_markup_too_long|reply markup is too long/u, { kind: 'noKeyboard' }],
  [/message is not modified|query is too old|message to delete not found/u, { kind: 'done' }],
  [/message to edit not found|message can't be edited|message_id_invalid/u, { kind: 'sendNew' }],
  [/message to be replied not found|replied message not found/u, { kind: 'noReply' }],
]

/** Failures before the request left: nobody can have received it. */
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Reads an error thrown by a grammY API call. Sources: the Bot API server's source and https://core.telegram.org/bots/api#making-requests */
export function judgeError(error: unknown): Verdict {
  if (error instanceof GrammyError) return judgeAnswer(error)
  if (error instanceof HttpError)
    return notSent.has(findCode(error.error) ?? '') ? { kind: 'retry' } : { kind: 'ambiguous' }
  return { kind: 'ambiguous' }
}

function judgeAnswer(answer: GrammyError): Verdict {
  const { error_code: code, parameters } = answer
  if (code === 429 || parameters.retry_after !== undefined)
    return { kind: 'pause', retryAfterMs: (parameters.retry_after ?? 1) * 1000 }
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', chatId: parameters.migrate_to_chat_id }
  if (code === 401) return { kind: 'stop' }
  // Another process polls or a webhook is set: certainly not done, and the leases sort it out.
  if (code === 409) return { kind: 'retry' }
  if (code >= 500) return { kind: 'ambiguous' }
  const text = answer.description.toLowerCase()
  if (code === 404 && text.endsWith('method not found')) return { kind: 'noMethod' }
  const known = descriptions.find(([pattern]) => pattern.test(text))
  if (known) return known[1]
  return code === 403 ? { kind: 'gone', reason: 'kicked' } : { kind: 'refused' }
}

/** The system error code somewhere along the chain of causes. */
function findCode(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string' && /^[A-Z_]+$/u.test(code)) return code
  return findCode(cause, depth + 1)
}
