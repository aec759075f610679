/** The sample site's pages, with what surrounds articles on real ones: menus, notices, share links and teasers. */
import type { Published, SiteFeed } from './publications.ts'
import { publications, siteFeeds } from './publications.ts'
import { escapeText, renderBody } from './text.ts'
import { feedTypes } from './feeds.ts'

const words = {
  en: {
    home: 'Home',
    cookies: 'We use no cookies, but this notice looks better with a button.',
    agree: 'Agree',
    share: 'Share this article',
    letter: 'Subscribe to our newsletter and never miss a story.',
    more: 'You may also like',
    by: 'By',
    foot: '© Sample site. People, firms and places on it do not exist.',
  },
  'zh-Hans': {
    home: '首页',
    cookies: '本站不使用 Cookie，但是这样的提示总要有一个按钮。',
    agree: '同意',
    share: '分享本文',
    letter: '订阅我们的电子报，不错过每一篇好文章。',
    more: '相关阅读',
    by: '作者',
    foot: '© 示例网站。人物、公司和地点都不存在。',
  },
} as const

interface Page {
  language: 'en' | 'zh-Hans'
  title: string
  feeds: readonly SiteFeed[]
  head?: string
  body: string
}

function renderPage({ language, title, feeds, head = '', body }: Page): string {
  const say = words[language]
  const links = feeds.map(
    (feed) =>
      `<link rel="alternate" type="${feedTypes[feed.format].split(';')[0]}" title="${escapeText(feed.title)}" href="${feed.path}">`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeText(title)}</title>
${links.join('\n')}${head}
</head><body>
<div class="cookie-notice" role="dialog"><p>${say.cookies}</p><button>${say.agree}</button></div>
<header><nav><ul><li><a href="/">${say.home}</a></li>${publications
    .filter((each) => each.language === language && !each.trouble)
    .map((each) => `<li><a href="/${each.path}">${escapeText(each.name)}</a></li>`)
    .join('')}</ul></nav></header>
${body}
<footer><p>${say.foot}</p></footer>
</body></html>
`
}

/** The page of an article; `others` are linked beside it. */
export function renderArticle(feed: SiteFeed, post: Published, others: readonly Published[]): string {
  const say = words[post.language]
  return renderPage({
    language: post.language,
    title: `${post.title} - ${feed.name}`,
    feeds: [feed],
    head: `
<meta property="og:title" content="${escapeText(post.title)}"><meta property="og:site_name" content="${escapeText(feed.name)}">
<meta name="author" content="${escapeText(post.author)}">
<meta property="article:published_time" content="${post.at.toISOString()}">
<link rel="canonical" href="${post.path}">`,
    body: `<main><article>
<h1>${escapeText(post.title)}</h1>
<p class="byline">${say.by} <span rel="author">${escapeText(post.author)}</span>, <time datetime="${post.at.toISOString()}">${post.at.toISOString().slice(0, 10)}</time></p>
<div class="article-body">
${renderBody(post)}</div>
</article></main>
<div class="share"><h4>${say.share}</h4><ul><li><a href="#mail">E-mail</a></li><li><a href="#print">Print</a></li></ul></div>
<div class="newsletter"><p>${say.letter}</p><form><input type="email"></form></div>
<aside class="related"><h3>${say.more}</h3>${renderList(others)}</aside>`,
  })
}

/** The page of some feeds: the newest titles, and the feeds in its head. */
export function renderSection(feeds: readonly SiteFeed[], posts: readonly Published[]): string {
  const { language, name, title } = feeds[0]!
  const shown = feeds.length === 1 ? title : name
  return renderPage({
    language,
    title: shown,
    feeds,
    body: `<main><h1>${escapeText(shown)}</h1>${renderList(posts)}</main>`,
  })
}

/** The front page: every publication and topic, and what else can be tried. */
export function renderHome(): string {
  const rows = publications
    .filter(({ trouble }) => !trouble)
    .map(({ path, name, topics }) => {
      const links = topics.map((topic) => `<a href="/${path}/${topic}">${topic}</a>`)
      return `<li><a href="/${path}">${escapeText(name)}</a>: ${links.join(', ')}</li>`
    })
  return renderPage({
    language: 'en',
    title: 'Sample site',
    // The first of each publication: a choice of fifty would help nobody.
    feeds: publications.flatMap(({ path, trouble }) =>
      trouble ? [] : siteFeeds.filter(({ sitePath }) => sitePath.startsWith(`/${path}/`)).slice(0, 1),
    ),
    body: `<main><h1>Sample site</h1>
<p>Invented news in English and Chinese, for trying Gazette. Follow a page or a feed, or send a link to an article;
with <code>.md</code> at its end it is a Markdown post.</p>
<ul>${rows.join('\n')}</ul>
<h2>Trouble to try</h2>
<ul>${siteFeeds
      .filter(({ trouble }) => trouble)
      .map(
        (feed) =>
          `<li><a href="${feed.path}">${escapeText(feed.name)}</a>, a feed that ${feed.trouble === 'slow' ? 'is slow' : 'breaks'}</li>`,
      )
      .join('\n')}
<li><a href="/moved/feed.xml">A feed that moved</a></li>
<li><a href="/gone/feed.xml">A feed that is gone</a></li>
<li><a href="/closing/feed.xml">A feed that ends after a day</a></li>
<li><a href="/wandering/feed.xml">A feed that goes elsewhere after a day</a></li>
<li><a href="/no-feed">A page without any feed</a></li>
<li><a href="/search">A page that is no article</a></li></ul></main>`,
  })
}

/** Pages that a reader might send by mistake, by path. */
export const oddPages: Readonly<Record<string, () => string>> = {
  '/no-feed': () =>
    renderPage({
      language: 'en',
      title: 'Opening hours of the harbour museum',
      feeds: [],
      body: '<main><h1>Opening hours</h1><p>Daily from ten to five, on calm days until six.</p></main>',
    }),
  '/search': () =>
    renderPage({
      language: 'en',
      title: 'Search',
      feeds: [],
      body: '<main><form role="search"><label>Search <input type="search"></label><button>Go</button></form></main>',
    }),
}

function renderList(posts: readonly Published[]): string {
  return `<ul>${posts.map(({ path, title }) => `<li><a href="${path}">${escapeText(title)}</a></li>`).join('\n')}</ul>`
}
