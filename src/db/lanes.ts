/** The token bucket of each bot token, one row that bulk and replies of every process spend. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Telegram counts over a sliding second, so a bucket that saved up a second's worth could send twice the rate in one.
 * It holds a fiftieth, and refills a little more slowly than allowed to make up for it.
 */
const heldPart = 0.02
const refillPart = 1 - heldPart - 0.01
const capacityOf = (rate: number): number => Math.max(1, rate * heldPart)

/** Makes sure the bucket's row exists, full, with `rate` sends a second; a changed rate takes effect. */
export async function openLane(db: Db, botId: number, rate: number, now: Date): Promise<void> {
  await db
    .insertInto('lanes')
    .values({
      bot_id: botId,
      tokens: capacityOf(rate),
      rate,
      refilled_at: now,
      pause_until: null,
      waiting_until: null,
    })
    .onConflict((conflict) => conflict.column('bot_id').doUpdateSet({ rate }))
    .execute()
}

export interface Grant {
  /** Sends allowed now, 0 to `want`. */
  granted: number
  /** When to ask again if less was granted than wanted. */
  retryAt: Date
}

/** Takes up to `want` sends from the bucket. While a reply waits, bulk gets nothing; during a pause nobody does. */
export async function takeSends(
  db: Db,
  want: { botId: number; count: number; bulk: boolean },
  now: Date,
): Promise<Grant> {
  return db.isTransaction ? take(db, want, now) : db.transaction().execute((trx) => take(trx, want, now))
}

async function take(
  trx: Db,
  want: { botId: number; count: number; bulk: boolean },
  now: Date,
): Promise<Grant> {
  const lane = await trx
    .selectFrom('lanes')
    .selectAll()
    .where('bot_id', '=', want.botId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (lane.pause_until && lane.pause_until > now) return { granted: 0, retryAt: lane.pause_until }
  const elapsed = Math.max(0, now.getTime() - lane.refilled_at.getTime())
  const refill = lane.rate * refillPart
  const tokens = Math.min(capacityOf(lane.rate), lane.tokens + (elapsed / 1000) * refill)
  const replyWaits = lane.waiting_until !== null && lane.waiting_until > now
  const usable = want.bulk && replyWaits ? 0 : tokens
  const granted = Math.max(0, Math.min(want.count, Math.floor(usable)))
  const short = granted < want.count
  await trx
    .updateTable('lanes')
    .set({
      tokens: tokens - granted,
      refilled_at: now,
      // A reply that found the bucket empty holds bulk back until it is served, or has gone away.
      ...(want.bulk ? {} : { waiting_until: short ? new Date(now.getTime() + 1000) : null }),
    })
    .where('bot_id', '=', want.botId)
    .execute()
  const wait = Math.max(1, Math.ceil(((1 - (usable - granted)) / refill) * 1000))
  return { granted, retryAt: new Date(now.getTime() + wait) }
}

/** Stops every send of this token until `until`, because Telegram said so; a longer pause stands. */
export async function pauseLane(db: Db, botId: number, until: Date): Promise<void> {
  await db
    .updateTable('lanes')
    .set({ pause_until: sql`greatest(coalesce(pause_until, ${until}), ${until})`, tokens: 0 })
    .where('bot_id', '=', botId)
    .execute()
}

export async function findLane(
  db: Db,
  botId: number,
): Promise<{ rate: number; pauseUntil: Date | null } | undefined> {
  const lane = await db.selectFrom('lanes').selectAll().where('bot_id', '=', botId).executeTakeFirst()
  return lane && { rate: lane.rate, pauseUntil: lane.pause_until }
}

/** Gives back sends that were granted and not needed. */
export async function returnSends(db: Db, botId: number, count: number): Promise<void> {
  await db
    .updateTable('lanes')
    .set({ tokens: sql`least(greatest(1, rate * ${heldPart}::float8), tokens + ${count})` })
    .where('bot_id', '=', botId)
    .execute()
}
