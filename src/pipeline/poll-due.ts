/** The poll tick: takes the sources that are due and gives each a job. */
import { chunk } from '../core/chunk.ts'
import { claimDueSources } from '../db/sources.ts'
import type { Pipeline } from './context.ts'

/** Sources taken in one query; the loop goes on while it is full. */
const batch = 500
/** Sources in one job: enough that storing them costs few statements, few enough that workers share them. */
export const sourcesPerJob = 25
/** A job that is not done by then was lost; the source is due again. */
const leaseMs = 15 * 60_000

/** Enqueues a poll for every followed source that is due. Returns how many. */
export async function pollDue(pipeline: Pipeline): Promise<number> {
  let total = 0
  for (;;) {
    const ids = await pipeline.db.transaction().execute(async (trx) => {
      const due = await claimDueSources(trx, pipeline.now(), batch, leaseMs)
      await pipeline.enqueue(
        trx,
        'poll',
        chunk(due, sourcesPerJob).map((sourceIds) => ({ sourceIds })),
      )
      return due
    })
    total += ids.length
    if (ids.length < batch) return total
  }
}
