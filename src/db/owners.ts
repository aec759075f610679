/** Queries on who is to be asked or told about a chat's deliveries. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'

/** The private chat, with the same bot, of the person who set a chat up, else of the admin last seen in it. */
export async function findOwnerChat(db: Db, subscriberId: number): Promise<Subscriber | undefined> {
  const { rows } = await sql<Subscriber>`
    select own.* from subscribers chat
    join lateral (
      select user_id, 'infinity'::timestamptz as seen_at from readers where readers.id = chat.reader_id
      union all
      select user_id, seen_at from chat_admins where chat_admins.subscriber_id = chat.id
    ) person on true
    join subscribers own on own.bot_id = chat.bot_id and own.chat_id = person.user_id
    where chat.id = ${subscriberId} and own.id <> chat.id
    order by person.seen_at desc limit 1`.execute(db)
  return rows[0]
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
