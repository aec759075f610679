/** What one bot token may send: one row that bulk and replies of every process spend, slowed by refusals, sped up by time. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from './database.ts'
import type { LaneTable } from './delivery-tables.ts'
import { upsertPace } from './paces.ts'

type Lane = Selectable<LaneTable>

/** The second that Telegram counts over, and a little because the way there is never twice the same. */
const windowMs = 1000
const marginMs = 12
/** Nor may a rush take more than this share of a second's sends in a fifth of it: a reply never waits long. */
const rushMs = 200
const rushShare = 0.3
/** Times are kept to this, so that the row stays short at a thousand a second. */
const grainMs = 5
/** A send that is not answered after so long belongs to a process that is gone. */
const forgottenMs = 5000
/** A refusal costs this share of the rate, and two minutes without one bring all of it back. */
const slowerBy = 0.15
const leastRate = 0.1
const recoveryMs = 120_000

/** Makes sure the token's row exists with `rate` sends a second; a changed rate takes effect. */
export async function openLane(db: Db, botId: number, rate: number, now: Date): Promise<void> {
  await db
    .insertInto('lanes')
    .values({ bot_id: botId, rate, max_rate: rate, rated_at: now })
    .onConflict((conflict) =>
      conflict.column('bot_id').doUpdateSet({
        max_rate: rate,
        rate: sql`case when lanes.max_rate = ${rate} then lanes.rate else ${rate} end`,
        version: sql`lanes.version + 1`,
      }),
    )
    .execute()
}

/** Makes sure of it once, before the first send of a process; again where that failed. */
export function createLaneOpener(db: Db, botId: number, rate: number): (now: Date) => Promise<void> {
  let opened: Promise<void> | null = null
  return (now) => {
    opened ??= openLane(db, botId, rate, now).catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }
}

export interface Grant {
  /** Sends allowed now, 0 to `want`. */
  granted: number
  /** When to ask again if less was granted than wanted. */
  retryAt: Date
}

export interface Want {
  botId: number
  count: number
  bulk: boolean
  /** The chat whose pace this counts for as well, whether or not it is granted. */
  chatId?: number
  /** Bulk sends that were answered since the last time. */
  landed?: readonly Landing[]
}

/** One bulk send, milliseconds: when it was granted, and when it was answered. */
export type Landing = readonly [granted: number, answered: number]

/**
 * Takes up to `count` sends. While a reply waits, bulk gets nothing; during a pause nobody does. Telegram counts a send
 * when it arrives, which nobody here sees: one of bulk is counted from its grant until a second after its answer, which
 * is to be reported as `landed`; a reply from its grant on.
 */
export async function takeSends(db: Db, want: Want, now: Date): Promise<Grant> {
  const { botId, chatId } = want
  // In one statement, because every reply begins with it.
  const paced = chatId === undefined ? db : db.with('paced', (cte) => upsertPace(cte, { botId, chatId }, now))
  for (let lane = await readLane(paced, botId); ; lane = await readLane(db, botId)) {
    if (lane.pause_until && lane.pause_until > now) return { granted: 0, retryAt: lane.pause_until }
    const { values, grant } = spend(lane, want, now)
    if (await changeLane(db, lane, values)) return grant
  }
}

const readLane = (db: Pick<Db, 'selectFrom'>, botId: number) =>
  db.selectFrom('lanes').selectAll().where('bot_id', '=', botId).executeTakeFirstOrThrow()

