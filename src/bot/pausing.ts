/** Turns a chat's digests off, off until a day, and on; on again, one digest brings what was new meanwhile. */
import type { Db } from '../db/database.ts'
import { reschedule, setHoliday } from '../db/schedules.ts'
import { setSubscriberState } from '../db/subscribers.ts'
import { formatDay } from '../locales/format.ts'
import type { BotContext } from './context.ts'

/** The end of the chat's holiday, if it is on one. */
function holidayOf(ctx: BotContext): Date | null {
  const { paused_until: until } = ctx.subscriber
  return until && until > ctx.needs.now() ? until : null
}

/** Says that no digests come, and until when; null while they come. */
export function describePause(ctx: BotContext): string | null {
  const { bot, reading, tag } = ctx.locale
  if (ctx.subscriber.state !== 'active') return bot.schedule.paused
  const until = holidayOf(ctx)
  return until && reading.holiday.until(formatDay(tag, until, ctx.subscriber.time_zone, ctx.needs.now()))
}

/** Turns on the digests of a chat that was paused or lost: the next due time brings what was new meanwhile, none is late. `first` is done with it. */
export async function revive(
  { db, now }: Pick<BotContext['needs'], 'db' | 'now'>,
  id: number,
  first: (trx: Db) => Promise<unknown> = async () => undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await first(trx)
    await reschedule(trx, id, {}, now())
    await setSubscriberState(trx, id, 'active', null, now())
  })
}

/** Turns digests on; false where they were on. */
export async function resumeDigests(ctx: BotContext): Promise<boolean> {
  const { now } = ctx.needs
  if (ctx.subscriber.state === 'active' && holidayOf(ctx) === null) return false
  const { id } = ctx.subscriber
  await revive(ctx.needs, id, (trx) => setHoliday(trx, id, null, now()))
  ctx.subscriber = { ...ctx.subscriber, state: 'active', reason: null, paused_until: null }
  return true
}

/** Turns digests off; `reason` says by which command. */
export async function pauseDigests(ctx: BotContext, reason: 'pause' | 'stop'): Promise<void> {
  const { db, now } = ctx.needs
  await db.transaction().execute((trx) => setSubscriberState(trx, ctx.subscriber.id, 'paused', reason, now()))
  ctx.subscriber = { ...ctx.subscriber, state: 'paused', reason }
}

/** Turns digests off until `until`; they begin again by themselves. */
export async function pauseUntil(ctx: BotContext, until: Date): Promise<void> {
  const { db, now } = ctx.needs
  await db.transaction().execute(async (trx) => {
    await setSubscriberState(trx, ctx.subscriber.id, 'active', null, now())
    await setHoliday(trx, ctx.subscriber.id, until, now())
  })
  ctx.subscriber = { ...ctx.subscriber, state: 'active', reason: null, paused_until: until }
}
