/** Knows where the platforms that people paste links of keep their feeds: from a page's address to feed addresses. */

import { bridgedPlatforms, hub, type FeedBridges, type Place, type Platform } from './bridged-platforms.ts'

/** Hosts (or ends of hosts, with a leading dot) -> feeds of a place there, best first. */
const platforms: readonly Platform[] = [
  ['youtube.com', youtube],
  ['youtu.be', youtube],
  ['reddit.com', reddit],
  ['old.reddit.com', reddit],
  ['github.com', github],
  ['gist.github.com', ({ parts: [user] }) => [user && `https://gist.github.com/${user}.atom`]],
  [
    'gitlab.com',
    ({ parts: [user, project] }) => [
      user &&
        (project
          ? `https://gitlab.com/${user}/${project}/-/tags?format=atom`
          : `https://gitlab.com/${user}.atom`),
    ],
  ],
  ['bsky.app', ({ parts: [at, who] }) => [at === 'profile' && who && `https://bsky.app/profile/${who}/rss`]],
  ['medium.com', medium],
  ['.medium.com', ({ url }) => [`${url.origin}/feed`]],
  ['.substack.com', ({ url }) => [`${url.origin}/feed`]],
  [
    'substack.com',
    ({ parts: [at] }) => [at?.startsWith('@') && `https://${at.slice(1).toLowerCase()}.substack.com/feed`],
  ],
  ['news.ycombinator.com', hackerNews],
  ['stackoverflow.com', stackExchange],
  ['superuser.com', stackExchange],
  ['serverfault.com', stackExchange],
  ['askubuntu.com', stackExchange],
  ['.stackexchange.com', stackExchange],
  [
    'arxiv.org',
    ({ parts: [at, what] }) => [
      (at === 'list' || at === 'rss' || at === 'archive') && what && `https://rss.arxiv.org/rss/${what}`,
    ],
  ],
  ['v2ex.com', v2ex],
  ['.tumblr.com', ({ url }) => [`${url.origin}/rss`]],
  ['tumblr.com', ({ parts: [user] }) => [user && `https://${user}.tumblr.com/rss`]],
  ['.wordpress.com', ({ url }) => [`${url.origin}/feed/`]],
  ['.blogspot.com', ({ url }) => [`${url.origin}/feeds/posts/default`]],
  [
    'dev.to',
    ({ parts: [at, tag] }) => [
      at === 't' ? tag && `https://dev.to/feed/tag/${tag}` : at && `https://dev.to/feed/${at}`,
      'https://dev.to/feed',
    ],
  ],
  [
    'lobste.rs',
    ({ parts: [at, tag] }) => [
      at === 't' && tag && `https://lobste.rs/t/${tag}.rss`,
      'https://lobste.rs/rss',
    ],
  ],
  [
    'vimeo.com',
    ({ parts: [user] }) => [user && !/^\d+$/u.test(user) && `https://vimeo.com/${user}/videos/rss`],
  ],
  [
    'pypi.org',
    ({ parts: [at, name] }) => [
      at === 'project' && name && `https://pypi.org/rss/project/${name}/releases.xml`,
    ],
  ],
  ['sspai.com', () => ['https://sspai.com/feed']],
  ['36kr.com', () => ['https://36kr.com/feed']],
  ['podcasts.apple.com', ({ html }) => [/"feedUrl"\s*:\s*"(https?:[^"\\]+)"/u.exec(html)?.[1]]],
  ...bridgedPlatforms,
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
  const place: Place = { url: parsed, host, parts: parsed.pathname.split('/').filter(Boolean), bridges, html }
  const found = platforms
    .filter(([name]) => (name.startsWith('.') ? host.endsWith(name) : host === name))
    .flatMap(([, feeds]) => feeds(place))
  // Mastodon and its like run on any host; the page says so, or the path has the shape.
  const social = /^@([\w.-]+)$/u.exec(place.parts[0] ?? '')
  if (found.length === 0 && social && place.parts.length <= 2)
    found.push(`${parsed.origin}/@${social[1]}.rss`)
  const [at, name] = place.parts
  if (
    found.length === 0 &&
    (at === 'users' || at === 'tags') &&
    name &&
    /mastodon/iu.test(host + html.slice(0, 20_000))
  )
    found.push(`${parsed.origin}/${at}/${name}.rss`)
  return [...new Set(found.filter((each) => typeof each === 'string' && each !== ''))] as string[]
}

