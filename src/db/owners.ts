/** Queries on who is to be asked or told about a chat's deliveries. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'

/** The private chat, with the same bot, of the person who set a chat up. */
export async function findOwnerChat(db: Db, subscriberId: number): Promise<Subscriber | undefined> {
  return db
    .selectFrom('subscribers as chat')
    .innerJoin('readers', 'readers.id', 'chat.reader_id')
    .innerJoin('subscribers as own', (join) =>
      join.onRef('own.bot_id', '=', 'chat.bot_id').onRef('own.chat_id', '=', 'readers.user_id'),
    )
    .selectAll('own')
    .where('chat.id', '=', subscriberId)
    .whereRef('own.id', '<>', 'chat.id')
    .executeTakeFirst()
}

/** Sends a chat's digests for a topic thread to the general one from now on; false where none went there. */
export async function releaseThread(db: Db, subscriberId: number, threadId: number): Promise<boolean> {
  const rows = await db
    .updateTable('schedules')
    .set({ thread_id: null })
    .where('subscriber_id', '=', subscriberId)
    .where('thread_id', '=', threadId)
    .returning('id')
    .execute()
  return rows.length > 0
}

export interface HeldPart {
  id: number
  subscriber_id: number
  part: number
  copies: number
  locale: string
  /** Of its digest; null where it has none. */
  number: number | null
  thread_id: number | null
}

/** Held parts whose reader has not been asked since they were last tried. */
export async function listUnaskedHeld(db: Db, botId: number): Promise<HeldPart[]> {
  return db
    .selectFrom('deliveries')
    .innerJoin('subscribers', 'subscribers.id', 'deliveries.subscriber_id')
    .leftJoin('digests', 'digests.id', 'deliveries.digest_id')
    .leftJoin('schedules', 'schedules.id', 'digests.schedule_id')
    .select([
      'deliveries.id',
      'deliveries.subscriber_id',
      'deliveries.part',
      'deliveries.copies',
      'subscribers.locale',
      'digests.number',
      'schedules.thread_id',
    ])
    .where('deliveries.bot_id', '=', botId)
    .where('deliveries.state', '=', 'held')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as asked')
            .select('asked.id')
            .where(
              'asked.key',
              '=',
              sql<string>`'held:' || deliveries.id || ':' || deliveries.copies || ':0'`,
            ),
        ),
      ),
    )
    .execute()
}
