/** Queries on shown: what a person in a chat was told last, so that "shorter" or "and when?" has something to mean. */
import { sql } from 'kysely'
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

/** Remembers the button words that take back what somebody just did: some write "undo" where others tap. */
export async function saveUndo(
  db: Db,
  who: { subscriberId: number; userId: number },
  data: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('shown')
    .values({
      subscriber_id: who.subscriberId,
      user_id: who.userId,
      payload: JSON.stringify({ undo: { data, at: now } }),
      shown_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriber_id', 'user_id'])
        .doUpdateSet({ payload: sql`shown.payload || excluded.payload` }),
    )
    .execute()
}

/** Forgets them, once they were used. */
export async function dropUndo(db: Db, who: { subscriberId: number; userId: number }): Promise<void> {
  await db
    .updateTable('shown')
    .set({ payload: sql`payload - 'undo'` })
    .where('subscriber_id', '=', who.subscriberId)
    .where('user_id', '=', who.userId)
    .execute()
}

/** Ends the talk about the page that a question was put to, where its answer still is what was shown last. */
export async function dropAbout(db: Db, subscriberId: number, messageId: number): Promise<void> {
  await db
    .updateTable('shown')
    .set({ payload: sql`payload - 'about'` })
    .where('subscriber_id', '=', subscriberId)
    .where(sql`payload ->> 'messageId'`, '=', String(messageId))
    .execute()
}

/** Remembers of the question whose answer that message is that its text tells nothing of it, or that nothing does. */
export async function noteMiss(
  db: Db,
  subscriberId: number,
  messageId: number,
  what: 'missed' | 'empty',
): Promise<void> {
  await db
    .updateTable('shown')
    .set({ payload: sql`payload || ${JSON.stringify({ [what]: true })}::jsonb` })
    .where('subscriber_id', '=', subscriberId)
    .where(sql`payload ->> 'messageId'`, '=', String(messageId))
    .execute()
}

/** Forgets what was shown before `before`. */
export async function deleteShown(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('shown').where('shown_at', '<', before).execute()
}
