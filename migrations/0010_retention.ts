/** For retention: finds the texts that are still kept, without passing by every article whose text is gone, old digests, summaries and stories. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create index articles_kept on articles (ready_at) where text <> '' and ready_at is not null`,
  // Rows come in the order of time, so that a range of pages is told by its first and last: a few pages of index for years.
  // Digests have theirs from the migration before.
  `create index editions_made on editions using brin (created_at)`,
  `create index summaries_made on summaries using brin (created_at)`,
  `create index stories_made on stories using brin (first_at)`,
  // Else each story that goes is looked for among all others, as the one that they were merged into.
  `create index stories_into on stories (merged_into) where merged_into is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