function youtube({ url, parts: [at = '', id], html, bridges }: Place) {
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  const playlist = url.searchParams.get('list')
  const channel =
    at === 'channel'
      ? id
      : (/"(?:channelId|externalId|browseId)"\s*:\s*"(UC[\w-]{22})"/u.exec(html)?.[1] ??
        /(?:itemprop="(?:channelId|identifier)" content="|\/channel\/)(UC[\w-]{22})/u.exec(html)?.[1])
  return [
    playlist && `${feed}?playlist_id=${encodeURIComponent(playlist)}`,
    channel && `${feed}?channel_id=${encodeURIComponent(channel)}`,
    at === 'user' && id && `${feed}?user=${encodeURIComponent(id)}`,
    !channel && at.startsWith('@') && hub(bridges, `youtube/user/${at}`),
  ]
}

function reddit({ url, parts: [at, name, sort, post] }: Place) {
  if ((at === 'r' || at === 'u' || at === 'user') && name) {
    const root = `https://www.reddit.com/${at === 'u' ? 'user' : at}/${name}`
    if (sort === 'comments' && post) return [`${root}/comments/${post}/.rss`, `${root}/.rss`]
    if (sort === 'm' && post) return [`${root}/m/${post}/.rss`]
    const period = /^(?:hour|day|week|month|year|all)$/u.exec(url.searchParams.get('t') ?? '')?.[0]
    return [
      sort &&
        /^(?:top|new|hot|rising|controversial)$/u.test(sort) &&
        `${root}/${sort}/.rss${period === undefined ? '' : `?t=${period}`}`,
      `${root}/.rss`,
    ]
  }
  return ['https://www.reddit.com/.rss']
}

function github({ parts: [owner, project, at, ...rest] }: Place) {
  if (!owner) return []
  if (!project) return [`https://github.com/${owner}.atom`]
  const root = `https://github.com/${owner}/${project.replace(/\.git$/u, '')}`
  const branch = rest.join('/')
  const commits =
    (at === 'commits' || at === 'tree') && branch ? `${root}/commits/${branch}.atom` : `${root}/commits.atom`
  const feeds = [`${root}/releases.atom`, commits, `${root}/tags.atom`]
  if (at === 'commits' || at === 'tree') return [commits, ...feeds]
  if (at === 'tags') return [`${root}/tags.atom`, ...feeds]
  return at === 'discussions' ? [`${root}/discussions.atom`, ...feeds] : feeds
}

function medium({ parts: [at, second] }: Place) {
  if (!at) return []
  return at === 'tag'
    ? [second && `https://medium.com/feed/tag/${second}`]
    : [`https://medium.com/feed/${at}`]
}

function hackerNews({ url, parts: [at = ''] }: Place) {
  const id = url.searchParams.get('id')
  if (at === 'user' && id) return [`https://hnrss.org/submitted?id=${encodeURIComponent(id)}`]
  if (at === 'item' && id) return [`https://hnrss.org/item?id=${encodeURIComponent(id)}`]
  const list = { newest: 'newest', ask: 'ask', show: 'show', jobs: 'jobs', best: 'best' }[at]
  return [
    list && `https://hnrss.org/${list}`,
    'https://news.ycombinator.com/rss',
    'https://hnrss.org/frontpage',
  ]
}

function stackExchange({ url, parts: [at, ...rest] }: Place) {
  const tag = at === 'questions' && rest[0] === 'tagged' ? rest[1] : undefined
  const question = at === 'questions' && /^\d+$/u.test(rest[0] ?? '') ? rest[0] : undefined
  const user = at === 'users' ? rest[0] : undefined
  return [
    tag && `${url.origin}/feeds/tag/${tag}`,
    question && `${url.origin}/feeds/question/${question}`,
    user && `${url.origin}/feeds/user/${user}`,
    `${url.origin}/feeds`,
  ]
}

function v2ex({ url, parts: [at, name] }: Place) {
  const tab = /^\w+$/u.exec(url.searchParams.get('tab') ?? '')?.[0]
  return [
    tab !== undefined && `https://www.v2ex.com/feed/tab/${tab}.xml`,
    at === 'go' && name && `https://www.v2ex.com/feed/${name}.xml`,
    at === 'member' && name && `https://www.v2ex.com/feed/member/${name}.xml`,
    'https://www.v2ex.com/index.xml',
  ]
}
