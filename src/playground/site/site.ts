/** The playground's own small web: feeds, pages and posts that appear as the clock moves, feeds that break, dawdle, moved and are gone. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Section, sections } from './posts.ts'
import {
  type Dated,
  renderAtom,
  renderHome,
  renderJsonFeed,
  renderMarkdown,
  renderPage,
  renderRss,
} from './render.ts'

export interface Site {
  url: string
  /** Its feeds, in the shape of the catalogue. */
  feeds: { url: string; site: string; title: string; language: string; topic: string }[]
  /** What a newcomer could send to the bot. */
  suggestions: string[]
  close(): Promise<void>
}

export interface SiteOptions {
  /** Domain time: posts of the future are not there yet. */
  now: () => Date
  /** What the posts' hours count from. */
  start: Date
  port?: number
  /** Milliseconds that the slow feed takes; 3000. */
  slowMs?: number
}

const hourMs = 3_600_000
interface Answer {
  type: string
  body: string
  status?: number
  location?: string
}

const feedForms = [
  { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
] as const

/** Starts the site on 127.0.0.1. */
export async function startSite(options: SiteOptions): Promise<Site> {
  let asked = 0
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? '/').split('?')[0] ?? '/')
    if (path === '/broken/feed') asked += 1
    const answer = path === '/broken/feed' ? breakFeed(asked) : answerPath(options, url, path)
    if (path !== '/slow/feed') return sendAnswer(request, response, answer)
    const timer = setTimeout(() => sendAnswer(request, response, answer), options.slowMs ?? 3000)
    response.on('close', () => clearTimeout(timer))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [first] = sections
  return {
    url,
    feeds: sections.map(({ path, title, language, topic }) => ({
      url: `${url}${path}/feed`,
      site: `${url}${path}`,
      title,
      language,
      topic,
    })),
    suggestions: [
      `${url}${first!.path}/${first!.posts[0]!.slug}`,
      `/subscribe ${url}/zh/ai`,
      'How long does Lark-7 run?',
      '云雀七号有多少参数？',
    ],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Half of the time an error, half of the time a feed that ends in the middle. */
function breakFeed(asked: number): Answer {
  if (asked % 2 === 0) return { type: 'text/plain', body: 'Internal Server Error', status: 500 }
  return {
    type: 'application/rss+xml',
    body: '<?xml version="1.0"?><rss version="2.0"><channel><title>Broken News</title><item><title>This feed ends in the mid',
  }
}

function answerPath(options: SiteOptions, site: string, path: string): Answer {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: renderHome(site, sections) }
  if (path === '/moved/feed')
    return { type: 'text/plain', body: 'Moved', status: 301, location: `${sections[0]!.path}/feed` }
  if (path === '/dead/feed') return { type: 'text/plain', body: 'Gone', status: 410 }
  if (path === '/slow/feed') {
    const section = sections[0]!
    const slow = { ...section, title: 'Slow News' }
    return { type: feedForms[0].type, body: renderRss(slow, site, listPosts(options, site, section)) }
  }
  const index = sections.findIndex((section) => path === section.path || path.startsWith(`${section.path}/`))
  const section = sections[index]
  if (!section)
    return { type: 'text/html', body: '<!doctype html><title>404</title><p>Not here.</p>', status: 404 }
  const dated = listPosts(options, site, section)
  const name = path.slice(section.path.length + 1)
  if (name === '' || name === 'feed') {
    const form = feedForms[index % feedForms.length]!
    if (name === 'feed') return { type: form.type, body: form.render(section, site, dated) }
    return { type: 'text/html; charset=utf-8', body: renderSection(section, site, dated) }
  }
  const found = dated.find(({ post }) => post.slug === name.replace(/\.md$/u, ''))
  if (!found)
    return { type: 'text/html', body: '<!doctype html><title>404</title><p>Not here.</p>', status: 404 }
  return found.post.format === 'markdown'
    ? { type: 'text/markdown; charset=utf-8', body: renderMarkdown(found) }
    : { type: 'text/html; charset=utf-8', body: renderPage(section, site, found) }
}

/** The section's own page: titles, and a link to its feed in the head. */
function renderSection(section: Section, site: string, dated: readonly Dated[]): string {
  const page = renderHome(site, [section])
  const link = `<link rel="alternate" type="application/rss+xml" title="${section.title}" href="${section.path}/feed">`
  const titles = dated.map(({ url }) => `<li><a href="${url}">${url}</a></li>`)
  return page.replace('</head>', `${link}</head>`).replace('</body>', `<ol>${titles.join('')}</ol></body>`)
}

/** Posts that are out by now, the newest first. */
function listPosts({ now, start }: SiteOptions, site: string, section: Section): Dated[] {
  return section.posts
    .map((post) => ({
      post,
      url: `${site}${section.path}/${post.slug}${post.format === 'markdown' ? '.md' : ''}`,
      at: new Date(start.getTime() + post.hours * hourMs),
    }))
    .filter(({ at }) => at <= now())
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`
  if (answer.status === undefined && request.headers['if-none-match'] === etag)
    return void response.writeHead(304, { etag }).end()
  response
    .writeHead(answer.status ?? 200, {
      'content-type': answer.type,
      etag,
      ...(answer.location === undefined ? {} : { location: answer.location }),
    })
    .end(answer.body)
}
