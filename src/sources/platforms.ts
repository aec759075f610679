/** Knows where the platforms that people paste links of keep their feeds: from a page's address to feed addresses. */
import { blogPlatforms } from './platforms/blogs.ts'
import { bridgedPlatforms } from './platforms/bridged.ts'
import { largePlatforms } from './platforms/large.ts'
import { patternPlatforms } from './platforms/patterns.ts'
import type { FeedBridges, Place } from './platforms/place.ts'
import { readerPlatforms } from './platforms/readers.ts'
import { softwareFeeds } from './platforms/software.ts'
import { voicePlatforms } from './platforms/voices.ts'

/** Hosts (or ends of hosts, with a leading dot) -> feeds of a place there, best first. */
const platforms = [
  ...largePlatforms,
  ...patternPlatforms,
  ...blogPlatforms,
  ...voicePlatforms,
  ...bridgedPlatforms,
  ...readerPlatforms,
]

/**
 * Returns the feeds that the platform at `url` offers for what the page shows, best first; [] for no known platform.
 * `html` is the page, where it was fetched: some platforms name the channel only there. Places without feeds of
 * their own (Zhihu, Bilibili, Weibo, WeChat ...) are reached through the instances in `bridges` only.
 */
export function platformFeeds(url: string, html = '', bridges: FeedBridges = {}): string[] {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return []
  const host = parsed.hostname.toLowerCase().replace(/^(?:www|m|mobile)\./u, '')
  const parts = parsed.pathname.replaceAll('%40', '@').split('/').filter(Boolean)
  const place: Place = { url: parsed, host, parts, bridges, html }
  const known = platforms.filter(([name]) => (name.startsWith('.') ? host.endsWith(name) : host === name))
  const found = known.length > 0 ? known.flatMap(([, feeds]) => feeds(place)) : anywhere(place)
  return [...new Set(found.filter((each) => typeof each === 'string' && each !== ''))] as string[]
}

/** Whether the platform at `url` has no feed of what stands there, but one of the instances, not named in `bridges`, reads it. */
export function needsBridge(url: string, html: string | undefined, bridges: FeedBridges): boolean {
  const every = { rsshubUrl: 'https://rsshub.invalid', weweRssUrl: 'https://wewe.invalid' }
  return platformFeeds(url, html, bridges).length === 0 && platformFeeds(url, html, every).length > 0
}

/** Programs that run on any host: the page says which, or the path has the shape of an account. */
function anywhere(place: Place): (string | null)[] {
  const known = softwareFeeds(place)
  if (known.length > 0) return known
  const path = /^(?:web|deck)$/u.test(place.parts[0] ?? '') ? place.parts.slice(1) : place.parts
  const account = /^@([\w.-]+?)(?:\.(?:rss|atom|json))?(?:@([\w.-]+\.[a-z]{2,}))?$/iu.exec(path[0] ?? '')
  if (!account || (path.length > 2 && path[1] !== 'tagged')) return []
  if (path[1] === 'tagged' && path[2]) return [`${place.url.origin}/${path.join('/')}.rss`]
  // An account of another server, seen from here, has its feed there.
  return [`${account[2] ? `https://${account[2]}` : place.url.origin}/@${account[1]}.rss`]
}
