/** Stage 4, the plan tick: turns each due time into one digest row, and moves the schedule on; many at a time. */
import { dueTimesBetween, nextDue } from '../core/schedule.ts'
import { instantDue, startOfDay, timesBehind } from '../core/schedule-move.ts'
import type { Db } from '../db/database.ts'
import {
  type Advance,
  advanceSchedules,
  type DueSchedule,
  insertDigests,
  listLastDue,
  listToldTimes,
  lockDueSchedules,
  type NewDigest,
} from '../db/digests.ts'
import { listSchedules } from '../db/schedules.ts'
import type { Pipeline } from './context.ts'
import { shareOut } from './share-out.ts'

const batch = 5000
/** Digests in one compose job: enough to share their queries, few enough to be under way on every worker. */
const composedTogether = 100
/** Later than this a digest says that it is late. */
const lateAfterMs = 15 * 60_000
/** What the first digest of a schedule looks back on. */
export const firstWindowMs = 72 * 3_600_000
/** Missed times recorded one by one; older ones of a very long absence are passed over. */
const mostMissed = 400
/** "As it happens" is woken by what arrives; this often it looks by itself, in case a wake was lost. */
const instantGlanceMs = 3_600_000

/** Plans every schedule that is due. Returns how many digests were planned. */
export async function plan(pipeline: Pipeline): Promise<number> {
  let planned = 0
  for (;;) {
    const taken = await pipeline.db.transaction().execute(async (trx) => {
      const now = pipeline.now()
      const due = await lockDueSchedules(trx, now, batch)
      planned += await planBatch(pipeline, trx, due, now)
      return due.length
    })
    if (taken < batch) return planned
  }
}

interface Turn {
  digest: NewDigest
  missed: Date[]
}

async function planBatch(
  pipeline: Pick<Pipeline, 'enqueue'>,
  trx: Db,
  due: readonly DueSchedule[],
  now: Date,
): Promise<number> {
  const sentToday = await countToday(trx, due, now)
  const moved = due.filter(({ cause }) => cause === 'zone').map(({ id }) => id)
  const timesOf = createTimes(now, await listLastDue(trx, moved))
  const turns: Turn[] = []
  const moves: Advance[] = []
  for (const schedule of due) {
    const wait = schedule.mode === 'instant' ? waitUntil(schedule, sentToday.get(schedule.id) ?? 0, now) : now
    if (wait > now) {
      moves.push({ id: schedule.id, nextDueAt: wait, windowFrom: schedule.window_from })
      continue
    }
    const { times, next } = timesOf(schedule)
    const turn = turnOf(schedule, times, now)
    turns.push(turn)
    moves.push({ id: schedule.id, nextDueAt: next, windowFrom: turn.digest.windowTo })
  }
  const ids = await insertDigests(
    trx,
    turns.map(({ digest }) => digest),
    now,
  )
  await insertDigests(trx, mergedOf(turns, ids), now)
  await advanceSchedules(trx, moves)
  await enqueueCompositions(pipeline, trx, [...ids.values()])
  return ids.size
}

/** Asks for these digests to be composed. */
export async function enqueueCompositions(
  { enqueue }: Pick<Pipeline, 'enqueue'>,
  trx: Db | null,
  ids: readonly number[],
): Promise<void> {
  await enqueue(
    trx,
    'compose',
    shareOut(ids, composedTogether).map((digestIds) => ({ digestIds })),
  )
}

