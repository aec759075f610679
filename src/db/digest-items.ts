/** Queries on digest_items: what became of each article of a digest's window. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface LeftOut {
  articleId: number
  title: string
  url: string | null
  /** Stable code of the reason; the digest catalogue names it. */
  reason: string | null
}

/** Not told in a story of the digest, as further articles of one are. */
const isUntold = sql<boolean>`digest_items.reason is distinct from 'story' and digest_items.reason is distinct from 'duplicate'`

/** What a digest of this subscriber left out: how many in all, and `limit` of them from `offset` on, newest first. */
export async function listLeftOut(
  db: Db,
  subscriberId: number,
  digestId: number,
  limit: number,
  offset = 0,
): Promise<{ total: number; items: LeftOut[] }> {
  const rows = await db
    .selectFrom('digest_items')
    .innerJoin('digests', 'digests.id', 'digest_items.digest_id')
    .innerJoin('articles', 'articles.id', 'digest_items.article_id')
    .select([
      'articles.id as articleId',
      'articles.title',
      'articles.url',
      'digest_items.reason',
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .where('digest_items.digest_id', '=', digestId)
    .where('digests.subscriber_id', '=', subscriberId)
    .where('digest_items.shown', '=', false)
    .where(isUntold)
    .orderBy('articles.ready_at', 'desc')
    .orderBy('articles.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ articleId, title, url, reason }) => ({ articleId, title, url, reason })),
  }
}

/** Why a digest of this chat left an article out, and of which schedule it was. */
export async function findLeftOut(
  db: Db,
  subscriberId: number,
  digestId: number,
  articleId: number,
): Promise<{ reason: string | null; scheduleId: number } | undefined> {
  return db
    .selectFrom('digest_items')
    .innerJoin('digests', 'digests.id', 'digest_items.digest_id')
    .select(['digest_items.reason', 'digests.schedule_id as scheduleId'])
    .where('digest_items.digest_id', '=', digestId)
    .where('digest_items.article_id', '=', articleId)
    .where('digests.subscriber_id', '=', subscriberId)
    .executeTakeFirst()
}
