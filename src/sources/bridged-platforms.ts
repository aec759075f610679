/** Knows the platforms without feeds of their own, and how RSSHub and WeWe-RSS name their channels. */

/** Instances that read what has no feed of its own; from RSSHUB_URL and WEWE_RSS_URL. */
export interface FeedBridges {
  rsshubUrl?: string | undefined
  weweRssUrl?: string | undefined
}

/** What a page's address and text tell. */
export interface Place {
  url: URL
  /** Host in lower case, without `www.` and `m.`. */
  host: string
  /** Path parts, decoded as little as they came. */
  parts: readonly string[]
  bridges: FeedBridges
  html: string
}

/** A host (or, with a leading dot, the end of one) and the feeds of a place there, best first. */
export type Platform = readonly [string, (place: Place) => readonly (string | null | undefined | false)[]]

/** Platforms that are read through an instance named in the configuration. */
export const bridgedPlatforms: readonly Platform[] = [
  ['t.me', telegram],
  ['telegram.me', telegram],
  ['zhihu.com', zhihu],
  [
    'zhuanlan.zhihu.com',
    ({ parts: [column], bridges }) => [column && column !== 'p' && hub(bridges, `zhihu/zhuanlan/${column}`)],
  ],
  [
    'space.bilibili.com',
    ({ parts: [user], bridges }) => [
      user && hub(bridges, `bilibili/user/video/${user}`),
      user && hub(bridges, `bilibili/user/dynamic/${user}`),
    ],
  ],
  [
    'bilibili.com',
    ({ parts: [at, user], bridges }) => [
      at === 'space' && user && hub(bridges, `bilibili/user/video/${user}`),
      at === 'read' && user && hub(bridges, `bilibili/user/article/${user}`),
    ],
  ],
  ['weibo.com', weibo],
  ['weibo.cn', weibo],
  ['mp.weixin.qq.com', wechat],
  ['x.com', twitter],
  ['twitter.com', twitter],
  [
    'xiaohongshu.com',
    ({ parts: [at, kind, id], bridges }) => [
      at === 'user' && kind === 'profile' && id && hub(bridges, `xiaohongshu/user/${id}/notes`),
    ],
  ],
  [
    'douban.com',
    ({ parts: [at, id], bridges }) => [
      at === 'people' && id && `https://www.douban.com/feed/people/${id}/interests`,
      at === 'group' && id && hub(bridges, `douban/group/${id}`),
    ],
  ],
  [
    'juejin.cn',
    ({ parts: [at, id], bridges }) => [at === 'user' && id && hub(bridges, `juejin/posts/${id}`)],
  ],
  [
    'xiaoyuzhoufm.com',
    ({ parts: [at, id], bridges }) => [at === 'podcast' && id && hub(bridges, `xiaoyuzhou/podcast/${id}`)],
  ],
]

/** Telegram has no feed: its public preview is a page that our own reader takes, RSSHub a feed. */
function telegram({ parts, bridges }: Place) {
  const name = parts[0] === 's' ? parts[1] : parts[0]
  if (!name || !/^\w{4,}$/u.test(name)) return []
  return [hub(bridges, `telegram/channel/${name}`), `https://t.me/s/${name}`]
}

function zhihu({ parts: [at, name, what], bridges }: Place) {
  if (at === 'people' && name)
    return [
      hub(bridges, `zhihu/people/${what === 'posts' ? 'posts' : 'activities'}/${name}`),
      hub(bridges, `zhihu/people/answers/${name}`),
    ]
  if (at === 'question' && name) return [hub(bridges, `zhihu/question/${name}`)]
  if (at === 'column' && name) return [hub(bridges, `zhihu/zhuanlan/${name}`)]
  return [hub(bridges, 'zhihu/hot')]
}

function weibo({ parts, bridges }: Place) {
  const id =
    parts.find((part) => /^\d{6,}$/u.test(part)) ?? /^(?:100505|100306)(\d+)$/u.exec(parts[1] ?? '')?.[1]
  return [id ? hub(bridges, `weibo/user/${id}`) : hub(bridges, 'weibo/search/hot')]
}

/** WeWe-RSS names an account `MP_WXS_` and the number behind the `__biz` of its articles. */
function wechat({ url, html, bridges }: Place) {
  const biz = url.searchParams.get('__biz') ?? /\bbiz\s*=\s*["']?([\w+/]+=*)["']/u.exec(html)?.[1]
  if (!biz) return []
  const number = Buffer.from(biz, 'base64').toString('latin1')
  const wewe = bridges.weweRssUrl?.replace(/\/+$/u, '')
  return [
    wewe && /^\d+$/u.test(number) && `${wewe}/feeds/MP_WXS_${number}.atom`,
    hub(bridges, `wechat/mp/homepage/${encodeURIComponent(biz)}`),
  ]
}

function twitter({ parts: [user], bridges }: Place) {
  return [user && /^\w{1,15}$/u.test(user) && hub(bridges, `twitter/user/${user}`)]
}

/** Returns the address of an RSSHub route, null where no instance is named. */
export function hub({ rsshubUrl }: FeedBridges, path: string): string | null {
  return rsshubUrl ? `${rsshubUrl.replace(/\/+$/u, '')}/${path}` : null
}
