/** What a page announces, offers on its platform, or links to: the feeds in the order a reader would want them. */
import { describe, expect, test } from 'vitest'
import { candidateFeeds, discoverFeeds } from '../../src/sources/discover.ts'

const url = 'https://example.org/blog/page.html'
const rss = 'type="application/rss+xml"'

describe('announced', () => {
  test.each([
    [
      'plain',
      `<link rel="alternate" ${rss} href="https://example.org/feed.xml">`,
      ['https://example.org/feed.xml'],
    ],
    [
      'relative to the page',
      `<link rel="alternate" ${rss} href="feed.xml">`,
      ['https://example.org/blog/feed.xml'],
    ],
    [
      'relative to the base',
      `<link rel="alternate" ${rss} href="f.xml"><base href="//cdn.example.net/x/">`,
      ['https://cdn.example.net/x/f.xml'],
    ],
    [
      'the first base counts',
      `<base target="_blank"><base href="/one/"><base href="/two/"><link rel=alternate ${rss} href=f>`,
      ['https://example.org/one/f'],
    ],
    [
      'capitals',
      '<LINK REL="ALTERNATE" TYPE="APPLICATION/ATOM+XML" HREF="/ATOM">',
      ['https://example.org/ATOM'],
    ],
    [
      'no quotes, attributes in any order',
      '<link href=/feed type=application/rss+xml rel=alternate>',
      ['https://example.org/feed'],
    ],
    [
      'single quotes and blanks',
      "<link rel = ' alternate ' type = ' application/rss+xml ' href = ' /feed '>",
      ['https://example.org/feed'],
    ],
    [
      'several relations',
      `<link rel="home alternate feed" ${rss} href="/feed">`,
      ['https://example.org/feed'],
    ],
    ['rel=feed without a type', '<link rel="feed" href="/news.xml">', ['https://example.org/news.xml']],
    [
      'a type with a parameter',
      '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed">',
      ['https://example.org/feed'],
    ],
    [
      'RDF',
      '<link rel="alternate" type="application/rdf+xml" href="/index.rdf">',
      ['https://example.org/index.rdf'],
    ],
    [
      'text/xml',
      '<link rel="alternate" type="text/xml" href="/index.xml">',
      ['https://example.org/index.xml'],
    ],
    [
      'JSON Feed',
      '<link rel="alternate" type="application/feed+json" href="/feed.json">',
      ['https://example.org/feed.json'],
    ],
    ['an old relation', `<link rel="service.feed" ${rss} href="/feed">`, ['https://example.org/feed']],
    ['no type, but a title', '<link rel="alternate" title="RSS" href="/all">', ['https://example.org/all']],
    [
      'a button with a picture',
      '<a href="/all"> <img src="i.png" alt="RSS"></a>',
      ['https://example.org/all'],
    ],
    ['a button with an icon', '<a href="/all"> <i></i> RSS</a>', ['https://example.org/all']],
    ['no type, but the look', '<link rel="alternate" href="/rss.xml">', ['https://example.org/rss.xml']],
    [
      'entities in the address',
      `<link rel="alternate" ${rss} href="/f?a=1&amp;b=2">`,
      ['https://example.org/f?a=1&b=2'],
    ],
    ['self-closed', `<link rel="alternate" ${rss} href="/feed"/>`, ['https://example.org/feed']],
    [
      'in the body',
      `<body><p>x<link rel="alternate" ${rss} href="/feed"></body>`,
      ['https://example.org/feed'],
    ],
    [
      'feed: scheme',
      `<link rel="alternate" ${rss} href="feed:https://example.org/f"><link rel="alternate" ${rss} href="feed://example.org/g">`,
      ['https://example.org/f', 'http://example.org/g'],
    ],
    [
      'twice the same',
      `<link rel="alternate" ${rss} href="/feed"><link rel="alternate" ${rss} href="/feed#x">`,
      ['https://example.org/feed'],
    ],
    [
      'comments come last',
      `<link rel="alternate" ${rss} title="Comments" href="/comments/feed"><link rel="alternate" ${rss} href="/feed">`,
      ['https://example.org/feed', 'https://example.org/comments/feed'],
    ],
    [
      'broken markup',
      `<html><head><title>x<meta a="<link rel="alternate" ${rss}></title><link rel="alternate" ${rss} href="/feed"`,
      ['https://example.org/feed'],
    ],
    [
      'Chinese address',
      `<link rel="alternate" ${rss} href="/订阅.xml">`,
      ['https://example.org/%E8%AE%A2%E9%98%85.xml'],
    ],
  ])('%s', (_name, html, expected) => {
    expect(discoverFeeds(html, url)).toEqual(expected)
  })

  test.each([
    ['commented out', `<!-- <link rel="alternate" ${rss} href="/feed"> -->`],
    ['in a conditional comment', `<!--[if IE]><link rel="alternate" ${rss} href="/feed"><![endif]-->`],
    ['in a script', `<script>document.write('<link rel="alternate" ${rss} href="/feed">')</script>`],
    ['in a style', `<style>/* <link rel="alternate" ${rss} href="/feed"> */</style>`],
    ['in a text field', `<textarea><link rel="alternate" ${rss} href="/feed"></textarea>`],
    ['another language', '<link rel="alternate" hreflang="de" href="/de/">'],
    ['a stylesheet', '<link rel="alternate stylesheet" type="text/css" href="/feed.css">'],
    ['oEmbed', '<link rel="alternate" type="application/json+oembed" href="/oembed?format=xml">'],
    ['the JSON of WordPress', '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'],
    ['no relation', `<link ${rss} href="/feed">`],
    ['no address', `<link rel="alternate" ${rss}>`],
    ['an empty address', `<link rel="alternate" ${rss} href="">`],
    ['a script address', `<link rel="alternate" ${rss} href="javascript:alert(1)">`],
    [
      'an ordinary page',
      '<a href="/about">About our feed of news</a><a href="/rss-guide/about.html">what is it</a>',
    ],
    ['a site map', '<a href="/sitemap.xml">Map</a>'],
  ])('nothing where it is %s', (_name, html) => {
    expect(discoverFeeds(html, url)).toEqual([])
  })
})

