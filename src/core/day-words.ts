/** Reads a day that people type, for holidays and for past digests: in digits, with a month's name, today's neighbours by name, or so many days ahead. */
import { Temporal } from 'temporal-polyfill'
import {
  listMonthNames,
  listNeighbourNames,
  listSpanNames,
  listWeekdayNames,
  listWeekdays,
} from './day-names.ts'
import { countOf } from './number-words.ts'
import { withDigits } from './schedule-words.ts'

/** Beyond what Intl calls them. */
const neighbours: readonly (readonly [RegExp, number])[] = [
  [/^(?:今天|今日)$/u, 0],
  [/^(?:昨天|昨日)$/u, -1],
  [/^前天$/u, -2],
  [/^(?:明天|明日)$/u, 1],
  [/^(?:后天|後天)$/u, 2],
]
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?$/u
const han = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/u
/** After a day in Chinese or Japanese figures. */
const hanWeekday = /(?<=[日号號])\s*\(?(?:(?:星期|週|周)[一二三四五六日天]|[月火水木金土日](?:曜日?)?)\)?$/u
const pair = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}))?\s*\.?$/u
/** Where the month comes first in figures; a date that cannot be meant so is read the other way. */
const monthFirst = /^(?:en|zh|ja)\b/u
/** Small words and endings around a day and its month. */
const fillers =
  /(?<![\p{L}\p{M}])(?:of|the|on|until|till|de|del|el|la|le|do|da|dia|den|der|am|bis|zum|года|году|год|г|до|с|hingga|sampai|tanggal|को|तक|st|nd|rd|th|er|º|ª)(?![\p{L}\p{M}])/gu

/** 0 to 9 as Arabic, Persian and Hindi write them. */
const zeros = [0x0660, 0x06f0, 0x0966]

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const value = zeros.map((zero) => digit.codePointAt(0)! - zero).find((each) => each >= 0 && each <= 9)
      return value === undefined ? digit : String(value)
    })
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .trim()
}

interface Named {
  year: number | null
  month: number
  day: number
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

/** A day and its month in figures. */
function inFigures(typed: string, tag: string): Named | null {
  const text = typed.replace(hanWeekday, '')
  const first = yearFirst.exec(text)
  if (first) return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]) }
  const second = han.exec(text)
  if (second) return { year: null, month: Number(second[1]), day: Number(second[2]) }
  const [, one, two, year] = pair.exec(text) ?? []
  if (one === undefined) return null
  const [month, day] =
    monthFirst.test(tag) && year === undefined ? [Number(one), Number(two)] : [Number(two), Number(one)]
  return month > 12 ? { year: numberOf(year), month: day, day: month } : { year: numberOf(year), month, day }
}

/** A day with its month's name, as this language or English writes it, with or without weekday and year. */
function inWords(text: string, tag: string): Named | null {
  const isWord = (name: string) =>
    new RegExp(`(?<![\\p{L}\\p{M}])${RegExp.escape(name)}\\.?(?![\\p{L}\\p{M}])`, 'u')
  let rest = text
  let month: number | null = null
  for (const [name, value] of listMonthNames(tag))
    if (month === null && isWord(name).test(rest)) {
      month = value
      rest = rest.replace(isWord(name), ' ')
    }
  if (month === null) return null
  for (const name of listWeekdayNames(tag)) rest = rest.replace(isWord(name), ' ')
  const numbers = rest.match(/\d+/gu)?.map(Number) ?? []
  const words = rest.replace(/\d+/gu, ' ').replace(fillers, ' ')
  const [day] = numbers.filter((value) => value <= 31)
  const [year] = numbers.filter((value) => value >= 1000 && value <= 9999)
  const isRead = numbers.length === (year === undefined ? 1 : 2) && !/[\p{L}\p{M}]/u.test(words)
  return day === undefined || !isRead ? null : { year: year ?? null, month, day }
}

/**
 * The date that `text` names, 'YYYY-MM-DD', or null; as the language `tag` writes it, as English does, or in figures.
 * `today` is the local date; a date without a year is the nearest in the direction that is asked for. In the future
 * also a span, '3 days'.
 */
