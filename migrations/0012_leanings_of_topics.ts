/** A chat may ask for less or more of a topic, beside muting it. */
import { type Kysely, sql } from 'kysely'

const kinds = `'mute-word', 'mute-source', 'mute-topic', 'mute-story', 'watch', 'follow-story', 'less-topic', 'more-topic'`

const statements = [
  `alter table filters drop constraint filters_kind_check`,
  `alter table filters add constraint filters_kind_check check (kind in (${kinds}))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
