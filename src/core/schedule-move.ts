/** When a digest is due after its reader moved to another time zone, or as things happen: beside schedule.ts, for planning. */
import { inQuietHours, localTime, nextDue, type ScheduleRule } from './schedule.ts'

export interface Move {
  /** When it is due: now or earlier where a local time was passed over on the way, later else. */
  due: Date
  /** A time that the new place has still to come, but that the reader was told at in the old one: not told again. */
  repeated: Date | null
}

/** Farther back than any two zones are apart nothing was passed over by moving. */
const widestMs = 26 * 3_600_000
const minuteMs = 60_000

const clockOf = (at: Date, timeZone: string): string => {
  const { date, time } = localTime(at, timeZone)
  return `${date}T${time}`
}

/**
 * The next due time of `rule` in its new zone. Local times only go forward: one that was told in the old zone does not
 * come again, and one that the move passed over is due at once. `lastDue`: the last due time that was told, null for
 * none; `due`: the next one in the old zone, which may have come a moment ago.
 */
export function dueAfterMove(
  rule: ScheduleRule,
  old: { timeZone: string; lastDue: Date | null; due: Date },
  now: Date,
): Move {
  const plain = nextDue(rule, now)
  if (old.lastDue === null || now.getTime() - old.lastDue.getTime() > widestMs * 7)
    return { due: plain, repeated: null }
  const told = clockOf(old.lastDue, old.timeZone)
  const reached = clockOf(new Date(Math.min(now.getTime(), old.due.getTime() - minuteMs)), old.timeZone)
  const isOpen = (at: Date) => {
    const clock = clockOf(at, rule.timeZone)
    return clock > told && (at > now || clock > reached)
  }
  // In the new zone times passed over may lie before one that was told in the old: digests go by when they were due,
  // so each of these stands a millisecond further behind it.
  let behind = 0
  let due = nextDue(rule, new Date(now.getTime() - widestMs))
  for (; due <= old.lastDue || !isOpen(due); due = nextDue(rule, due))
    if (due <= old.lastDue && isOpen(due)) behind += 1
  if (behind > 0) due = new Date(old.lastDue.getTime() + behind)
  return { due, repeated: due > plain ? plain : null }
}

/** The due times that `due`, as dueAfterMove gave it, stands for by itself: more than one where it stands right behind `lastDue`. */
export function timesBehind(lastDue: Date, due: Date): Date[] {
  const behind = due.getTime() - lastDue.getTime()
  if (behind < 1 || behind >= minuteMs) return [due]
  return Array.from({ length: behind }, (_, index) => new Date(lastDue.getTime() + 1 + index))
}

export interface InstantRule {
  quietFrom: string
  quietTo: string
  /** Digests at most in one local day. */
  mostADay: number
  timeZone: string
}

/** The first instant from `at` on when a digest "as it happens" may go out, after `sentToday` on that local day. */
export function instantDue(rule: InstantRule, at: Date, sentToday: number): Date {
  const { timeZone } = rule
  const start = sentToday >= rule.mostADay ? nextDue({ times: ['00:00'], timeZone }, at) : at
  const quiet = { from: rule.quietFrom, to: rule.quietTo, timeZone }
  if (!inQuietHours(start, quiet)) return start
  return nextDue({ times: [rule.quietTo], timeZone }, new Date(start.getTime() - 1))
}

/** When "as it happens" tells of what arrives at `now`: a little later, with more of the same from other sources. */
export const gatheredAt = (now: Date): Date => new Date(now.getTime() + 2 * 60_000)

/** The instant at which the local day of `at` began. */
export function startOfDay(at: Date, timeZone: string): Date {
  const { date } = localTime(at, timeZone)
  let start = nextDue({ times: ['00:00'], timeZone }, new Date(at.getTime() - 2 * 86_400_000))
  while (localTime(start, timeZone).date < date) start = nextDue({ times: ['00:00'], timeZone }, start)
  return start
}