test.each([
  [
    'by their path',
    '<a href="/rss.xml">x</a><a href="/feed/">y</a>',
    ['https://example.org/rss.xml', 'https://example.org/feed/'],
  ],
  ['by their words', '<a href="/syndikat" title="RSS">s</a>', ['https://example.org/syndikat']],
  ['by their Chinese words', '<a href="/dy">订阅源</a>', ['https://example.org/dy']],
  ['by a query', '<a href="/index.php?feed=rss2">x</a>', ['https://example.org/index.php?feed=rss2']],
  [
    "behind a reader's button",
    '<a href="https://feedly.com/i/subscription/feed/https%3A%2F%2Fexample.org%2Ff.xml">x</a>',
    ['https://example.org/f.xml'],
  ],
  [
    'behind announced ones',
    `<a href="/rss">x</a><link rel="alternate" ${rss} href="/main">`,
    ['https://example.org/main', 'https://example.org/rss'],
  ],
])('links that look like feeds: %s', (_name, html, expected) => {
  expect(discoverFeeds(html, url)).toEqual(expected)
})

test.each([
  ['WordPress 6.5', 'https://example.org/feed/'],
  ['Hexo 7.0.0', 'https://example.org/atom.xml'],
  ['Hugo 0.120.0', 'https://example.org/index.xml'],
  ['Ghost 5.8', 'https://example.org/rss/'],
  ['Jekyll v4.3.2', 'https://example.org/feed.xml'],
])('the generator %s tells where its feed is', (generator, expected) => {
  expect(discoverFeeds(`<meta name="generator" content="${generator}">`, url)[0]).toBe(expected)
})

const bridges = { rsshubUrl: 'https://hub.example.net/', weweRssUrl: 'https://wewe.example.net' }
const channel = 'UCaaaaaaaaaaaaaaaaaaaaaa'

