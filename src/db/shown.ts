/** Queries on shown: what a person in a chat was told last, so that "shorter" or "and when?" has something to mean. */
import type { Db } from './database.ts'

/** Remembers it in place of what was shown before. */
export async function saveShown(
  db: Db,
  who: { subscriberId: number; userId: number },
  payload: object,
  now: Date,
): Promise<void> {
  const values = { payload: JSON.stringify(payload), shown_at: now }
  await db
    .insertInto('shown')
    .values({ subscriber_id: who.subscriberId, user_id: who.userId, ...values })
    .onConflict((conflict) => conflict.columns(['subscriber_id', 'user_id']).doUpdateSet(values))
    .execute()
}

/** Forgets what was shown before `before`. */
export async function deleteShown(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('shown').where('shown_at', '<', before).execute()
}
