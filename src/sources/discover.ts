/** Finds the feeds of a page: what it announces, what its platform offers, what its links look like. */
import { absoluteUrl } from './feed/links.ts'
import { generatorFeeds, section } from './generators.ts'
import { linksOfHeader } from './link-header.ts'
import { type LinkElement, linkElements } from './page-links.ts'
import { platformFeeds } from './platforms.ts'
import type { FeedBridges } from './platforms/place.ts'
import { feedInside } from './platforms/readers.ts'

/** A page that lists more is a directory of feeds, and nobody chooses among hundreds of buttons. */
const most = 50

/** However somebody spells `application/rss+xml`; an Atom service document is another thing. */
const feedTypes =
  /^(?:[\w./-]*[/.])?(?:x[.-])?(?:rss|atom|rdf)(?:[+ ]?(?:xml|json|atom))?(?:\s+charset=\S*)?$|^(?:application|text)\/(?:feed\+json|xml|xml\+(?:rss|atom))$/u
/** Letters behind a hyphen make another word of it: `feed-sourdough`, but `feed-en`. */
const feedPath =
  /(?:^|[/._-])(?:(?:(?:news)?feeds?|atom|rss2?(?:-?feeds?)?)(?!-(?:[a-z]{3}|[a-z]{2}-))|rdf|index\.xml|syndication|podcast\.xml)(?:[/._-]|$)|\.(?:rss|rdf|atom|xml)$/iu
/** A part of a path that is the title of a text about feeds. */
const titlePath =
  /(?:^|\/)(?=[^/]*(?:rss|feed|atom))(?=(?:[^/]*-)?(?:how|what|why|vs|versus|best|your|using|readers?|reading|explained|guide|tutorial)(?:[-/]|$))[^/.]*(?:\/|$)/iu
const feedQuery =
  /(?:^|[?&])(?:(?:feed|format|type|output|alt|mode?|action|t)=(?:rss2?|atom|rdf|feed|xml)|(?:rss|atom)=1)(?:&|$)/iu
/** Hosts that serve nothing else. */
const feedHost =
  /^https?:\/\/(?:rss\.|feeds2?\.feedburner\.com|feedproxy\.google\.com|feeds\.(?:feedblitz|megaphone|simplecast|transistor|captivate|acast|fireside|buzzsprout|soundcloud|libsyn)\.\w+\/)/iu
const neverFeed =
  /sitemap|opensearch|wlwmanifest|rsd\.xml|xmlrpc|oembed|manifest|osd\.xml|crossdomain|browserconfig|foaf|\.(?:png|jpe?g|gif|svg|webp|css|js|pdf|html?|zip)$|\/(?:help|about|what-is)[/-]/iu
/** Latin letters end at Han and kana: `RSS订阅`, `RSSを購読`. */
const feedWords = /(?:^|[^a-z])(?:rss|atom|xml|feed|webfeed)(?:$|[^a-z])|订阅源|訂閱源|フィード/iu
/** By these a link longer than a button says that it leads to a feed. */
const subscribeWords =
  /subscri|follow|abonn|suscri|assin|iscriv|подпис|订阅|訂閱|購読|구독|langgan|اشترك|सब्सक्राइब/iu
const question = /^(?:what|how|why)\s|^(?:什么|什麼|如何|怎)|[?？]$/iu
/** Rows of posts of another kind, and sentences that begin with the word. */
const otherFeed =
  /^(?:(?:feed|atom)\s+(?!rss|atom|feed|xml)\p{L}|(?:twitter|instagram|facebook|tiktok|linkedin|photo)\s)/iu

/** What most sites call their feed, likeliest first. */
const commonPaths = (
  'feed atom.xml rss.xml feed.xml index.xml rss feed/ rss/ feed.json feed.atom feed.rss index.rdf rss2.xml ' +
  'blog/feed blog/rss.xml blog/feed.xml blog/atom.xml blog/index.xml posts/index.xml feeds/posts/default feed.php ?feed=rss2'
).split(' ')

interface Candidate {
  href: string
  /** The lower, the likelier to be the one that the reader means. */
  rank: number
}

