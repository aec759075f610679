/** Finds when a page was published: in JSON-LD, meta and time elements, visible text, or its address. */
import { parseDate } from '../dates.ts'
import { looksLikeComments } from './hints.ts'
import type { LinkedArticle } from './json-ld.ts'
import { descendants, textOf, type PageElement } from './tree.ts'

/** The publication date, or null; what publishers state goes before what stands on the page. */
export function findDate(
  linked: LinkedArticle | null,
  meta: (...names: string[]) => string | null,
  all: readonly PageElement[],
  url: string,
  language: string | null,
): Date | null {
  const isBeside = besideArticle()
  const elements = all.filter((each) => !isBeside(each))
  const told = [
    linked?.datePublished,
    meta(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'og:published_time',
    ),
    meta(
      'pubdate',
      'publishdate',
      'publish_date',
      'publish-date',
      'publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'dcterms.created',
      'dcterms.issued',
      'date',
      'article.published',
      'weibo:article:create_at',
      'apub:time',
      'cxenseparse:recs:publishtime',
      'article_date_original',
      'ptime',
      'createdate',
      'citation_publication_date',
      'citation_online_date',
      'citation_date',
      'article:published_date',
      'dcterms.date',
      'dc.date.created',
      'release_date',
      'publication-date',
      'og:regdate',
      'pubtime',
      'bt:pubdate',
    ),
    ...elements
      .filter(
        (each) =>
          /datePublished/u.test(each.attributes['itemprop'] ?? '') ||
          each.attributes['pubdate'] !== undefined,
      )
      .map((each) => each.attributes['datetime'] ?? each.attributes['content'] ?? textOf(each, 80)),
    ...elements
      .filter((each) =>
        /(?:^|\s)(?:dt-published|published|entry-date)(?:\s|$)/u.test(each.attributes['class'] ?? ''),
      )
      .slice(0, 3)
      .map((each) => each.attributes['datetime'] ?? each.attributes['title'] ?? textOf(each, 80)),
    ...elements
      .filter((each) => /^(?:(?:relative|local)-)?time$/u.test(each.name))
      .slice(0, 3)
      .map((each) => each.attributes['datetime'] ?? textOf(each, 80)),
  ]
  for (const text of told) {
    const date = text ? parseDate(dayFirst(text, language)) : null
    if (date) return date
  }
  // Who tells no more says when the page was last touched.
  const touched = meta('article:modified_time', 'og:updated_time', 'datemodified', 'dateupdate')
  return visibleDate(elements, language) ?? dateInUrl(url) ?? (touched ? parseDate(touched) : null)
}

/** Tells dates of other articles, of readers' words and of the page itself; remembers what it told of each element. */
function besideArticle(): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>()
  return function isBeside(element): boolean {
    const told = known.get(element)
    if (told !== undefined) return told
    const beside: boolean =
      /^(?:aside|nav)$/u.test(element.name) ||
      (element.name === 'footer' && !isWithin(element, 'article')) ||
      (element.name !== 'body' && looksLikeComments(element)) ||
      (/(?:^|[\s_-])(?:related|recommend|sidebar|copyright)/iu.test(element.attributes['class'] ?? '') &&
        // `sidebar-right` is said of the whole page too, whose sidebar is on that side.
        element.name !== 'body' &&
        !holdsArticle(element)) ||
      (element.parent !== null && isBeside(element.parent))
    known.set(element, beside)
    return beside
  }
}

function holdsArticle(element: PageElement): boolean {
  for (const { name } of descendants(element)) if (name === 'article' || name === 'h1') return true
  return false
}

function isWithin(element: PageElement, name: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.name === name) return true
  return false
}

/** Americans alone write the month before the day, and where the page tells no language anybody may have. */
const monthFirst = /^en(?:$|[-_]us)/iu

/** Writes `202405/06 10:30` in the usual way, and `05/06/2024` of a page that begins with the day so that nobody takes the day for the month. */
function dayFirst(text: string, language: string | null): string {
  return text
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
  /(?<!\p{L})\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\.? (?:de )?\p{L}{3,12}\.? (?:de )?(?:19|20)\d\d(?!\d)/u

/** `Published: 6 May 2021`, `Article Date: 06 May 2021 - 0:00 PDT`. */
const label =
  /^\s*(?:article |publication )?(?:published|posted|date|publié|veröffentlicht|publicado|pubblicato|опубликовано)(?!\p{L})[^\d]{0,12}(?=\d)/iu

function labelledDate(line: string, language: string | null): Date | null {
  const told = label.exec(line)
  return told && parseDate(dayFirst(line.slice(told[0].length).replace(/\s-\s/u, ' '), language))
}

/** The first short element that is named for a date, or begins with one, and reads as one. */
function visibleDate(elements: readonly PageElement[], language: string | null): Date | null {
  const numbers =
    /(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\.?(?:\s*(?:上午|下午|오전|오후|午前|午後)?\s*\d{1,2}[:：时時시]\s?\d{2}(?:[:分]\d{2})?)?/u
  let plain: Date | null = null
  for (const each of elements) {
    for (const line of each.children)
      if (plain === null && typeof line === 'string' && line.length < 110)
        plain = labelledDate(line, language)
    if (
      !/^(?:span|div|p|em|i|small|summary|li|td|font|a|b|h[2-6]|dd)$/u.test(each.name) ||
      each.children.length > 8
    )
      continue
    const text = dayFirst(textOf(each, 120), language)
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
  }
  return plain
}

/** WeChat writes its date with a script, which names it in seconds or as a local time. */
export function wechatDate(html: string): Date | null {
  if (!html.includes('js_content')) return null
  const told =
    /\b(?:ct|createTime|create_time|publish_time)\s*[=:]\s*["'](\d{10}|\d{4}-\d\d-\d\d[ \d:]{0,9})["']/u.exec(
      html,
    )?.[1]
  return told === undefined ? null : parseDate(told, { timeZone: 'Asia/Shanghai' })
}

function dateInUrl(url: string): Date | null {
  const groups =
    /[/_-](?<year>(?:19|20)\d\d)(?:\/[A-Za-z]+\/|[/_-]?)(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01])(?=\D)/u.exec(
      url,
    )?.groups
  return groups ? parseDate(`${groups['year']}-${groups['month']}-${groups['day']}`) : null
}
