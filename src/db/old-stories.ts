/** Queries on stories whose time is over: what happened long ago is told of no more, and nothing new joins it. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** A story that a chat muted or follows keeps its name. */
const isFiltered = sql`exists (select 1 from filters
  where kind in ('mute-story', 'follow-story') and target_id = old.story_id)`

/** Takes up to `limit` articles that became ready before `before` out of their stories. Returns how many. */
export async function leaveStories(db: Db, before: Date, limit: number): Promise<number> {
  // Orders are given in the order of time: the look ends at the first article that is too young.
  const { numAffectedRows } = await sql`update articles set story_id = null, story_order = null where id in (
      select old.id from articles old
      where old.story_order is not null and old.ready_at < ${before} and not ${isFiltered}
        and old.story_order < coalesce((
          select young.story_order from articles young
          where young.ready_at >= ${before} and young.story_order is not null order by young.ready_at limit 1
        ), 9223372036854775807)
      order by old.story_order limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Forgets up to `limit` stories that were last told before `before` and that no article has any more. Returns how many. */
export async function deleteStories(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from stories where id in (
      select old.id from stories old
      where old.first_at < ${before} and old.last_at < ${before}
        and not exists (select 1 from articles where articles.story_id = old.id)
        and not exists (select 1 from stories merged where merged.merged_into = old.id)
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
