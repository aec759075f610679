/** Makes one feed item from an item's elements: which link, which date, which text of the several it may carry. */
import { parseRelative } from '../date-relative.ts'
import { parseYearless } from '../date-yearless.ts'
import { parseDate } from '../dates.ts'
import { withoutActive } from './active.ts'
import { authorOf } from './author.ts'
import { baseWithin } from './base.ts'
import { htmlOf, plainOf } from './construct.ts'
import { noteDate, type DateOrder } from './date-order.ts'
import { escapeText } from './entities.ts'
import { absoluteLinks, htmlToText, oneLine } from './html-text.ts'
import { linkOf, subjectOf } from './links.ts'
import { childOf, childrenOf, textOf, type XmlNode } from './tree.ts'

/** One item of a feed, as `parseFeed` gives it. */
export interface FeedItem {
  /** Plain text on one line, '' where the feed gives none. */
  title: string
  /** Absolute http(s) address, or null. */
  url: string | null
  /** The feed's own identifier, else the address, else title and date: the same at every poll. */
  id: string
  publishedAt: Date | null
  /** Plain text of the item's summary, else of its content's first paragraphs; '' for none. */
  summary: string
  /** The fullest HTML the item carries (content, else summary), addresses absolute; '' for none. */
  contentHtml: string
  /** Names, joined with commas; null where nobody is named. */
  author: string | null
}

/** A feed and its items in the feed's order. */
export interface Feed {
  /** Plain text on one line, '' where the feed gives none. */
  title: string
  /** Absolute address of the site that the feed belongs to, or null. */
  url: string | null
  /** Who writes it, else who keeps its site, who signs no item; null where nobody is named. */
  author: string | null
  items: FeedItem[]
  /** Milliseconds between updates as the feed states them; 0 where it does not. */
  paceMs: number
  /** Hours of the week in which it asks not to be read, in UTC from Sunday midnight: 0 to 167. */
  quietHours: number[]
}

/**
 * Where one text is both body and summary, its summary ends with the block in which it reaches this many characters:
 * many feeds put the whole article there.
 */
export const leadLength = 800

/** No feed is longer, a podcast of thirty years included; of one made to be endless the first are read. */
export const mostItems = 10_000

const dates = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'dcterms:available',
  'dcterms:date',
  'prism:publicationdate',
  'created',
  'date',
  'updated',
  'modified',
  'dcterms:modified',
  'lastbuilddate',
  'lastmod',
  'prism:modificationdate',
  'wp:post_date_gmt',
]
/** What software calls the date of publication that knows no format's name for it. */
const ownDate =
  /^(?:\?:)?(?:pub(?:lish(?:ed)?|lication)?[-_]?(?:date|time|at|on)+|(?:date|time)[-_]?(?:published|posted))$/u
const titles = ['title', 'media:title', 'dc:title', 'dcterms:title', 'itunes:title', 'prism:title']
const contents = [
  'content:encoded',
  'content',
  'xhtml:body',
  'body',
  'fullitem',
  'xhtml:div',
  'content:items',
  'yandex:full-text',
  'turbo:content',
]
const summaries = [
  'description',
  'summary',
  'excerpt:encoded',
  'abstract',
  'itunes:summary',
  'googleplay:description',
  'dc:description',
  'dcterms:abstract',
  'media:description',
  'itunes:subtitle',
  'subtitle',
]

/**
 * Reads an item's elements. `documentBase` is where relative links start when no xml:base says otherwise; `order` learns
 * from its date, and `now` is when the feed was read.
 */
export function readEntry(item: XmlNode, documentBase: string, order: DateOrder, now?: Date): FeedItem {
  const node = unwrapped(item)
  const base = node.base ?? documentBase
  const title = firstText(node, titles)
  const url = linkOf(node, base)
  const { publishedAt, text } = dateOf(node)
  const described = firstHtml(node, summaryNames(node), url ?? base)
  const content = longest(node, contents, url ?? base) || secondText(node, described, url ?? base)
  const summary =
    described !== '' && content !== '' ? htmlToText(described) : htmlToText(described || content, leadLength)
  const read: FeedItem = {
    title,
    url,
    id:
      idOf(node, documentBase) ??
      url ??
      [title, publishedAt?.toISOString() ?? '', title === '' ? summary : ''].join('|'),
    // An identity must not count back from the time of reading.
    publishedAt:
      publishedAt ?? (now && text !== '' ? (parseRelative(text, now) ?? parseYearless(text, now)) : null),
    summary,
    contentHtml: content === '' ? described : content,
    author: authorOf(node, base),
  }
  noteDate(order, read, text)
  return read
}

