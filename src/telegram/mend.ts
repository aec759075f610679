/** What to send instead of a part that was refused, where the refusal tells what to change. */
import { type Part, splitPart } from '../core/render.ts'
import type { ClaimedDelivery } from '../db/deliveries.ts'
import type { DeliveryPayload } from '../db/delivery-tables.ts'
import type { Db } from '../db/database.ts'
import { findSubscriberById, moveSubscriber } from '../db/subscribers.ts'
import type { Verdict } from './errors.ts'
import { leaveThread } from './owner-notices.ts'

type Params = Record<string, unknown>

/** The call to make instead, now. */
export interface Mended {
  params: Params
  chatId?: number
  method?: DeliveryPayload['method']
  /** We composed what Telegram does not take: to be reported. */
  isBug?: boolean
}

const without = (params: Params, ...names: string[]): Params =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)))

/** The mended call; null where the refusal does not say what to change, or that was changed already. */
export async function mend(
  needs: { db: Db; now: () => Date },
  delivery: ClaimedDelivery,
  verdict: Verdict,
  params: Params,
): Promise<Mended | null> {
  const drop = (name: string, more: Omit<Mended, 'params'> = {}): Mended | null =>
    name in params ? { params: without(params, name), ...more } : null
  switch (verdict.kind) {
    case 'migrated':
      await moveSubscriber(needs.db, delivery.subscriber_id, verdict.chatId, needs.now())
      return { params, chatId: verdict.chatId }
    case 'noThread': {
      const thread = params['message_thread_id']
      const chat = await findSubscriberById(needs.db, delivery.subscriber_id)
      if (chat && typeof thread === 'number') await leaveThread(needs.db, chat, thread, needs.now())
      return drop('message_thread_id')
    }
    case 'noReply':
      return drop('reply_parameters')
    case 'noKeyboard':
      return drop('reply_markup', { isBug: true })
    case 'plainText':
      return drop('entities', { isBug: true })
    case 'sendNew':
      return drop('message_id', { method: 'sendMessage' })
    default:
      return null
  }
}

/** The messages that together say what was too long or unknown to the server; null where there is no other way. */
export function replacePart(verdict: Verdict, { payload }: ClaimedDelivery): DeliveryPayload[] | null {
  // What is wrong with a rich message, its classic form has not.
  if (payload.classic && ['noMethod', 'tooLong', 'plainText', 'refused'].includes(verdict.kind))
    return [...payload.classic]
  if (verdict.kind !== 'tooLong') return null
  const { text, entities, reply_markup: keyboard, ...rest } = payload.params as Params & Partial<Part>
  if (text === undefined) return null
  const parts = splitPart({ text, entities: entities ?? [] })
  if (parts.length < 2) return null
  return parts.map((part, index) => {
    // Only the first can take the place of a message that is there.
    const params = index === 0 ? rest : without(rest, 'message_id')
    const isLast = index === parts.length - 1
    return {
      method: index === 0 ? payload.method : 'sendMessage',
      params: { ...params, ...part, ...(isLast && keyboard !== undefined ? { reply_markup: keyboard } : {}) },
    }
  })
}
