/** Where the large platforms keep the feeds of what their pages show, page by page; a table for platforms.ts. */
import { hub, type Place, type Platform } from './place.ts'

export const largePlatforms: readonly Platform[] = [
  ['youtube.com', youtube],
  ['.youtube.com', youtube],
  ['youtu.be', youtube],
  ['reddit.com', reddit],
  ['.reddit.com', reddit],
  ['github.com', github],
  ['medium.com', medium],
  ['news.ycombinator.com', hackerNews],
  ...'stackoverflow.com .stackoverflow.com superuser.com serverfault.com askubuntu.com mathoverflow.net .stackexchange.com'
    .split(' ')
    .map((host): Platform => [host, stackExchange]),
  ['arxiv.org', arxiv],
  ['export.arxiv.org', arxiv],
  ['rss.arxiv.org', arxiv],
  ['v2ex.com', v2ex],
  ['.v2ex.com', v2ex],
  [
    'podcasts.apple.com',
    ({ parts, html, bridges }) => {
      const number = /^id(\d+)$/u.exec(parts.at(-1) ?? '')?.[1]
      return [
        /"feedUrl"\s*:\s*"(https?:[^"\\]+)"/u.exec(html)?.[1],
        number && hub(bridges, `apple/podcast/${number}`),
      ]
    },
  ],
]

/** A paper is in the list of its first subject. */
function arxiv({ parts: [at, what], html }: Place) {
  const subject = /primary-subject[^>]{0,40}>[^<(]{0,80}\(([\w.-]+)\)/u.exec(html)?.[1]
  const list = at === 'list' || at === 'rss' || at === 'archive' ? what : at === 'abs' ? subject : undefined
  return [list && `https://rss.arxiv.org/rss/${list}`]
}

function youtube({ url, parts: [at = '', id], html, bridges }: Place) {
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  if (at === 'feeds') return [url.search !== '' && `${feed}${url.search}`]
  const playlist = url.searchParams.get('list')
  const channel =
    at === 'channel' && !id?.startsWith('PL')
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

function reddit({ url, parts }: Place) {
  // The same page for programs.
  const [at, name, sort, post] = parts.map((part) => part.replace(/(?<=.)\.(?:json|rss)$/u, ''))
  if (at === 'domain' && name) return [`https://www.reddit.com/domain/${name}/.rss`]
  if ((at === 'r' || at === 'u' || at === 'user') && name) {
    const root = `https://www.reddit.com/${at === 'u' ? 'user' : at}/${name}`
    if (sort === 'comments' && post) return [`${root}/comments/${post}/.rss`, `${root}/.rss`]
    if (sort === 'search' && url.searchParams.has('q'))
      return [`${root}/search.rss${url.search}`, `${root}/.rss`]
    if (at !== 'r' && sort && /^(?:submitted|comments|overview)$/u.test(sort))
      return [`${root}/${sort}/.rss`, `${root}/.rss`]
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

/** Names that GitHub keeps for its own pages. */
const githubOwn =
  /^(?:about|apps|collections|customer-stories|enterprise|events|explore|features|issues|login|marketplace|new|notifications|pricing|pulls|readme|search|security|settings|signup|site|sponsors|team|topics|trending)$/u

function github({ parts: [owner, project, at, ...rest] }: Place): string[] {
  if (!owner || githubOwn.test(owner)) return []
  if (owner === 'orgs') {
    if (!project) return []
    const timeline = `https://github.com/${project}.atom`
    return at === 'discussions'
      ? [`https://github.com/orgs/${project}/discussions.atom`, timeline]
      : [timeline]
  }
  if (!project) return [`https://github.com/${owner}.atom`]
  const root = `https://github.com/${owner}/${project.replace(/\.git$/u, '')}`
  const branch = rest.join('/')
  const commits =
    /^(?:commits|tree|blob)$/u.test(at ?? '') && branch
      ? `${root}/commits/${branch}.atom`
      : `${root}/commits.atom`
  const feeds = [`${root}/releases.atom`, commits, `${root}/tags.atom`]
  if (/^(?:commits|tree|blob)$/u.test(at ?? '')) return [commits, ...feeds]
  if (at === 'wiki') return [`${root}/wiki.atom`, ...feeds]
  if (at === 'tags') return [`${root}/tags.atom`, ...feeds]
  return at === 'discussions' ? [`${root}/discussions.atom`, ...feeds] : feeds
}

function medium({ parts: [at, second, tag] }: Place) {
  if (!at || /^(?:p|m|me|search|about|membership|plans|new-story|topics|explore-topics)$/u.test(at)) return []
  if (at === 'tag') return [second && `https://medium.com/feed/tag/${second}`]
  return [
    second === 'tagged' && tag && `https://medium.com/feed/${at}/tagged/${tag}`,
    `https://medium.com/feed/${at}`,
  ]
}

function hackerNews({ url, parts: [at = ''] }: Place) {
  const id = url.searchParams.get('id')
  if (at === 'user' && id) return [`https://hnrss.org/submitted?id=${encodeURIComponent(id)}`]
  if (at === 'item' && id) return [`https://hnrss.org/item?id=${encodeURIComponent(id)}`]
  if (at === 'threads' && id) return [`https://hnrss.org/threads?id=${encodeURIComponent(id)}`]
  const list = { front: 'frontpage', newest: 'newest', ask: 'ask', show: 'show', jobs: 'jobs', best: 'best' }[
    at
  ]
  return [
    list && `https://hnrss.org/${list}`,
    'https://news.ycombinator.com/rss',
    'https://hnrss.org/frontpage',
  ]
}

function stackExchange({ url, parts: [at, ...rest] }: Place) {
  const tag = at === 'questions' && rest[0] === 'tagged' ? rest[1] : undefined
  const numbered = (at === 'questions' || at === 'q') && /^\d+$/u.test(rest[0] ?? '')
  const question = numbered ? rest[0] : undefined
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
