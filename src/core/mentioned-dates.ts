/** Finds dates in running text, English, Chinese and in figures, so that a summary's can be held against its source's. */

export interface MentionedDate {
  text: string
  start: number
  end: number
  year: number | null
  month: number | null
  day: number | null
  /** 1 Monday to 7 Sunday, where only the weekday is named. */
  weekday: number | null
}

const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const chineseDay = String.raw`\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]`
const chineseYear = String.raw`\d{4}|[一二][〇零一二三四五六七八九]{3}`
const year = String.raw`(?:1[0-9]|20)\d{2}`
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`

/** Each with named groups y, m, d or w; the first that matches at a place counts. */
const forms = [
  String.raw`(?<y>${year})[-/.](?<m>0?[1-9]|1[0-2])[-/.](?<d>${day})(?!\d)`,
  String.raw`(?:(?<y>${chineseYear})\s*年\s*)?(?<m>${chineseDay})\s*月\s*(?:份|(?<d>${chineseDay})\s*[日号號])?(?!\s*(?:亮|球|薪|饼))`,
  String.raw`(?<y>${chineseYear})\s*年(?![级級])`,
  String.raw`(?<![\d.])(?<d>\d{1,2}|[一二三]?十[一二三四五六七八九]?)\s*[日号號](?![线線楼樓机機元])`,
  String.raw`\b(?<m>${monthNames})\b\.?\s+(?<d>${day})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|million|billion))(?:,?\s+(?<y>${year})\b)?`,
  String.raw`\b(?<d>${day})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>${monthNames})\b\.?(?:,?\s+(?<y>${year})\b)?`,
  String.raw`\b(?<m>${monthNames})\b\.?,?\s+(?:of\s+)?(?<y>${year})\b`,
  String.raw`\b(?<m>January|February|April|June|July|August|September|October|November|December)\b`,
  String.raw`(?<=\b(?:in|by|since|until|from|to|of|last|next|early|late|mid|this|and)[\s-])(?<m>March|May)\b(?!\s+(?:be|have|not))`,
  String.raw`\b(?<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b`,
  String.raw`(?:星期|礼拜|禮拜|周|週)(?<w>[一二三四五六日天])(?![\p{N}])`,
].map((form) => new RegExp(form, 'giu'))

/** The dates `text` mentions, in order. A single year counts only where 年 marks it: other years are numbers. */
export function findDates(text: string): MentionedDate[] {
  const dates: MentionedDate[] = []
  let rest = text
  for (const form of forms) {
    const found = [...rest.matchAll(form)].flatMap((match) => readDate(match) ?? [])
    dates.push(...found)
    rest = blankOut(rest, found)
  }
  return dates.toSorted((a, b) => a.start - b.start)
}

/** `text` with blanks in these places, which are in order. */
export function blankOut(text: string, places: readonly { start: number; end: number }[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of places) {
    rest += text.slice(from, start) + ' '.repeat(end - start)
    from = end
  }
  return rest + text.slice(from)
}

function readDate({ 0: text, index: start, groups }: RegExpExecArray): MentionedDate | null {
  const { y, m, d, w } = groups ?? {}
  const month = m === undefined ? null : monthOf(m)
  const dayOfMonth = d === undefined ? null : smallNumber(d)
  if (
    (month !== null && (month < 1 || month > 12)) ||
    (dayOfMonth !== null && (dayOfMonth < 1 || dayOfMonth > 31))
  )
    return null
  return {
    text: text.trim(),
    start,
    end: start + text.length,
    year: y === undefined ? null : Number(y.replace(/[〇零一二三四五六七八九]/gu, digitOf)),
    month,
    day: dayOfMonth,
    weekday: w === undefined ? null : weekdayOf(w),
  }
}

const digitOf = (digit: string): string => String('〇一二三四五六七八九'.indexOf(digit.replace('零', '〇')))

function monthOf(text: string): number {
  const named = monthStarts.indexOf(text.slice(0, 3).toLowerCase())
  return named === -1 ? smallNumber(text) : named + 1
}

function weekdayOf(text: string): number {
  const named = weekdayStarts.indexOf(text.slice(0, 3).toLowerCase())
  if (named !== -1) return named + 1
  return text === '日' || text === '天' ? 7 : '一二三四五六'.indexOf(text) + 1
}

/** 1 to 39, in digits or Chinese. */
function smallNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const [before, after] = text.split('十')
  if (after === undefined) return Number(digitOf(text))
  return (before === '' ? 1 : Number(digitOf(before!))) * 10 + (after === '' ? 0 : Number(digitOf(after)))
}

/**
 * Whether one of `known` says the same as `claim`: what both name must agree, and what only `claim` names must stand
 * somewhere in `known` or, for years, in `years`.
 */
export function isDateKnown(
  claim: MentionedDate,
  known: readonly MentionedDate[],
  years: ReadonlySet<number>,
): boolean {
  if (claim.year !== null && !years.has(claim.year) && !known.some((date) => date.year === claim.year))
    return false
  if (claim.month === null && claim.day === null && claim.weekday === null) return true
  return known.some(
    (date) =>
      (claim.weekday === null || date.weekday === claim.weekday) &&
      (claim.day === null || date.day === claim.day) &&
      (claim.month === null ||
        date.month === claim.month ||
        (date.month === null && date.day === claim.day && claim.day !== null)) &&
      (claim.year === null || date.year === null || date.year === claim.year),
  )
}
