/** Queries on broadcasts: one message of the operator's to every chat, through the outbox like everything else. */
import { sql } from 'kysely'
import type { Broadcast, Db } from './database.ts'

/** Keeps what is to be sent to every chat; nothing is on its way yet. */
export async function insertBroadcast(
  db: Db,
  broadcast: { botId: number; text: string; entities: readonly object[] },
  now: Date,
): Promise<Broadcast> {
  return db
    .insertInto('broadcasts')
    .values({
      bot_id: broadcast.botId,
      text: broadcast.text,
      entities: JSON.stringify(broadcast.entities),
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A broadcast by its id. */
export async function findBroadcast(db: Db, id: number): Promise<Broadcast | undefined> {
  return db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How many chats a broadcast of this bot would reach. */
export async function countReachable(db: Db, botId: number): Promise<number> {
  const row = await db
    .selectFrom('subscribers')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('bot_id', '=', botId)
    .where('state', 'in', ['active', 'paused'])
    .executeTakeFirstOrThrow()
  return row.count
}

/** Puts it into the outbox for every chat that can be written to; a second call adds nothing. False where it was sent or stopped. */
export async function sendBroadcast(trx: Db, id: number, now: Date): Promise<boolean> {
  const row = await trx
    .updateTable('broadcasts')
    .set({ state: 'sent' })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst()
  if (!row) return false
  const payload = JSON.stringify({
    method: 'sendMessage',
    params: { text: row.text, entities: row.entities, disable_notification: true },
  })
  await sql`
    insert into deliveries (bot_id, subscriber_id, part, kind, payload, key, not_before, created_at)
    select ${row.bot_id}::bigint, id, 0, 'broadcast', ${payload}::jsonb, 'broadcast:' || ${String(id)} || ':' || id, ${now}, ${now}
    from subscribers where bot_id = ${row.bot_id} and state in ('active', 'paused')
    on conflict do nothing`.execute(trx)
  return true
}

/** Ends it for every chat that it has not reached yet. */
export async function stopBroadcast(trx: Db, id: number): Promise<void> {
  await trx.updateTable('broadcasts').set({ state: 'stopped' }).where('id', '=', id).execute()
  await trx
    .updateTable('deliveries')
    .set({ state: 'failed', error: 'stopped' })
    .where('kind', '=', 'broadcast')
    .where('key', 'like', `broadcast:${id}:%`)
    .where('state', '=', 'queued')
    .execute()
}

/** Told nobody anything, because the operator thought better of it: no failure. */
const isStopped = sql<boolean>`(state = 'failed' and error = 'stopped')`

/** How far it is. */
export async function countBroadcast(
  db: Db,
  id: number,
): Promise<{ sent: number; waiting: number; failed: number; stopped: number }> {
  return db
    .selectFrom('deliveries')
    .select([
      sql<number>`(count(*) filter (where state = 'sent'))::int`.as('sent'),
      sql<number>`(count(*) filter (where state in ('queued', 'sending', 'ambiguous', 'held')))::int`.as(
        'waiting',
      ),
      sql<number>`(count(*) filter (where state in ('failed', 'unknown') and ${isStopped} is not true))::int`.as(
        'failed',
      ),
      sql<number>`(count(*) filter (where ${isStopped}))::int`.as('stopped'),
    ])
    .where('kind', '=', 'broadcast')
    .where('key', 'like', `broadcast:${id}:%`)
    .executeTakeFirstOrThrow()
}
