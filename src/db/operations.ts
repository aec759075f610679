/** Queries for metrics: what waits, what is due and what the last day brought, each by an index. */
import { sql } from 'kysely'
import type { Db, Delivery, Digest } from './database.ts'

export interface QueueCount {
  job: string
  state: string
  count: number
  /** Age of the oldest that may run now, by the database's own clock; null where none may. */
  oldestSeconds: number | null
}

/** Jobs that wait or run, by name and state. */
export async function countQueue(db: Db): Promise<QueueCount[]> {
  const { rows } = await sql<QueueCount>`
    select name as job, state::text as state, count(*)::int as count,
      extract(epoch from now() - min(start_after) filter (where state <> 'active' and start_after <= now()))::float8
        as "oldestSeconds"
    from pgboss.job where state in ('created', 'retry', 'active')
    group by name, state order by name, state`.execute(db)
  return rows
}

/** Schedules that should have been planned by `now`, and since when the first of them waits. */
export async function countDueSchedules(db: Db, now: Date): Promise<{ count: number; oldest: Date | null }> {
  return db
    .selectFrom('schedules')
    .select((query) => [
      sql<number>`count(*)::int`.as('count'),
      query.fn.min('next_due_at').$castTo<Date | null>().as('oldest'),
    ])
    .where('state', '=', 'active')
    .where('next_due_at', '<=', now)
    .executeTakeFirstOrThrow()
}

/** Digests made since `since`, by state and lateness. */
export async function countDigestsSince(
  db: Db,
  since: Date,
): Promise<{ state: Digest['state']; late: boolean; count: number }[]> {
  return db
    .selectFrom('digests')
    .select(['state', 'late', sql<number>`count(*)::int`.as('count')])
    .where('created_at', '>=', since)
    .groupBy(['state', 'late'])
    .execute()
}

type StateCount = { state: Delivery['state']; count: number }

/** Parts on their way, whenever they were made, and all parts made since `since`. */
export async function countOutbox(
  db: Db,
  since: Date,
): Promise<{ waiting: StateCount[]; recent: StateCount[] }> {
  const counted = db.selectFrom('deliveries').select(['state', sql<number>`count(*)::int`.as('count')])
  const waiting = await counted
    .where('state', 'in', ['queued', 'sending', 'ambiguous', 'held'])
    .groupBy('state')
    .execute()
  const recent = await counted.where('created_at', '>=', since).groupBy('state').execute()
  return { waiting, recent }
}

/** Tokens counted against the budget of `day`, by model. */
export async function sumUsageOfDay(db: Db, day: string): Promise<{ model: string; tokens: number }[]> {
  return db
    .selectFrom('llm_usage')
    .select([
      'model',
      sql<number>`sum(case when settled then coalesce(input_tokens, 0) + coalesce(output_tokens, 0) else reserved_tokens end)::float8`.as(
        'tokens',
      ),
    ])
    .where('day', '=', day)
    .groupBy('model')
    .execute()
}
