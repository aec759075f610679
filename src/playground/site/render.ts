/** Writes the sample site's feeds, pages and Markdown posts, in the forms that real sites use. */
import type { Post, Section } from './posts.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/gu, (character) => entities[character]!)

export interface Dated {
  post: Post
  url: string
  at: Date
}

const paragraphs = ({ text }: Post): string[] =>
  text.filter((each) => each !== '---').map((each) => each.replace(/^> /u, '').replaceAll('**', ''))
const html = (post: Post): string =>
  paragraphs(post)
    .map((each) => `<p>${escape(each)}</p>`)
    .join('\n')

/** RSS 2.0 with whole articles. */
export function renderRss(section: Section, site: string, items: readonly Dated[]): string {
  const entries = items.map(
    ({ post, url, at }) => `<item><title>${escape(post.title)}</title><link>${url}</link><guid>${url}</guid>
<pubDate>${at.toUTCString()}</pubDate><description><![CDATA[${html(post)}]]></description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escape(section.title)}</title><link>${site}${section.path}</link>
<language>${section.language}</language>${entries.join('\n')}</channel></rss>`
}

/** Atom 1.0 with a teaser only: the page has the rest. */
export function renderAtom(section: Section, site: string, items: readonly Dated[]): string {
  const entries = items.map(
    ({ post, url, at }) => `<entry><title>${escape(post.title)}</title><id>${url}</id><link href="${url}"/>
<updated>${at.toISOString()}</updated><summary>${escape(paragraphs(post)[0]!.slice(0, 80))}…</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${section.language}"><title>${escape(section.title)}</title>
<id>${site}${section.path}</id><updated>${items[0]?.at.toISOString() ?? ''}</updated>${entries.join('\n')}</feed>`
}

/** JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(section: Section, site: string, items: readonly Dated[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: section.title,
    home_page_url: `${site}${section.path}`,
    language: section.language,
    items: items.map(({ post, url, at }) => ({
      id: url,
      url,
      title: post.title,
      content_html: html(post),
      date_published: at.toISOString(),
    })),
  })
}

/** An article's page, with what surrounds articles on real pages. */
export function renderPage(section: Section, site: string, { post, url, at }: Dated): string {
  const isChinese = post.language !== 'en'
  return `<!doctype html><html lang="${post.language}"><head><meta charset="utf-8"><title>${escape(post.title)} - ${escape(section.title)}</title>
<meta property="og:title" content="${escape(post.title)}"><meta property="article:published_time" content="${at.toISOString()}">
<link rel="canonical" href="${url}"><link rel="alternate" type="application/rss+xml" title="${escape(section.title)}" href="${site}${section.path}/feed">
</head><body><header><nav><a href="/">${isChinese ? '首页' : 'Home'}</a> <a href="${section.path}">${section.topic}</a></nav></header>
<main><article><h1>${escape(post.title)}</h1>
${html(post)}
</article></main><aside><h2>${isChinese ? '相关阅读' : 'Related'}</h2><ul><li><a href="/">${isChinese ? '更多新闻' : 'More news'}</a></li></ul></aside>
<footer><p>${isChinese ? '本文为示例内容，人物与地点均为虚构。' : 'Sample content: people and places are invented.'}</p></footer></body></html>`
}

/** A post as Hexo keeps it: front matter, a credit line, rules, quotes as headings. */
export function renderMarkdown({ post, at }: Dated): string {
  const stamp = at.toISOString().slice(0, 19).replace('T', ' ')
  return `---
title: ${JSON.stringify(post.title)}
date: ${stamp}
author: ${post.author ?? ''}
---

作者 | ${post.original ?? ''}

原文链接：[阅读原文](https://mp.weixin.qq.com/s/${post.slug})

---

${post.text.join('\n\n')}
`
}

/** The front page: a list of the sections with their feeds. */
export function renderHome(site: string, sections: readonly Section[]): string {
  const links = sections.map(
    ({ path, title, topic }) =>
      `<li>${escape(title)}: <a href="${path}">${topic}</a> (<a href="${path}/feed">feed</a>)</li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample site</title></head><body>
<h1>Sample site</h1><p>Invented news in English and Chinese, for trying Gazette. Follow any of these:</p>
<ul>${links.join('\n')}</ul>
<p>For trying what happens: <a href="/broken/feed">a feed that breaks</a>, <a href="/slow/feed">a slow one</a>,
<a href="/moved/feed">one that moved</a>, <a href="/dead/feed">one that is gone</a>.</p><p>${site}</p></body></html>`
}
