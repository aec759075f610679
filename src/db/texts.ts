/** Queries on texts: what a reader sent to be summed up, in one or several messages; only the chat that sent it sees it. */
import { type Selectable, sql } from 'kysely'
import type { TextTable } from './bot-tables.ts'
import type { Db } from './database.ts'

/** More is no text that a person pastes; what comes after it is a text of its own. */
export const longestText = 400_000

/** Keeps a text; returns its id. */
export async function insertText(db: Db, subscriberId: number, body: string, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('texts')
    .values({ subscriber_id: subscriberId, body, sent_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts a further part to the end of a text; false where there is none of this chat, or no room. */
export async function appendText(db: Db, id: number, subscriberId: number, part: string): Promise<boolean> {
  const row = await db
    .updateTable('texts')
    .set({ body: sql<string>`body || ${part}`, parts: sql<number>`parts + 1` })
    .where('id', '=', id)
    .where('subscriber_id', '=', subscriberId)
    .where(sql<boolean>`length(body) + length(${part}) <= ${longestText}`)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A text, for the chat that sent it only. */
export async function findText(
  db: Db,
  id: number,
  subscriberId: number,
): Promise<Selectable<TextTable> | undefined> {
  return db
    .selectFrom('texts')
    .selectAll()
    .where('id', '=', id)
    .where('subscriber_id', '=', subscriberId)
    .executeTakeFirst()
}

/** Forgets the texts that were sent before `before`, and their summaries. */
export async function deleteTexts(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('texts').where('sent_at', '<', before).execute()
}
