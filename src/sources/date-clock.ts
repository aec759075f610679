/** Takes the time of day out of the text of a date, in whatever form and language it stands there, for dates.ts. */
import { hourOfDay, leadingHalf, trailingHalf } from './date-halves.ts'
import { withoutZone } from './date-zones.ts'

export interface TimeOfDay {
  hour: number
  minute: number
  second: number
  millisecond: number
}

const clock = new RegExp(
  `(?:(?<before>${leadingHalf})\\s*)?(?<=^|[^\\d:]|\\d{4}:)(?<hour>\\d{1,2})\\s*(?:[:h]|[時时點点시]\\s?)\\s*(?<minute>\\d{1,2})` +
    `(?:\\s*[:분分]\\s*(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?\\s*[秒초分분]?\\s*(?<after>${trailingHalf})?`,
  'iu',
)
const compactClock = /(?<=\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?:[.,](?<fraction>\d{1,9}))?/iu
const isoHour = /(?<=\d)T(?<hour>\d\d)(?!\d)/iu
/** RFC 822 asks for minutes; some leave them out before a zone. */
const mailHour = /(?<=\p{L} \d{4} )(?<hour>\d\d)(?= [+-]\d{4}$)/u
const eastAsianHour = new RegExp(
  `(?:(?<before>${leadingHalf})\\s*)?(?<![\\d])(?<hour>\\d{1,2})\\s*[时時点點시]`,
  'u',
)
/** `10.30` behind a whole day is a time; anywhere else it is a day and a month. */
const dottedClock =
  /(?<=(?:[\p{L}\d./-][ .]*\d{4}|-\p{L}{3}-\d\d)[\s,–-]+(?:\p{L}+\.?\s+)?)(?<hour>\d{1,2})\.(?<minute>\d\d)(?:\.(?<second>\d\d))?(?![\d.])/u
const hourOnly = new RegExp(
  `(?<=\\s)(?<hour>\\d{1,2})(?:\\.(?<minute>\\d\\d))?\\s?(?<after>${trailingHalf})`,
  'iu',
)

/** Nothing else in German ends so. */
const dottedUhr = /(?<![\d.])(?<hour>\d{1,2})\.(?<minute>\d\d) ?Uhr(?!\p{L})/iu

/** `14 h` and `14 Uhr` behind a whole day. */
const wholeHour = /(?<=\d{4},?(?: \p{L}{1,3})? )(?<hour>\d{1,2}) ?(?:h|Uhr)(?![\p{L}\d])/iu

/** A day alone, and the zone in which it begins. */
const dayAndZone = /^([^:]*(?:[./-]|\p{L}[.,]? |\d, )\d{4})( (?:[+-]\d\d:?\d\d|[A-Z]{2,5}))$/u

/** Splits off the time of day and what may name its zone, leaving the calendar day. */
export function takeTime(text: string): { time: TimeOfDay | null; zoneText: string; rest: string } {
  const alone = dayAndZone.exec(text)
  if (alone) return { time: null, zoneText: alone[2]!, rest: alone[1]! }
  const found =
    compactClock.exec(text) ??
    clock.exec(text) ??
    isoHour.exec(text) ??
    mailHour.exec(text) ??
    dottedUhr.exec(text) ??
    hourOnly.exec(text) ??
    eastAsianHour.exec(text) ??
    wholeHour.exec(text) ??
    dottedClock.exec(text)
  if (!found) return { time: null, zoneText: '', rest: text }
  const part = found.groups ?? {}
  const after = text.slice(found.index + found[0].length)
  return {
    time: {
      hour: hourOfDay(Number(part['hour']), part['before'] ?? part['after'] ?? ''),
      minute: Number(part['minute'] ?? 0),
      second: Number(part['second'] ?? 0),
      millisecond: fraction(part['fraction']),
    },
    zoneText: after,
    // `T` joins a day with its time; a year may follow the time (asctime).
    rest: `${text.slice(0, found.index).replace(/T\s*$/u, '')} ${withoutZone(after)}`,
  }
}

/** Returns the milliseconds of `digits` behind a decimal point. */
export function fraction(digits = ''): number {
  return Number(digits.slice(0, 3).padEnd(3, '0'))
}
