/** How far a soak is: what was done, and what is still open. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'

export interface State {
  /** Digests that were written or found empty, parts that were sent, articles that were stored. */
  digests: number
  sent: number
  articles: number
  /** Digests to write, parts to send, articles that are not ready, jobs that wait for no more than a minute. */
  planned: number
  parts: number
  unready: number
  jobs: number
}

export async function lookAt(db: Db): Promise<State> {
  const { rows } = await sql<State>`
    select d.*, p.*, a.*, j.* from
      (select (count(*) filter (where state in ('composed', 'empty')))::int as digests,
        (count(*) filter (where state = 'planned'))::int as planned from digests) d,
      (select (count(*) filter (where state = 'sent'))::int as sent,
        (count(*) filter (where state in ('queued', 'sending', 'ambiguous', 'held')))::int as parts
        from deliveries) p,
      (select count(*)::int as articles, (count(*) filter (where ready_at is null))::int as unready
        from articles) a,
      (select count(*)::int as jobs from pgboss.job where state in ('created', 'retry', 'active')
        and start_after < now() + interval '1 minute') j`.execute(db)
  return rows[0]!
}

/** Sources that nobody has read since `since`, though they are due; of the public catalogue nobody here follows any. */
export async function countUnread(db: Db, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from sources
    where catalogue_topic is null and next_poll_at <= ${since}`.execute(db)
  return rows[0]!.n
}