/**
 * Returns the addresses of the feeds of the page `html` at `url`, absolute and best first: announced ones, those of
 * its platform (through `bridges` where it has none of its own), its generator's, then links that look like feeds.
 * [] where the page gives no hint; `candidateFeeds` then lists what is worth trying.
 */
export function discoverFeeds(html: string, url: string, bridges: FeedBridges = {}): string[] {
  const announced: Candidate[] = []
  const linked: Candidate[] = []
  let base = url
  let baseSeen = false
  let generator = ''
  for (const element of linkElements(html)) {
    const href = element.attributes.get('href')?.trim() ?? ''
    if (element.name === 'base' && href !== '' && !baseSeen) {
      const told = URL.parse(href, url)
      base = told && /^https?:$/u.test(told.protocol) ? told.href : url
      baseSeen = true
    } else if (element.name === 'meta' && element.attributes.get('name')?.toLowerCase() === 'generator') {
      generator ||= element.attributes.get('content') ?? ''
    } else if (element.name === 'link' && href !== '') {
      const rank = announcedRank(element, href)
      if (rank !== null) announced.push({ href, rank })
    } else if ((element.name === 'a' || element.name === 'area') && href !== '') {
      const rank = linkedRank(element, href)
      if (rank !== null) linked.push({ href, rank })
    }
  }
  const page = URL.parse(url)
  const ofPage = (href: string) => isOwnFeed(URL.parse(href, base), page)
  const inOrder = (candidates: Candidate[]) =>
    candidates
      .map(({ href, rank }) => ({ href, rank: rank < asideOfComments && ofPage(href) ? -1 : rank }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ href }) => href)
  const found = [
    ...inOrder(announced),
    ...platformFeeds(url, html, bridges),
    ...(announced.length === 0 ? generatorFeeds(generator, html, url) : []),
    ...inOrder(linked),
  ]
  const absolute = found.map((href) => absoluteFeed(href, base)).filter((each) => each !== null)
  // The same place under two spellings is one.
  const seen = new Set<string>()
  const isNew = (each: string) => seen.size < seen.add(each.replace(/^https?:|\/$/gu, '')).size
  return absolute.filter(isNew).slice(0, most)
}

/** Returns the feeds that the Link header of the page at `url` announces, absolute and in its order. */
export function headerFeeds(header: string | null, url: string): string[] {
  return linksOfHeader(header)
    .filter(({ href, rel, type }) => {
      const attributes = new Map([
        ['rel', rel],
        ['type', type],
      ])
      return announcedRank({ name: 'link', attributes }, href) !== null
    })
    .flatMap(({ href }) => absoluteFeed(href, url) ?? [])
}

/** Whether `feed` is that of the section which `page` is, and not what readers answered to a post. */
function isOwnFeed(feed: URL | null, page: URL | null): boolean {
  if (!feed || !page || feed.host !== page.host || page.pathname === '/') return false
  const folder = page.pathname.replace(/\/?$/u, '/')
  if (!feed.pathname.startsWith(folder)) return false
  return section.test(page.pathname) || (/^\/[^/]+\/$/u.test(folder) && !/\/feed\/?$/u.test(feed.pathname))
}

/**
 * Returns where a site that announces no feed may have one, likeliest first: its platform's address, then usual names
 * at the root and in the first folder (in the folder first, where `url` is that folder's own page).
 */
export function candidateFeeds(url: string): string[] {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return []
  const [section, ...deeper] = parsed.pathname.split('/').filter(Boolean)
  const folders = section === undefined || /\.\w+$/u.test(section) ? ['/'] : ['/', `/${section}/`]
  if (deeper.length === 0) folders.reverse()
  const guesses = commonPaths.flatMap((path) => folders.map((folder) => `${parsed.origin}${folder}${path}`))
  return [...new Set([...platformFeeds(url), ...guesses])]
}

