/** Writes what a feed carries as RSS 2.0, Atom 1.0 or JSON Feed 1.1. */
import type { Published, SiteFeed } from './publications.ts'
import { escapeText, firstParagraph, renderBody } from './text.ts'

interface Entry {
  post: Published
  url: string
  html: string
}

export const feedTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJson }

/** The feed with these posts in their order. `root` is the site's address. */
export function writeFeed(feed: SiteFeed, posts: readonly Published[], root: string): string {
  const entries = posts.map((post) => ({
    post,
    url: root + post.path,
    html: feed.whole ? renderBody(post) : `<p>${escapeText(firstParagraph(post))}</p>`,
  }))
  return writers[feed.format](feed, entries, root)
}

/** https://www.rssboard.org/rss-specification */
function writeRss(feed: SiteFeed, entries: readonly Entry[], root: string): string {
  const items = entries.map(
    ({ post, url, html }) => `
  <item>
    <title>${escapeText(post.title)}</title>
    <link>${url}</link>
    <guid>${url}</guid>
    <pubDate>${post.at.toUTCString()}</pubDate>
    <dc:creator>${escapeText(post.author)}</dc:creator>
    <description><![CDATA[${html}]]></description>
  </item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
  <title>${escapeText(feed.title)}</title>
  <link>${root}${feed.sitePath}</link>
  <description>${escapeText(feed.title)}</description>
  <language>${feed.language}</language>${items.join('')}
</channel></rss>
`
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
function writeAtom(feed: SiteFeed, entries: readonly Entry[], root: string): string {
  const items = entries.map(
    ({ post, url, html }) => `
  <entry>
    <title>${escapeText(post.title)}</title>
    <link href="${url}"/>
    <id>${url}</id>
    <published>${post.at.toISOString()}</published>
    <updated>${post.at.toISOString()}</updated>
    <author><name>${escapeText(post.author)}</name></author>
    <content type="html">${escapeText(html)}</content>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <title>${escapeText(feed.title)}</title>
  <link href="${root}${feed.sitePath}"/>
  <link rel="self" href="${root}${feed.path}"/>
  <id>${root}${feed.sitePath}</id>
  <updated>${(entries[0]?.post.at ?? new Date(0)).toISOString()}</updated>${items.join('')}
</feed>
`
}

/** https://www.jsonfeed.org/version/1.1/ */
function writeJson(feed: SiteFeed, entries: readonly Entry[], root: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: root + feed.sitePath,
    feed_url: root + feed.path,
    language: feed.language,
    items: entries.map(({ post, url, html }) => ({
      id: url,
      url,
      title: post.title,
      content_html: html,
      date_published: post.at.toISOString(),
      authors: [{ name: post.author }],
    })),
  })
}
