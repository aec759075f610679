/** Queries on digest_items: what became of each article of a digest's window. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface LeftOut {
  title: string
  url: string | null
  /** Stable code of the reason; the digest catalogue names it. */
  reason: string | null
}

/** What a digest of this subscriber left out: how many in all, and the first `limit`, newest first. */
export async function listLeftOut(
  db: Db,
  subscriberId: number,
  digestId: number,
  limit: number,
): Promise<{ total: number; items: LeftOut[] }> {
  const rows = await db
    .selectFrom('digest_items')
    .innerJoin('digests', 'digests.id', 'digest_items.digest_id')
    .innerJoin('articles', 'articles.id', 'digest_items.article_id')
    .select([
      'articles.title',
      'articles.url',
      'digest_items.reason',
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .where('digest_items.digest_id', '=', digestId)
    .where('digests.subscriber_id', '=', subscriberId)
    .where('digest_items.shown', '=', false)
    .orderBy('articles.ready_at', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute()
  return { total: rows[0]?.total ?? 0, items: rows.map(({ title, url, reason }) => ({ title, url, reason })) }
}
