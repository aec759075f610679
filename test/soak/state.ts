/** How far a soak is: what was done, and what is still open. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'

export interface State {
  /** Digests that were written or found empty, parts that were sent, articles that were stored. */
  digests: number
  sent: number
  articles: number
  /** Schedules to plan, digests to write, parts to send, articles that are not ready, jobs that wait for no more than a minute. */
  due: number
  planned: number
  parts: number
  unready: number
  jobs: number
  /** Sources to read since `readBy`; of the public catalogue nobody here follows any. */
  unread: number
  /** Updates kept for later because they could not be answered when they came. */
  kept: number
}

/** As of `now`, by the clock of the soak; sources that are due later than `readBy` need not be read. */
export async function lookAt(db: Db, now: Date, readBy: Date): Promise<State> {
  const { rows } = await sql<State>`
    select d.*, p.*, a.*, j.*, s.*, r.*, i.* from
      (select (count(*) filter (where state in ('composed', 'empty')))::int as digests,
        (count(*) filter (where state = 'planned'))::int as planned from digests) d,
      (select (count(*) filter (where state = 'sent'))::int as sent,
        (count(*) filter (where state in ('queued', 'sending', 'ambiguous', 'held')))::int as parts
        from deliveries) p,
      (select count(*)::int as articles, (count(*) filter (where ready_at is null))::int as unready
        from articles) a,
      (select count(*)::int as jobs from pgboss.job where state in ('created', 'retry', 'active')
        and start_after < now() + interval '1 minute') j,
      (select count(*)::int as due from schedules where state = 'active' and next_due_at <= ${now}) s,
      (select count(*)::int as unread from sources
        where catalogue_topic is null and next_poll_at <= ${readBy}) r,
      (select count(*)::int as kept from inbox) i`.execute(db)
  return rows[0]!
}
