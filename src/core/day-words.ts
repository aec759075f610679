/** Reads a day that people type, for holidays and for past digests: dates in digits, and today's neighbours by name. */
import { Temporal } from 'temporal-polyfill'

const named: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|今天|今日)$/u, 0],
  [/^(?:yesterday|昨天|昨日)$/u, -1],
  [/^前天$/u, -2],
  [/^(?:tomorrow|明天|明日)$/u, 1],
  [/^后天$/u, 2],
]
const dated = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/u

/**
 * The date that `text` names, 'YYYY-MM-DD', or null. `today` is the local date; a date without a year is the nearest in
 * the direction that is asked for.
 */
export function parseDay(text: string, today: string, direction: 'past' | 'future'): string | null {
  const clean = text.normalize('NFKC').trim().toLowerCase()
  const now = Temporal.PlainDate.from(today)
  const byName = named.find(([pattern]) => pattern.test(clean))
  if (byName) return now.add({ days: byName[1] }).toString()
  const [, year, month, day] = dated.exec(clean) ?? []
  if (month === undefined) return null
  try {
    const read = (of: number) =>
      Temporal.PlainDate.from({ year: of, month: Number(month), day: Number(day) }, { overflow: 'reject' })
    if (year !== undefined) return read(Number(year)).toString()
    const date = read(now.year)
    const order = Temporal.PlainDate.compare(date, now)
    if (direction === 'past') return (order > 0 ? read(now.year - 1) : date).toString()
    return (order < 0 ? read(now.year + 1) : date).toString()
  } catch {
    return null
  }
}
