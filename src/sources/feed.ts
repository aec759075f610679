/** Reads a fetched feed of any format, however broken, into items: the first step from source to article. */
import { UserError } from '../core/errors.ts'
import { decodeText } from './charset.ts'
import { withoutGuard } from './detect.ts'
import { authorOf, keeperOf } from './feed/author.ts'
import { baseFinder } from './feed/base.ts'
import { settleDates, type DateOrder } from './feed/date-order.ts'
import { firstText, mostItems, readEntry, type Feed, type FeedItem } from './feed/entry.ts'
import { tellApart } from './feed/ids.ts'
import { parseJsonFeed } from './feed/json-feed.ts'
import { homeOf } from './feed/links.ts'
import { paceOf, quietHoursOf } from './feed/pace.ts'
import { readRssInJson } from './feed/rss-json.ts'
import { readTree } from './feed/read-tree.ts'
import { childOf, type XmlNode } from './feed/tree.ts'

export type { Feed, FeedItem } from './feed/entry.ts'

/**
 * Returns the feed in `bytes`: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF, JSON Feed 1.x, RSS in JSON. `url` is where
 * they were fetched from; relative links start there (or at xml:base, or at an RSS channel's site). `now` is when, for
 * dates that count back from then. Takes time and
 * memory in proportion to the input, whatever it holds. Throws `UserError('notAFeed')` where there is no feed.
 */
export function parseFeed(
  bytes: Uint8Array,
  { contentType, url, now }: { contentType?: string; url: string; now?: Date },
): Feed {
  const text = decodeText(bytes, contentType)
  const json = withoutGuard(text)
  const feed = /^[[{]/u.test(json)
    ? (readElements(url, now, (onItem) => readRssInJson(json, onItem)) ?? parseJsonFeed(json, url))
    : parseXmlFeed(text, url, now)
  if (!feed) throw new UserError('notAFeed', { url })
  tellApart(feed.items)
  return feed
}

function parseXmlFeed(text: string, url: string, now?: Date): Feed | null {
  let hasItems = false
  let hasNews = false
  return readElements(url, now, (onItem) => {
    const document = readTree(text, url, (item) => {
      hasItems = true
      hasNews ||= marksOfNews.some((name) => childOf(item, name))
      onItem(item)
    })
    const root = findRoot(document, hasItems || emptyRdf.test(text))
    return root === document && !hasNews ? null : root
  })
}

/** Menus and catalogues have items with titles too; those of feeds without a root of their own have one of these. */
const marksOfNews = ['link', 'guid', 'id', 'url', 'pubdate', 'published', 'updated', 'dc:date', 'description']

/** Makes a feed of elements: `read` hands over each item and returns the root, null where there is no feed. */
function readElements(
  url: string,
  now: Date | undefined,
  read: (onItem: (item: XmlNode) => void) => XmlNode | null,
): Feed | null {
  const items: FeedItem[] = []
  const baseOf = baseFinder(url)
  const order: DateOrder = { hasDayFirst: false, hasMonthFirst: false, open: [] }
  const root = read((item) => {
    if (items.length < mostItems) items.push(readEntry(item, baseOf(item), order, now))
  })
  if (!root) return null
  // A channel of CDF may hold others.
  const isOutermost = root.name === 'channel' && childOf(root, 'title')
  const channel = isOutermost ? root : (childOf(root, 'channel') ?? root)
  settleDates(order, channel)
  const author = authorOf(channel, url)
  // An entry that names only somebody's page means the feed's author.
  const isNamed = (name: string | null) => name !== null && !/^https?:/iu.test(name)
  if (author !== null) for (const item of items) if (!isNamed(item.author)) item.author = author
  return {
    title: firstText(channel, ['title', 'dc:title', 'itunes:title']) || firstText(root, ['title']),
    url: homeOf(channel, url),
    author: author ?? keeperOf(channel, url),
    items,
    paceMs: paceOf(channel),
    quietHours: quietHoursOf(channel),
  }
}

/** RDF with RSS for its default namespace is a feed before its first item too. */
const emptyRdf =
  /<rdf:RDF\b[^>]{0,2000}xmlns\s*=\s*["']http:\/\/(?:purl\.org\/rss\/1\.0|(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9)\//iu

const roots = ['rss', 'rdf:rdf', 'feed', 'channel']

/** Returns the feed's outermost element, null where the document is something else (a page, a map, a picture). */
function findRoot(document: XmlNode, hasItems: boolean): XmlNode | null {
  const html = findElement(document, ['html'])
  // One that was closed at once may be the first of two.
  const root = findElement(document, roots, 1) ?? findElement(document, roots)
  if (root?.name === 'rss') return root
  if (root?.name === 'rdf:rdf') return hasItems || childOf(root, 'channel') ? root : null
  // A page may stand before a feed, or around it.
  if (root && (!html || hasItems)) return root
  if (html) return null
  return hasItems ? document : null
}

function findElement(node: XmlNode, names: readonly string[], leastChildren = 0): XmlNode | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const isFound = names.includes(child.name) && child.children.length >= leastChildren
    const found = isFound ? child : findElement(child, names, leastChildren)
    if (found) return found
  }
  return null
}
