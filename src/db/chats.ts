/** Queries on the groups and channels that a person looks after, and on the topic threads of forums. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'

/** Remembers that this person is an admin of the chat; nothing where the chat is not known. */
export async function noteAdmin(
  db: Db,
  who: { botId: number; chatId: number; userId: number },
  now: Date,
): Promise<void> {
  await sql`
    insert into chat_admins (subscriber_id, user_id, seen_at)
    select id, ${who.userId}::bigint, ${now}::timestamptz from subscribers
    where bot_id = ${who.botId} and chat_id = ${who.chatId}
    on conflict (subscriber_id, user_id) do update set seen_at = excluded.seen_at`.execute(db)
}

/** False where they were not known as an admin. */
export async function forgetAdmin(db: Db, subscriberId: number, userId: number): Promise<boolean> {
  const row = await db
    .deleteFrom('chat_admins')
    .where('subscriber_id', '=', subscriberId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The chats where this person was an admin when last asked and where the bot still is, by name. */
export async function listChatsOf(
  db: Db,
  botId: number,
  userId: number,
  limit: number,
): Promise<Subscriber[]> {
  return db
    .selectFrom('subscribers')
    .innerJoin('chat_admins', 'chat_admins.subscriber_id', 'subscribers.id')
    .selectAll('subscribers')
    .where('bot_id', '=', botId)
    .where('user_id', '=', userId)
    .where('kind', '<>', 'private')
    .where('state', '<>', 'gone')
    .orderBy('title')
    .orderBy('subscribers.id')
    .limit(limit)
    .execute()
}

/** Remembers a topic thread; an empty name leaves the one that is known. */
export async function noteThread(
  db: Db,
  subscriberId: number,
  threadId: number,
  name: string,
): Promise<void> {
  await db
    .insertInto('chat_threads')
    .values({ subscriber_id: subscriberId, thread_id: threadId, name })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriber_id', 'thread_id'])
        .doUpdateSet({ name: sql`coalesce(nullif(excluded.name, ''), chat_threads.name)` }),
    )
    .execute()
}

/** The known topic threads of a forum, the oldest first. */
export async function listThreads(db: Db, subscriberId: number): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('chat_threads')
    .select(['thread_id as id', 'name'])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('thread_id')
    .execute()
}
