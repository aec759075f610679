/** Where hosts of blogs keep the feed of one writer or magazine, each at a host of its own; a table for platforms.ts. */
import { isOwn } from './patterns.ts'
import type { Place, Platform } from './place.ts'

/** Every writer has a host: the feed's path there. */
const byHost: Readonly<Record<string, string>> = {
  '.medium.com': 'feed',
  '.substack.com': 'feed',
  '.wordpress.com': 'feed/',
  '.home.blog': 'feed/',
  '.tumblr.com': 'rss',
  '.ghost.io': 'rss/',
  '.micro.blog': 'feed.xml',
  '.bearblog.dev': 'feed/',
  '.livejournal.com': 'data/rss',
  '.dreamwidth.org': 'data/rss',
  '.insanejournal.com': 'data/rss',
  '.mataroa.blog': 'rss/',
  '.svbtle.com': 'feed',
  '.exblog.jp': 'index.xml',
  '.podigee.io': 'feed/mp3',
  '.hatenablog.com': 'feed',
  '.hatenablog.jp': 'feed',
  '.hateblo.jp': 'feed',
  '.hatenadiary.com': 'feed',
  '.hatenadiary.jp': 'feed',
  '.tistory.com': 'rss',
  '.beehiiv.com': 'feed',
  '.mirror.xyz': 'feed/atom',
  '.hashnode.dev': 'rss.xml',
  '.writeas.com': 'feed/',
  '.write.as': 'feed/',
}

/** Google gave Blogger a host in every country. */
const bloggers = (
  'com ae al am ba be bg bj ca cat cf ch cl co.at co.id co.il co.ke co.nz co.uk co.za com.ar com.au com.br com.by com.co ' +
  'com.cy com.ee com.eg com.es com.mt com.ng com.tr com.uy cv cz de dk fi fr gr hk hr hu ie in is it jp kr li lt lu md mk ' +
  'mr mx my nl no pe pt qa re ro rs ru se sg si sk sn su td tw ug vn'
)
  .split(' ')
  .map((end) => `.blogspot.${end}`)

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
  ...['brunch.co.kr', 'unsplash.com', 'glitch.com'].map((host): Platform => [host, () => []]),
]

function blogger({ url, parts: [at, label, name] }: Place) {
  const feed = `${url.origin}/feeds/posts/default`
  const words = at === 'search' ? url.searchParams.get('q') : null
  return [
    at === 'search' && label === 'label' && name && `${feed}/-/${name}`,
    words && `${feed}?q=${encodeURIComponent(words)}`,
    feed,
  ]
}

/** A writer's page tells where the letters stand: not always under the writer's name, and perhaps at a host of theirs. */
const publication =
  /primaryPublication\\?"\s*:\s*\{[^{}]{0,5000}?\\?"subdomain\\?"\s*:\s*\\?"([\w-]+)\\?"[^{}]{0,200}?\\?"custom_domain\\?"\s*:\s*(?:\\?"([\w.-]+)\\?"|null)/u

function substack({ parts: [at = '', who], html }: Place) {
  if (at === 'pub') return [who && `https://${who.toLowerCase()}.substack.com/feed`]
  if (!at.startsWith('@')) return []
  const [, name = at.slice(1).toLowerCase(), host = `${name}.substack.com`] = publication.exec(html) ?? []
  return [`https://${host}/feed`]
}

/** Names that Tumblr keeps for its own pages. */
const tumblrOwn =
  /^(?:about|communities|dashboard|docs|explore|following|help|inbox|likes|login|messages|new|policy|privacy|register|search|settings|support|tagged)$/u

function tumblr({ parts }: Place) {
  const [who, at, tag] = parts[0] === 'blog' ? parts.slice(parts[1] === 'view' ? 2 : 1) : parts
  if (!who || tumblrOwn.test(who)) return []
  const host = `https://${who}.tumblr.com`
  return [at === 'tagged' && tag && `${host}/tagged/${tag}/rss`, `${host}/rss`]
}

function medium({ parts: [first, ...others] }: Place) {
  const [at, second, tag] = first === 'feed' ? others : [first, ...others]
  if (!at || /^(?:[pmsu]|me|search|about|membership|plans|new-story|topics|explore-topics)$/u.test(at))
    return []
  if (at === 'tag' || at === 'topic') return [second && `https://medium.com/feed/${at}/${second}`]
  return [
    second === 'tagged' && tag && `https://medium.com/feed/${at}/tagged/${tag}`,
    `https://medium.com/feed/${at}`,
  ]
}
