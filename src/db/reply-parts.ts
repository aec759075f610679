/** The answers to a reader's requests, by the message that asked: their keys, and what they told. */
import type { Db } from './database.ts'
import type { DeliveryPayload } from './delivery-tables.ts'

/** More parts than any answer is looked at for. */
const mostParts = 6

/** The key of a part of an answer: the same request cannot be answered twice. */
export const replyKey = (subscriberId: number, messageId: number, turn: string | undefined, part: number) =>
  `reply:${subscriberId}:${messageId}:${turn ?? ''}:${part}`

/** The first parts of an answer, as they are or will be sent. */
export async function listReplyParts(
  db: Db,
  subscriberId: number,
  messageId: number,
  turn: string | undefined,
): Promise<DeliveryPayload[]> {
  const keys = Array.from({ length: mostParts }, (_, part) => replyKey(subscriberId, messageId, turn, part))
  const rows = await db
    .selectFrom('deliveries')
    .select('payload')
    .where('key', 'in', keys)
    .orderBy('part')
    .execute()
  return rows.map(({ payload }) => payload)
}
