/** Platforms whose feeds follow from the path of a page alone: host, path, feed; a table for platforms.ts. */
import { moreRows } from './more-patterns.ts'
import { hub, type Place, type Platform } from './place.ts'

/** `/` in front is the page's own host, `hub:` an RSSHub route. */
export type Row = readonly [host: string, path: string, feed: string]

/** One part of a path, that of somebody. */
const who = '([^/?]+)'

const rows: readonly Row[] = [
  // Forges and packages.
  ['gist.github.com', '(?!discover|starred|forked)([^/?.]+)', 'https://gist.github.com/$1.atom'],
  ['git.sr.ht', '(~[^/]+/[^/]+)/refs', '/$1/refs/rss.xml'],
  ['git.sr.ht', '(~[^/]+/[^/]+)', '/$1/log/rss.xml'],
  ['sourceforge.net', `(?:projects|p)/${who}`, 'https://sourceforge.net/projects/$1/rss'],
  ['crates.io', `crates/${who}`, 'https://static.crates.io/rss/crates/$1.xml'],
  ['rubygems.org', `gems/${who}`, 'https://rubygems.org/gems/$1/versions.atom'],
  ['packagist.org', 'packages/([^/]+/[^/?]+)', 'https://packagist.org/feeds/package.$1.rss'],
  ['npmjs.com', 'package/((?:@[^/]+/)?[^/?]+)', 'hub:npm/package/$1'],
  ['gitee.com', '(?!explore|search|login|signup|organizations)([^/]+/[^/?]+)', 'hub:gitee/releases/$1'],
  ['pypi.org', `project/${who}`, 'https://pypi.org/rss/project/$1/releases.xml'],
  ['huggingface.co', 'blog', 'https://huggingface.co/blog/feed.xml'],
  ['huggingface.co', 'papers', 'hub:huggingface/daily-papers'],
  // Blogs and places for them.
  ['.wordpress.com', '(category(?:/[^/?]+)+|(?:tag|author)/[^/?]+)', '/$1/feed/'],
  ['.medium.com', '(tagged/[^/?]+)', '/feed/$1'],
  ['.ghost.io', '((?:tag|author)/[^/?]+)', '/$1/rss/'],
  ['.tumblr.com', '(tagged/[^/?]+)', '/$1/rss'],
  ['note.com', `(?!hashtag|search|topic)${who}`, 'https://note.com/$1/rss'],
  ['qiita.com', `tags/${who}`, 'https://qiita.com/tags/$1/feed'],
  ['qiita.com', `(?!tags|search)${who}`, 'https://qiita.com/$1/feed'],
  ['zenn.dev', `topics/${who}`, 'https://zenn.dev/topics/$1/feed'],
  ['zenn.dev', `(?!topics|search)${who}`, 'https://zenn.dev/$1/feed'],
  ['blog.naver.com', who, 'https://rss.blog.naver.com/$1.xml'],
  ['ameblo.jp', who, 'http://rssblog.ameba.jp/$1/rss20.xml'],
  ['b.hatena.ne.jp', '((?:hotentry|entrylist)/[^/?.]+)', '/$1.rss'],
  ['cnblogs.com', who, 'https://feed.cnblogs.com/blog/u/$1/rss'],
  ['blog.csdn.net', who, 'https://blog.csdn.net/$1/rss/list'],
  ['write.as', who, 'https://write.as/$1/feed/'],
  ['velog.io', '@([^/?]+)', 'https://v2.velog.io/rss/$1'],
  ['segmentfault.com', 'blogs', 'https://segmentfault.com/feeds/blogs'],
  ['segmentfault.com', `u/${who}`, 'hub:segmentfault/user/$1'],
  ['segmentfault.com', '', 'https://segmentfault.com/feeds/'],
  ['habr.com', '([a-z]{2})/((?:users|hubs?|companies)/[^/?]+)', 'https://habr.com/$1/rss/$2/'],
  ['habr.com', '((?:users|hubs?|companies)/[^/?]+)', 'https://habr.com/ru/rss/$1/'],
  ['habr.com', '([a-z]{2})', 'https://habr.com/$1/rss/articles/'],
  ['habr.com', '(?![a-z]{2}/)', 'https://habr.com/ru/rss/articles/'],
  ['dev.to', `t/${who}`, 'https://dev.to/feed/tag/$1'],
  [
    'dev.to',
    `(?!(?:t|feed|search|settings|tags|top|about|enter|new)(?:[/?]|$))${who}`,
    'https://dev.to/feed/$1',
  ],
  ['hashnode.com', '@([^/?]+)', 'hub:hashnode/blog/$1'],
  [
    'buttondown.com',
    `(?!about|blog|docs|features|help|login|pricing)${who}`,
    'https://buttondown.com/$1/rss',
  ],
  [
    'buttondown.email',
    `(?!about|blog|docs|features|help|login|pricing)${who}`,
    'https://buttondown.com/$1/rss',
  ],
  ['world.hey.com', who, 'https://world.hey.com/$1/feed.atom'],
  ['listed.to', '(@[^/?]+)', 'https://listed.to/$1/feed.rss'],
  ['blog.livedoor.jp', who, 'https://blog.livedoor.jp/$1/index.rdf'],
  ['.fc2.com', '', '/?xml'],
  ['dev.to', '(?:\\?|$)', 'https://dev.to/feed'],
  ['lobste.rs', `t/${who}`, 'https://lobste.rs/t/$1.rss'],
  ['lobste.rs', `(?:~|u/)${who}`, 'https://lobste.rs/~$1/stories.rss'],
  ['lobste.rs', 'newest', 'https://lobste.rs/newest.rss'],
  ['lobste.rs', '', 'https://lobste.rs/rss'],
  ['tildes.net', '(~[^/?]+)', 'https://tildes.net/$1/topics.rss'],
  ['sspai.com', '', 'https://sspai.com/feed'],
  ['36kr.com', '', 'https://36kr.com/feed'],
  ['producthunt.com', '', 'https://www.producthunt.com/feed'],
  ['movie.douban.com', 'subject/(\\d+)', 'https://www.douban.com/feed/subject/$1/reviews'],
  ['book.douban.com', 'subject/(\\d+)', 'https://www.douban.com/feed/subject/$1/reviews'],
  ['music.douban.com', 'subject/(\\d+)', 'https://www.douban.com/feed/subject/$1/reviews'],
  ['douban.com', `people/${who}`, 'https://www.douban.com/feed/people/$1/interests'],
  // Searches and news.
  ['news.google.com', '((?:search|topics/|topstories|publications/).*)', 'https://news.google.com/rss/$1'],
  ['news.google.com', '(?:home|foryou)?(\\?.*)?$', 'https://news.google.com/rss$1'],
  ['trends.google.com', 'trending(\\?geo=[A-Z-]+)', 'https://trends.google.com/trending/rss$1'],
  ['google.com', 'search\\?(?=.*tbm=nws)(?:.*&)?(q=[^&]+)', 'https://news.google.com/rss/search?$1'],
  ['biorxiv.org', `collection/${who}`, 'https://connect.biorxiv.org/biorxiv_xml.php?subject=$1'],
  ['medrxiv.org', `collection/${who}`, 'https://connect.medrxiv.org/medrxiv_xml.php?subject=$1'],
  ['.wikipedia.org', `wiki/${who}`, '/w/index.php?title=$1&action=history&feed=atom'],
  ['openstreetmap.org', '(user/[^/]+/diary)', 'https://www.openstreetmap.org/$1/rss'],
  ['pinboard.in', '(u:[^/?]+)', 'https://feeds.pinboard.in/rss/$1/'],
  ['bing.com', '(news/search\\?q=[^&]+)', 'https://www.bing.com/$1&format=rss'],
  ['hn.algolia.com', '(?:.*[?&])q(?:uery)?=([^&]+)', 'https://hnrss.org/newest?q=$1'],
  ['stackexchange.com', '', 'https://stackexchange.com/feeds/questions'],
  ['archive.org', `details/${who}`, 'https://archive.org/services/collection-rss.php?collection=$1'],
  // Films, music, games, pictures.
  ['vimeo.com', '((?:channels|groups)/[^/?]+)', 'https://vimeo.com/$1/videos/rss'],
  ['vimeo.com', '(?:album|showcase)/(\\d+)', 'https://vimeo.com/album/$1/rss'],
  [
    'vimeo.com',
    '(?!(?:channels|groups|album|showcase|categories|ondemand|watch|search|explore|features|solutions|\\d+)(?:[/?]|$))([^/?]+)',
    'https://vimeo.com/$1/videos/rss',
  ],
  ['dailymotion.com', `playlist/${who}`, 'https://www.dailymotion.com/rss/playlist/$1'],
  ['bitchute.com', `channel/${who}`, 'https://www.bitchute.com/feeds/rss/channel/$1/'],
  ['dailymotion.com', '(?!feed|library|search|signin)([^/?]+)$', 'https://www.dailymotion.com/rss/user/$1'],
  ['odysee.com', '(@[^/?]+)', 'https://odysee.com/$/rss/$1'],
  [
    'letterboxd.com',
    '(?!films?/|lists?/|members|journal|actor|director|about|search|pro/|sign-in|create-account)([^/?]+)',
    'https://letterboxd.com/$1/rss/',
  ],
  [
    'store.steampowered.com',
    '(?:.*/)?(?:app|games)/(\\d+)',
    'https://store.steampowered.com/feeds/news/app/$1/',
  ],
  ['steamcommunity.com', '(?:.*/)?(?:app|games)/(\\d+)', 'https://store.steampowered.com/feeds/news/app/$1/'],
  ['steamcommunity.com', 'groups/([^/?]+)', 'https://steamcommunity.com/groups/$1/rss'],
  ['store.steampowered.com', '(?:news)?$', 'https://store.steampowered.com/feeds/news.xml'],
  ['itch.io', '((?:games|tools|physical-games)[^?]*)', 'https://itch.io/$1.xml'],
  ['.itch.io', who, '/$1/devlog.rss'],
  ['kickstarter.com', '(projects/[^/]+/[^/?]+)', 'https://www.kickstarter.com/$1/posts.atom'],
  ['deviantart.com', '(?:tag|topic)/([^/?]+)', 'https://backend.deviantart.com/rss.xml?q=tag%3A$1'],
  ['deviantart.com', '(?!tag/|topic/)([^/?]+)', 'https://backend.deviantart.com/rss.xml?q=gallery%3A$1'],
  ['flickr.com', 'photos/tags/([^/?]+)', 'https://www.flickr.com/services/feeds/photos_public.gne?tags=$1'],
  ['flickr.com', 'photos/(\\d+@N\\d+)', 'https://www.flickr.com/services/feeds/photos_public.gne?id=$1'],
  ['flickr.com', 'groups/(\\d+@N\\d+)', 'https://www.flickr.com/services/feeds/groups_pool.gne?id=$1'],
  [
    'behance.net',
    '(?!search|galleries|live|joblist|assets)([^/?]+)',
    'https://www.behance.net/feeds/user?username=$1',
  ],
  [
    'artstation.com',
    '(?!artwork|blogs|channels|contests|jobs|learning|marketplace|prints|search)([^/?]+)',
    'https://www.artstation.com/$1.rss',
  ],
  ['royalroad.com', 'fiction/(\\d+)', 'https://www.royalroad.com/fiction/syndication/$1'],
  ['webtoons.com', '(.+)/list(\\?title_no=\\d+)', 'https://www.webtoons.com/$1/rss$2'],
  ['myanimelist.net', `(?:profile|animelist)/${who}`, 'https://myanimelist.net/rss.php?type=rw&u=$1'],
  ['meetup.com', `(?!find|login|topics|cities)${who}`, 'https://www.meetup.com/$1/events/rss/'],
  [
    'pinterest.com',
    '(?!pin/|search|ideas|today|explore|login|settings)([^/?]+/(?!_)[^/?]+)',
    'https://www.pinterest.com/$1.rss',
  ],
  [
    'pinterest.com',
    '(?!pin/|search|ideas|today|explore|login|settings)([^/?]+)',
    'https://www.pinterest.com/$1/feed.rss',
  ],
  ['goodreads.com', 'user/show/(\\d+)[^/?]*', 'https://www.goodreads.com/user/updates_rss/$1'],
  ['goodreads.com', 'review/list/(\\d+)[^/?]*(.*)', 'https://www.goodreads.com/review/list_rss/$1$2'],
  // People's words.
  ['bsky.app', `profile/${who}`, 'https://bsky.app/profile/$1/rss'],
  ['tiktok.com', '(@[^/?]+)', 'hub:tiktok/user/$1'],
  ['twitch.tv', '(?!directory|videos|settings)(\\w{3,25})', 'hub:twitch/video/$1'],
  ['patreon.com', '(?:c/)?(?!posts|home|login|search|c/)([^/?]+)', 'hub:patreon/$1'],
  ['instagram.com', `explore/tags/${who}`, 'hub:instagram/tags/$1'],
  [
    'instagram.com',
    '(?!p/|reels?/|tv/|stories/|explore|accounts|direct|about)([^/?]+)',
    'hub:instagram/user/$1',
  ],
  ['fxtwitter.com', who, 'hub:twitter/user/$1'],
  ['vxtwitter.com', who, 'hub:twitter/user/$1'],
  ['fixupx.com', who, 'hub:twitter/user/$1'],
  ['pixiv.net', '(?:[a-z]{2}/)?users/(\\d+)', 'hub:pixiv/user/$1'],
  ['acfun.cn', 'u/(\\d+)', 'hub:acfun/user/video/$1'],
  ['elk.zone', '([\\w-]+(?:\\.[\\w-]+)+)/(@[^/@?]+)', 'https://$1/$2.rss'],
  ['douyin.com', `user/${who}`, 'hub:douyin/user/$1'],
  ['xiaohongshu.com', `user/profile/${who}`, 'hub:xiaohongshu/user/$1/notes'],
  ['jianshu.com', `u/${who}`, 'hub:jianshu/user/$1'],
  ['jianshu.com', `c/${who}`, 'hub:jianshu/collection/$1'],
  ['juejin.cn', `user/${who}`, 'hub:juejin/posts/$1'],
  ['juejin.cn', '((?:column|tag)/[^/?]+)', 'hub:juejin/$1'],
  ['xueqiu.com', '(?:u/)?(\\d+)', 'hub:xueqiu/user/$1'],
  ['web.okjike.com', `u(?:ser)?s?/${who}`, 'hub:jike/user/$1'],
  ['m.okjike.com', `users?/${who}`, 'hub:jike/user/$1'],
  ['okjike.com', `users?/${who}`, 'hub:jike/user/$1'],
  ['web.okjike.com', `topics?/${who}`, 'hub:jike/topic/$1'],
  ['okjike.com', `topics?/${who}`, 'hub:jike/topic/$1'],
  ['tieba.baidu.com', 'f\\?(?:.*&)?kw=([^&]+)', 'hub:baidu/tieba/forum/$1'],
  ['douban.com', `group/${who}`, 'hub:douban/group/$1'],
  ['huxiu.com', '(?:article)?$', 'hub:huxiu/article'],
  // Voices.
  ['xiaoyuzhoufm.com', `podcast/${who}`, 'hub:xiaoyuzhou/podcast/$1'],
  ['ximalaya.com', '(?:[a-z]+/)?(\\d+)', 'hub:ximalaya/album/$1'],
  ['open.spotify.com', '(?:intl-[a-z]+/)?((?:show|artist|playlist)/[^/?]+)', 'hub:spotify/$1'],
  ['shows.acast.com', `(?!discover)${who}`, 'https://feeds.acast.com/public/shows/$1'],
  ['embed.acast.com', who, 'https://feeds.acast.com/public/shows/$1'],
  ['play.acast.com', `s/${who}`, 'https://feeds.acast.com/public/shows/$1'],
  ['rss.com', `(?:[a-z]{2}/)?podcasts/${who}`, 'https://media.rss.com/$1/feed.xml'],
  ['omny.fm', `shows/${who}`, 'https://omny.fm/shows/$1/playlists/podcast.rss'],
  ['audioboom.com', 'channels/(\\d+)[^/?]*', 'https://audioboom.com/channels/$1.rss'],
  ['art19.com', `shows/${who}`, 'https://rss.art19.com/$1'],
  ['spreaker.com', '(?:podcast/[^/]*--|show/)(\\d+)', 'https://www.spreaker.com/show/$1/episodes/feed'],
  ['ivoox.com', '.*_sq_f(\\d+)_\\d+\\.html', 'https://feeds.ivoox.com/feed_fg_f$1_filtro_1.xml'],
  ['.libsyn.com', '', '/rss'],
  ['buzzsprout.com', '(\\d+)', 'https://feeds.buzzsprout.com/$1.rss'],
]

