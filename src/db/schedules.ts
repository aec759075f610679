/** Queries on schedules: when a chat's digest is due and where in the chat it goes. */
import { nextDue } from '../core/schedule.ts'
import type { Db, Schedule, Subscriber } from './database.ts'
import type { Selection } from './tables.ts'

/** When a digest comes until the reader says otherwise. */
const defaults = { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] }

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

/** A chat's schedules, the oldest first. */
export async function listSchedules(db: Db, subscriberId: number): Promise<Schedule[]> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id')
    .execute()
}

export async function findSchedule(db: Db, id: number): Promise<Schedule | undefined> {
  return db.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst()
}

export type ScheduleChanges = Partial<
  Pick<Schedule, 'times' | 'days' | 'time_zone' | 'thread_id' | 'next_due_at' | 'state'>
>

/** Changes every schedule of a chat and works out anew when each is due after `now`. */
export async function reschedule(
  db: Db,
  subscriberId: number,
  changes: Partial<Pick<Schedule, 'times' | 'days' | 'time_zone'>>,
  now: Date,
): Promise<void> {
  for (const schedule of await listSchedules(db, subscriberId)) {
    const { times, days, time_zone: timeZone } = { ...schedule, ...changes }
    await updateSchedule(db, schedule.id, {
      ...changes,
      next_due_at: nextDue({ times, days, timeZone }, now),
    })
  }
}

export async function updateSchedule(db: Db, id: number, changes: ScheduleChanges): Promise<void> {
  await db.updateTable('schedules').set(changes).where('id', '=', id).execute()
}
