/** Turns a chat's digests off and on; on again, they are due at the next hour that is still to come. */
import { reschedule } from '../db/schedules.ts'
import { setSubscriberState } from '../db/subscribers.ts'
import type { BotContext } from './context.ts'

/** Turns digests on; false where they were on. */
export async function resumeDigests(ctx: BotContext): Promise<boolean> {
  const { db, now } = ctx.needs
  if (ctx.subscriber.state === 'active') return false
  await db.transaction().execute(async (trx) => {
    await reschedule(trx, ctx.subscriber.id, {}, now())
    await setSubscriberState(trx, ctx.subscriber.id, 'active', null, now())
  })
  ctx.subscriber = { ...ctx.subscriber, state: 'active', reason: null }
  return true
}

/** Turns digests off; `reason` says by which command. */
export async function pauseDigests(ctx: BotContext, reason: 'pause' | 'stop'): Promise<void> {
  const { db, now } = ctx.needs
  await db.transaction().execute((trx) => setSubscriberState(trx, ctx.subscriber.id, 'paused', reason, now()))
  ctx.subscriber = { ...ctx.subscriber, state: 'paused', reason }
}
