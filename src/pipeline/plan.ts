/** Stage 4, the plan tick: turns each due time into one digest row, and moves the schedule on. */
import { dueTimesBetween, nextDue } from '../core/schedule.ts'
import type { Db, Schedule } from '../db/database.ts'
import { advanceSchedule, insertDigest, lockDueSchedules } from '../db/digests.ts'
import { listSchedules } from '../db/schedules.ts'
import type { Pipeline } from './context.ts'

const batch = 500
/** Later than this a digest says that it is late. */
const lateAfterMs = 15 * 60_000
/** What the first digest of a schedule looks back on. */
export const firstWindowMs = 72 * 3_600_000
/** Missed times recorded one by one; older ones of a very long absence are passed over. */
const mostMissed = 400

/** Plans every schedule that is due. Returns how many digests were planned. */
export async function plan(pipeline: Pipeline): Promise<number> {
  let planned = 0
  for (;;) {
    const taken = await pipeline.db.transaction().execute(async (trx) => {
      const now = pipeline.now()
      const due = await lockDueSchedules(trx, now, batch)
      for (const schedule of due) if (await planOne(pipeline, trx, schedule, now)) planned += 1
      return due.length
    })
    if (taken < batch) return planned
  }
}

/** The last due time becomes the digest; earlier ones that were missed are recorded as merged into it. */
async function planOne(pipeline: Pipeline, trx: Db, schedule: Schedule, now: Date): Promise<boolean> {
  const rule = { times: schedule.times, days: schedule.days, timeZone: schedule.time_zone }
  const missed = dueTimesBetween(rule, new Date(schedule.next_due_at.getTime() - 1), now).slice(-mostMissed)
  const dueAt = missed.at(-1) ?? schedule.next_due_at
  const late = now.getTime() - dueAt.getTime() > lateAfterMs || missed.length > 1
  const windowTo = late ? now : dueAt
  const windowFrom = schedule.window_from ?? new Date(windowTo.getTime() - firstWindowMs)
  const digest = { scheduleId: schedule.id, subscriberId: schedule.subscriber_id, windowFrom, windowTo }
  const kind = schedule.window_from === null ? 'first' : 'scheduled'
  const id = await insertDigest(
    trx,
    { ...digest, dueAt, kind, late, state: 'planned', mergedInto: null },
    now,
  )
  await advanceSchedule(trx, schedule.id, nextDue(rule, now), windowTo)
  if (id === null) return false
  for (const time of missed.slice(0, -1))
    await insertDigest(
      trx,
      { ...digest, dueAt: time, kind, late: false, state: 'merged', mergedInto: id },
      now,
    )
  await pipeline.enqueue(trx, 'compose', { digestId: id })
  return true
}

/**
 * Plans number 1 of each schedule of a subscriber that has had none, at once; called when /start is done.
 * Running twice plans nothing more.
 */
export async function startDigests(
  pipeline: Pick<Pipeline, 'db' | 'enqueue'>,
  subscriberId: number,
  now: Date,
): Promise<void> {
  await pipeline.db.transaction().execute(async (trx) => {
    for (const schedule of await listSchedules(trx, subscriberId)) {
      if (schedule.window_from !== null) continue
      const window = { windowFrom: new Date(now.getTime() - firstWindowMs), windowTo: now }
      const id = await insertDigest(
        trx,
        {
          scheduleId: schedule.id,
          subscriberId,
          dueAt: now,
          kind: 'first',
          late: false,
          state: 'planned',
          mergedInto: null,
          ...window,
        },
        now,
      )
      if (id === null) continue
      await advanceSchedule(trx, schedule.id, schedule.next_due_at, now)
      await pipeline.enqueue(trx, 'compose', { digestId: id })
    }
  })
}
