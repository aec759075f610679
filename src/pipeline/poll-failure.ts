/** Writes down that a source could not be read, and when to look again; for poll.ts. */
import { PermanentError, RetryLater, UserError } from '../core/errors.ts'
import { backOffGap, shortestGapMs } from '../core/rhythm.ts'
import type { Source } from '../db/database.ts'
import { hostOf, keepAway } from '../db/hosts.ts'
import { recordPollFailure } from '../db/sources.ts'
import type { Pipeline } from './context.ts'

/** Records what a far side did wrong; anything else is our own fault, and thrown. */
export async function recordFailure(pipeline: Pipeline, source: Source, error: unknown): Promise<void> {
  const now = pipeline.now()
  const backOff = Math.max(shortestGapMs, backOffGap(source.poll_gap_ms, source.failures, source.id))
  if (error instanceof RetryLater) {
    const until = new Date(now.getTime() + error.delayMs)
    await keepAway(pipeline.db, [{ host: hostOf(source.url), until }])
    await recordPollFailure(
      pipeline.db,
      source,
      {
        error: 'askedToWait',
        nextPollAt: new Date(now.getTime() + Math.max(error.delayMs, shortestGapMs)),
        stop: false,
      },
      now,
    )
    return
  }
  if (!(error instanceof UserError) && !(error instanceof PermanentError)) throw error
  const stop = error instanceof PermanentError
  const key = error instanceof UserError ? error.key : error.reason
  pipeline.log.info(
    { source: source.id, error: key, failures: source.failures + 1 },
    'a source could not be read',
  )
  await recordPollFailure(
    pipeline.db,
    source,
    { error: key, nextPollAt: new Date(now.getTime() + backOff), stop },
    now,
  )
}