/** The due times up to now and the next one; a million schedules share a few hundred rules. */
function createTimes(
  now: Date,
  /** The last due time of schedules that moved to another zone. */
  lastDue: ReadonlyMap<number, Date>,
): (schedule: DueSchedule) => { times: Date[]; next: Date } {
  const known = new Map<string, { times: Date[]; next: Date }>()
  return (schedule) => {
    const { times, days, time_zone: timeZone, next_due_at: first, cause } = schedule
    if (schedule.mode === 'instant')
      return { times: [first], next: new Date(now.getTime() + instantGlanceMs) }
    const told = lastDue.get(schedule.id)
    const key = `${timeZone} ${times.join()} ${days.join('')} ${first.getTime()} ${cause} ${told?.getTime()}`
    const found = known.get(key)
    if (found) return found
    const rule = { times, days, timeZone }
    const missed = dueTimesBetween(rule, new Date(first.getTime() - 1), now).slice(-mostMissed)
    // A time that a change of zone passed over is due at an instant that is none of the rule's.
    const isExtra = missed.length === 0 || (cause === 'zone' && missed[0]!.getTime() !== first.getTime())
    const extra = told ? timesBehind(told, first) : [first]
    const made = { times: isExtra ? [...extra, ...missed] : missed, next: nextDue(rule, now) }
    known.set(key, made)
    return made
  }
}

/** The last due time becomes the digest; earlier ones that were missed are recorded as merged into it. */
function turnOf(schedule: DueSchedule, times: readonly Date[], now: Date): Turn {
  const dueAt = times.at(-1) ?? schedule.next_due_at
  const late = now.getTime() - dueAt.getTime() > lateAfterMs || times.length > 1
  const windowTo = late ? now : dueAt
  return {
    digest: {
      scheduleId: schedule.id,
      subscriberId: schedule.subscriber_id,
      dueAt,
      kind: schedule.window_from === null ? 'first' : 'scheduled',
      windowFrom: schedule.window_from ?? new Date(windowTo.getTime() - firstWindowMs),
      windowTo,
      late,
      cause: schedule.cause,
      state: 'planned',
      mergedInto: null,
    },
    missed: times.slice(0, -1),
  }
}

function mergedOf(turns: readonly Turn[], ids: ReadonlyMap<number, number>): NewDigest[] {
  return turns.flatMap(({ digest, missed }) => {
    const mergedInto = ids.get(digest.scheduleId)
    if (mergedInto === undefined) return []
    return missed.map(
      (dueAt): NewDigest => ({ ...digest, dueAt, late: false, cause: null, state: 'merged', mergedInto }),
    )
  })
}

function waitUntil(schedule: DueSchedule, sentToday: number, now: Date): Date {
  return instantDue(
    {
      quietFrom: schedule.quiet_from,
      quietTo: schedule.quiet_to,
      mostADay: schedule.most_a_day,
      timeZone: schedule.time_zone,
    },
    now,
    sentToday,
  )
}

/** Digests that each schedule "as it happens" has told on its local day. */
async function countToday(trx: Db, due: readonly DueSchedule[], now: Date): Promise<Map<number, number>> {
  const instant = due.filter(({ mode }) => mode === 'instant')
  const since = new Map(instant.map((each) => [each.id, startOfDay(now, each.time_zone)]))
  const told = await listToldTimes(trx, [...since.keys()], new Date(now.getTime() - 2 * 86_400_000))
  const counts = new Map<number, number>()
  for (const { schedule_id: id, due_at: at } of told)
    if (at >= since.get(id)!) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/**
 * Plans number 1 of each schedule of a subscriber that has had none, at once; called when /start is done.
 * Running twice plans nothing more.
 */
export async function startDigests(
  pipeline: Pick<Pipeline, 'db' | 'enqueue'>,
  subscriberId: number,
  now: Date,
): Promise<void> {
  await pipeline.db.transaction().execute(async (trx) => {
    const fresh = (await listSchedules(trx, subscriberId)).filter((each) => each.window_from === null)
    const ids = await insertDigests(
      trx,
      fresh.map((schedule) => turnOf(schedule, [now], now).digest),
      now,
    )
    await advanceSchedules(
      trx,
      fresh
        .filter(({ id }) => ids.has(id))
        .map(({ id, next_due_at: nextDueAt }) => ({ id, nextDueAt, windowFrom: now })),
    )
    await enqueueCompositions(pipeline, trx, [...ids.values()])
  })
}
