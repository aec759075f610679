/** Stage 7: puts rendered parts into the outbox, from where the sender lane takes them. */
import { encodeCallback } from '../core/callback.ts'
import type { Part } from '../core/render.ts'
import type { RichMessage } from '../core/rich.ts'
import type { Db, Subscriber } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import type { DeliveryPayload } from '../db/delivery-tables.ts'

/** Rows of buttons, as the Bot API takes them. */
export interface Keyboard {
  inline_keyboard: ({ text: string; callback_data: string } | { text: string; url: string })[][]
}

/** A button of our own, whose press brings `verb` and `args`. */
export const button = (text: string, verb: string, ...args: (string | number)[]) => ({
  text,
  callback_data: encodeCallback(verb, ...args),
})

/** One digest on its way: to whom, and what it says. */
export interface OutgoingDigest {
  id: number
  subscriber: Pick<Subscriber, 'id' | 'bot_id' | 'loud'>
  threadId: number | null
  parts: readonly Part[]
  /** The same as one rich message, to be sent where the server knows them; null for a chat that did not choose it. */
  rich: RichMessage | null
  keyboard: Keyboard | null
  /** Address whose picture is shown above the first part; null for none. */
  picture: string | null
}

/** Digests are silent unless asked otherwise, preview no link but the picture's, and carry their keyboard on the last part. */
export async function enqueueDigests(trx: Db, digests: readonly OutgoingDigest[], now: Date): Promise<void> {
  const rows = digests.flatMap((digest) =>
    payloadsOf(digest).map((payload, index) => ({
      botId: digest.subscriber.bot_id,
      subscriberId: digest.subscriber.id,
      digestId: digest.id,
      part: index,
      kind: 'digest' as const,
      payload,
      key: null,
    })),
  )
  await insertDeliveries(trx, rows, now)
}

function payloadsOf({
  subscriber,
  threadId,
  parts,
  rich,
  keyboard,
  picture,
}: OutgoingDigest): DeliveryPayload[] {
  const classic = parts.map((part, index) => ({
    method: 'sendMessage' as const,
    params: {
      ...messageParams(part, threadId, index === parts.length - 1 ? keyboard : null),
      ...(index === 0 && picture !== null
        ? { link_preview_options: { url: picture, prefer_large_media: true, show_above_text: true } }
        : {}),
      // One sound for a digest, however many parts it has.
      disable_notification: !subscriber.loud || index > 0,
    },
  }))
  if (rich === null) return classic
  const params = {
    rich_message: rich,
    ...placeParams(threadId, keyboard),
    disable_notification: !subscriber.loud,
  }
  return [{ method: 'sendRichMessage', params, classic }]
}

/** Parameters of one message of ours: text and entities, never a parse mode, and no preview. */
export function messageParams(
  part: Part,
  threadId: number | null,
  keyboard: Keyboard | null,
): Record<string, unknown> {
  return {
    text: part.text,
    entities: part.entities,
    link_preview_options: { is_disabled: true },
    ...placeParams(threadId, keyboard),
  }
}

function placeParams(threadId: number | null, keyboard: Keyboard | null): Record<string, unknown> {
  return {
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(keyboard === null ? {} : { reply_markup: keyboard }),
  }
}
