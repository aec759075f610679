/** Queries for the operator: what is switched on, who is turned away, and how an installation did day by day. */
import { sql } from 'kysely'
import type { Db, Reader, Source } from './database.ts'

/** What the operator may switch. */
export type Switch = 'maintenance' | 'inviteOnly'

/** What is switched; null: the operator never switched it. */
export interface Switches {
  maintenance: boolean
  inviteOnly: boolean | null
}

/** How the bot stands towards one person at this moment. */
export interface Standing extends Switches {
  blocked: boolean
}

/** The values of the switches as they are stored. */
export type SwitchValues = Record<Switch, unknown>

/** The columns of a query that reads the switches beside something else. */
export const switchValues = sql`
  (select value from operator_settings where key = 'maintenance') as maintenance,
  (select value from operator_settings where key = 'inviteOnly') as "inviteOnly"`

export const switchesOf = ({ maintenance, inviteOnly }: SwitchValues): Switches => ({
  maintenance: maintenance === true,
  inviteOnly: typeof inviteOnly === 'boolean' ? inviteOnly : null,
})

/** What the operator has switched on or off. */
export async function getSwitches(db: Db): Promise<Switches> {
  const { rows } = await sql<SwitchValues>`select ${switchValues}`.execute(db)
  return switchesOf(rows[0]!)
}

/** Keeps a value of the operator's under `key`. */
export async function saveSetting(db: Db, key: string, value: unknown): Promise<void> {
  const values = { value: JSON.stringify(value) }
  await db
    .insertInto('operator_settings')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute()
}

/** Blocks or limits a person; false where nobody of that number is known. */
export async function updateReader(
  db: Db,
  userId: number,
  changes: Partial<Pick<Reader, 'blocked' | 'daily_tokens'>>,
): Promise<boolean> {
  const row = await db
    .updateTable('readers')
    .set(changes)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Tokens a person used since `since`. */
export async function countReaderTokens(db: Db, readerId: number, since: Date): Promise<number> {
  const { rows } = await sql<{ tokens: number }>`
    select coalesce(sum(coalesce(input_tokens + output_tokens, reserved_tokens)), 0)::float8 as tokens
    from llm_usage where reader_id = ${readerId} and at > ${since}`.execute(db)
  return rows[0]?.tokens ?? 0
}

export interface Day {
  /** 'YYYY-MM-DD', UTC. */
  day: string
  /** Chats there were at its end. */
  subscribers: number
  digests: number
  /** Parts that could not be delivered. */
  failures: number
  tokens: number
}

/** The last `days` days, oldest first, today included. */
export async function listDays(db: Db, now: Date, days: number): Promise<Day[]> {
  const from = new Date(now.getTime() - (days - 1) * 86_400_000).toISOString().slice(0, 10)
  const { rows } = await sql<Day>`
    with days as (
      select day::date as day from generate_series(${from}::date, ${now.toISOString().slice(0, 10)}::date, '1 day') day
    ), bounds as (
      select day, (day::timestamp at time zone 'UTC') as begins, ((day + 1)::timestamp at time zone 'UTC') as ends from days
    )
    select to_char(day, 'YYYY-MM-DD') as day,
      (select count(*)::int from subscribers where created_at < ends) as subscribers,
      (select count(*)::int from digests where state = 'composed' and created_at >= begins and created_at < ends) as digests,
      (select count(*)::int from deliveries where state in ('failed', 'unknown') and error is distinct from 'stopped' and created_at >= begins and created_at < ends) as failures,
      (select coalesce(sum(coalesce(input_tokens + output_tokens, reserved_tokens)), 0)::float8 from llm_usage
        where llm_usage.day = bounds.day) as tokens
    from bounds order by day`.execute(db)
  return rows
}

/** Sources that fail or were given up and that somebody follows, the longest failing first. */
export async function listFailingSources(
  db: Db,
  page: { offset: number; limit: number },
): Promise<{ rows: (Source & { followers: number })[]; total: number }> {
  const { rows } = await sql<Source & { followers: number; total: number }>`
    select sources.*, (select count(*)::int from subscriptions where source_id = sources.id) as followers,
      (count(*) over ())::int as total
    from sources where failing_since is not null or (state = 'stopped' and failures > 0)
    order by failing_since nulls last, id offset ${page.offset} limit ${page.limit}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** The catalogue's sources by topic, for editing. */
export async function listCatalogue(
  db: Db,
  topic: string,
): Promise<Pick<Source, 'id' | 'title' | 'url' | 'state'>[]> {
  return db
    .selectFrom('sources')
    .select(['id', 'title', 'url', 'state'])
    .where('shared', '=', true)
    .where('catalogue_topic', '=', topic)
    .orderBy('id')
    .limit(80)
    .execute()
}

/** Stops reading a source of the catalogue, or begins again. */
export async function setSourceState(db: Db, id: number, state: Source['state'], now: Date): Promise<void> {
  await db.updateTable('sources').set({ state, next_poll_at: now }).where('id', '=', id).execute()
}