export function parseDay(
  text: string,
  today: string,
  direction: 'past' | 'future',
  tag = 'en',
): string | null {
  const typed = clean(text)
  const now = Temporal.PlainDate.from(today)
  const offset =
    neighbours.find(([pattern]) => pattern.test(typed))?.[1] ?? listNeighbourNames(tag).get(typed)
  if (offset !== undefined) return now.add({ days: offset }).toString()
  const [, count, unit = ''] = /^(\d{1,3})\s*(\D+)$/u.exec(typed) ?? []
  const span = direction === 'future' ? listSpanNames(tag).get(unit.replace(/\.$/u, '')) : undefined
  // Hours end on a day, too: digests come by the day.
  if (span === 'hours') return now.add({ days: Math.ceil(Number(count) / 24) }).toString()
  if (span) return now.add({ [span]: Number(count) }).toString()
  const named = inFigures(typed, tag) ?? inWords(typed, tag)
  if (!named) return null
  try {
    const read = (of: number) =>
      Temporal.PlainDate.from({ year: of, month: named.month, day: named.day }, { overflow: 'reject' })
    if (named.year !== null) return read(named.year).toString()
    const date = read(now.year)
    const order = Temporal.PlainDate.compare(date, now)
    if (direction === 'past') return (order > 0 ? read(now.year - 1) : date).toString()
    return (order < 0 ? read(now.year + 1) : date).toString()
  } catch {
    return null
  }
}

/** Spans that are one word, or a form that Intl does not have. */
const spanWords: ReadonlyMap<string, string> = new Map(
  (
    [
      ['week', '1 week'],
      ['month', '1 month'],
      ['year', '1 year'],
      ['день', '1 день'],
      ['неделю', '1 неделя'],
      ['месяц', '1 месяц'],
      ['يوم', '1 day'],
      ['يومين', '2 days'],
      ['أسبوع', '1 week'],
      ['أسبوعين', '2 weeks'],
      ['شهر', '1 month'],
      ['شهرين', '2 months'],
      ['sehari', '1 day'],
      ['seminggu', '1 week'],
      ['sebulan', '1 month'],
      ['हफ़्ते', '1 week'],
      ['हफ़्ता', '1 week'],
      ['महीने', '1 month'],
      ['महीना', '1 month'],
    ] as const
  ).map(([word, span]) => [word.normalize('NFKC'), span]),
)

/** 'for two weeks' as '2 weeks'. */
function withCount(text: string): string {
  const bare = text.replace(/^(?:for|für|por|durante|pendant|на|लिए|selama|لمدة)\s+/u, '')
  const whole = spanWords.get(bare)
  if (whole !== undefined) return whole
  const [, first = '', rest = ''] = /^(\S+)\s+(\S+)$/u.exec(bare) ?? []
  const count = countOf(first) ?? first
  const unit = spanWords.get(rest)?.replace(/^\d+ /u, '') ?? rest
  return first === '' ? bare : `${count} ${unit}`
}

/** '下周一' is in the week that begins with the next Monday, '周一' the next Monday there is. */
const nextWeek = /^(?:下个?|下個)(?=周|週|星期|礼拜|禮拜)/u

/** As parseDay, of days to come, with Chinese numbers and by a weekday's name too; null where it names none. */
export function parseFutureDay(text: string, today: string, tag: string): string | null {
  const typed = withDigits(withCount(clean(text))).replace(/个?(?:星期|礼拜)$|個?(?:星期|禮拜)$/u, '周')
  // A whole date as it stands: the weekday behind it is no number.
  const date = parseDay(text, today, 'future', tag) ?? parseDay(typed, today, 'future', tag)
  if (date !== null) return date
  const name = clean(text)
    .replace(nextWeek, '')
    .replace(/^(?:这|這|本|next |this |on )/u, '')
    .replace(/^(?:周|週|礼拜|禮拜)/u, '星期')
    .replace('星期天', '星期日')
  const weekday = [...listWeekdays(tag), ...listWeekdays('zh')].find(([each]) => each === name)?.[1]
  if (weekday === undefined) return null
  const now = Temporal.PlainDate.from(today)
  const ahead = (weekday - now.dayOfWeek + 7) % 7 || 7
  const toMonday = 8 - now.dayOfWeek
  return now.add({ days: nextWeek.test(clean(text)) ? toMonday + weekday - 1 : ahead }).toString()
}
