/** Brings back due times that a clock running ahead has put off, so that all goes on by itself once it is set right. */
import { nextDue } from '../core/schedule.ts'
import { advanceSchedules } from '../db/digests.ts'
import { lockFarSchedules, pullBackDigests, pullBackJobs, pullBackTimes } from '../db/far-ahead.ts'
import type { Pipeline } from './context.ts'

const batch = 1000

/** Makes sources, jobs and parts due that wait absurdly long, and works out anew when schedules are. */
export async function setRight({ db, now, log }: Pick<Pipeline, 'db' | 'now' | 'log'>): Promise<void> {
  const at = now()
  // What was found meanwhile is new from now on, and the windows of what comes begin before that.
  const before = new Date(at.getTime() - 1)
  await pullBackTimes(db, at)
  await pullBackJobs(db)
  for (;;) {
    const moved = await db.transaction().execute(async (trx) => {
      const schedules = await lockFarSchedules(trx, at, batch)
      await pullBackDigests(
        trx,
        schedules.map(({ id }) => id),
        at,
      )
      await advanceSchedules(
        trx,
        schedules.map(({ id, mode, times, days, time_zone: timeZone, ...each }) => {
          const after = each.paused_until !== null && each.paused_until > at ? each.paused_until : at
          return {
            id,
            nextDueAt: mode === 'instant' ? after : nextDue({ times, days, timeZone }, after),
            windowFrom: each.window_from !== null && each.window_from > at ? before : each.window_from,
          }
        }),
      )
      return schedules.length
    })
    if (moved > 0) log.warn({ schedules: moved }, 'due times lay far ahead: the clock has been set back')
    if (moved < batch) return
  }
}
