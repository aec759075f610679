/** When a digest is due: local times on weekdays in a time zone, right through every clock change. */
import { Temporal } from 'temporal-polyfill'

export interface ScheduleRule {
  /** Local times, 'HH:MM'. */
  times: readonly string[]
  /** ISO weekdays, 1 = Monday; absent or empty means every day. */
  days?: readonly number[]
  /** IANA name, or an offset such as '+05:30'. */
  timeZone: string
}

const dayMs = 86_400_000
/** Days looked ahead: a weekly schedule whose day a zone skipped whole is due within two weeks. */
const lookAhead = 16

/**
 * The first due time after `after`, strictly. A local time that a clock change skips is due at the first instant after
 * the gap; one that comes twice is due once, at the first. Throws RangeError for a rule that is never due.
 */
export function nextDue(rule: ScheduleRule, after: Date): Date {
  const from = after.getTime()
  // The local date is at most a day away from the date in UTC.
  const today = Math.floor(from / dayMs)
  let best = Number.POSITIVE_INFINITY
  for (let day = today - 1; day <= today + lookAhead; day += 1) {
    // Two later days cannot bring an earlier instant, whatever the zone does.
    if (best < (day - 2) * dayMs) break
    if (!isOnDay(rule.days, day)) continue
    for (const time of rule.times) {
      const due = instantOf(rule.timeZone, day, time)
      if (due > from && due < best) best = due
    }
  }
  if (best === Number.POSITIVE_INFINITY) throw new RangeError('a schedule needs a time and a day')
  return new Date(best)
}

/** Every due time in (from, to], in order. */
export function dueTimesBetween(rule: ScheduleRule, from: Date, to: Date): Date[] {
  const times: Date[] = []
  for (let due = nextDue(rule, from); due <= to; due = nextDue(rule, due)) times.push(due)
  return times
}

/** Day 0, 1970-01-01, was a Thursday. */
function isOnDay(days: readonly number[] | undefined, day: number): boolean {
  return !days || days.length === 0 || days.includes(((((day + 3) % 7) + 7) % 7) + 1)
}

/** Instants by zone, day and time: a million schedules share a few thousand of them. */
const instants = new Map<string, number>()
const mostInstants = 200_000

function instantOf(timeZone: string, day: number, time: string): number {
  const key = `${timeZone} ${day} ${time}`
  const known = instants.get(key)
  if (known !== undefined) return known
  if (instants.size >= mostInstants) instants.clear()
  const found = computeInstant(timeZone, day, time)
  instants.set(key, found)
  return found
}

function computeInstant(timeZone: string, day: number, time: string): number {
  const date = new Date(day * dayMs).toISOString().slice(0, 10)
  const local = Temporal.PlainDateTime.from(`${date}T${time}`)
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (first.toPlainDateTime().equals(local)) return first.epochMilliseconds
  // In a gap 'earlier' lands before it; the gap's end is the next change of offset.
  const change = first.getTimeZoneTransition('next')
  return (change ?? first).epochMilliseconds
}

/** The instant at which the local day `date`, 'YYYY-MM-DD', begins; where a clock change skips that hour, when it ends. */
export const dayStart = (date: string, timeZone: string): Date =>
  new Date(instantOf(timeZone, Date.parse(date) / dayMs, '00:00'))

/** The local date and time of an instant, for labels and quiet hours. */
export function localTime(instant: Date, timeZone: string): { date: string; time: string; weekday: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    weekday: local.dayOfWeek,
  }
}

/** Whether an instant lies in local quiet hours from `from` to `to` ('HH:MM'), which may span midnight. */
export function inQuietHours(instant: Date, quiet: { from: string; to: string; timeZone: string }): boolean {
  const { time } = localTime(instant, quiet.timeZone)
  if (quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to
}
