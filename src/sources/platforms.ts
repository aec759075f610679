/** Knows where the platforms that people paste links of keep their feeds: from a page's address to feed addresses. */
import { blogPlatforms } from './platforms/blogs.ts'
import { bridgedPlatforms } from './platforms/bridged.ts'
import { largePlatforms } from './platforms/large.ts'
import type { FeedBridges, Place } from './platforms/place.ts'
import { workPlatforms } from './platforms/works.ts'

/** Hosts (or ends of hosts, with a leading dot) -> feeds of a place there, best first. */
const platforms = [...largePlatforms, ...blogPlatforms, ...workPlatforms, ...bridgedPlatforms]

/**
 * Returns the feeds that the platform at `url` offers for what the page shows, best first; [] for no known platform.
 * `html` is the page, where it was fetched: some platforms name the channel only there. Places without feeds of
 * their own (Zhihu, Bilibili, Weibo, WeChat ...) are reached through the instances in `bridges` only.
 */
export function platformFeeds(url: string, html = '', bridges: FeedBridges = {}): string[] {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return []
  const host = parsed.hostname.toLowerCase().replace(/^(?:www|m|mobile)\./u, '')
  const place: Place = { url: parsed, host, parts: parsed.pathname.split('/').filter(Boolean), bridges, html }
  const known = platforms.filter(([name]) => (name.startsWith('.') ? host.endsWith(name) : host === name))
  const found = known.length > 0 ? known.flatMap(([, feeds]) => feeds(place)) : socialFeeds(place)
  return [...new Set(found.filter((each) => typeof each === 'string' && each !== ''))] as string[]
}

/** Whether the platform at `url` has no feed of what stands there, but one of the instances, not named in `bridges`, reads it. */
export function needsBridge(url: string, html = '', bridges: FeedBridges = {}): boolean {
  const every = { rsshubUrl: 'https://rsshub.invalid', weweRssUrl: 'https://wewe.invalid' }
  return platformFeeds(url, html, bridges).length === 0 && platformFeeds(url, html, every).length > 0
}

/** Mastodon and its like run on any host; the page says so, or the path has the shape. */
function socialFeeds({ url: { origin }, host, parts, html }: Place): (string | false | undefined)[] {
  const path = parts[0] === 'web' || parts[0] === 'deck' ? parts.slice(1) : parts
  const [at = '', name] = path
  const account = /^@([\w.-]+)(?:@([\w.-]+\.[a-z]{2,}))?$/iu.exec(at)
  // An account of another server, seen from here, has its feed there.
  if (account && path.length <= 2)
    return [`${account[2] ? `https://${account[2]}` : origin}/@${account[1]}.rss`]
  const mastodon = /mastodon/iu.test(host + html.slice(0, 20_000))
  if ((at === 'users' || at === 'tags') && name && mastodon) return [`${origin}/${at}/${name}.rss`]
  const lemmy = /lemmy/iu.test(host + html.slice(0, 20_000))
  return [(at === 'c' || at === 'u') && name && lemmy && `${origin}/feeds/${at}/${name}.xml`]
}
