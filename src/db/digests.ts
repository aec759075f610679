/** Queries on digests: one row for each due time of a schedule, its edition, and what it told or left out. */
import { sql } from 'kysely'
import type { Db, Digest, Schedule, Subscriber } from './database.ts'

/** What planning needs of a schedule. */
export const dueColumns = [
  'schedules.id',
  'subscriber_id',
  'times',
  'days',
  'schedules.time_zone',
  'mode',
  'quiet_from',
  'quiet_to',
  'most_a_day',
  'cause',
  'next_due_at',
  'window_from',
] as const

type ColumnName<Written> = Written extends `schedules.${infer Name}` ? Name : Written

export type DueSchedule = Pick<Schedule, ColumnName<(typeof dueColumns)[number]>>

/** Locks up to `limit` active schedules that are due, so that no other planner takes them. */
export async function lockDueSchedules(trx: Db, now: Date, limit: number): Promise<DueSchedule[]> {
  return trx
    .selectFrom('schedules')
    .select(dueColumns)
    .where('state', '=', 'active')
    .where('next_due_at', '<=', now)
    .orderBy('next_due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export interface NewDigest {
  scheduleId: number
  subscriberId: number
  dueAt: Date
  kind: Digest['kind']
  windowFrom: Date
  windowTo: Date
  late: boolean
  cause: Digest['cause']
  state: 'planned' | 'merged'
  mergedInto: number | null
}

const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString())

/** Records due times in one statement; those recorded already are left out of what it returns: ids by schedule. */
export async function insertDigests(
  trx: Db,
  digests: readonly NewDigest[],
  now: Date,
): Promise<Map<number, number>> {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ id: number; schedule_id: number }>`
    insert into digests (schedule_id, subscriber_id, due_at, kind, window_from, window_to, late, cause, state,
      merged_into, created_at)
    select made.*, ${now}::timestamptz from unnest(
      ${digests.map((each) => each.scheduleId)}::bigint[], ${digests.map((each) => each.subscriberId)}::bigint[],
      ${iso(digests.map((each) => each.dueAt))}::timestamptz[], ${digests.map((each) => each.kind)}::text[],
      ${iso(digests.map((each) => each.windowFrom))}::timestamptz[],
      ${iso(digests.map((each) => each.windowTo))}::timestamptz[],
      ${digests.map((each) => each.late)}::boolean[], ${digests.map((each) => each.cause)}::text[],
      ${digests.map((each) => each.state)}::text[], ${digests.map((each) => each.mergedInto)}::bigint[]
    ) as made
    on conflict (schedule_id, due_at) do nothing
    returning id, schedule_id`.execute(trx)
  return new Map(rows.map((row) => [row.schedule_id, row.id]))
}

export interface Advance {
  id: number
  nextDueAt: Date
  /** null: no window has begun. */
  windowFrom: Date | null
}

/** Moves schedules on: when each is due next, and where its next window begins. */
export async function advanceSchedules(trx: Db, moves: readonly Advance[]): Promise<void> {
  if (moves.length === 0) return
  await sql`
    update schedules set next_due_at = made.due, window_from = made.window_from, cause = null
    from unnest(${moves.map(({ id }) => id)}::bigint[], ${iso(moves.map(({ nextDueAt }) => nextDueAt))}::timestamptz[],
      ${moves.map(({ windowFrom }) => windowFrom?.toISOString() ?? null)}::timestamptz[]) as made (id, due, window_from)
    where schedules.id = made.id`.execute(trx)
}

/** When each of these schedules told its digests since `since`. */
export async function listToldTimes(
  trx: Db,
  scheduleIds: readonly number[],
  since: Date,
): Promise<{ schedule_id: number; due_at: Date }[]> {
  if (scheduleIds.length === 0) return []
  return trx
    .selectFrom('digests')
    .select(['schedule_id', 'due_at'])
    .where('schedule_id', 'in', [...scheduleIds])
    .where('due_at', '>=', since)
    .where('state', 'in', ['planned', 'composed'])
    .execute()
}

/** The last due time of each of these schedules that has passed; none for those where none has, the first digest aside. */
export async function listLastDue(db: Db, scheduleIds: readonly number[]): Promise<Map<number, Date>> {
  if (scheduleIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('digests')
    .select(['schedule_id', (query) => query.fn.max('due_at').as('at')])
    .where('schedule_id', 'in', [...scheduleIds])
    .where('kind', '=', 'scheduled')
    .groupBy('schedule_id')
    .execute()
  return new Map(rows.map((row) => [row.schedule_id, row.at]))
}

/** Planned digests that nobody has composed since `before`: what a lost job left. */
export async function listPlanned(db: Db, before: Date, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('digests')
    .select('id')
    .where('state', '=', 'planned')
    .where('created_at', '<', before)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Digests by state, for `gazette stats`. */
export async function countDigests(
  db: Db,
): Promise<{ state: Digest['state']; count: number; late: number }[]> {
  return db
    .selectFrom('digests')
    .select([
      'state',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`(count(*) filter (where late))::int`.as('late'),
    ])
    .groupBy('state')
    .execute()
}

/** A composed digest with what it said and how its chat reads. */
export async function findTold(
  db: Db,
  id: number,
): Promise<
  | (Pick<Digest, 'number' | 'kind' | 'due_at' | 'late' | 'cause'> & {
      content: unknown
      locale: string
      layout: Subscriber['layout']
      time_zone: string
    })
  | undefined
> {
  return db
    .selectFrom('digests')
    .innerJoin('editions', 'editions.id', 'digests.edition_id')
    .innerJoin('subscribers', 'subscribers.id', 'digests.subscriber_id')
    .select([
      'digests.number',
      'digests.kind',
      'digests.due_at',
      'digests.late',
      'digests.cause',
      'editions.content',
      'subscribers.locale',
      'subscribers.layout',
      'subscribers.time_zone',
    ])
    .where('digests.id', '=', id)
    .where('digests.state', '=', 'composed')
    .executeTakeFirst()
}

/** Digests that were written since `since`, empty ones aside. */
export async function countComposed(db: Db, since: Date): Promise<number> {
  const row = await db
    .selectFrom('digests')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('state', '=', 'composed')
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.count
}
