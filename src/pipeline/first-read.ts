/** Lets sources that nobody has read yet be read before a reader who waits is answered; compose and preview call it. */
import { RetryLater } from '../core/errors.ts'
import { claimUnreadSources, countAwaited } from '../db/first-reads.ts'
import type { Pipeline } from './context.ts'

/** A source that has not answered by then is told of as "still reading". */
const patienceMs = 25_000
/** As in poll-due: a job that is not done by then was lost. */
const leaseMs = 15 * 60_000
const lookAgainMs = 700

/**
 * Asks for the first poll of every unread source among `sourceIds` and waits for it by throwing RetryLater.
 * Returns whether some are unread even so.
 */
export async function awaitFirstReads(pipeline: Pipeline, sourceIds: readonly number[]): Promise<boolean> {
  const now = pipeline.now()
  await pipeline.db.transaction().execute(async (trx) => {
    const unread = await claimUnreadSources(trx, sourceIds, now, leaseMs)
    // One by one: whoever waits should not wait for the slowest of them.
    await pipeline.enqueue(
      trx,
      'poll',
      unread.map((sourceId) => ({ sourceIds: [sourceId] })),
    )
  })
  const since = new Date(now.getTime() - patienceMs)
  const { unread, polling, enriching } = await countAwaited(pipeline.db, sourceIds, since, leaseMs)
  if (polling + enriching > 0) throw new RetryLater('sources are being read for the first time', lookAgainMs)
  return unread > 0
}
