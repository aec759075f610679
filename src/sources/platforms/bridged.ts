/** Knows the platforms without feeds of their own, and how RSSHub and WeWe-RSS name their channels. */
import { hub, type FeedBridges, type Place, type Platform } from './place.ts'

/** Platforms that are read through an instance named in the configuration. */
export const bridgedPlatforms: readonly Platform[] = [
  ['t.me', telegram],
  ['telegram.me', telegram],
  ['telegram.dog', telegram],
  ['.t.me', telegram],
  ['web.telegram.org', telegram],
  ['zhihu.com', zhihu],
  ['daily.zhihu.com', ({ bridges }) => [hub(bridges, 'zhihu/daily')]],
  [
    'zhuanlan.zhihu.com',
    ({ parts: [at], html, bridges }) => {
      const column = at === 'p' ? /zhihu\.com\/column\/(\w+)/u.exec(html)?.[1] : at
      return [column && hub(bridges, `zhihu/zhuanlan/${column}`)]
    },
  ],
  ['space.bilibili.com', bilibiliSpace],
  [
    'search.bilibili.com',
    ({ url, bridges }) => {
      const words = url.searchParams.get('keyword')
      return [words && hub(bridges, `bilibili/vsearch/${encodeURIComponent(words)}`)]
    },
  ],
  [
    'live.bilibili.com',
    ({ parts: [room], bridges }) => [
      room && /^\d+$/u.test(room) && hub(bridges, `bilibili/live/room/${room}`),
    ],
  ],
  [
    'manga.bilibili.com',
    ({ parts: [at, id], bridges }) => {
      const number = /^mc(\d+)$/u.exec(id ?? '')?.[1]
      return [at === 'detail' && number && hub(bridges, `bilibili/manga/update/${number}`)]
    },
  ],
  ['bilibili.com', bilibiliPage],
  ['weibo.com', weibo],
  ['weibo.cn', weibo],
  ['s.weibo.com', weibo],
  ['mp.weixin.qq.com', wechat],
  // A post leads to its writer before it leads to anybody else.
  ...(
    [
      ['xiaohongshu.com', 'explore', /\/user\/profile\/([0-9a-f]{24})/u, 'xiaohongshu/user/$/notes'],
      ['juejin.cn', 'post', /["/]user\/(\d{5,20})/u, 'juejin/posts/$'],
    ] as const
  ).map(
    ([host, path, writer, route]): Platform => [
      host,
      ({ parts: [at], html, bridges }) => {
        const found = at === path ? writer.exec(html)?.[1] : undefined
        return [found && hub(bridges, route.replace('$', found))]
      },
    ],
  ),
  ['x.com', twitter],
  ['twitter.com', twitter],
]

/** Telegram has no feed: its public preview is a page that our own reader takes, RSSHub a feed. */
function telegram({ url, host, parts: [at = '', second], bridges }: Place) {
  const opened = host === 'web.telegram.org' ? (/^#@(\w+)$/u.exec(url.hash)?.[1] ?? '') : at
  const name = host.endsWith('.t.me') ? host.slice(0, -5) : at === 's' || at === 'boost' ? second : opened
  // Bots, and only they, are called so.
  if (!name || !/^\w{4,}$/u.test(name) || telegramOwn.test(name) || /bot$/iu.test(name)) return []
  return [hub(bridges, `telegram/channel/${name}`), `https://t.me/s/${name}`]
}

/** Words that Telegram keeps for its own links. */
const telegramOwn =
  /^(?:joinchat|addstickers|addemoji|addlist|addtheme|share|proxy|socks|login|confirmphone|setlanguage|contact|invoice|giftcode)$/u

function zhihu({ parts: [at = '', name, what], bridges }: Place) {
  if ((at === 'people' || at === 'org') && name) {
    const pins = `people/pins/${name}`
    const routes = [`people/activities/${name}`, `people/answers/${name}`, `posts/${at}/${name}`]
    if (what === 'pins') routes.unshift(pins)
    const asked = routes.findIndex((route) => what && route.includes(`${what}/`))
    return [routes[Math.max(asked, 0)]!, ...routes].map((route) => hub(bridges, `zhihu/${route}`))
  }
  if (/^(?:question|collection|topic)$/u.test(at) && /^\d+$/u.test(name ?? ''))
    return [hub(bridges, `zhihu/${at}/${name}`)]
  if (at === 'column' && name) return [hub(bridges, `zhihu/zhuanlan/${name}`)]
  return /^(?:pin|zvideo|search|roundtable|market)$/u.test(at) ? [] : [hub(bridges, 'zhihu/hot')]
}

function bilibiliSpace({ url, parts: [user, ...path], bridges }: Place) {
  const { searchParams } = url
  const [at, list] = path
  const favourites = at === 'favlist' ? searchParams.get('fid') : null
  if (favourites) return [hub(bridges, `bilibili/fav/${user}/${favourites}`)]
  const collected = at === 'lists' ? list : at === 'channel' ? searchParams.get('sid') : null
  const series = searchParams.get('type') === 'series' || list === 'seriesdetail'
  return [
    collected && hub(bridges, `bilibili/user/${series ? 'channel' : 'collection'}/${user}/${collected}`),
    ...bilibili(bridges, user, path.join('/')),
  ]
}

function bilibiliPage({ parts: [at, second, third], html, bridges }: Place) {
  if (at === 'space') return bilibili(bridges, second)
  const series = at === 'bangumi' && second === 'media' ? /^md(\d+)$/u.exec(third ?? '')?.[1] : undefined
  if (series) return [hub(bridges, `bilibili/bangumi/media/${series}`)]
  const list = at === 'read' && second === 'readlist' ? /^rl(\d+)$/u.exec(third ?? '')?.[1] : undefined
  if (list) return [hub(bridges, `bilibili/readlist/${list}`)]
  if (at === 'v' && second === 'popular')
    return [hub(bridges, `bilibili/${popular[third ?? ''] ?? 'popular/all'}`)]
  return bilibili(bridges, /"mid"\s*:\s*"?(\d+)/u.exec(html)?.[1], at === 'read' ? 'article' : '')
}

const popular: Readonly<Record<string, string>> = { rank: 'ranking/all', weekly: 'weekly' }

/** The kind of posts that the page shows first, then all others. */
function bilibili(bridges: FeedBridges, user: string | undefined, what = '') {
  if (!user || !/^\d+$/u.test(user)) return []
  const kinds = ['video', 'dynamic', 'article']
  const asked = kinds.find((kind) => what.replace('opus', 'article').includes(kind)) ?? 'video'
  return [asked, ...kinds].map((kind) => hub(bridges, `bilibili/user/${kind}/${user}`))
}

function weibo({ url, parts, html, bridges }: Place) {
  const words = url.searchParams.get('q')
  if (words && parts[0] === 'weibo') return [hub(bridges, `weibo/keyword/${encodeURIComponent(words)}`)]
  const container = url.searchParams.get('containerid')
  const page = parts[0] === 'p' ? (container ?? parts[1]) : undefined
  const topic = /^100808\w+/u.exec(page ?? '')?.[0]
  if (topic) return [hub(bridges, `weibo/super_index/${topic}`)]
  // `/p/` puts six digits for the kind of page before the account.
  const path = page === undefined ? parts : [page.replace(/^10[07]\d{3}/u, '')]
  const shown = /(?:\['oid'\]\s*=\s*'|"user"\s*:\s*\{\s*"id(?:str)?"\s*:\s*"?)(\d{6,})/u.exec(html)?.[1]
  const named =
    parts[0] === 'detail' || parts[0] === 'status' ? undefined : path.find((part) => /^\d{6,}$/u.test(part))
  const id = named ?? shown
  if (id) return [hub(bridges, `weibo/user/${id}`)]
  // Somebody's page that does not say whose is not that of everybody.
  const front = parts.length === 0 || /^(?:hot|top|newlogin)$/u.test(parts[0] ?? '')
  return [front && hub(bridges, 'weibo/search/hot')]
}

/** WeWe-RSS names an account `MP_WXS_` and the number behind the `__biz` of its articles. */
function wechat({ url, html, bridges }: Place) {
  const biz =
    url.searchParams.get('__biz') ??
    /\bbiz\s*=\s*(?:["']{2}\s*\|\|\s*)?["']?([\w+/]+=*)["']|\bbizuin["']?\s*[:=]\s*["']([\w+/]+=*)["']|[?&;]__biz=([\w+/]+=*)/u
      .exec(html)
      ?.slice(1)
      .find((found) => found !== undefined)
  if (!biz) return []
  const number = Buffer.from(biz, 'base64').toString('latin1')
  const list = url.searchParams.get('hid')
  const album = url.searchParams.get('album_id')
  const wewe = bridges.weweRssUrl?.replace(/\/+$/u, '')
  return [
    album && hub(bridges, `wechat/mp/msgalbum/${biz}/${encodeURIComponent(album)}`),
    wewe && /^\d+$/u.test(number) && `${wewe}/feeds/MP_WXS_${number}.atom`,
    list && hub(bridges, `wechat/mp/homepage/${encodeURIComponent(biz)}/${encodeURIComponent(list)}`),
  ]
}

function twitter({ url, parts: [user, at, id], bridges }: Place) {
  if (user === 'i' && at === 'lists') return [id && hub(bridges, `twitter/list/${id}`)]
  const words = user === 'search' ? url.searchParams.get('q') : null
  if (words) return [hub(bridges, `twitter/keyword/${encodeURIComponent(words)}`)]
  const own =
    /^(?:i|home|explore|search|hashtag|settings|notifications|messages|intent|share|compose|login|signup|tos|privacy|jobs)$/u
  return [user && /^\w{1,15}$/u.test(user) && !own.test(user) && hub(bridges, `twitter/user/${user}`)]
}
