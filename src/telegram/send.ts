/** Makes one reserved call to Telegram and says what became of it; the lane commits the outcome. */
import type { Api } from 'grammy'
import { messageOf } from '../core/errors.ts'
import { type ClaimedDelivery, failDeliveries } from '../db/deliveries.ts'
import type { DeliveryPayload } from '../db/delivery-tables.ts'
import type { Db } from '../db/database.ts'
import { pauseLane } from '../db/lanes.ts'
import type { Outcome } from '../db/settle-deliveries.ts'
import { findSubscriberById, setSubscriberState } from '../db/subscribers.ts'
import { addRichLine, type RichMessage } from '../core/rich.ts'
import type { Log } from '../log.ts'
import { judgeError, type Verdict } from './errors.ts'
import { mend, replacePart } from './mend.ts'
import { tellNoRights } from './owner-notices.ts'

export interface SendNeeds {
  db: Db
  api: Api
  botId: number
  now: () => Date
  log: Log
  /** 'resend' sends an ambiguous part again, labelled; 'hold' asks the reader first. */
  ambiguous: 'resend' | 'hold'
  /** The line added to a part that may already have arrived, in the chat's language; at most 60 characters. */
  copyLabel: (locale: string) => string
  /** Methods that the server turned out not to know, added to here, so that none is tried twice. */
  unknownMethods: Set<string>
  /** Pays Telegram Stars for bulk above the free rate. https://core.telegram.org/bots/api#paid-broadcasts */
  paidBroadcast?: boolean
}

/** Thrown when the token is refused: the service must stop. */
export class TokenLost extends Error {
  override readonly name = 'TokenLost'
}

/** After this long without a definite answer a part is given up as unknown. */
export const giveUpMs = 24 * 3_600_000
/** An API that certainly took nothing is asked again soon: the lane as a whole backs off. */
const mostRetryMs = 8000

/** Milliseconds before try `attempt` + 1: 1 s doubling to 5 minutes. */
const backOff = (attempt: number): number => Math.min(300_000, 1000 * 2 ** Math.max(0, attempt - 1))

type Params = Record<string, unknown>

/**
 * Sends one part; no call is made once `isHeld` is false, because another sender may have taken the part over.
 * Never throws for an answer of Telegram's, save `TokenLost`.
 */
export async function sendDelivery(
  needs: SendNeeds,
  delivery: ClaimedDelivery,
  isHeld: () => boolean,
): Promise<Outcome> {
  let { method, params } = labelCopy(needs, delivery)
  const { classic } = delivery.payload
  if (classic && needs.unknownMethods.has(method))
    return { state: 'split', payloads: classic, error: 'method not found' }
  let chatId = delivery.chat_id
  // Each mend may be needed once; six is more than all of them together.
  for (let mends = 0; mends < 6; mends += 1) {
    if (!isHeld())
      return { state: 'queued', notBefore: needs.now(), error: 'lease lost', countAttempt: false }
    try {
      const paid = needs.paidBroadcast && delivery.kind === 'digest' ? { allow_paid_broadcast: true } : {}
      const answer = await call(needs.api, method, { ...params, ...paid, chat_id: chatId })
      return { state: 'sent', messageId: answer }
    } catch (error) {
      const verdict = judgeError(error)
      const mended = await mend(needs, delivery, verdict, params)
      if (mended === null) return settle(needs, delivery, verdict, error)
      const seen = { delivery: delivery.id, verdict: verdict.kind, err: error }
      if (mended.isBug) needs.log.error(seen, 'Telegram does not take what we composed: sent without it')
      else needs.log.warn(seen, 'part refused, sending it mended')
      ;({ params } = mended)
      method = mended.method ?? method
      chatId = mended.chatId ?? chatId
    }
  }
  return { state: 'failed', error: 'refused' }
}

