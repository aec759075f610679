/** Queries on sources and articles that a waiting reader could still get: polled for the first time, or being enriched. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Takes the sources among `ids` that were never polled and are not being polled; the next poll is `leaseMs` away. */
export async function claimUnreadSources(
  trx: Db,
  ids: readonly number[],
  now: Date,
  leaseMs: number,
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .updateTable('sources')
    .set({ next_poll_at: new Date(now.getTime() + leaseMs) })
    .where('id', 'in', [...ids])
    .where('state', '=', 'active')
    .where('polled_at', 'is', null)
    .where('next_poll_at', '<=', now)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Of `ids`: how many were never polled, how many of those were asked for since `since` (with `leaseMs` as above), and
 * how many of their articles found since then are not ready.
 */
export async function countAwaited(
  db: Db,
  ids: readonly number[],
  since: Date,
  leaseMs: number,
): Promise<{ unread: number; polling: number; enriching: number }> {
  const asked = new Date(since.getTime() + leaseMs)
  const { rows } = await sql<{ unread: number; polling: number; enriching: number }>`
    select
      count(*) filter (where polled_at is null)::int as unread,
      count(*) filter (where polled_at is null and next_poll_at >= ${asked})::int as polling,
      (
        select count(*)::int from articles
        where ready_at is null and found_at >= ${since} and exists (
          select 1 from article_sources link
          where link.article_id = articles.id and link.source_id = any(${[...ids]}::bigint[])
        )
      ) as enriching
    from sources where id = any(${[...ids]}::bigint[]) and state = 'active'`.execute(db)
  return rows[0] ?? { unread: 0, polling: 0, enriching: 0 }
}

/** Those of `ids` that were never polled. */
export async function listUnreadSources(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('sources')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'active')
    .where('polled_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
