/** The prepare tick and its job: makes ahead of the due time the summaries that digests will need, so that they start on the minute. */
import { RetryLater } from '../core/errors.ts'
import type { PlannedDigest } from '../db/compositions.ts'
import { listForeseen } from '../db/foreseen.ts'
import { takeUnprepared } from '../db/schedules.ts'
import { gatherFor } from './compose.ts'
import type { Pipeline } from './context.ts'
import { groupPlanned } from './group-digests.ts'
import { firstWindowMs } from './plan.ts'
import { shareOut } from './share-out.ts'

/** Schedules due within this are prepared: time enough for a model, and little of the news still to come. */
const aheadMs = 10 * 60_000
const batch = 5000
const preparedTogether = 250

/** Asks for the preparation of every schedule that is due soon. Returns how many. */
export async function prepareDue(pipeline: Pipeline): Promise<number> {
  let prepared = 0
  for (;;) {
    const taken = await pipeline.db.transaction().execute(async (trx) => {
      const now = pipeline.now()
      const ids = await takeUnprepared(trx, now, new Date(now.getTime() + aheadMs), batch)
      const jobs = shareOut(ids, preparedTogether)
      await pipeline.enqueue(
        trx,
        'prepare',
        jobs.map((scheduleIds) => ({ scheduleIds })),
      )
      return ids.length
    })
    prepared += taken
    if (taken < batch) return prepared
  }
}

/** A model that cannot be had is asked again no sooner than after the first, no later than after the second. */
const leastWaitMs = 5_000
const mostWaitMs = 60_000

/**
 * Gathers what the next digests of these schedules would say now, for the summaries' sake. Throws RetryLater while one
 * is made elsewhere, and where the model cannot be had but may be before the digests are due.
 */
export async function prepare(pipeline: Pipeline, scheduleIds: readonly number[]): Promise<void> {
  const now = pipeline.now()
  // One whose time has come meanwhile is composed by now, and its next due time is not soon.
  const foreseen = (await listForeseen(pipeline.db, scheduleIds)).filter(
    ({ next_due_at: dueAt }) => dueAt.getTime() <= now.getTime() + aheadMs,
  )
  const planned = foreseen.map(
    ({ schedule, subscriber, window_from: from }): PlannedDigest => ({
      schedule,
      subscriber,
      digest: {
        id: schedule.id,
        schedule_id: schedule.id,
        subscriber_id: subscriber.id,
        due_at: now,
        number: null,
        kind: from === null ? 'first' : 'scheduled',
        window_from: from ?? new Date(now.getTime() - firstWindowMs),
        window_to: now,
        late: false,
        cause: null,
        edition_id: null,
        merged_into: null,
        state: 'planned',
        created_at: now,
      },
    }),
  )
  const outages: number[] = []
  let awaited: RetryLater | null = null
  for (const group of await groupPlanned(pipeline, planned))
    try {
      await gatherFor(pipeline, group, (waitMs) => outages.push(waitMs))
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
      awaited = error
    }
  if (awaited) throw awaited as RetryLater
  if (outages.length === 0) return
  const waitMs = Math.max(leastWaitMs, Math.min(mostWaitMs, ...outages))
  // At the due time what is there has to do: composing asks once more, and takes the articles' own sentences.
  const lastDue = Math.max(...foreseen.map(({ next_due_at: dueAt }) => dueAt.getTime()))
  if (pipeline.now().getTime() + waitMs < lastDue)
    throw new RetryLater('the model cannot be had, and there is time before the digests', waitMs)
}
