/** Where the large platforms keep the feeds of what their pages show, page by page; a table for platforms.ts. */
import { hub, type Place, type Platform } from './place.ts'

export const largePlatforms: readonly Platform[] = [
  ['youtube.com', youtube],
  ['.youtube.com', youtube],
  ['youtu.be', youtube],
  ['youtube-nocookie.com', youtube],
  ['reddit.com', reddit],
  ['.reddit.com', reddit],
  ['github.com', github],
  ['raw.githubusercontent.com', raw],
  ['news.ycombinator.com', hackerNews],
  ...'stackoverflow.com superuser.com serverfault.com askubuntu.com mathoverflow.net stackapps.com .stackexchange.com'
    .split(' ')
    .flatMap((host) => (host.startsWith('.') ? [host] : [host, `.${host}`]))
    .map((host): Platform => [host, stackExchange]),
  ['arxiv.org', arxiv],
  ['export.arxiv.org', arxiv],
  ['rss.arxiv.org', arxiv],
  ['v2ex.com', v2ex],
  ['.v2ex.com', v2ex],
]

/** A paper is in the list of its first subject. */
function arxiv({ url, parts: [at, what], html }: Place) {
  const subject = /primary-subject[^>]{0,40}>[^<(]{0,80}\(([\w.-]+)\)/u.exec(html)?.[1]
  const words = at === 'search' ? url.searchParams.get('query') : null
  if (words) {
    const field = url.searchParams.get('searchtype') === 'author' ? 'au' : 'all'
    const query = new URLSearchParams({ search_query: `${field}:${words}`, sortBy: 'submittedDate' })
    return [`https://export.arxiv.org/api/query?${query.toString()}&sortOrder=descending`]
  }
  if (at === 'a') return [what && `https://arxiv.org/a/${what}.atom2`]
  const list = /^(?:list|rss|atom|archive)$/u.test(at ?? '') ? what : subject
  return [list && `https://rss.arxiv.org/${at === 'atom' ? at : 'rss'}/${list}`]
}

/** A page of a channel names others before its own; one of a video has no `externalId`. Quotation marks may be coded. */
const channelKeys = ['externalId', 'externalChannelId', 'channelId|browseId'].map(
  (key) =>
    new RegExp(
      `(?:\\\\?"|\\\\x22)(?:${key})(?:\\\\?"|\\\\x22)\\s*:\\s*(?:\\\\?"|\\\\x22)(UC[\\w-]{22})(?:\\\\?"|\\\\x22)`,
      'u',
    ),
)

/** Lists that YouTube makes for each reader (mixes, watch later, likes) have no feed. */
const ownList = /^(?:RD|WL$|LL$|LM$|HL$|UL)/u

function youtube(place: Place): (string | null | undefined | false)[] {
  const { url, html, bridges } = place
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  // Who has not been asked about cookies yet is led past a page that keeps the address.
  const wanted = URL.parse(url.searchParams.get('continue') ?? '')
  if (place.host.startsWith('consent.') && wanted)
    return youtube({ ...place, host: '', url: wanted, parts: wanted.pathname.split('/').filter(Boolean) })
  const [at = '', id] = place.parts
  if (at === 'feeds') return [url.search !== '' && `${feed}${url.search}`]
  const playlist =
    url.searchParams.get('list') ?? (at === 'browse' ? /^VL(.+)$/u.exec(id ?? '')?.[1] : undefined) ?? ''
  const signs = [
    ...channelKeys,
    /(?:itemprop="(?:channelId|identifier)" content="|\/channel\/)(UC[\w-]{22})/u,
  ]
  const channel =
    at === 'channel' && !id?.startsWith('PL')
      ? id
      : signs.map((sign) => sign.exec(html)?.[1]).find((found) => found !== undefined)
  return [
    playlist !== '' && !ownList.test(playlist) && `${feed}?playlist_id=${encodeURIComponent(playlist)}`,
    channel && `${feed}?channel_id=${encodeURIComponent(channel)}`,
    at === 'user' && id && `${feed}?user=${encodeURIComponent(id)}`,
    !channel && at.startsWith('@') && hub(bridges, `youtube/user/${at}`),
  ]
}

const redditSort = /^(?:top|new|hot|best|rising|controversial)$/u

function reddit({ url, parts }: Place) {
  // The same page for programs.
  const [first, name, third, post] = parts.map((part) => part.replace(/(?<=.)\.(?:json|rss)$/u, ''))
  const at = first?.toLowerCase()
  const sort = third?.toLowerCase()
  const period = /^(?:hour|day|week|month|year|all)$/u.exec(url.searchParams.get('t') ?? '')?.[0]
  const within = period === undefined ? '' : `?t=${period}`
  if (at === 'search' && url.searchParams.has('q')) return [`https://www.reddit.com/search.rss${url.search}`]
  if (at === 'comments' && name) return [`https://www.reddit.com/comments/${name}/.rss`]
  if (at === 'me' || at === 'settings' || at === 'login') return []
  if (at === 'domain' && name) return [`https://www.reddit.com/domain/${name}/.rss`]
  if ((at === 'r' || at === 'u' || at === 'user') && name) {
    const root = `https://www.reddit.com/${at === 'u' ? 'user' : at}/${name}`
    if (sort === 'comments' && post) return [`${root}/comments/${post}/.rss`, `${root}/.rss`]
    if (sort === 'search' && url.searchParams.has('q'))
      return [`${root}/search.rss${url.search}`, `${root}/.rss`]
    if (at !== 'r' && sort && /^(?:submitted|comments|overview)$/u.test(sort))
      return [`${root}/${sort}/.rss`, `${root}/.rss`]
    if (sort === 'm' && post) return [`${root}/m/${post}/.rss`]
    const flair = url.searchParams.get('f')
    if (flair?.startsWith('flair_name:'))
      return [`${root}/search.rss?q=${encodeURIComponent(flair)}&restrict_sr=1&sort=new`]
    return [
      sort && redditSort.test(sort) && `${root}/${sort}/.rss${within}`,
      sort === 'comments' && `${root}/comments/.rss`,
      `${root}/.rss`,
    ]
  }
  return [`https://www.reddit.com/${at && redditSort.test(at) ? `${at}/.rss${within}` : '.rss'}`]
}

/** Names that GitHub keeps for its own pages. */
const githubOwn =
  /^(?:about|account|advisories|apps|blog|codespaces|collections|contact|copilot|customer-stories|dashboard|discussions|enterprise|events|explore|features|issues|join|login|logout|marketplace|mobile|new|notifications|organizations|pricing|projects|pulls|readme|resources|search|security|settings|signup|site|solutions|team|topics|trending|watching)$/iu

function github({ url, parts, bridges }: Place): (string | null)[] {
  const [owner, project, third, ...rest] = parts.map((part) => part.replace(/(?<=.)\.(?:atom|git)$/u, ''))
  const at = third?.toLowerCase()
  if (!owner) return []
  // Pages about somebody.
  if (/^(?:users|stars|sponsors)$/u.test(owner)) return project ? [`https://github.com/${project}.atom`] : []
  if (owner === 'trending') {
    const since = /^(?:weekly|monthly)$/u.exec(url.searchParams.get('since') ?? '')?.[0] ?? 'daily'
    return [hub(bridges, `github/trending/${since}/${project ?? 'any'}`)]
  }
  if (githubOwn.test(owner)) return []
  if (owner === 'orgs') {
    if (!project) return []
    const timeline = `https://github.com/${project}.atom`
    return at === 'discussions'
      ? [`https://github.com/orgs/${project}/discussions.atom`, timeline]
      : [timeline]
  }
  if (!project) return [`https://github.com/${owner}.atom`]
  const root = `https://github.com/${owner}/${project}`
  const branch = /^(?:commits|tree|blob|blame)$/u.test(at ?? '')
    ? rest.map((part) => `/${part}`).join('')
    : ''
  const author = at === 'commits' ? url.searchParams.get('author') : null
  const commits = `${root}/commits${branch}.atom${author ? `?author=${encodeURIComponent(author)}` : ''}`
  const feeds = [`${root}/releases.atom`, commits, `${root}/tags.atom`]
  if (/^(?:commits?|tree|blob|blame|activity)$/u.test(at ?? '')) return [commits, ...feeds]
  if (at === 'issues' || at === 'pulls')
    return [hub(bridges, `github/${at.slice(0, -1)}/${owner}/${project}`), ...feeds]
  return /^(?:wiki|tags|discussions)$/u.test(at ?? '') ? [`${root}/${at}.atom`, ...feeds] : feeds
}

function raw({ parts: [owner, project, ...path] }: Place): string[] {
  return path.length > 0 ? [`https://github.com/${owner}/${project}/commits/${path.join('/')}.atom`] : []
}

/** What hnrss.org reads, by the path of the page. */
const newsLists: Readonly<Record<string, string>> = {
  front: 'frontpage',
  shownew: 'show',
  ...Object.fromEntries(
    'newest ask show jobs best active launches whoishiring newcomments bestcomments'
      .split(' ')
      .map((name) => [name, name]),
  ),
}

function hackerNews({ url, parts: [at = ''] }: Place) {
  const id = url.searchParams.get('id')
  const kind = /^(?:user|submitted|item|threads|favorites)$/u.exec(at)?.[0].replace('user', 'submitted')
  if (kind && id) return [`https://hnrss.org/${kind}?id=${encodeURIComponent(id)}`]
  const site = at === 'from' && url.searchParams.get('site')
  if (site) return [`https://hnrss.org/newest?q=${encodeURIComponent(site)}&search_attrs=url`]
  const points = at === 'over' && /^\d+$/u.exec(url.searchParams.get('points') ?? '')?.[0]
  const list = newsLists[at]
  return [
    points && `https://hnrss.org/newest?points=${points}`,
    at === 'showrss' && 'https://news.ycombinator.com/showrss',
    list && `https://hnrss.org/${list}`,
    'https://news.ycombinator.com/rss',
    'https://hnrss.org/frontpage',
  ]
}

function stackExchange({ url, parts: [at, ...rest] }: Place) {
  const tag = at === 'questions' && rest[0] === 'tagged' ? rest[1] : at === 'tags' ? rest[0] : undefined
  const numbered = (at === 'questions' || at === 'q') && /^\d+$/u.test(rest[0] ?? '')
  const question = numbered ? rest[0] : undefined
  const user = at === 'users' ? rest[0] : undefined
  const named = at === 'collectives' || at === 'rooms' ? rest[0] : undefined
  return [
    named && `${url.origin}/feeds/${at}/${named}`,
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
    at === 'feed' && name && `https://www.v2ex.com/feed/${name}`,
    'https://www.v2ex.com/index.xml',
  ]
}
