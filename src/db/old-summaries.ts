/** Queries on summaries whose time is over: they go with the digests that told them, but for what a reader saved. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Forgets up to `limit` summaries that were made before `before`; those of readers' own texts go with these. Returns how many. */
export async function deleteSummaries(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from summaries where id in (
      select old.id from summaries old
      where old.created_at < ${before} and old.text_id is null and not exists (
        select 1 from bookmarks join articles on articles.id = bookmarks.article_id
        where articles.content_hash = old.content_hash
      )
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
