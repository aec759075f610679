/** Stage 7: puts rendered parts into the outbox, from where the sender lane takes them. */
import type { Part } from '../core/render.ts'
import type { Db, Subscriber } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'

/** Rows of buttons, as the Bot API takes them. */
export interface Keyboard {
  inline_keyboard: ({ text: string; callback_data: string } | { text: string; url: string })[][]
}

/** One digest on its way: to whom, and what it says. */
export interface OutgoingDigest {
  id: number
  subscriber: Pick<Subscriber, 'id' | 'bot_id' | 'loud'>
  threadId: number | null
  parts: readonly Part[]
  keyboard: Keyboard | null
  /** Address whose picture is shown above the first part; null for none. */
  picture: string | null
}

/** Digests are silent unless asked otherwise, preview no link but the picture's, and carry their keyboard on the last part. */
export async function enqueueDigests(trx: Db, digests: readonly OutgoingDigest[], now: Date): Promise<void> {
  await insertDeliveries(
    trx,
    digests.flatMap(({ id, subscriber, threadId, parts, keyboard, picture }) =>
      parts.map((part, index) => ({
        botId: subscriber.bot_id,
        subscriberId: subscriber.id,
        digestId: id,
        part: index,
        kind: 'digest' as const,
        payload: {
          method: 'sendMessage' as const,
          params: {
            ...messageParams(part, threadId, index === parts.length - 1 ? keyboard : null),
            ...(index === 0 && picture !== null
              ? {
                  link_preview_options: { url: picture, prefer_large_media: true, show_above_text: true },
                }
              : {}),
            // One sound for a digest, however many parts it has.
            disable_notification: !subscriber.loud || index > 0,
          },
        },
        key: null,
      })),
    ),
    now,
  )
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
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(keyboard === null ? {} : { reply_markup: keyboard }),
  }
}
