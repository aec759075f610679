/** For retention: finds the texts that are still kept, without passing by every article whose text is gone. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create index articles_kept on articles (ready_at) where text <> '' and ready_at is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
