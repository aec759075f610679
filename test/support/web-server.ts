/** A small web server for tests whose pages are set, changed and broken while it runs. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CatalogueFeed } from '../../src/core/catalogue-feed.ts'
import { noon } from './rows.ts'

export interface Answer {
  body?: string
  type?: string
  status?: number
  headers?: Record<string, string>
}

export interface WebServer {
  url: string
  /** host:port, as FETCH_ALLOW takes it. */
  host: string
  pages: Map<string, Answer>
  /** Paths asked for, in order. */
  hits: string[]
  /** Requests under way now, and the most there were at once. */
  load: { now: number; most: number }
  /** Lets requests for `path` wait until `release`. */
  hold(path: string): void
  release(): void
  close(): Promise<void>
}

/** Starts on a free port; a page with an ETag answers 304 to who has it, unknown paths answer 404. */
export async function startWebServer(): Promise<WebServer> {
  const pages = new Map<string, Answer>()
  const hits: string[] = []
  const load = { now: 0, most: 0 }
  const held = new Map<string, (() => void)[]>()
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    hits.push(path)
    load.now += 1
    load.most = Math.max(load.most, load.now)
    response.on('close', () => (load.now -= 1))
    const waiting = held.get(path)
    if (waiting) return void waiting.push(() => answer(path, request, response))
    answer(path, request, response)
  })
  const answer = (path: string, request: IncomingMessage, response: ServerResponse) => {
    const page = pages.get(path)
    const etag = page?.headers?.['etag']
    if (etag !== undefined && request.headers['if-none-match'] === etag)
      return void response.writeHead(304, page?.headers).end()
    response
      .writeHead(page ? (page.status ?? 200) : 404, {
        'content-type': page?.type ?? 'text/html; charset=utf-8',
        ...page?.headers,
      })
      .end(page?.body ?? 'nothing here')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    pages,
    hits,
    load,
    hold: (path) => void held.set(path, []),
    release: () => {
      const waiting = [...held.values()].flat()
      held.clear()
      for (const go of waiting) go()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An RSS feed of `items`, the newest first. */
export function rss(
  title: string,
  items: readonly { title: string; url: string; text: string; at: Date }[],
): Answer {
  const entries = items.map(
    (item) => `<item><title>${item.title}</title><link>${item.url}</link>
      <pubDate>${item.at.toUTCString()}</pubDate><description><![CDATA[<p>${item.text}</p>]]></description></item>`,
  )
  return {
    type: 'application/rss+xml',
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${entries.join('')}</channel></rss>`,
  }
}

/** Puts a feed of three articles of the hours before `now` on the server, in English with a word of Chinese; returns it as a feed of the catalogue. */
export function addCanalNews(web: WebServer, now = noon): CatalogueFeed {
  const items = ['Mill', 'Weir', 'Lock'].map((name, index) => ({
    title: `${name} keeper retires 退休`,
    url: `${web.url}/post/${name}`,
    text: `The keeper of the ${name} retires after ${30 + index} years. A robot with artificial intelligence takes over the ${name}.`,
    at: new Date(now.getTime() - (index + 1) * 3_600_000),
  }))
  web.pages.set('/feed.xml', rss('Canal News', items))
  return { url: `${web.url}/feed.xml`, site: web.url, title: 'Canal News', language: 'en', topic: 'ai' }
}
