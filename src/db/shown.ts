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

/** Remembers, for a private chat, the button words that take back what was just done: some write "undo" where others tap. */
export async function saveUndo(db: Db, subscriberId: number, data: string, now: Date): Promise<void> {
  const undo = JSON.stringify({ undo: { data, at: now } })
  await sql`
    insert into shown (subscriber_id, user_id, payload, shown_at)
    select id, chat_id, ${undo}::jsonb, ${now} from subscribers where id = ${subscriberId} and kind = 'private'
    on conflict (subscriber_id, user_id) do update set payload = shown.payload || excluded.payload`.execute(
    db,
  )
}

/** Forgets them, once they were used. */
export async function dropUndo(db: Db, subscriberId: number): Promise<void> {
  await db
    .updateTable('shown')
    .set({ payload: sql`payload - 'undo'` })
    .where('subscriber_id', '=', subscriberId)
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