/** No name is longer, and patterns take their time with what is. */
const longest = 1_000

/** The feed at `feed` for the page whose path and query fit `path`, else null. */
export function fill(path: string, feed: string, { url, parts, bridges }: Place): string | null {
  const fit = new RegExp(`^${path}`, 'u').exec((parts.join('/') + url.search).slice(0, longest))
  if (!fit) return null
  const filled = feed.replace(/\$(\d)/gu, (_, at: string) => fit[Number(at)] ?? '')
  if (filled.startsWith('hub:')) return hub(bridges, filled.slice(4))
  return filled.startsWith('/') ? url.origin + filled : filled
}

export const patternPlatforms: readonly Platform[] = [...moreRows, ...rows].map(
  ([host, path, feed]): Platform => {
    // A name that is asked for ends with its part of the path.
    const whole = path === '' || path.endsWith('$') || path.includes('?=') ? path : `${path}(?![^/?])`
    return [host, (place) => [isOwn(place.url.hostname) ? null : fill(whole, feed, place)]]
  },
)

/** `open.substack.com` and `www.tumblr.com` are the platform's own. */
export function isOwn(hostname: string): boolean {
  return /^(?:(?:www|open|api|help|support|about|staff|link|policy|miro|cdn-images-\d|glyph)\.(?:medium|substack|tumblr|wordpress|blogspot|itch|home|mataroa|exblog|podigee)|\d+\.media\.tumblr)\./u.test(
    hostname,
  )
}
