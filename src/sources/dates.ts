/** Reads the dates that feeds, pages and posts carry, in whatever form their software wrote them. */
import { Temporal } from 'temporal-polyfill'
import { type CalendarDay, parseDay } from './calendar-day.ts'
import { normaliseDigits } from './date-words.ts'
import { withoutAbbreviation, zoneIn } from './date-zones.ts'

/** Nothing longer is a date; keeps the patterns below from being fed whole pages. */
const longest = 200
const englishMonths = 'janfebmaraprmayjunjulaugsepoctnovdec'

interface TimeOfDay {
  hour: number
  minute: number
  second: number
  millisecond: number
}

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
    // A zero too many before the month, a sign too many or none before the zone, an empty time before the real one.
    .replace(/^(\d{4})-0(1[0-2])-/u, '$1-$2-')
    .replace(/ --(?=\d{4}$)/u, ' -')
    .replace(/(?<=\dT\d\d)\.(\d\d)\.(?=\d\d)/u, ':$1:')
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

/** English and Spanish, Greek, Arabic, Persian, Turkish, Vietnamese. */
const half = 'am|pm|a\\.\\s?m\\.?|p\\.\\s?m\\.?|[πμ]\\.?μ\\.?|مساءً?|صباحاً?|[صم]|[قب]\\.?ظ\\.?|ö[ös]|sa|ch'
const halfBefore = '(?<!\\p{L})(?:AM|PM)|上午|下午|中午|晚上|晚|凌晨|早上|早|傍晚|午前|午後|오전|오후'
const clock = new RegExp(
  `(?:(?<before>${halfBefore})\\s*)?(?<=^|[^\\d:]|\\d{4}:)(?<hour>\\d{1,2})\\s*(?:[:h]|[时時点點시]\\s?)\\s*(?<minute>\\d{1,2})` +
    `(?:\\s*[:분分]\\s*(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?\\s*[秒초分분]?\\s*(?<after>(?:${half})(?![\\p{L}]))?`,
  'iu',
)
const compactClock = /(?<=\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?:[.,](?<fraction>\d{1,9}))?/iu
const isoHour = /(?<=\d)T(?<hour>\d\d)(?!\d)/iu
/** RFC 822 asks for minutes; some leave them out before a zone. */
const mailHour = /(?<=\p{L} \d{4} )(?<hour>\d\d)(?= [+-]\d{4}$)/u
const eastAsianHour = new RegExp(
  `(?:(?<before>${halfBefore})\\s*)?(?<![\\d])(?<hour>\\d{1,2})\\s*[时時点點시]`,
  'u',
)
/** `10.30` behind a whole day is a time; anywhere else it is a day and a month. */
const dottedClock =
  /(?<=(?:[\p{L}\d./-][ .]*\d{4}|-\p{L}{3}-\d\d)[\s,–-]+(?:\p{L}+\.?\s+)?)(?<hour>\d{1,2})\.(?<minute>\d\d)(?:\.(?<second>\d\d))?(?![\d.])/u
const hourOnly = new RegExp(
  `(?<=\\s)(?<hour>\\d{1,2})(?:\\.(?<minute>\\d\\d))?\\s?(?<after>${half})(?![\\p{L}])`,
  'iu',
)

/** A day alone, and the zone in which it begins. */
const dayAndZone = /^([^:]*(?:[./-]|\p{L}[.,]? |\d, )\d{4})( (?:[+-]\d\d:?\d\d|[A-Z]{2,5}))$/u

/** Splits off the time of day and what may name its zone, leaving the calendar day. */
function takeTime(text: string): { time: TimeOfDay | null; zoneText: string; rest: string } {
  const alone = dayAndZone.exec(text)
  if (alone) return { time: null, zoneText: alone[2]!, rest: alone[1]! }
  const found =
    compactClock.exec(text) ??
    clock.exec(text) ??
    isoHour.exec(text) ??
    mailHour.exec(text) ??
    hourOnly.exec(text) ??
    eastAsianHour.exec(text) ??
    dottedClock.exec(text)
  if (!found) return { time: null, zoneText: '', rest: text }
  const part = found.groups ?? {}
  const mark = `${part['before'] ?? ''}${part['after'] ?? ''}`.toLowerCase().replace(/[.\s]/gu, '')
  let hour = Number(part['hour'])
  if (/^(?:pm|μμ|م(?:ساءً?)?|بظ|ös|ch|下午|晚上|晚|傍晚|午後|오후)$/u.test(mark) && hour < 12) hour += 12
  else if (mark === '中午' && hour < 6) hour += 12
  else if (/^(?:am|πμ|ص(?:باحاً?)?|قظ|öö|sa|上午|凌晨|午前|오전)$/u.test(mark) && hour === 12) hour = 0
  const after = text.slice(found.index + found[0].length)
  return {
    time: {
      hour,
      minute: Number(part['minute'] ?? 0),
      second: Number(part['second'] ?? 0),
      millisecond: fraction(part['fraction']),
    },
    zoneText: after,
    // `T` joins a day with its time; a year may follow the time (asctime).
    rest: `${text.slice(0, found.index).replace(/T\s*$/u, '')} ${withoutZone(after)}`,
  }
}

const numericZone =
  /(?:(?:GMT|UTC|UT)\s*)?(?<![\d-])([+\u2212-])\s*(?:0(?=\d\d:))?(\d{1,2})(?::?(\d\d)(?::\d\d)?)?(?![\d:])/iu

function withoutZone(text: string): string {
  return withoutAbbreviation(text.replace(numericZone, ' '))
}

/** Returns minutes east of UTC or an IANA name; null where `text` names no zone. */
function parseZone(text: string): number | string | null {
  const region = /\b(?:[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?|[A-Z]{3}\d[A-Z]{3})\b/u.exec(
    text,
  )?.[0]
  if (region !== undefined && isZone(region)) return region
  const numeric = numericZone.exec(text)
  if (numeric) return offsetMinutes(numeric[1], numeric[2], numeric[3])
  return zoneIn(text)
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

function fraction(digits = ''): number {
  return Number(digits.slice(0, 3).padEnd(3, '0'))
}

/** NaN, and so no date, for sixty minutes and more. */
function offsetMinutes(sign = '+', hours = '0', minutes = '0'): number {
  if (Number(minutes) > 59) return Number.NaN
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '+' ? size : -size
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
