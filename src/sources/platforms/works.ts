/** Where shops and galleries of games, films, music, pictures and packages keep their feeds; a table for platforms.ts. */
import type { Place, Platform } from './place.ts'

export const workPlatforms: readonly Platform[] = [
  [
    'kickstarter.com',
    ({ parts: [at, who, project] }) => [
      at === 'projects' && project && `https://www.kickstarter.com/projects/${who}/${project}/posts.atom`,
    ],
  ],
  [
    'itch.io',
    ({ parts }) => [
      /^(?:games|tools|physical-games)$/u.test(parts[0] ?? '') && `https://itch.io/${parts.join('/')}.xml`,
    ],
  ],
  ['.itch.io', ({ url, parts: [game] }) => [game && `${url.origin}/${game}/devlog.rss`]],
  ['letterboxd.com', letterboxd],
  ['store.steampowered.com', steam],
  ['steamcommunity.com', steam],
  ['soundcloud.com', soundcloud],
  ['deviantart.com', deviantArt],
  [
    'sourceforge.net',
    ({ parts: [at, project] }) => [
      /^(?:projects|p)$/u.test(at ?? '') && project && `https://sourceforge.net/projects/${project}/rss`,
    ],
  ],
  [
    'crates.io',
    ({ parts: [at, name] }) => [at === 'crates' && name && `https://static.crates.io/rss/crates/${name}.xml`],
  ],
  ['pinterest.com', pinterest],
  [
    'dailymotion.com',
    ({ parts: [who, more] }) => [
      who &&
        more === undefined &&
        !/^(?:feed|library|search|signin)$/u.test(who) &&
        `https://www.dailymotion.com/rss/user/${who}`,
    ],
  ],
  ['odysee.com', ({ parts: [who] }) => [who?.startsWith('@') && `https://odysee.com/$/rss/${who}`]],
]

function letterboxd({ parts: [who] }: Place) {
  const own =
    /^(?:film|films|list|lists|members|journal|actor|director|about|search|pro|sign-in|create-account)$/u
  return [who && !own.test(who) && `https://letterboxd.com/${who}/rss/`]
}

function steam({ parts }: Place) {
  const at = parts.findIndex((part) => part === 'app' || part === 'games')
  const game = at < 0 ? undefined : /^\d+$/u.exec(parts[at + 1] ?? '')?.[0]
  return [game && `https://store.steampowered.com/feeds/news/app/${game}/`]
}

/** The feed goes by a number that only the page tells. */
function soundcloud({ parts: [who], html }: Place) {
  const number = /soundcloud(?::\/\/users:|:users:)(\d+)/u.exec(html)?.[1]
  return [who && number && `https://feeds.soundcloud.com/users/soundcloud:users:${number}/sounds.rss`]
}

function deviantArt({ parts: [who, what] }: Place) {
  const query = who === 'tag' || who === 'topic' ? what && `tag:${what}` : who && `gallery:${who}`
  return [query && `https://backend.deviantart.com/rss.xml?q=${encodeURIComponent(query)}`]
}

function pinterest({ parts: [who, board] }: Place) {
  if (!who || /^(?:pin|search|ideas|today|explore|login|settings)$/u.test(who)) return []
  return [
    board && !board.startsWith('_') && `https://www.pinterest.com/${who}/${board}.rss`,
    `https://www.pinterest.com/${who}/feed.rss`,
  ]
}
