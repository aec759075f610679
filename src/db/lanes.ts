/** The token bucket of each bot token, one row that bulk and replies of every process spend. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Sends a second kept for replies while one waits. */
export const replyReserve = 5

/** Makes sure the bucket's row exists, full, with `rate` sends a second; a changed rate takes effect. */
export async function openLane(db: Db, botId: number, rate: number, now: Date): Promise<void> {
  await db
    .insertInto('lanes')
    .values({ bot_id: botId, tokens: rate, rate, refilled_at: now, pause_until: null, waiting_until: null })
    .onConflict((conflict) => conflict.column('bot_id').doUpdateSet({ rate }))
    .execute()
}

export interface Grant {
  /** Sends allowed now, 0 to `want`. */
  granted: number
  /** When to ask again if less was granted than wanted. */
  retryAt: Date
}

/**
 * Takes up to `want` sends from the bucket, which refills at `rate` a second and holds one second's worth.
 * Bulk leaves the reserve alone while a reply waits. Nothing is granted during a pause.
 */
export async function takeSends(
  db: Db,
  want: { botId: number; count: number; bulk: boolean; reserve?: number },
  now: Date,
): Promise<Grant> {
  const reserve = want.reserve ?? replyReserve
  return db.isTransaction
    ? take(db, want, reserve, now)
    : db.transaction().execute((trx) => take(trx, want, reserve, now))
}

async function take(
  trx: Db,
  want: { botId: number; count: number; bulk: boolean },
  reserve: number,
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
  const tokens = Math.min(lane.rate, lane.tokens + (elapsed / 1000) * lane.rate)
  const replyWaits = lane.waiting_until !== null && lane.waiting_until > now
  const usable = want.bulk && replyWaits ? tokens - Math.min(reserve, lane.rate / 2) : tokens
  const granted = Math.max(0, Math.min(want.count, Math.floor(usable)))
  const short = granted < want.count
  await trx
    .updateTable('lanes')
    .set({
      tokens: tokens - granted,
      refilled_at: now,
      // A reply that found the bucket empty holds bulk back for a moment, so that it is next.
      ...(!want.bulk && short ? { waiting_until: new Date(now.getTime() + 1000) } : {}),
    })
    .where('bot_id', '=', want.botId)
    .execute()
  const wait = Math.max(1, Math.ceil(((1 - (usable - granted)) / lane.rate) * 1000))
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
    .set({ tokens: sql`least(rate, tokens + ${count})` })
    .where('bot_id', '=', botId)
    .execute()
}