test.each([
  [
    `https://www.youtube.com/channel/${channel}`,
    '',
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  ],
  [
    'https://www.youtube.com/@someone',
    `{"externalId":"${channel}"}`,
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  ],
  [
    'https://www.youtube.com/playlist?list=PL123',
    '',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123',
  ],
  ['https://old.reddit.com/r/rust/', '', 'https://www.reddit.com/r/rust/.rss'],
  ['https://www.reddit.com/r/rust/top/?t=week', '', 'https://www.reddit.com/r/rust/top/.rss?t=week'],
  ['https://www.reddit.com/user/me/m/boats/', '', 'https://www.reddit.com/user/me/m/boats/.rss'],
  ['https://www.v2ex.com/?tab=tech', '', 'https://www.v2ex.com/feed/tab/tech.xml'],
  ['https://mastodon.social/users/someone', '', 'https://mastodon.social/users/someone.rss'],
  ['https://boats.example/tags/ferry', '<meta content="Mastodon">', 'https://boats.example/tags/ferry.rss'],
  ['https://www.reddit.com/u/someone', '', 'https://www.reddit.com/user/someone/.rss'],
  ['https://github.com/nodejs/node', '', 'https://github.com/nodejs/node/releases.atom'],
  ['https://github.com/nodejs/node/commits/main/', '', 'https://github.com/nodejs/node/commits/main.atom'],
  ['https://mastodon.social/@someone', '', 'https://mastodon.social/@someone.rss'],
  ['https://bsky.app/profile/bsky.app', '', 'https://bsky.app/profile/bsky.app/rss'],
  ['https://t.me/durov', '', 'https://hub.example.net/telegram/channel/durov'],
  ['https://medium.com/@someone', '', 'https://medium.com/feed/@someone'],
  ['https://blog.medium.com/post', '', 'https://blog.medium.com/feed'],
  ['https://someone.substack.com/p/x', '', 'https://someone.substack.com/feed'],
  ['https://news.ycombinator.com/', '', 'https://news.ycombinator.com/rss'],
  ['https://stackoverflow.com/questions/tagged/node.js', '', 'https://stackoverflow.com/feeds/tag/node.js'],
  ['https://arxiv.org/list/cs.AI/recent', '', 'https://rss.arxiv.org/rss/cs.AI'],
  [
    'https://podcasts.apple.com/us/podcast/x/id1',
    '{"feedUrl":"https://pod.example.org/rss"}',
    'https://pod.example.org/rss',
  ],
  ['https://www.v2ex.com/go/python', '', 'https://www.v2ex.com/feed/python.xml'],
  ['https://www.zhihu.com/people/someone', '', 'https://hub.example.net/zhihu/people/activities/someone'],
  ['https://space.bilibili.com/2267573', '', 'https://hub.example.net/bilibili/user/video/2267573'],
  ['https://weibo.com/u/1195230310', '', 'https://hub.example.net/weibo/user/1195230310'],
  [
    'https://mp.weixin.qq.com/s?__biz=MzA4MTQ0Njc2Nw==&mid=1',
    '',
    'https://wewe.example.net/feeds/MP_WXS_3081446767.atom',
  ],
])('platform %s', (page, html, expected) => {
  expect(discoverFeeds(html, page, bridges)[0]).toBe(expected)
})

test('a public channel of Telegram is read as a page where no instance is named', () => {
  expect(discoverFeeds('', 'https://t.me/durov')).toEqual(['https://t.me/s/durov'])
})

test('nothing is offered through an instance that is not configured', () => {
  expect(discoverFeeds('', 'https://weibo.com/u/1195230310')).toEqual([])
})

test('without a hint the usual places are worth trying, in the folder and at the root', () => {
  const places = candidateFeeds('https://example.org/blog/')
  expect(places.slice(0, 2)).toEqual(['https://example.org/blog/feed', 'https://example.org/feed'])
  expect(places).toContain('https://example.org/atom.xml')
  expect(new Set(places).size).toBe(places.length)
  expect(candidateFeeds('https://example.org/2024/05/post.html')[0]).toBe('https://example.org/feed')
  expect(candidateFeeds('mailto:a@example.org')).toEqual([])
})
