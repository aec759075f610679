/** Queries on the inbox: updates that a webhook took, kept until they are answered, so that a crash loses none. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Keeps an update, claimed until `claimedUntil` by who keeps it; false where it is there already. */
export async function insertInbox(
  db: Db,
  update: { botId: number; updateId: number; payload: string },
  now: Date,
  claimedUntil: Date,
): Promise<boolean> {
  const row = await db
    .insertInto('inbox')
    .values({
      bot_id: update.botId,
      update_id: update.updateId,
      payload: update.payload,
      received_at: now,
      claimed_until: claimedUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Claims up to `limit` updates whose taker is gone, the oldest first. */
export async function claimInbox(
  db: Db,
  botId: number,
  now: Date,
  claimedUntil: Date,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ update_id: number; payload: Record<string, unknown> }>`
    update inbox set claimed_until = ${claimedUntil}
    where bot_id = ${botId} and update_id in (
      select update_id from inbox where bot_id = ${botId} and claimed_until <= ${now}
      order by update_id limit ${limit} for update skip locked
    )
    returning update_id, payload`.execute(db)
  return rows.toSorted((one, other) => one.update_id - other.update_id).map(({ payload }) => payload)
}

/** Forgets an update that was answered, its text with it. */
export async function deleteInbox(db: Db, botId: number, updateId: number): Promise<void> {
  await db.deleteFrom('inbox').where('bot_id', '=', botId).where('update_id', '=', updateId).execute()
}
