/** Queries behind the operator's alerts: what has gone wrong, and whether it was told. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Tokens counted against the budget of `day` ('YYYY-MM-DD'). */
export async function sumDayTokens(db: Db, day: string): Promise<number> {
  const { rows } = await sql<{ tokens: number }>`
    select coalesce(sum(coalesce(input_tokens + output_tokens, reserved_tokens)), 0)::float8 as tokens
    from llm_usage where day = ${day}::date`.execute(db)
  return rows[0]?.tokens ?? 0
}

/** Since when a message waits though nothing was sent after it was due; null where the sender works. */
export async function findStalled(db: Db, before: Date): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(not_before) as since from deliveries
    where state = 'queued' and not_before < ${before}
      and not exists (select 1 from deliveries sent where sent.sent_at > ${before})
      and not exists (select 1 from lanes where pause_until > ${before})`.execute(db)
  return rows[0]?.since ?? null
}

/** Of the sources that work is done on, how many began to fail after `since`. */
export async function countNewFailures(db: Db, since: Date): Promise<{ failing: number; all: number }> {
  const { rows } = await sql<{ failing: number; all: number }>`
    select (count(*) filter (where failing_since > ${since}))::int as failing, count(*)::int as all
    from sources where state = 'active' and polled_at is not null`.execute(db)
  return rows[0] ?? { failing: 0, all: 0 }
}

/** Topics that somebody has followed since before `since` and that have brought nothing after it. */
export async function listDeadTopics(
  db: Db,
  since: Date,
): Promise<{ slug: string; names: Record<string, string> }[]> {
  const { rows } = await sql<{ slug: string; names: Record<string, string> }>`
    select slug, names from topics
    where owner_id is null
      and exists (select 1 from subscriptions where topic_id = topics.id and created_at < ${since})
      and not exists (
        select 1 from article_topics tagged join articles on articles.id = tagged.article_id
        where tagged.topic_id = topics.id and articles.ready_at > ${since}
      )
    order by id`.execute(db)
  return rows
}

const prefix = 'alert:'

/** Marks as told; false where it was told before and has not passed since. */
export async function markAlerted(trx: Db, key: string, now: Date): Promise<boolean> {
  const row = await trx
    .insertInto('operator_settings')
    .values({ key: prefix + key, value: JSON.stringify(now.toISOString()) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what has passed, so that the next time is told again. */
export async function clearAlerts(db: Db, present: readonly string[]): Promise<void> {
  await db
    .deleteFrom('operator_settings')
    .where('key', 'like', `${prefix}%`)
    .where(sql<boolean>`not (key = any(${present.map((key) => prefix + key)}::text[]))`)
    .execute()
}
