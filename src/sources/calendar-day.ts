/** Finds the calendar day in the text of a date, in any order and with month names of many languages, for dates.ts. */
import { parsePersianDay } from './calendar-persian.ts'
import { monthOf, weekdaysIn } from './date-words.ts'

export interface CalendarDay {
  year: number
  month: number
  day: number
  /** Where people write such a day, for who names no zone. */
  zone?: string
}

const romanMonths = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')

/**
 * Returns the day that `written` names without its time, or null; the numbers may still be out of range. `dayFirst` says
 * that its author does not write the American order.
 */
export function parseDay(written: string, dayFirst = false): CalendarDay | null {
  const text = written.replace(/(?<=\d)[\s./-]+([IVX]{1,4})[\s./-]+(?=\d)/u, (whole, roman: string) => {
    const at = romanMonths.indexOf(roman)
    return at < 0 ? whole : `.${at + 1}.`
  })
  const persian = /1[34]\d\d/u.test(text) ? parsePersianDay(text) : null
  if (persian) return persian
  // Of Taiwan's years that have three digits, where nobody says so.
  const minguo = /^\s*(1\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)/u.exec(text)
  if (minguo) return { year: Number(minguo[1]) + 1911, month: Number(minguo[2]), day: Number(minguo[3]) }
  const iso =
    /(?<!\d)(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})(?!\d)/u.exec(text) ??
    /(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/u.exec(text) ??
    /^\s*(\d\d)-(\d\d)-(\d\d)(?!\d)/u.exec(text) ??
    /(?<!\d)(\d\d)年\s*(\d{1,2})月\s*(\d{1,2})/u.exec(text)
  if (iso) return { year: fullYear(iso[1]!), month: Number(iso[2]), day: Number(iso[3]) }
  const inWords =
    /(?<!\d)(\d{1,2})\s+(?:(\d{1,2})[月월]|(?:tháng\s|thg\s|th)(\d{1,2}))(?:\snăm)?,?\s+(\d{4})(?!\d)/iu.exec(
      text,
    )
  if (inWords)
    return { year: Number(inWords[4]), month: Number(inWords[2] ?? inWords[3]), day: Number(inWords[1]) }
  const yearLast =
    /(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})日?,?\s+(\d{4})(?!\d)/u.exec(text) ??
    /(?<!\p{L})tháng\s(\d{1,2})\s(\d{1,2}),?\s(\d{4})(?!\d)/iu.exec(text)
  if (yearLast) return { year: Number(yearLast[3]), month: Number(yearLast[1]), day: Number(yearLast[2]) }
  const short = /^\s*-?(\d\d)(\d\d)(\d\d)?\s*$/u.exec(text)
  // Four digits are a year, but for those that begin with a zero.
  if (short && (short[3] !== undefined || short[1]!.startsWith('0')))
    return { year: fullYear(short[1]!), month: Number(short[2]), day: Number(short[3] ?? 1) }
  const century = /^\s*-(\d\d)-(\d\d)\s*$/u.exec(text)
  if (century) return { year: fullYear(century[1]!), month: Number(century[2]), day: 1 }
  const week = /^\s*(\d{4})-?W(\d\d)(?:-?([1-7]))?\s*Z?\s*$/iu.exec(text)
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1))
  const ordinal = /^\s*(0\d|\d{4})-?(\d{3})\s*Z?\s*$/iu.exec(text)
  if (ordinal) return dayOfYear(fullYear(ordinal[1]!), Number(ordinal[2]))
  return parseNumeric(text, dayFirst) ?? parseNamed(text) ?? parsePartial(text)
}

/** ISO 8601: the first week of a year is the one that holds 4 January; days count from Monday. */
function dayOfWeek(year: number, week: number, day: number): CalendarDay {
  const fourth = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7
  const date = new Date(Date.UTC(year, 0, 4 - fourth + (week - 1) * 7 + day - 1))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function dayOfYear(year: number, day: number): CalendarDay | null {
  const date = new Date(Date.UTC(year, 0, day))
  if (date.getUTCFullYear() !== year) return null
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** A month's name between or before the numbers of day and year. */
function parseNamed(text: string): CalendarDay | null {
  const month = [...text.matchAll(/\p{L}[\p{L}\p{M}.॰\u200C\u200D]*/gu)]
    .map(([word]) => monthOf(word))
    // The last one: in Spanish `mar, 05 mar 2024` the first is Tuesday.
    .findLast((each) => each !== null)
  const numbers = [...text.matchAll(/(?<!\d|\d\p{L})\d{1,4}(?!\d|\p{L}\d)/gu)].map(([digits]) => digits)
  if (month === undefined || month === null || numbers.length === 0) return null
  const yearAt = numbers.findIndex((digits) => digits.length >= 3)
  if (yearAt >= 0) {
    const day = numbers.find((_, index) => index !== yearAt)
    return { year: fullYear(numbers[yearAt]!), month, day: Number(day ?? 1) }
  }
  return numbers.length < 2 ? null : { year: fullYear(numbers[1]!), month, day: Number(numbers[0]) }
}

/**
 * `31/12/2003`, `12/31/2003`, `31.12.03`, `Wed, 31 12 2003`: the order that the weekday beside it fits, else the American
 * one only behind slashes and where it is possible.
 */
function parseNumeric(text: string, dayFirst: boolean): CalendarDay | null {
  const found =
    /(?<!\d)(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d\d)(?!\d)/u.exec(text) ??
    /(?<=^\p{L}+\.?,? )(\d{1,2})( )(\d{1,2}) (\d{4})(?!\d)/u.exec(text.trim())
  if (!found) return null
  const [first, second, year] = [Number(found[1]), Number(found[3]), fullYear(found[4]!)]
  const european = { year, month: second, day: first }
  const american = { year, month: first, day: second }
  if (second > 12) return american
  if (first > 12) return european
  const weekdays = weekdaysIn(text)
  const fits = (date: CalendarDay) =>
    weekdays.has(new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay())
  if (fits(european) !== fits(american)) return fits(european) ? european : american
  return found[2] === '/' && !dayFirst ? american : european
}

/** A year, perhaps with a month: the ISO shortenings. */
function parsePartial(text: string): CalendarDay | null {
  const found = /^\s*(\d{4})(?:\s*[年년./-]?\s*(\d\d?)\s*[月월]?)?\s*[年년]?\s*$/u.exec(text)
  return found ? { year: Number(found[1]), month: Number(found[2] ?? 1), day: 1 } : null
}

/** RFC 2822, 4.3: two digits below 50 are 20xx, others and three digits count from 1900. Thai years run 543 ahead. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  if (digits.length === 3) return 1900 + year
  return year > 2443 && year < 2643 ? year - 543 : year
}
