/** The playground's own small web: feeds, pages and posts that appear as the clock moves, and feeds in all kinds of trouble. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { feedTypes, writeFeed } from './feeds.ts'
import { answerLeaving, leavingMs } from './leaving.ts'
import { oddPages, renderArticle, renderHome, renderSection } from './pages.ts'
import { readPosts } from './posts.ts'
import { type Published, schedulePosts, type SiteFeed, siteFeeds } from './publications.ts'
import { writeMarkdown } from './text.ts'

export interface Site {
  url: string
  /** Its feeds without those in trouble, in the shape of the catalogue. */
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

interface Answer {
  type: string
  body: string
  status?: number
  location?: string
  modified?: Date | undefined
}

const html = 'text/html; charset=utf-8'
/** Articles linked beside an article. */
const related = 4

/** Starts the site on 127.0.0.1. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const scheduled = schedulePosts(await readPosts(), options.start)
  let asked = 0
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!
    const feed = siteFeeds.find((each) => each.path === path)
    const out = scheduled.filter(({ at }) => at <= options.now())
    const left = options.now().getTime() >= options.start.getTime() + leavingMs
    const answer = feed
      ? answerFeed(feed, out, url)
      : (answerLeaving(path, out, { url, left }) ?? answerPage(path, out))
    if (feed?.trouble === 'breaks') {
      asked += 1
      return sendAnswer(request, response, breakFeed(answer, asked))
    }
    if (feed?.trouble !== 'slow') return sendAnswer(request, response, answer)
    const timer = setTimeout(() => sendAnswer(request, response, answer), options.slowMs ?? 3000)
    response.on('close', () => clearTimeout(timer))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    feeds: siteFeeds
      .filter(({ trouble }) => !trouble)
      .map(({ path, sitePath, title, language, topic }) => ({
        url: url + path,
        site: url + sitePath,
        title,
        language,
        topic,
      })),
    suggestions: [
      `${url}/fernwick/ai/lark-offline`,
      `/subscribe ${url}/qianshao/ai`,
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

function answerFeed(feed: SiteFeed, out: readonly Published[], url: string): Answer {
  const own = out.filter(({ sitePath }) => sitePath === feed.sitePath)
  return { type: feedTypes[feed.format], body: writeFeed(feed, own, url), modified: own[0]?.at }
}

/** Odd times the feed ends in the middle of its last item, even times there is none. */
function breakFeed(answer: Answer, asked: number): Answer {
  if (asked % 2 === 0) return { type: 'text/plain', body: 'Internal Server Error', status: 500 }
  return { ...answer, body: answer.body.slice(0, answer.body.lastIndexOf('</p>')) }
}

function answerPage(path: string, out: readonly Published[]): Answer {
  if (path === '/') return { type: html, body: renderHome() }
  if (Object.hasOwn(oddPages, path)) return { type: html, body: oddPages[path]!() }
  if (path === '/moved/feed.xml')
    return { type: 'text/plain', body: 'Moved', status: 301, location: '/fernwick/ai/atom.xml' }
  if (path === '/gone/feed.xml') return { type: 'text/plain', body: 'Gone', status: 410 }
  const post = out.find((each) => path === each.path || path === `${each.path}.md`)
  if (post) return answerPost(post, path, out)
  const inside = `${path.replace(/\/$/u, '')}/`
  const feeds = siteFeeds.filter(({ sitePath }) => `${sitePath}/`.startsWith(inside))
  if (feeds.length > 0)
    return {
      type: html,
      body: renderSection(
        feeds,
        out.filter((each) => each.path.startsWith(inside)),
      ),
    }
  return { type: html, body: '<!doctype html><title>404</title><p>Not here.</p>', status: 404 }
}

function answerPost(post: Published, path: string, out: readonly Published[]): Answer {
  if (path !== post.path)
    return { type: 'text/markdown; charset=utf-8', body: writeMarkdown(post), modified: post.at }
  const feed = siteFeeds.find(({ sitePath }) => sitePath === post.sitePath)!
  const others = out.filter((each) => each.language === post.language && each !== post).slice(0, related)
  return { type: html, body: renderArticle(feed, post, others), modified: post.at }
}

/** Sends it, or 304 to who has it. https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2 */
function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { type, body, status = 200, location, modified } = answer
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  const stamps = { etag, ...(modified ? { 'last-modified': modified.toUTCString() } : {}) }
  const { 'if-none-match': known, 'if-modified-since': since } = request.headers
  const unchanged =
    known === undefined ? modified !== undefined && modified <= new Date(since ?? NaN) : known.includes(etag)
  if (status === 200 && unchanged) return void response.writeHead(304, stamps).end()
  response
    .writeHead(status, {
      'content-type': type,
      ...(status === 200 ? stamps : {}),
      ...(location === undefined ? {} : { location }),
    })
    .end(body)
}
