/** Says in a reader's language when and where a digest comes, and what followed things are called. */
import { covers } from '../core/selection.ts'
import { siteName } from '../locales/site-name.ts'
import type { Schedule } from '../db/database.ts'
import type { SubscriptionRow } from '../db/subscriptions.ts'
import {
  formatClock,
  formatDay,
  formatList,
  formatNumber,
  formatTime,
  weekdayName,
} from '../locales/format.ts'
import { type Locale, topicName, zoneName } from '../locales/locales.ts'
import { cleanLine } from './label.ts'

/** 'Every day', 'Monday to Friday', or the days by name. */
export function describeDays(locale: Locale, days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b).join('')
  const { everyDay, weekdays, weekend } = locale.bot.schedule
  if (sorted === '1234567') return everyDay
  if (sorted === '12345') return weekdays
  if (sorted === '67') return weekend
  return formatList(
    locale.tag,
    days.toSorted((a, b) => a - b).map((day) => weekdayName(locale.tag, day)),
  )
}

/** '08:00 and 18:30'. */
export function describeTimes(tag: string, times: readonly string[]): string {
  return formatList(
    tag,
    times.map((time) => formatTime(tag, time)),
  )
}

/** 'Every day at 08:00, Shanghai time.' or 'As it happens, ...' */
export function describeSchedule(
  locale: Locale,
  schedule: Pick<
    Schedule,
    'mode' | 'times' | 'days' | 'time_zone' | 'quiet_from' | 'quiet_to' | 'most_a_day'
  >,
): string {
  if (schedule.mode === 'instant') {
    const { quiet_from: from, quiet_to: to, most_a_day: most } = schedule
    return locale.reading.schedules.asItHappens(
      formatTime(locale.tag, from),
      formatTime(locale.tag, to),
      most,
    )
  }
  return locale.bot.schedule.every(
    describeDays(locale, schedule.days),
    describeTimes(locale.tag, schedule.times),
    zoneName(locale, schedule.time_zone),
  )
}

/** 'Next digest: Tuesday, 3 March, 08:00.' in the schedule's own time; of one "as it happens" only how it comes. */
export function describeNext(locale: Locale, schedule: Schedule): string {
  if (schedule.mode === 'instant') return describeSchedule(locale, schedule)
  const { next_due_at: at, time_zone: zone } = schedule
  return locale.bot.schedule.next(formatDay(locale.tag, at, zone), formatClock(locale.tag, at, zone))
}

/** What a followed topic or source is called, by the chat's own name for it where it has one; a source without a title goes by its host. */
export function nameOf(
  locale: Locale,
  row: Pick<SubscriptionRow, 'title' | 'url'> & Partial<Pick<SubscriptionRow, 'names' | 'name'>>,
  max = 60,
): string {
  if (row.name) return cleanLine(row.name, max)
  if (row.names) return cleanLine(topicName(row.names, locale.tag), max)
  return cleanLine(row.title || siteName(row.url ?? ''), max)
}

/** Names of what a schedule covers. */
function describeCover(locale: Locale, { selection }: Schedule, rows: readonly SubscriptionRow[]): string {
  const { schedules } = locale.reading
  const isRest = 'all' in selection
  const named = rows.filter((row) => covers(selection, row) !== isRest)
  if (named.length === 0) return isRest ? schedules.everything : schedules.nothing
  const names = named.slice(0, 4).map((row) => nameOf(locale, row, 40))
  const some = schedules.someOf(formatList(locale.tag, names), named.length - names.length)
  return isRest ? schedules.allBut(some) : some
}

/** When a digest comes and what it covers. */
export function lineOf(locale: Locale, schedule: Schedule, rows: readonly SubscriptionRow[]): string {
  return locale.reading.schedules.line(
    describeSchedule(locale, schedule),
    describeCover(locale, schedule, rows),
  )
}

/** A line of a list whose numbers the buttons below it name. */
export function numbered(locale: Locale, number: number, line: string): string {
  return `${formatNumber(locale.tag, number)}. ${line}`
}
