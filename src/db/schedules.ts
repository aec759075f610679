/** Queries on schedules: when a chat's digest is due and where in the chat it goes. */
import { sql } from 'kysely'
import { dueAfterMove } from '../core/schedule-move.ts'
import { nextDue } from '../core/schedule.ts'
import type { Selection } from '../core/selection.ts'
import type { Db, Schedule, Subscriber } from './database.ts'
import { listLastDue } from './digests.ts'

/** When a digest comes until the reader says otherwise. */
const defaults = { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] }

/** A digest this long after the last brings more than a day, and says why. */
const longGapMs = 36 * 3_600_000

export interface NewSchedule {
  subscriberId: number
  threadId: number | null
  selection: Selection
  /** Local times 'HH:MM'. */
  times: string[]
  /** ISO weekdays, 1 = Monday. */
  days: number[]
  timeZone: string
  nextDueAt: Date
}

/** Adds a schedule whose first window has not begun. */
export async function insertSchedule(db: Db, schedule: NewSchedule, now: Date): Promise<Schedule> {
  return db
    .insertInto('schedules')
    .values({
      subscriber_id: schedule.subscriberId,
      thread_id: schedule.threadId,
      selection: JSON.stringify(schedule.selection),
      times: schedule.times,
      days: schedule.days,
      time_zone: schedule.timeZone,
      next_due_at: schedule.nextDueAt,
      window_from: null,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The chat's first schedule, made now if it has none: everything it follows, every day at 08:00 of its own time. */
export async function ensureSchedule(
  db: Db,
  subscriber: Pick<Subscriber, 'id' | 'time_zone'>,
  threadId: number | null,
  now: Date,
): Promise<Schedule> {
  const [known] = await listSchedules(db, subscriber.id)
  if (known) return known
  const timeZone = subscriber.time_zone
  const nextDueAt = nextDue({ ...defaults, timeZone }, now)
  return insertSchedule(
    db,
    { subscriberId: subscriber.id, threadId, selection: { all: true }, ...defaults, timeZone, nextDueAt },
    now,
  )
}

/** A chat's schedules, the oldest first; not those that were removed. */
export async function listSchedules(db: Db, subscriberId: number): Promise<Schedule[]> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('state', '<>', 'deleted')
    .orderBy('id')
    .execute()
}

/** A schedule by its id, whosever it is. */
export async function findSchedule(db: Db, id: number): Promise<Schedule | undefined> {
  return db.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ScheduleChanges = Partial<
  Pick<
    Schedule,
    | 'times'
    | 'days'
    | 'time_zone'
    | 'thread_id'
    | 'next_due_at'
    | 'state'
    | 'mode'
    | 'quiet_from'
    | 'quiet_to'
    | 'most_a_day'
    | 'cause'
    | 'window_from'
  >
> & { selection?: Selection }

/** What a change of time zone means for the next digest, to be told. */
export interface Rescheduled {
  /** A time that comes again in the new zone and is not told twice. */
  repeated: Date | null
  /** A time that the new zone has passed over: its digest comes at once. */
  passed: Date | null
}

/**
 * Changes every schedule of a chat and works out anew when each is due after `now`. In another time zone local times
 * only go forward: none is told twice, and one that was passed over is told at once.
 */
export async function reschedule(
  db: Db,
  subscriberId: number,
  changes: Partial<Pick<Schedule, 'times' | 'days' | 'time_zone'>>,
  now: Date,
): Promise<Rescheduled> {
  const told: Rescheduled = { repeated: null, passed: null }
  const chat = await db
    .selectFrom('subscribers')
    .select('paused_until')
    .where('id', '=', subscriberId)
    .executeTakeFirst()
  const holiday = chat?.paused_until && chat.paused_until > now ? chat.paused_until : null
  for (const schedule of await listSchedules(db, subscriberId)) {
    const { times, days, time_zone: timeZone } = { ...schedule, ...changes }
    if (schedule.mode === 'instant') {
      await updateSchedule(db, schedule.id, { time_zone: timeZone })
      continue
    }
    const rule = { times, days, timeZone }
    const moves = timeZone !== schedule.time_zone && schedule.state === 'active' && holiday === null
    const lastDue = moves ? ((await listLastDue(db, [schedule.id])).get(schedule.id) ?? null) : null
    const { due, repeated } = moves
      ? dueAfterMove(rule, { timeZone: schedule.time_zone, lastDue, due: schedule.next_due_at }, now)
      : { due: nextDue(rule, holiday ?? now), repeated: null }
    if (due <= now) told.passed ??= due
    told.repeated ??= repeated
    await updateSchedule(db, schedule.id, {
      ...changes,
      next_due_at: due,
      ...(due <= now ? { cause: 'zone' as const } : {}),
    })
  }
  return told
}

/** Changes what a schedule says; when it is due next is the caller's to change. */
export async function updateSchedule(
  db: Db,
  id: number,
  { selection, ...changes }: ScheduleChanges,
): Promise<void> {
  await db
    .updateTable('schedules')
    .set({ ...changes, ...(selection ? { selection: JSON.stringify(selection) } : {}) })
    .where('id', '=', id)
    .execute()
}

/**
 * Pauses a chat's digests until `until`: the first digest after it brings what was new meanwhile. null ends the pause
 * now. Windows stay where they are, so nothing is lost.
 */
export async function setHoliday(
  trx: Db,
  subscriberId: number,
  until: Date | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('subscribers')
    .set({ paused_until: until, updated_at: now })
    .where('id', '=', subscriberId)
    .execute()
  for (const schedule of await listSchedules(trx, subscriberId)) {
    const { times, days, time_zone: timeZone } = schedule
    const after = until === null ? now : new Date(until.getTime() - 1)
    const due = schedule.mode === 'instant' ? after : nextDue({ times, days, timeZone }, after)
    const hasMissed =
      schedule.window_from !== null && due.getTime() - schedule.window_from.getTime() > longGapMs
    await updateSchedule(trx, schedule.id, {
      next_due_at: due,
      ...(hasMissed ? { cause: 'holiday' as const } : {}),
    })
  }
}

/** Makes active "as it happens" schedules due at `at` where their chats follow what these articles bring. */
export async function wakeInstant(db: Db, articleIds: readonly number[], at: Date): Promise<void> {
  await sql`
    update schedules set next_due_at = ${at}
    where state = 'active' and mode = 'instant' and next_due_at > ${at} and exists (
      select 1 from subscribers where subscribers.id = schedules.subscriber_id
        and (subscribers.paused_until is null or subscribers.paused_until <= ${at})
    ) and subscriber_id in (
      select s.subscriber_id from subscriptions s
      join article_sources link on link.source_id = s.source_id where link.article_id = any(${articleIds}::bigint[])
      union
      select s.subscriber_id from subscriptions s
      join article_topics tagged on tagged.topic_id = s.topic_id where tagged.article_id = any(${articleIds}::bigint[])
    )`.execute(db)
}

/**
 * Takes up to `limit` schedules due in (now, until] whose summaries nobody has made ahead yet, and marks them. Their
 * windows will begin at `window_from`.
 */
export async function takeUnprepared(trx: Db, now: Date, until: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update schedules set prepared_for = next_due_at where id in (
      select id from schedules
      where state = 'active' and next_due_at > ${now} and next_due_at <= ${until}
        and prepared_for is distinct from next_due_at
      order by next_due_at limit ${limit} for update skip locked
    ) returning id`.execute(trx)
  return rows.map((row) => row.id)
}
