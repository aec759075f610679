/** Queries on updates: which of Telegram's updates were answered, so that one delivered twice is answered once. */
import type { Db } from './database.ts'

/** Records an update as answered; false where it was recorded before. */
export async function recordUpdate(db: Db, botId: number, updateId: number, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('updates')
    .values({ bot_id: botId, update_id: updateId, received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets updates from before `before`; Telegram keeps undelivered ones for 24 hours. */
export async function deleteUpdates(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('updates').where('received_at', '<', before).execute()
}
