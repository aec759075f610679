/** A process that serves feeds, each from a host (a port) of its own, and answers 304 to who has them. Asked over IPC. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFeed } from './feed-text.ts'

const [feeds = 0, items = 0] = process.argv.slice(2).map(Number)

const urls = await Promise.all(
  Array.from({ length: feeds }, async (_, feed) => {
    let body = Buffer.alloc(0)
    const etag = `"feed-${feed}"`
    const server = createServer((request, response) => {
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
      response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    body = Buffer.from(writeFeed(feed, host, items))
    return `http://${host}/feed.xml`
  }),
)
process.send?.(urls)
