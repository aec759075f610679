/** Queries on readers: the people, whichever chats they use. */
import type { Db, Reader } from './database.ts'

/** A person by their Telegram id. */
export async function findReader(db: Db, userId: number): Promise<Reader | undefined> {
  return db.selectFrom('readers').selectAll().where('user_id', '=', userId).executeTakeFirst()
}

/** Tokens of the model a day that the operator gave this person; null for what everybody gets. */
export async function findTokenLimit(db: Db, readerId: number): Promise<number | null> {
  const row = await db
    .selectFrom('readers')
    .select('daily_tokens')
    .where('id', '=', readerId)
    .executeTakeFirst()
  return row?.daily_tokens ?? null
}

/** Returns the person, stored now if new; a known one keeps the locale they chose. */
export async function upsertReader(
  db: Db,
  person: { userId: number; locale: string },
  now: Date,
): Promise<Reader> {
  return db
    .insertInto('readers')
    .values({ user_id: person.userId, locale: person.locale, created_at: now })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ user_id: person.userId }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Keeps the language that a person chose. */
export async function updateReaderLocale(db: Db, id: number, locale: string): Promise<void> {
  await db.updateTable('readers').set({ locale }).where('id', '=', id).execute()
}

/** Removes the person; chats they set up and tokens they used stay, without a name. */
export async function deleteReader(trx: Db, id: number): Promise<void> {
  await trx.updateTable('subscribers').set({ reader_id: null }).where('reader_id', '=', id).execute()
  await trx.updateTable('llm_usage').set({ reader_id: null }).where('reader_id', '=', id).execute()
  await trx.deleteFrom('topics').where('owner_id', '=', id).execute()
  await trx
    .deleteFrom('chat_admins')
    .where('user_id', 'in', (query) => query.selectFrom('readers').select('user_id').where('id', '=', id))
    .execute()
  await trx.deleteFrom('readers').where('id', '=', id).execute()
}
