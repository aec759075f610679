/** Reads the dates that feeds, pages and posts carry, in whatever form their software wrote them. */
import { Temporal } from 'temporal-polyfill'
import { type CalendarDay, parseDay } from './calendar-day.ts'
import { fraction, takeTime, type TimeOfDay } from './date-clock.ts'
import { normaliseDigits } from './date-words.ts'
import { offsetMinutes, parseZone } from './date-zones.ts'

/** Nothing longer is a date; keeps the patterns below from being fed whole pages. */
const longest = 200
const englishMonths = 'janfebmaraprmayjunjulaugsepoctnovdec'

/**
 * Returns the instant that `text` names, or null where it names none. Takes RFC 822 with odd zones, ISO 8601 and
 * its shortenings, asctime, epoch seconds and milliseconds, two-digit years, East Asian forms, and month names of
 * some fifty languages. A text without a zone is read in `timeZone` (an IANA name; default UTC, for Korean forms
 * Seoul, whose people never write another); `05/06/2024` as Americans do unless `dayFirst`. Years outside 1900-2100 are placeholders, hence null.
 */
export function parseDate(
  text: string,
  { timeZone, dayFirst = false }: { timeZone?: string; dayFirst?: boolean } = {},
): Date | null {
  if (text.length > longest) return null
  const plain = text.trim()
  if (plain === '') return null
  return parseUsual(plain) ?? parseEpoch(plain) ?? parseAny(normaliseDigits(plain), timeZone, dayFirst)
}

/** The two forms that nearly every feed uses, without the cost of the general reader. */
function parseUsual(text: string): Date | null {
  const mail =
    /^(?:[A-Za-z]{3},? )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:GMT|UTC|Z|([+-])(\d\d):?(\d\d))$/u.exec(
      text,
    )
  if (mail) {
    const at = englishMonths.indexOf(mail[2]!.toLowerCase())
    if (at < 0 || at % 3 !== 0) return null
    return instant(
      { year: Number(mail[3]), month: at / 3 + 1, day: Number(mail[1]) },
      { hour: Number(mail[4]), minute: Number(mail[5]), second: Number(mail[6] ?? 0), millisecond: 0 },
      offsetMinutes(mail[7], mail[8], mail[9]),
    )
  }
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)? ?(?:[Zz]|([+-])(\d\d):?(\d\d))$/u.exec(
      text,
    )
  if (!iso) return null
  return instant(
    { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) },
    {
      hour: Number(iso[4]),
      minute: Number(iso[5]),
      second: Number(iso[6] ?? 0),
      millisecond: fraction(iso[7]),
    },
    offsetMinutes(iso[8], iso[9], iso[10]),
    0,
  )
}

/** Seconds, milliseconds or microseconds since 1970, told apart by their number of digits; some JSON wraps them. */
function parseEpoch(text: string): Date | null {
  const found = /^(?:@|\/Date\()?((\d{9,10}|\d{13}|\d{16})(?:\.\d+)?)(?:(?:[+-]\d{4})?\)\/)?$/u.exec(text)
  if (!found) return null
  const digits = found[2]!.length
  const scale = digits <= 10 ? 1000 : digits === 13 ? 1 : 0.001
  return plausible(new Date(Math.trunc(Number(found[1]) * scale)))
}

function parseAny(written: string, timeZone: string | undefined, dayFirst: boolean): Date | null {
  const text = written
    // XML Schema gives days a zone, cameras write colons, databases nothing between the digits.
    .replace(/^(\d{4}-\d\d-\d\d)(?=[+-]\d\d:\d\d$)/u, '$1T00:00')
    .replace(/^(\d{4}):(\d\d):(\d\d)(?=[ T])/u, '$1-$2-$3')
    // A zero too many before the month, one too few in the zone, a sign too many or none before it, an empty time before
    // the real one.
    .replace(/^(\d{4})-0(1[0-2])-/u, '$1-$2-')
    .replace(/(?<= [+-]0\d0)$/u, '0')
    .replace(/ --(?=\d{4}$)/u, ' -')
    .replace(/(?<=\dT\d\d)\.(\d\d)\.(?=\d\d)/u, ':$1:')
    // Only from now on do these count, and Portuguese has an August of that name.
    .replace(/(?<!\p{L})\p{L}+\.? ago(?!\p{L})/giu, ' ')
    // Word processors make dashes of hyphens.
    .replace(/(\d{4})[‐-―](\d\d?)[‐-―](?=\d)/u, '$1-$2-')
    .replace(/(?<=(?:\d{4} |\d-\d\d[ T])\d\d:\d\d:\d\d )(?=\d\d:?\d\d$)/u, '+')
    .replace(/ 0?0:00:00(?:\.0)?(?= \d\d:\d\d:\d\d)/u, '')
    .replace(
      /^(\d{8})(?:[-_ ](?=\d{6}(?!\d))| (?=\d{4}$))?(\d\d)(\d\d)(\d\d)?(?= ?(?:Z|[+-]\d\d:?\d\d)?$)/u,
      (_, day, hour, minute, second) => `${day}T${hour}${minute}${second ?? '00'}`,
    )
  const { time, zoneText, rest } = takeTime(text)
  // Nobody who writes 10h30, Spanish or Greek puts the month first.
  const day = parseDay(rest, dayFirst || /\d ?h ?\d|\d [ap]\. m|[πμ]\.?μ/u.test(text))
  if (!day) return null
  const zone = parseZone(zoneText) ?? timeZone ?? day.zone ?? (/[년월일시오]/u.test(text) ? 'Asia/Seoul' : 0)
  const over = /^\d{4}\D/u.test(text) ? 0 : 1
  return instant(day, time ?? { hour: 0, minute: 0, second: 0, millisecond: 0 }, zone, over)
}

/**
 * Returns the instant, or null where there is none such. In mail's order one day that the month lacks rolls over
 * (31 June is 1 July), as mail readers do; software that writes the year first (`over` 0) does not mean such a day, and
 * who writes 29 February means another year.
 */
function instant(day: CalendarDay, time: TimeOfDay, zone: number | string, over = 1): Date | null {
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return null
  const days = daysOf(day)
  if (day.day > days + over || (day.day === 29 && days === 28)) return null
  // Date.UTC would read 1 as 1901.
  if (day.year < 1000) return null
  if (time.hour > 24 || time.minute > 59 || time.second > 60) return null
  if (over === 0 && time.hour === 24 && time.minute + time.second > 0) return null
  const local = Date.UTC(
    day.year,
    day.month - 1,
    day.day,
    time.hour,
    time.minute,
    time.second,
    time.millisecond,
  )
  if (typeof zone === 'number')
    return Math.abs(zone) > 24 * 60 ? null : plausible(new Date(local - zone * 60_000))
  const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
  return plausible(new Date(wall.toZonedDateTime(zone).epochMilliseconds))
}

function daysOf({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function plausible(date: Date): Date | null {
  const year = date.getUTCFullYear()
  return year >= 1900 && year <= 2100 ? date : null
}
