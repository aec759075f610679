/** Where hosts of blogs and forges keep the feed of one writer, magazine or project; a table for platforms.ts. */
import type { Place, Platform } from './place.ts'

/** Every writer has a host: the feed's path there. */
const byHost: Readonly<Record<string, string>> = {
  '.medium.com': 'feed',
  '.substack.com': 'feed',
  '.wordpress.com': 'feed/',
  '.tumblr.com': 'rss',
  '.blogspot.com': 'feeds/posts/default',
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

/** Every writer has a folder: the feed's address, `*` for the folder. */
const byFolder: Readonly<Record<string, string>> = {
  'note.com': 'https://note.com/*/rss',
  'qiita.com': 'https://qiita.com/*/feed',
  'zenn.dev': 'https://zenn.dev/*/feed',
  'blog.naver.com': 'https://rss.blog.naver.com/*.xml',
  'ameblo.jp': 'http://rssblog.ameba.jp/*/rss20.xml',
  'cnblogs.com': 'https://feed.cnblogs.com/blog/u/*/rss',
  'blog.csdn.net': 'https://blog.csdn.net/*/rss/list',
  'write.as': 'https://write.as/*/feed/',
}

/** One feed for the whole place. */
const whole: Readonly<Record<string, string>> = {
  'sspai.com': 'https://sspai.com/feed',
  '36kr.com': 'https://36kr.com/feed',
  'producthunt.com': 'https://www.producthunt.com/feed',
}

export const blogPlatforms: readonly Platform[] = [
  ...Object.entries(byHost).map(
    ([host, path]): Platform => [
      host,
      // `open.substack.com` and `www.tumblr.com` are the platform's own.
      ({ url }) => [!isOwn(url.hostname) && `${url.origin}/${path}`],
    ],
  ),
  ...Object.entries(byFolder).map(
    ([host, feed]): Platform => [host, ({ parts: [who] }) => [who && feed.replace('*', who)]],
  ),
  ...Object.entries(whole).map(([host, feed]): Platform => [host, () => [feed]]),
  ['substack.com', substack],
  ['open.substack.com', substack],
  ['tumblr.com', tumblr],
  ['velog.io', ({ parts: [who] }) => [who?.startsWith('@') && `https://v2.velog.io/rss/${who.slice(1)}`]],
  ['brunch.co.kr', () => []],
  [
    'habr.com',
    ({ parts }) => {
      const [at, who] = parts.slice(/^[a-z]{2}$/u.test(parts[0] ?? '') ? 1 : 0)
      const language = /^[a-z]{2}$/u.test(parts[0] ?? '') ? parts[0] : 'ru'
      return [
        (at === 'users' || at === 'hub' || at === 'hubs') &&
          who &&
          `https://habr.com/${language}/rss/${at}/${who}/`,
        `https://habr.com/${language}/rss/articles/`,
      ]
    },
  ],
  [
    'segmentfault.com',
    ({ parts: [at] }) => [`https://segmentfault.com/feeds/${at === 'blogs' ? 'blogs' : ''}`],
  ],
  ['bsky.app', ({ parts: [at, who] }) => [at === 'profile' && who && `https://bsky.app/profile/${who}/rss`]],
  ['dev.to', devTo],
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
  ['gist.github.com', ({ parts: [user] }) => [user && `https://gist.github.com/${user}.atom`]],
  ['gitlab.com', gitlab],
  [
    'codeberg.org',
    ({ parts: [user, project] }) => [
      user &&
        (project
          ? `https://codeberg.org/${user}/${project}/releases.rss`
          : `https://codeberg.org/${user}.rss`),
    ],
  ],
  // Google gave Blogger a host in every country.
  ...'co.uk de fr jp in ca com.br com.au it nl ru'
    .split(' ')
    .map((end): Platform => [`.blogspot.${end}`, ({ url }) => [`${url.origin}/feeds/posts/default`]]),
]

function isOwn(hostname: string): boolean {
  return /^(?:www|open|api|help|support|about|staff)\.(?:medium|substack|tumblr|wordpress|blogspot)\./u.test(
    hostname,
  )
}

function substack({ parts: [at = '', who] }: Place) {
  if (at === 'pub') return [who && `https://${who.toLowerCase()}.substack.com/feed`]
  return [at.startsWith('@') && `https://${at.slice(1).toLowerCase()}.substack.com/feed`]
}

function tumblr({ parts }: Place) {
  const who = parts[0] === 'blog' ? parts[parts[1] === 'view' ? 2 : 1] : parts[0]
  return [who && !/^(?:tagged|explore|search|dashboard)$/u.test(who) && `https://${who}.tumblr.com/rss`]
}

function devTo({ parts: [at, tag] }: Place) {
  return [
    at === 't' ? tag && `https://dev.to/feed/tag/${tag}` : at && `https://dev.to/feed/${at}`,
    'https://dev.to/feed',
  ]
}

/** Groups hold groups; what follows `-` is a page of the project. */
function gitlab({ parts }: Place) {
  const end = parts.indexOf('-')
  const path = (end < 0 ? parts : parts.slice(0, end)).join('/')
  return [
    path.includes('/') && `https://gitlab.com/${path}/-/tags?format=atom`,
    path !== '' && `https://gitlab.com/${path}.atom`,
  ]
}
