/** Knows time zones as mail and feeds name them: abbreviated, written out, or by a region. */
import { Temporal } from 'temporal-polyfill'

/**
 * By minutes east of UTC. Where one abbreviation has several meanings, RFC 822's comes first, then the most people's.
 * The single letters are RFC 822's; the others of them have never been met.
 */
const abbreviations: Readonly<Record<number, string>> = {
  [-720]: 'm',
  [-600]: 'hst hast',
  [-540]: 'akst hadt',
  [-480]: 'pst akdt',
  [-420]: 'mst pdt',
  [-360]: 'cst mdt',
  [-300]: 'est cdt cot pet',
  [-240]: 'edt ast clt vet bot pyt gyt',
  [-210]: 'nst',
  [-180]: 'adt brt art clst uyt gft srt',
  [-150]: 'ndt',
  [-120]: 'brst',
  [-60]: 'a',
  0: 'z ut utc gmt wet',
  60: 'bst west cet met mez wat n',
  120: 'cest mest mesz eet oez sast cat',
  180: 'eest oesz idt msk мск eat trt fet',
  210: 'irst',
  240: 'msd gst samt get azt mut',
  270: 'aft irdt',
  300: 'pkt yekt uzt tjt tmt mvt',
  330: 'ist slst',
  345: 'npt',
  360: 'omst kgt bdt btt',
  390: 'mmt',
  420: 'wib ict krat novt hovt',
  480: 'sgt hkt myt pht awst wita irkt ulat bnt',
  540: 'jst kst wit yakt tlt',
  570: 'acst',
  600: 'aest chst vlat pgt',
  630: 'acdt lhst',
  660: 'aedt magt nct sbt',
  720: 'nzst y pett fjt',
  765: 'chast',
  780: 'nzdt',
}

let offsets: Map<string, number> | null = null

function minutesOf(name: string): number | undefined {
  offsets ??= new Map(
    Object.entries(abbreviations).flatMap(([minutes, names]) =>
      names.split(' ').map((each): [string, number] => [each, Number(minutes)]),
    ),
  )
  return offsets.get(name)
}

/** Names that follow summer time, or that people write out. */
const regions: Readonly<Record<string, string>> = {
  at: 'America/Halifax',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  北京时间: 'Asia/Shanghai',
  北京時間: 'Asia/Shanghai',
  台北時間: 'Asia/Taipei',
  香港時間: 'Asia/Hong_Kong',
}

/** `Eastern Daylight Time` and its like are abbreviated by their first letters; without a season they follow it. */
const writtenOut =
  /\b(Alaska|Atlantic|Eastern|Central|Mountain|Pacific|Hawaii|(?:Central|Eastern|Western) European|Greenwich Mean|British Summer)\s(?:(Standard|Daylight|Summer)\s)?Time\b/iu

/** Returns minutes east of UTC, or the IANA name of a region, for the first zone named in words; null for none. */
function zoneIn(text: string): number | string | null {
  const [, name = '', season = ''] = writtenOut.exec(text) ?? []
  if (name !== '') {
    const initials = `${name} ${season} Time`.replace(/Alaska/iu, 'AK').match(/AK|\b\p{Lu}/gu) ?? []
    const zone = zoneOf(initials.join(''))
    if (zone !== null) return zone
  }
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const zone = zoneOf(word)
    if (zone !== null) return zone
  }
  return null
}

/** Returns the same for one word. */
function zoneOf(word: string): number | string | null {
  // `a` and `y` are words of many languages.
  if (word.length === 1 && word !== word.toUpperCase()) return null
  const key = word.toLowerCase()
  return minutesOf(key) ?? (Object.hasOwn(regions, key) ? regions[key]! : null)
}

/** Leaves out abbreviations that are no words, so that none is taken for a month's. */
function withoutAbbreviation(text: string): string {
  return text.replace(/(?<!\p{L})[A-Z]{3,5}(?!\p{L})/gu, (word) => (zoneOf(word) === null ? word : ' '))
}

const numericZone =
  /(?:(?:GMT|UTC|UT)\s*)?(?<![\d-])([+\u2212-])\s*(?:0(?=\d\d:))?(\d{1,2})(?::?(\d\d)(?::\d\d)?)?(?![\d:])/iu

/** Leaves out what names a zone. */
export function withoutZone(text: string): string {
  return withoutAbbreviation(text.replace(numericZone, ' '))
}

/** Returns minutes east of UTC or an IANA name; null where `text` names no zone. */
export function parseZone(text: string): number | string | null {
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

/** Returns the minutes east of UTC of `+hh:mm`; NaN, and so no date, for sixty minutes and more. */
export function offsetMinutes(sign = '+', hours = '0', minutes = '0'): number {
  if (Number(minutes) > 59) return Number.NaN
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '+' ? size : -size
}