async function call(api: Api, method: DeliveryPayload['method'], params: Params): Promise<number | null> {
  const raw = api.raw as unknown as Record<string, (params: Params) => Promise<unknown>>
  // An edit names no topic; it has one for the message that goes out where there is nothing left to edit.
  const { message_thread_id: _, ...edit } = params
  const answer = await raw[method]!(method === 'editMessageText' ? edit : params)
  const id =
    typeof answer === 'object' && answer !== null ? (answer as { message_id?: unknown }).message_id : null
  return typeof id === 'number' ? id : null
}

/** A copy says so, in room that composition kept free; an edit made twice is the same edit. */
function labelCopy(needs: SendNeeds, delivery: ClaimedDelivery): DeliveryPayload {
  const { method, params } = delivery.payload
  if (delivery.copies === 0) return { method, params }
  const label = needs.copyLabel(delivery.chat_locale)
  if (method === 'sendMessage')
    return { method, params: { ...params, text: `${String(params['text'])}\n\n${label}` } }
  if (method === 'sendRichMessage') {
    const message = params['rich_message'] as RichMessage
    return { method, params: { ...params, rich_message: addRichLine(message, label) } }
  }
  return { method, params }
}

async function settle(
  needs: SendNeeds,
  delivery: ClaimedDelivery,
  verdict: Verdict,
  error: unknown,
): Promise<Outcome> {
  const { db, botId, log } = needs
  const now = needs.now()
  const text = messageOf(error)
  const later = (ms: number) => new Date(now.getTime() + ms)
  const replacements = replacePart(verdict, delivery)
  if (verdict.kind === 'noMethod' && replacements !== null) {
    needs.unknownMethods.add(delivery.payload.method)
    log.info(
      { method: delivery.payload.method },
      'the server does not know rich messages: classic ones go out',
    )
    return { state: 'split', payloads: replacements, error: text }
  }
  if (replacements !== null) {
    log.error({ delivery: delivery.id, err: error }, 'Telegram does not take a part: sent in other words')
    return { state: 'split', payloads: replacements, error: text }
  }
  switch (verdict.kind) {
    case 'done':
      return { state: 'sent', messageId: delivery.message_id }
    case 'pause':
      await pauseLane(db, botId, later(verdict.retryAfterMs), now)
      return { state: 'queued', notBefore: later(verdict.retryAfterMs), error: 'flood', countAttempt: false }
    case 'retry': {
      const wait = Math.min(mostRetryMs, backOff(delivery.attempts))
      return { state: 'queued', notBefore: later(wait), error: text, countAttempt: true }
    }
    case 'ambiguous': {
      const since = delivery.first_sent_at ?? now
      if (now.getTime() - since.getTime() >= giveUpMs) return { state: 'unknown', error: text }
      // Only digests are worth a question; a reply that comes twice is no harm.
      const state = needs.ambiguous === 'hold' && delivery.kind === 'digest' ? 'held' : 'ambiguous'
      return { state, notBefore: later(backOff(delivery.copies + 1)), error: text }
    }
    case 'stop':
      throw new TokenLost('unauthorized', { cause: error })
    case 'gone':
      await setSubscriberState(db, delivery.subscriber_id, 'blocked', verdict.reason, now)
      await failDeliveries(db, delivery.subscriber_id, verdict.reason)
      return { state: 'failed', error: verdict.reason }
    case 'noRights': {
      const chat = await findSubscriberById(db, delivery.subscriber_id)
      await setSubscriberState(db, delivery.subscriber_id, 'paused', 'noRights', now)
      await failDeliveries(db, delivery.subscriber_id, 'noRights')
      // A message that was under way beside this one is refused too; that is no second news.
      if (chat?.reason !== 'noRights' && chat) await tellNoRights(db, chat, now)
      return { state: 'failed', error: 'noRights' }
    }
    default:
      log.error({ delivery: delivery.id, err: error }, 'Telegram refused a part')
      return { state: 'failed', error: text }
  }
}