/** An element of somebody's own in which all that the item says stands. */
function unwrapped(item: XmlNode): XmlNode {
  const [only] = item.children
  const isWrapper =
    item.children.length === 1 &&
    typeof only === 'object' &&
    only.name !== 'source' &&
    childOf(only, 'title') &&
    ['link', 'url', 'guid', 'id'].some((name) => childOf(only, name))
  return isWrapper ? only : item
}

/** Of a description and a summary the first in the document is the summary. */
function summaryNames(node: XmlNode): readonly string[] {
  const first = node.children.find(
    (child) => typeof child !== 'string' && (child.name === 'description' || child.name === 'summary'),
  )
  return typeof first === 'object' && first.name === 'summary' ? ['summary', ...summaries] : summaries
}

/** Who writes a description and a summary means one of them as the text: the second, or one that is far longer. */
function secondText(node: XmlNode, first: string, base: string): string {
  if (!childOf(node, 'description') || !childOf(node, 'summary')) return ''
  const [name] = summaryNames(node)
  const second = longest(node, [name === 'summary' ? 'description' : 'summary'], base)
  return second.length * 2 < first.length ? first : second
}

/** Returns the text of the first of `names` that says anything; media elements may stand in a group. */
export function firstText(node: XmlNode, names: readonly string[]): string {
  for (const name of names)
    for (const child of candidates(node, name)) {
      const text = plainOf(child) || oneLine(child.attributes['value'] ?? '')
      if (text !== '') return text
    }
  return ''
}

function candidates(node: XmlNode, name: string): readonly XmlNode[] {
  const direct = childrenOf(node, name)
  if (direct.length > 0 || !name.startsWith('media:')) return direct
  const groups = childrenOf(node, 'media:group')
  const media = [node, ...groups].flatMap((each) => childrenOf(each, 'media:content'))
  return [...groups, ...media].flatMap((each) => childrenOf(each, name))
}

function firstHtml(node: XmlNode, names: readonly string[], base: string): string {
  for (const name of names)
    for (const child of candidates(node, name)) {
      const written = htmlOf(child) || escapeText(child.attributes['value'] ?? '')
      const html = withoutActive(written)
      if (html !== '') return absoluteLinks(html, baseWithin(written, child.base ?? base))
    }
  return ''
}

/** An Atom entry may carry several contents (0.3), an RSS item content and body: the fullest is wanted. */
function longest(node: XmlNode, names: readonly string[], base: string): string {
  let best = ''
  for (const name of names)
    for (const child of childrenOf(node, name).flatMap(alternatives)) {
      const source = name === 'content:items' ? rdfValue(child) : child
      if (/^(?:image|audio|video)\//iu.test(child.attributes['type'] ?? '') || !source) continue
      const written = htmlOf(source)
      const html = withoutActive(written)
      if (html.length > best.length) best = absoluteLinks(html, baseWithin(written, source.base ?? base))
    }
  return best
}

/** Atom 0.3 wraps contents that say the same in several types. */
function alternatives(content: XmlNode): readonly XmlNode[] {
  const isWrapper = /^multipart\//iu.test(content.attributes['type'] ?? '')
  return isWrapper ? childrenOf(content, 'content') : [content]
}

/** The first version of the content module wraps its text: items > Bag > li > item > value. */
function rdfValue(node: XmlNode): XmlNode | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const found = child.name === 'rdf:value' ? child : rdfValue(child)
    if (found) return found
  }
  return null
}

/** The first that can be read, else the first that says anything. */
function dateOf(node: XmlNode): { publishedAt: Date | null; text: string } {
  let unread = ''
  for (const name of dates)
    for (const child of childrenOf(node, name)) {
      const { datetime, value = '' } = child.attributes
      const text = oneLine(textOf(child)) || (datetime ?? value)
      const publishedAt = parseDate(text)
      if (publishedAt) return { publishedAt, text }
      unread ||= text
    }
  const own = node.children.find((child) => typeof child === 'object' && ownDate.test(child.name))
  const text = node.attributes['lastmod'] ?? (typeof own === 'object' ? oneLine(textOf(own)) : unread)
  return { publishedAt: parseDate(text), text }
}

function idOf(node: XmlNode, documentBase: string): string | null {
  for (const name of ['guid', 'id', 'dc:identifier', 'dcterms:identifier']) {
    const child = childOf(node, name)
    const text = child ? oneLine(textOf(child)) : ''
    if (text === '') continue
    // RFC 4287, 4.2.6 asks for an absolute address; a path, or what leans on xml:base, means the address it stands for.
    const base = child?.base ?? (text.startsWith('/') ? documentBase : null)
    return name === 'id' && base !== null ? (URL.parse(text, base)?.href ?? text) : text
  }
  return subjectOf(node)?.trim() || null
}
