/** Stage 7: puts rendered parts into the outbox, from where the sender lane takes them. */
import type { Part } from '../core/render.ts'
import type { Db, Subscriber } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'

/** Rows of buttons, as the Bot API takes them. */
export interface Keyboard {
  inline_keyboard: ({ text: string; callback_data: string } | { text: string; url: string })[][]
}

/** Digests are silent, never preview a link, and carry their keyboard on the last part. */
export async function enqueueDigest(
  trx: Db,
  subscriber: Pick<Subscriber, 'id' | 'bot_id'>,
  digest: { id: number; threadId: number | null; parts: readonly Part[]; keyboard: Keyboard | null },
  now: Date,
): Promise<void> {
  await insertDeliveries(
    trx,
    digest.parts.map((part, index) => ({
      botId: subscriber.bot_id,
      subscriberId: subscriber.id,
      digestId: digest.id,
      part: index,
      kind: 'digest' as const,
      payload: {
        method: 'sendMessage' as const,
        params: {
          ...messageParams(part, digest.threadId, index === digest.parts.length - 1 ? digest.keyboard : null),
          disable_notification: true,
        },
      },
      key: null,
    })),
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