/** Returns the rank of a `<link>` as a feed, null for every other kind of link. */
function announcedRank({ attributes }: LinkElement, href: string): number | null {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u)
  const type = (attributes.get('type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (relations.includes('stylesheet') || isNoAddress(href)) return null
  const looks = looksLikeFeed(href)
  const isFeed =
    relations.includes('feed') ||
    relations.includes('service.feed') ||
    (relations.includes('alternate') &&
      (feedTypes.test(type) ||
        (type === 'application/json' && /feed/iu.test(href)) ||
        (type === '' &&
          !attributes.has('hreflang') &&
          (looks || feedWords.test(attributes.get('title') ?? '')))))
  if (!isFeed) return null
  return (
    aside(`${href} ${attributes.get('title') ?? ''}`) +
    (/(?:^|\/)(?:text|application)\/xml$/u.test(type) && !looks ? 2 : 0)
  )
}

/** Returns the rank of an `<a>` that looks like a feed, null for any other. */
function linkedRank({ attributes }: LinkElement, href: string): number | null {
  if (isNoAddress(href)) return null
  if (feedInside(href) !== null) return 2 + aside(href)
  if ((attributes.get('type') ?? '').toLowerCase().match(/(?:rss|atom|rdf)\+xml|feed\+json/u))
    return aside(href)
  if (/^(?:feed|itpc|pcast|podcast|rss):/iu.test(href) || looksLikeFeed(href)) return 1 + aside(href)
  return saysFeed(attributes) && !/^https?:\/\/(?!.*(?:feed|rss|atom))/iu.test(href) ? 5 + aside(href) : null
}

/** Whether a link is called a feed. A button says `RSS`; a sentence with the word in it leads to a page about something. */
function saysFeed(attributes: ReadonlyMap<string, string>): boolean {
  const text = attributes.get('text') ?? ''
  if (question.test(text) || otherFeed.test(text)) return false
  const names = ['title', 'aria-label', 'class', 'rel', 'picture', 'icon']
  const marks = names.map((name) => attributes.get(name) ?? '')
  return feedWords.test([...marks, text.length <= 16 || subscribeWords.test(text) ? text : ''].join(' '))
}

/** What names another thing, nothing yet (a template's hole), or the page itself. */
function isNoAddress(href: string): boolean {
  return /^(?:javascript|mailto|tel|data):|^#|\{\{|<%|\$\{/iu.test(href) || neverFeed.test(href)
}

/** Whether this looks like a feed of what readers answered. */
export const isOfComments = (text: string): boolean =>
  /comm?ent|komm?ent|reactie|комм?ент|コメント|댓글|评论|評論|留言|yorum|hozzászól|σχόλι|تعليق|دیدگاه|תגוב|bình luận|ความ(?:คิด)?เห็น|टिप्पण|antwort|\breplies\b/iu.test(
    text,
  )

const asideOfComments = 10

/** Feeds of comments, of one tag or category are rarely what a reader wants. */
function aside(text: string): number {
  if (isOfComments(text)) return asideOfComments
  return /\/(?:tags?|category|categories|author)\//iu.test(text) ? 3 : 0
}

/** Whether this address is shaped like that of a feed. */
export function looksLikeFeed(href: string): boolean {
  const [path = '', query = ''] = href.replace(/#.*$/su, '').split('?')
  // The host says nothing (`feeds.example.org` serves pages too), but for those that serve feeds only.
  const local = path.replace(/^(?:https?:)?\/\/[^/]*/iu, '')
  return feedHost.test(href) || (feedPath.test(local) && !titlePath.test(local)) || feedQuery.test(query)
}

function absoluteFeed(href: string, base: string): string | null {
  const plain = href
    .replace(/^(?:feed|itpc|pcast|podcast|rss):(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^(?:feed|itpc|pcast|podcast|rss):(?:\/\/)?/iu, 'http://')
    .replace(/^:(?=\/\/)/u, '')
  const url = URL.parse(absoluteUrl(feedInside(plain) ?? plain, base) ?? '')
  if (!url) return null
  url.hash = ''
  // Addresses of the maker's own machine are left in by mistake.
  const site = URL.parse(base)
  if (site && /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)$/u.test(url.hostname) && site.hostname !== url.hostname)
    return site.origin + url.pathname + url.search
  return url.href
}
