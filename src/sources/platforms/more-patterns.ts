/** More hosts, paths and feeds of the same shape as in patterns.ts: packages and apps, China's and Taiwan's sites, wikis. */
import type { Row } from './patterns.ts'

const who = '([^/?]+)'

/** Sister projects keep the history of a page where the encyclopedia does. */
const wikis =
  '.wiktionary.org .wikinews.org .wikivoyage.org .wikibooks.org .wikiquote.org .wikisource.org .wikiversity.org .wikimedia.org wikidata.org'

export const moreRows: readonly Row[] = [
  // Packages and apps.
  ['hub.docker.com', 'r/([^/]+/[^/?]+)', 'hub:dockerhub/tag/$1'],
  ['hub.docker.com', `_/${who}`, 'hub:dockerhub/tag/library/$1'],
  ['bitbucket.org', '([^/]+/[^/?]+)', 'hub:bitbucket/commits/$1'],
  [
    'launchpad.net',
    '(?!search|projects|people|builders|\\+)([^/?]+)',
    'http://feeds.launchpad.net/$1/announcements.atom',
  ],
  ['metacpan.org', `(?:dist|release)/${who}`, 'https://metacpan.org/feed/distribution/$1'],
  ['metacpan.org', `author/${who}`, 'https://metacpan.org/feed/author/$1'],
  [
    'wordpress.org',
    `plugins/(?!browse|tags|search)${who}`,
    'https://plugins.trac.wordpress.org/log/$1?format=rss&mode=stop_on_copy&limit=100',
  ],
  ['apps.apple.com', '([a-z]{2})/app/(?:[^/]+/)?(id\\d+)', 'hub:apple/apps/update/$1/$2'],
  // Blogs and people's words.
  ['hashnode.com', `n/${who}`, 'https://hashnode.com/n/$1/rss'],
  ['bearblog.dev', 'discover', 'https://bearblog.dev/discover/feed/'],
  [
    'micro.blog',
    '(?!discover|about|register|account|books|help|posts|users)(\\w+)',
    'https://$1.micro.blog/feed.xml',
  ],
  ['paragraph.com', '(@[^/?]+)', 'https://paragraph.com/api/blogs/rss/$1'],
  ['paragraph.xyz', '(@[^/?]+)', 'https://paragraph.com/api/blogs/rss/$1'],
  ['teletype.in', '@([^/?]+)', 'https://teletype.in/rss/$1'],
  ['pikabu.ru', '@([^/?]+)', 'hub:pikabu/user/$1'],
  ['threads.net', '@([^/?]+)', 'hub:threads/$1'],
  ['threads.com', '@([^/?]+)', 'hub:threads/$1'],
  ['xcancel.com', '(?!search|about|i/)(\\w{1,15})', 'https://rss.xcancel.com/$1/rss'],
  ['redd.it', '(\\w+)', 'https://www.reddit.com/comments/$1/.rss'],
  ['mixcloud.com', '(?!discover|upload|dashboard|select|search)([^/?]+)', 'hub:mixcloud/$1'],
  ['nicovideo.jp', 'user/(\\d+)', 'https://www.nicovideo.jp/user/$1/video?rss=2.0'],
  ['ch.nicovideo.jp', '(?!search|menu|portal)([^/?]+)', 'https://ch.nicovideo.jp/$1/video?rss=2.0'],
  // China and Taiwan.
  ['sspai.com', `u/${who}`, 'hub:sspai/author/$1'],
  ['sspai.com', '(column|tag)/([^/?]+)', 'hub:sspai/$1/$2'],
  ['36kr.com', 'user/(\\d+)', 'hub:36kr/user/$1'],
  ['36kr.com', 'newsflashes', 'hub:36kr/newsflashes'],
  ['huxiu.com', 'member/(\\d+)(?:\\.html|/.*)?$', 'hub:huxiu/member/$1'],
  ['huxiu.com', 'tags/(\\d+)(?:\\.html)?$', 'hub:huxiu/tag/$1'],
  ['huxiu.com', 'moment', 'hub:huxiu/moment'],
  ['juejin.cn', '(frontend|backend|android|ios|ai|freebie|career|article)', 'hub:juejin/category/$1'],
  ['toutiao.com', `c/user/token/${who}`, 'hub:toutiao/user/token/$1'],
  ['yuque.com', '(?!dashboard|explore|about|login|help)([^/]+/[^/?]+)', 'hub:yuque/$1'],
  ['infoq.cn', '', 'https://www.infoq.cn/feed'],
  ['oschina.net', '', 'https://www.oschina.net/news/rss'],
  ['ithome.com', '', 'https://www.ithome.com/rss/'],
  ['cnbeta.com.tw', '', 'https://www.cnbeta.com.tw/backend.php'],
  ['solidot.org', '', 'https://www.solidot.org/index.rss'],
  ['thepaper.cn', '$', 'hub:thepaper/featured'],
  ['douban.com', 'people/([^/]+)/(notes|reviews)', 'https://www.douban.com/feed/people/$1/$2'],
  ['ptt.cc', `bbs/${who}`, 'https://www.ptt.cc/atom/$1.xml'],
  ['dcard.tw', `f/${who}`, 'hub:dcard/$1/latest'],
  ['vocus.cc', '(?:user/)?@([^/?]+)', 'hub:vocus/user/$1'],
  ['matters.town', '@([^/?]+)', 'hub:matters/author/$1'],
  // Searches, lists, wikis.
  ['producthunt.com', `topics/${who}`, 'https://www.producthunt.com/feed?category=$1'],
  ['github.com', `topics/${who}`, 'hub:github/topics/$1'],
  ['openstreetmap.org', '(user/[^/?]+)/?$', 'https://www.openstreetmap.org/$1/diary/rss'],
  ...wikis
    .split(' ')
    .map((host): Row => [host, `wiki/${who}`, '/w/index.php?title=$1&action=history&feed=atom']),
]
