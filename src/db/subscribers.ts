/** Queries on subscribers: the chats, their settings, and whether they can be written to. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'

export interface NewSubscriber {
  botId: number
  chatId: number
  kind: Subscriber['kind']
  title: string
  readerId: number | null
  locale: string
  timeZone: string
}

/** The row of a chat that this bot knows. */
export async function findSubscriber(db: Db, botId: number, chatId: number): Promise<Subscriber | undefined> {
  return db
    .selectFrom('subscribers')
    .selectAll()
    .where('bot_id', '=', botId)
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
}

/** A subscriber by its id. */
export async function findSubscriberById(db: Db, id: number): Promise<Subscriber | undefined> {
  return db.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Subscribers by id, in no order. */
export async function listSubscribers(db: Db, ids: readonly number[]): Promise<Subscriber[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('subscribers')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}

/** The rows of a chat, one for each bot that knows it. */
export async function listSubscribersOfChat(db: Db, chatId: number): Promise<Subscriber[]> {
  return db.selectFrom('subscribers').selectAll().where('chat_id', '=', chatId).orderBy('id').execute()
}

/** The private chats of the people with these Telegram ids, where they can be written to. */
export async function listOperators(db: Db, userIds: readonly number[]): Promise<Subscriber[]> {
  return db
    .selectFrom('subscribers')
    .selectAll()
    .where('chat_id', 'in', [...userIds])
    .where('kind', '=', 'private')
    .where('state', 'in', ['active', 'paused'])
    .execute()
}

/** Returns the chat, stored now if new; a known one keeps its settings and takes the newer title and kind. */
export async function upsertSubscriber(db: Db, chat: NewSubscriber, now: Date): Promise<Subscriber> {
  return db
    .insertInto('subscribers')
    .values({
      bot_id: chat.botId,
      chat_id: chat.chatId,
      kind: chat.kind,
      title: chat.title,
      reader_id: chat.readerId,
      locale: chat.locale,
      time_zone: chat.timeZone,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['bot_id', 'chat_id']).doUpdateSet({
        kind: chat.kind,
        title: chat.title,
        reader_id: sql`coalesce(subscribers.reader_id, excluded.reader_id)`,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export type SubscriberSettings = Partial<
  Pick<
    Subscriber,
    | 'locale'
    | 'summary_language'
    | 'time_zone'
    | 'length'
    | 'layout'
    | 'most_entries'
    | 'budget_minutes'
    | 'lead_image'
    | 'loud'
    | 'weekly_word'
    | 'threads_by_subject'
  >
>

/** Changes settings of a chat and returns it as it is now. */
export async function updateSubscriber(
  db: Db,
  id: number,
  settings: SubscriberSettings,
  now: Date,
): Promise<Subscriber> {
  return db
    .updateTable('subscribers')
    .set({ ...settings, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Sets whether the chat gets digests, and why not; its schedules run exactly while it is active. */
export async function setSubscriberState(
  db: Db,
  id: number,
  state: Subscriber['state'],
  reason: string | null,
  now: Date,
): Promise<void> {
  await db.updateTable('subscribers').set({ state, reason, updated_at: now }).where('id', '=', id).execute()
  await db
    .updateTable('schedules')
    .set({ state: state === 'active' ? 'active' : 'paused' })
    .where('subscriber_id', '=', id)
    .where('state', '<>', 'deleted')
    .execute()
}

/** Gives a chat its new id after a group became a supergroup; a row that the new id made meanwhile gives way. */
export async function moveSubscriber(db: Db, id: number, chatId: number, now: Date): Promise<void> {
  await sql`
    delete from subscribers using subscribers moved
    where moved.id = ${id} and subscribers.bot_id = moved.bot_id
      and subscribers.chat_id = ${chatId} and subscribers.id <> moved.id`.execute(db)
  await db
    .updateTable('subscribers')
    .set({ chat_id: chatId, kind: 'supergroup', updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** What `deleteSubscriber` removed. */
export interface Removed {
  subscriptions: number
  schedules: number
  digests: number
  /** Addresses that only this chat followed. */
  sources: number
}

/** Removes a chat and all that hangs on it, and the sources that nobody else follows; in a transaction of the caller's. */
export async function deleteSubscriber(trx: Db, id: number): Promise<Removed> {
  const { rows } = await sql<Omit<Removed, 'sources'>>`select
    (select count(*)::int from subscriptions where subscriber_id = ${id}) as subscriptions,
    (select count(*)::int from schedules where subscriber_id = ${id}) as schedules,
    (select count(*)::int from digests where subscriber_id = ${id}) as digests`.execute(trx)
  const own = await trx
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.source_id')
    .select('sources.id')
    .where('subscriptions.subscriber_id', '=', id)
    .where('sources.shared', '=', false)
    .execute()
  await trx.deleteFrom('subscribers').where('id', '=', id).execute()
  const gone =
    own.length === 0
      ? []
      : await trx
          .deleteFrom('sources')
          .where(
            'id',
            'in',
            own.map((source) => source.id),
          )
          .where(
            sql<boolean>`not exists (select 1 from subscriptions where subscriptions.source_id = sources.id)
              and not exists (select 1 from pack_items where pack_items.source_id = sources.id)`,
          )
          .returning('id')
          .execute()
  return { ...(rows[0] ?? { subscriptions: 0, schedules: 0, digests: 0 }), sources: gone.length }
}

/** Chats by state, for `gazette stats`. */
export async function countSubscribers(db: Db): Promise<{ state: Subscriber['state']; count: number }[]> {
  return db
    .selectFrom('subscribers')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute()
}