/** Writes to a lane as it was read; false where somebody was quicker. Shorter than a lock by half its round trips. */
async function changeLane(db: Db, lane: Lane, values: Updateable<LaneTable>): Promise<boolean> {
  const result = await db
    .updateTable('lanes')
    .set({ ...values, version: lane.version + 1 })
    .where('bot_id', '=', lane.bot_id)
    .where('version', '=', lane.version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function spend(lane: Lane, want: Want, now: Date): { values: Updateable<LaneTable>; grant: Grant } {
  const at = now.getTime()
  const recovered = (lane.max_rate * Math.max(0, at - lane.rated_at.getTime())) / recoveryMs
  const rate = Math.min(lane.max_rate, lane.rate + recovered)
  // What lies far ahead was written by a clock that has been set back since.
  const between = (ms: number) => (each: Counted) => each[0] > at - ms && each[0] <= at + windowMs
  const landed = want.landed ?? []
  const flying = add(
    lane.flying,
    landed.map(([granted]) => [granted, -1]),
  ).filter(between(forgottenMs))
  const answered = landed.map(([, time]): Counted => [Math.ceil(time / grainMs) * grainMs, 1])
  const spent = add(lane.spent, answered).filter(between(windowMs + marginMs))
  const second = findRoom(spent, flying, Math.max(1, Math.floor(rate)), windowMs + marginMs, at)
  const rushing = flying.filter(between(rushMs))
  const rush = findRoom(
    spent.filter(between(rushMs)),
    rushing,
    Math.max(1, Math.ceil(rate * rushShare)),
    rushMs,
    at,
  )
  const replyWaits = lane.waiting_until !== null && lane.waiting_until > now
  const usable = want.bulk && replyWaits ? 0 : Math.min(second.room, rush.room)
  const granted = Math.max(0, Math.min(want.count, usable))
  const taken: readonly Counted[] = granted > 0 ? [[at, granted]] : []
  return {
    values: {
      rate,
      rated_at: now,
      spent: JSON.stringify(want.bulk ? spent : add(spent, taken)),
      flying: JSON.stringify(want.bulk ? add(flying, taken) : flying),
      // A reply that found no room holds bulk back until it is served, or has gone away.
      ...(want.bulk ? {} : { waiting_until: granted < want.count ? new Date(at + 1000) : null }),
    },
    grant: { granted, retryAt: new Date(Math.max(at + 1, second.freeAt, rush.freeAt)) },
  }
}

/** So many sends at one time, in milliseconds. */
type Counted = [time: number, count: number]

/** How many sends fit beside those of the last `ms` and those under way, and when the oldest of a full one leaves it. */
function findRoom(
  spent: readonly Counted[],
  flying: readonly Counted[],
  most: number,
  ms: number,
  at: number,
): { room: number; freeAt: number } {
  const room = [...spent, ...flying].reduce((left, [, count]) => left - count, most)
  // Where all are under way, the next one may be answered at any moment.
  return { room, freeAt: room > 0 || spent.length === 0 ? at : Math.min(...spent.map(([time]) => time)) + ms }
}

/** Both together by time, oldest first, without what comes to nothing. */
function add(counted: readonly Counted[], more: readonly Counted[]): Counted[] {
  const counts = new Map<number, number>()
  for (const [time, count] of [...counted, ...more]) counts.set(time, (counts.get(time) ?? 0) + count)
  return [...counts].filter(([, count]) => count > 0).toSorted(([one], [other]) => one - other)
}

/** Gives back `count` of the bulk sends granted at `at`, which were not needed. */
export async function returnSends(db: Db, botId: number, count: number, at: Date): Promise<void> {
  for (;;) {
    const lane = await readLane(db, botId)
    const flying = JSON.stringify(add(lane.flying, [[at.getTime(), -count]]))
    if (await changeLane(db, lane, { flying })) return
  }
}

/**
 * Stops every send of this token until `until`, because Telegram said 429; a longer pause stands. The first refusal of
 * a pause lowers the rate; the others were on their way already.
 */
export async function pauseLane(db: Db, botId: number, until: Date, now: Date): Promise<void> {
  await db
    .updateTable('lanes')
    .set({
      pause_until: sql`greatest(pause_until, ${until})`,
      rate: sql`case when pause_until > ${now} then rate
        else greatest(1, max_rate * ${leastRate}::float8, rate * ${1 - slowerBy}::float8) end`,
      rated_at: until,
      floods: sql`floods + 1`,
      flooded_at: now,
      version: sql`version + 1`,
    })
    .where('bot_id', '=', botId)
    .execute()
}

export interface LaneState {
  /** Sends a second, now and at most. */
  rate: number
  maxRate: number
  pauseUntil: Date | null
  /** Answers 429 so far, and the last of them. */
  floods: number
  floodedAt: Date | null
}

/** How each token's lane stands, for `gazette stats` and the metrics. */
export async function listLanes(db: Db): Promise<(LaneState & { botId: number })[]> {
  const lanes = await db.selectFrom('lanes').selectAll().orderBy('bot_id').execute()
  return lanes.map((lane) => ({
    botId: lane.bot_id,
    rate: lane.rate,
    maxRate: lane.max_rate,
    pauseUntil: lane.pause_until,
    floods: lane.floods,
    floodedAt: lane.flooded_at,
  }))
}
