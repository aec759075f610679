/** Knows the platforms without feeds of their own, and how RSSHub and WeWe-RSS name their channels. */
import { hub, type FeedBridges, type Place, type Platform } from './place.ts'

/** Places that RSSHub names by one part of their path: host, the path (`*` for that part), its route. */
const routes = [
  ['juejin.cn', 'user/*', 'juejin/posts/*'],
  ['xiaoyuzhoufm.com', 'podcast/*', 'xiaoyuzhou/podcast/*'],
  ['xiaohongshu.com', 'user/profile/*', 'xiaohongshu/user/*/notes'],
  ['jianshu.com', 'u/*', 'jianshu/user/*'],
  ['ximalaya.com', 'album/*', 'ximalaya/album/*'],
  ['open.spotify.com', 'show/*', 'spotify/show/*'],
  ['instagram.com', '*', 'instagram/user/*'],
  ['douyin.com', 'user/*', 'douyin/user/*'],
] as const
const folders = routes.map(
  ([host, path, route]): Platform => [
    host,
    ({ parts, bridges }) => {
      const wanted = path.split('/')
      const name = parts[wanted.indexOf('*')]
      const fits = wanted.every((part, at) => part === '*' || part === parts[at])
      return [fits && name && hub(bridges, route.replace('*', name))]
    },
  ],
)

/** Platforms that are read through an instance named in the configuration. */
export const bridgedPlatforms: readonly Platform[] = [
  ['t.me', telegram],
  ['telegram.me', telegram],
  ['telegram.dog', telegram],
  ['.t.me', telegram],
  ['zhihu.com', zhihu],
  [
    'zhuanlan.zhihu.com',
    ({ parts: [at], html, bridges }) => {
      const column = at === 'p' ? /zhihu\.com\/column\/(\w+)/u.exec(html)?.[1] : at
      return [column && hub(bridges, `zhihu/zhuanlan/${column}`)]
    },
  ],
  ['space.bilibili.com', ({ parts: [user, what], bridges }) => bilibili(bridges, user, what)],
  [
    'live.bilibili.com',
    ({ parts: [room], bridges }) => [
      room && /^\d+$/u.test(room) && hub(bridges, `bilibili/live/room/${room}`),
    ],
  ],
  [
    'bilibili.com',
    ({ parts: [at, user], html, bridges }) =>
      at === 'space'
        ? bilibili(bridges, user, '')
        : bilibili(bridges, /"mid"\s*:\s*"?(\d+)/u.exec(html)?.[1], at === 'read' ? 'article' : ''),
  ],
  ['weibo.com', weibo],
  ['weibo.cn', weibo],
  ['s.weibo.com', weibo],
  ['mp.weixin.qq.com', wechat],
  ...folders,
  ['x.com', twitter],
  ['twitter.com', twitter],
  [
    'douban.com',
    ({ parts: [at, id], bridges }) => [
      at === 'people' && id && `https://www.douban.com/feed/people/${id}/interests`,
      at === 'group' && id && hub(bridges, `douban/group/${id}`),
    ],
  ],
]

/** Telegram has no feed: its public preview is a page that our own reader takes, RSSHub a feed. */
function telegram({ host, parts, bridges }: Place) {
  const name = host.endsWith('.t.me') ? host.slice(0, -5) : parts[0] === 's' ? parts[1] : parts[0]
  if (!name || !/^\w{4,}$/u.test(name) || /^(?:joinchat|addstickers|share|proxy|iv)$/u.test(name)) return []
  return [hub(bridges, `telegram/channel/${name}`), `https://t.me/s/${name}`]
}

function zhihu({ parts: [at = '', name, what], bridges }: Place) {
  if ((at === 'people' || at === 'org') && name) {
    const routes = [`people/activities/${name}`, `people/answers/${name}`, `posts/${at}/${name}`]
    const asked = routes.findIndex(
      (route) => what && route.includes(what === 'posts' ? 'posts/' : `${what}/`),
    )
    return [routes[Math.max(asked, 0)]!, ...routes].map((route) => hub(bridges, `zhihu/${route}`))
  }
  if (/^(?:question|collection|topic)$/u.test(at) && name) return [hub(bridges, `zhihu/${at}/${name}`)]
  if (at === 'column' && name) return [hub(bridges, `zhihu/zhuanlan/${name}`)]
  return [hub(bridges, 'zhihu/hot')]
}

/** The kind of posts that the page shows first, then all others. */
function bilibili(bridges: FeedBridges, user: string | undefined, what = '') {
  if (!user || !/^\d+$/u.test(user)) return []
  const kinds = ['video', 'dynamic', 'article']
  const asked = kinds.find((kind) => what.startsWith(kind)) ?? 'video'
  return [asked, ...kinds].map((kind) => hub(bridges, `bilibili/user/${kind}/${user}`))
}

function weibo({ parts, html, bridges }: Place) {
  // `/p/` puts six digits for the kind of page before the account.
  const path = parts[0] === 'p' ? [parts[1]?.replace(/^100\d{3}/u, '') ?? ''] : parts
  const shown = /(?:\['oid'\]\s*=\s*'|"user"\s*:\s*\{\s*"id(?:str)?"\s*:\s*"?)(\d{6,})/u.exec(html)?.[1]
  const named =
    parts[0] === 'detail' || parts[0] === 'status' ? undefined : path.find((part) => /^\d{6,}$/u.test(part))
  const id = named ?? shown
  return [id ? hub(bridges, `weibo/user/${id}`) : hub(bridges, 'weibo/search/hot')]
}

/** WeWe-RSS names an account `MP_WXS_` and the number behind the `__biz` of its articles. */
function wechat({ url, html, bridges }: Place) {
  const biz = url.searchParams.get('__biz') ?? /\bbiz\s*=\s*["']?([\w+/]+=*)["']/u.exec(html)?.[1]
  if (!biz) return []
  const number = Buffer.from(biz, 'base64').toString('latin1')
  const list = url.searchParams.get('hid')
  const wewe = bridges.weweRssUrl?.replace(/\/+$/u, '')
  return [
    wewe && /^\d+$/u.test(number) && `${wewe}/feeds/MP_WXS_${number}.atom`,
    list && hub(bridges, `wechat/mp/homepage/${encodeURIComponent(biz)}/${encodeURIComponent(list)}`),
  ]
}

function twitter({ parts: [user], bridges }: Place) {
  const own =
    /^(?:i|home|explore|search|hashtag|settings|notifications|messages|intent|share|compose|login|signup|tos|privacy|jobs)$/u
  return [user && /^\w{1,15}$/u.test(user) && !own.test(user) && hub(bridges, `twitter/user/${user}`)]
}
