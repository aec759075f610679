/** Where hosts of blogs keep the feed of one writer or magazine, each at a host of its own; a table for platforms.ts. */
import { isOwn } from './patterns.ts'
import type { Place, Platform } from './place.ts'

/** Every writer has a host: the feed's path there. */
const byHost: Readonly<Record<string, string>> = {
  '.medium.com': 'feed',
  '.substack.com': 'feed',
  '.wordpress.com': 'feed/',
  '.tumblr.com': 'rss',
  '.ghost.io': 'rss/',
  '.micro.blog': 'feed.xml',
  '.bearblog.dev': 'feed/',
  '.livejournal.com': 'data/rss',
  '.dreamwidth.org': 'data/rss',
  '.hatenablog.com': 'feed',
  '.hatenablog.jp': 'feed',
  '.hateblo.jp': 'feed',
  '.tistory.com': 'rss',
  '.beehiiv.com': 'feed',
  '.mirror.xyz': 'feed/atom',
  '.hashnode.dev': 'rss.xml',
  '.writeas.com': 'feed/',
  '.write.as': 'feed/',
}

/** Google gave Blogger a host in every country. */
const bloggers = 'com co.uk de fr jp in ca com.br com.au it nl ru'.split(' ').map((end) => `.blogspot.${end}`)

export const blogPlatforms: readonly Platform[] = [
  ...Object.entries(byHost).map(
    ([host, path]): Platform => [host, ({ url }) => [!isOwn(url.hostname) && `${url.origin}/${path}`]],
  ),
  ...bloggers.map((host): Platform => [host, blogger]),
  ['substack.com', substack],
  ['open.substack.com', substack],
  ['tumblr.com', tumblr],
  ['medium.com', medium],
  // It gives each writer a host beside the profile.
  ['.bsky.social', ({ host }) => [`https://bsky.app/profile/${host}/rss`]],
  // Names of the same shape as elsewhere, and no feeds.
  ...['brunch.co.kr', 'threads.net', 'threads.com'].map((host): Platform => [host, () => []]),
]

function blogger({ url, parts: [at, label, name] }: Place) {
  const feed = `${url.origin}/feeds/posts/default`
  return [at === 'search' && label === 'label' && name && `${feed}/-/${name}`, feed]
}

function substack({ parts: [at = '', who] }: Place) {
  if (at === 'pub') return [who && `https://${who.toLowerCase()}.substack.com/feed`]
  return [at.startsWith('@') && `https://${at.slice(1).toLowerCase()}.substack.com/feed`]
}

function tumblr({ parts }: Place) {
  const who = parts[0] === 'blog' ? parts[parts[1] === 'view' ? 2 : 1] : parts[0]
  return [who && !/^(?:tagged|explore|search|dashboard)$/u.test(who) && `https://${who}.tumblr.com/rss`]
}

function medium({ parts: [first, ...others] }: Place) {
  const [at, second, tag] = first === 'feed' ? others : [first, ...others]
  if (!at || /^(?:[pmu]|me|search|about|membership|plans|new-story|topics|explore-topics)$/u.test(at))
    return []
  if (at === 'tag' || at === 'topic') return [second && `https://medium.com/feed/${at}/${second}`]
  return [
    second === 'tagged' && tag && `https://medium.com/feed/${at}/tagged/${tag}`,
    `https://medium.com/feed/${at}`,
  ]
}
