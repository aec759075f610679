/** Finds the date that a page shows, in the lines and elements that tell little else; for page-date.ts. */
import { cleanText } from '../blocks.ts'
import { weekdaysIn } from '../date-words.ts'
import { parseDate } from '../dates.ts'
import { isDateLine } from './block-signs.ts'
import { textOf, type PageElement, type PageNode } from './tree.ts'

/** Americans alone write the month before the day, and where the page tells no language anybody may have. */
const monthFirst = /^en(?:$|[-_]us)/iu

/** Croatian gives three names that its neighbours know too to the month before theirs. */
const croatian = /(?<!\p{L})(?:(lip)|(srp)|(lis|listopad(?:a|u|om)?))\.?(?!\p{L})/giu

function inCroatian(text: string): string {
  return text.replace(croatian, (_, june?: string, july?: string) =>
    june === undefined ? (july === undefined ? 'Oct' : 'Jul') : 'Jun',
  )
}

/**
 * Writes `202405/06 10:30` in the usual way, `05/06/2024` of a page that begins with the day so that nobody takes the day
 * for the month, and months that have another name elsewhere as English has them.
 */
export function dayFirst(text: string, language: string | null): string {
  return (/^hr(?:$|[-_])/iu.test(language ?? '') ? inCroatian(text) : text)
    .replace(/((?:19|20)\d\d)\s?(\d\d)\/(\d\d)\s?(?=\d\d:\d\d|$)/gu, '$1-$2-$3 ')
    .replace(
      /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/gu,
      (written, day: string, _, month: string, year: string) =>
        Number(month) <= 12 && (Number(day) > 12 || (language !== null && !monthFirst.test(language)))
          ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
          : written,
    )
}

/** A day, a month's name and a year, in any order, and little else. */
const wordedDate = /^(?=.{0,40}\p{L}{3})(?=.{0,40}(?<!\d)(?:19|20)\d\d(?!\d))[\p{L}\d .,'’ºª:-]{8,44}$/u

/** A date within a line that says more. */
const worded =
  /(?<!\p{L})\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\.? (?:de )?(?:\p{sc=Arab}{2,6}(?: \p{sc=Arab}{3,6})? ?\/ ?)?\p{L}{3,12}\.? (?:de )?(?:19|20)\d\d(?!\d)/u

/** `Published: 6 May 2021`, `Article Date: 06 May 2021 - 0:00 PDT`. */
const label =
  /^\s*(?:article |publication )?(?:published|posted|date|publié|veröffentlicht|publicado|pubblicato|опубликовано)(?!\p{L})[^\d]{0,12}(?=\d)/iu

function labelledDate(line: string, language: string | null): Date | null {
  const told = label.exec(line)
  return told && parseDate(dayFirst(line.slice(told[0].length).replace(/\s-\s/u, ' '), language))
}

/** Where the year has two digits, a point or the language tells whether the day comes first. */
const shortDate = /(?<![\d.,/])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d.,/])/u

function longYear(line: string, language: string | null): string {
  const isAmerican = language === null || monthFirst.test(language)
  return line.replace(shortDate, (_, first: string, sign: string, second: string, year: string) => {
    const [month, day] = isAmerican && sign !== '.' ? [first, second] : [second, first]
    return `${Number(year) < 70 ? 20 : 19}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}

const longestDated = 110

function namesWeekday(line: string): boolean {
  return [...line.matchAll(/\p{L}[\p{L}\p{M}-]{2,}/gu)].some(([word]) => weekdaysIn(word).size === 1)
}

/** The date of a line that tells little else, as old pages set it beside the headline: `Le Quai | 04.03.02 | 13h25`. */
function dateInLine(written: string, language: string | null): Date | null {
  const line = cleanText(written).replace(/\s+/gu, ' ')
  const isPlain = /\d/u.test(line) && isDateLine(line)
  const whole = longYear(dayFirst(line, language), language)
  const told = numbers.exec(whole) ?? worded.exec(whole)
  // A day of the week beside it makes a longer line one of dates.
  if (!told || !(isPlain || (line.length <= longestDated && namesWeekday(line)))) return null
  return parseDate(whole.slice(told.index)) ?? parseDate(told[0])
}

/** Year, month, day, and an hour behind them. */
const numbers =
  /(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\.?(?:\s*(?:上午|下午|오전|오후|午前|午後)?\s*\d{1,2}[:：时時시]\s?\d{2}(?:[:分]\d{2})?)?/u

/** A name and a date in fields of their own: `Tam NobleMarch 4, 2026`. */
const runTogether = /^.{0,60}\p{Ll}(?=\p{Lu}\p{Ll}{2,8} \d{1,2}, (?:19|20)\d\d)/u

/** The first short element that is named for a date, or begins with one, and reads as one. */
export function visibleDate(elements: readonly PageElement[], language: string | null): Date | null {
  let plain: Date | null = null
  for (const each of elements) {
    for (const [at, line] of each.children.entries())
      if (plain === null && typeof line === 'string' && line.length < 300)
        plain =
          labelledDate(line, language) ?? (isLink(each.children[at - 1]) ? null : dateInLine(line, language))
    if (
      !/^(?:span|div|p|em|i|small|summary|li|td|font|a|b|h[2-6]|dd)$/u.test(each.name) ||
      each.children.length > 8
    )
      continue
    const text = dayFirst(textOf(each, 120), language).replace(runTogether, '')
    if (text.length > 110 || !/\d/u.test(text)) continue
    const names = `${each.attributes['class'] ?? ''} ${each.attributes['id'] ?? ''}`
    if (/date|time|publi|posted|meta|info|data|fecha|datum/iu.test(names)) {
      const inside = numbers.exec(text)?.[0]
      const date = inside
        ? parseDate(inside)
        : (parseDate(text.replace(/^\P{N}{0,20}?(?:on|at|am|le|el|:)\s+/iu, '')) ??
          parseDate(worded.exec(text)?.[0] ?? ''))
      if (date) return date
    }
    plain ??= labelledDate(text, language)
    const written = numbers.exec(text)?.[0]
    if (plain === null && written !== undefined && text.length < 80) plain = parseDate(written)
    if (plain === null && wordedDate.test(text)) plain = parseDate(text)
    const opening = text.length < 80 ? worded.exec(text) : null
    if (plain === null && opening?.index === 0) plain = parseDate(opening[0])
    plain ??= dateInLine(text, language)
  }
  return plain
}

/** Behind a link stands the date of what it leads to. */
function isLink(node: PageNode | undefined): boolean {
  return typeof node === 'object' && node.attributes['href'] !== undefined
}
