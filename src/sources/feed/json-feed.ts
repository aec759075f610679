/** Reads JSON Feed 1.0 and 1.1, whole, faulty or cut off. */
import { isRecord } from '../../core/is-record.ts'
import { parseDate } from '../dates.ts'
import { leadLength, mostItems, type Feed, type FeedItem } from './entry.ts'
import { baseWithin } from './base.ts'
import { absoluteUrl } from './links.ts'
import { parseJson } from './loose-json.ts'
import { withoutActive } from './active.ts'
import { escapeText } from './entities.ts'
import { absoluteLinks, htmlToText, oneLine, titleText } from './html-text.ts'

type Fields = Readonly<Record<string, unknown>>

/** Returns the feed in `text`, or null where it is other JSON or none. */
export function parseJsonFeed(text: string, url: string): Feed | null {
  const [written] = [parseJson(text)].flat()
  const feed = isRecord(written) ? withSmallNames(written) : null
  if (!feed || !isJsonFeed(feed)) return null
  const site = absoluteUrl(stringOf(feed['home_page_url']), url)
  const author = authorsOf(feed)
  const listed: unknown[] = Array.isArray(feed['items']) ? feed['items'] : []
  const items = listed
    .slice(0, mostItems)
    .filter(isRecord)
    .flatMap((item) => readItem(item, site ?? url) ?? [])
  return {
    title: titleText(stringOf(feed['title'])),
    url: site,
    author,
    paceMs: 0,
    quietHours: [],
    items: items.map((item) => ({ ...item, author: item.author ?? author })),
  }
}

/** Some software writes the names as its own code does: `Title`, `Content_HTML`. */
function withSmallNames(feed: Fields): Fields {
  const capitals = Object.keys(feed).some(
    (name) => /^(?:version|items)$/iu.test(name) && /\p{Lu}/u.test(name),
  )
  return capitals ? (smallNames(feed, 4) as Fields) : feed
}

/** An item's author lies four levels deep; nothing that we read lies deeper. */
function smallNames(value: unknown, levels: number): unknown {
  if (levels === 0) return value
  if (Array.isArray(value)) return value.map((each: unknown) => smallNames(each, levels))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.toLowerCase(), smallNames(each, levels - 1)]),
  )
}

/** By its version; else by what only feeds call a site, or by items with the names that the format gives them. */
function isJsonFeed(feed: Fields): boolean {
  const { version, items } = feed
  const certain =
    (typeof version === 'string' && version.includes('jsonfeed')) ||
    ['home_page_url', 'feed_url'].some((name) => typeof feed[name] === 'string')
  if (!Array.isArray(items)) return certain && items === undefined
  return (
    certain ||
    typeof feed['title'] === 'string' ||
    items.some((item) => isRecord(item) && itemNames.some((name) => Object.hasOwn(item, name)))
  )
}

const itemNames = ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'date_published']

/** Returns null for an item in which nothing stands. */
function readItem(item: Fields, base: string): FeedItem | null {
  const title = titleText(stringOf(item['title']))
  const id = oneLine(typeof item['id'] === 'boolean' ? String(item['id']) : stringOf(item['id']))
  const url =
    absoluteUrl(stringOf(item['url']), base) ??
    absoluteUrl(stringOf(item['external_url']), base) ??
    (/^https?:\/\//iu.test(id) ? absoluteUrl(id, base) : null)
  const publishedAt =
    parseDate(stringOf(item['date_published'])) ?? parseDate(stringOf(item['date_modified']))
  const written = stringOf(item['content_html']).trim()
  const html = withoutActive(written)
  const text = stringOf(item['content_text']).trim()
  const contentHtml = absoluteLinks(
    html === '' ? escapeText(text).replaceAll('\n', '<br />\n') : html,
    baseWithin(written, url ?? base),
  )
  const summary = htmlToText(stringOf(item['summary'])) || htmlToText(contentHtml, leadLength)
  if (`${title}${id}${url ?? ''}${summary}${contentHtml}` === '') return null
  return {
    title,
    url,
    id: id || url || [title, publishedAt?.toISOString() ?? '', title === '' ? summary : ''].join('|'),
    publishedAt,
    summary,
    contentHtml: contentHtml === '' ? escapeText(summary) : contentHtml,
    author: authorsOf(item),
  }
}

/** Version 1.1 has a list of authors, 1.0 one; some write a bare name; an address stands where no name does. */
function authorsOf(fields: Fields): string | null {
  const people = [fields['authors'], fields['author']].map((each) =>
    [each].flat(2).map((one) => (isRecord(one) && isRecord(one['author']) ? one['author'] : one)),
  )
  const nameOf = (each: unknown) =>
    titleText(isRecord(each) ? stringOf(each['name']) : typeof each === 'string' ? each : '')
  const addressOf = (each: unknown) =>
    isRecord(each) ? titleText(stringOf(each['url']).replace(/^mailto:([^?]*).*$/u, '$1')) : ''
  for (const read of [nameOf, addressOf])
    for (const group of people) {
      const found = group.map((each) => read(each)).filter((name) => name !== '')
      if (found.length > 0) return [...new Set(found)].join(', ')
    }
  return null
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
