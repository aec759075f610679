/** Queries on the inbox: updates kept until they are answered, so that neither a crash nor a refusal of Telegram's loses one. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** An update as it is kept: its payload is JSON. */
export interface KeptUpdate {
  botId: number
  updateId: number
  payload: string
}

const rowOf = ({ botId, updateId, payload }: KeptUpdate, now: Date, until: Date) => ({
  bot_id: botId,
  update_id: updateId,
  payload,
  received_at: now,
  claimed_until: until,
})

/** Keeps an update, claimed until `claimedUntil` by who keeps it; false where it is there already. */
export async function insertInbox(
  db: Db,
  update: KeptUpdate,
  now: Date,
  claimedUntil: Date,
): Promise<boolean> {
  const row = await db
    .insertInto('inbox')
    .values(rowOf(update, now, claimedUntil))
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps an update, or leaves a kept one, until `until`; returns since when it is kept. */
export async function postponeInbox(db: Db, update: KeptUpdate, now: Date, until: Date): Promise<Date> {
  const row = await db
    .insertInto('inbox')
    .values(rowOf(update, now, until))
    .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doUpdateSet({ claimed_until: until }))
    .returning('received_at')
    .executeTakeFirstOrThrow()
  return row.received_at
}

/** Claims up to `limit` updates whose taker is gone or whose time has come, the oldest first. */
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
