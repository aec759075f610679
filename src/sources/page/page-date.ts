/** Finds when a page was published: in JSON-LD, meta and time elements, visible text, or its address. */
import { parseDate } from '../dates.ts'
import { looksLikeComments } from './hints.ts'
import type { LinkedArticle } from './json-ld.ts'
import { relativeDate } from './relative-date.ts'
import { descendants, textOf, type PageElement } from './tree.ts'
import { dayFirst, visibleDate } from './visible-date.ts'

/**
 * The publication date, or null; what publishers state goes before what stands on the page, and that before how long ago
 * it says that it was (of a page read at `now`).
 */
export function findDate(
  linked: LinkedArticle | null,
  meta: (...names: string[]) => string | null,
  all: readonly PageElement[],
  url: string,
  language: string | null,
  now?: Date,
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
    // An hour ago, says the text.
    elements.find((each) => each.name === 'abbr' && /^\d{4}-\d\d-\d\dT/u.test(each.attributes['title'] ?? ''))
      ?.attributes['title'],
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
  return (
    visibleDate(elements, language) ??
    dateInUrl(url) ??
    (now ? relativeDate(elements, now) : null) ??
    (touched ? parseDate(touched) : null)
  )
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
