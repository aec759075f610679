/** Queries on schedules: when a chat's digest is due and where in the chat it goes. */
import type { Db, Schedule } from './database.ts'
import type { Selection } from './tables.ts'

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

export async function updateSchedule(db: Db, id: number, changes: ScheduleChanges): Promise<void> {
  await db.updateTable('schedules').set(changes).where('id', '=', id).execute()
}
