/** A process that serves feeds which grow while they are read, each from a port of its own; told over IPC to publish. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FarmOrder = { do: 'publish'; count: number; at: string } | { do: 'report' }

/** Guids of everything published so far. */
export type Published = string[]

interface Item {
  guid: string
  title: string
  html: string
  at: Date
}

const kept = 25
const [feeds = 1] = process.argv.slice(2).map(Number)
const words = 'ferry harbour bridge orchard library theatre kiln bakery foundry tram school glacier'.split(
  ' ',
)
const names = 'Corvid Jackdaw Starling Wagtail Plover Siskin Dunlin Heron Kestrel Osprey Avocet Godwit'.split(
  ' ',
)
const published: Published = []

const farm = await Promise.all(
  Array.from({ length: feeds }, async (_, feed) => {
    const items: Item[] = []
    const server = createServer((request, response) => {
      const etag = `"${items.at(-1)?.guid ?? ''}"`
      if (request.url !== '/feed.xml')
        return void response.writeHead(200, { 'content-type': 'text/html' }).end(page(items))
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
      response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(write(feed, url, items))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { url, items }
  }),
)

function write(feed: number, url: string, items: readonly Item[]): string {
  const entries = items.map(
    ({ guid, title, html, at }) =>
      `<item><title>${title}</title><link>${guid}</link><guid>${guid}</guid><pubDate>${at.toUTCString()}</pubDate><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper ${feed}</title><link>${url}/</link>${entries.toReversed().join('')}</channel></rss>`
}

const page = (items: readonly Item[]) =>
  `<html><head><title>Paper</title></head><body><article>${items.map(({ title, html }) => `<h1>${title}</h1>${html}`).join('')}</article></body></html>`

/** One more invented event, in a feed picked at random. */
function publish(at: Date): void {
  const { url, items } = farm[Math.floor(Math.random() * farm.length)]!
  const nth = published.length + 1
  const word = words[nth % words.length]!
  const name = `${names[Math.floor(Math.random() * names.length)]!}${nth}`
  const html = [
    `<p>The ${word} of ${name} opened its doors again on Friday after ${(nth % 40) + 2} years of work.</p>`,
    `<p>Its keeper spent ${nth * 11} thousand crowns on the roof, and the town council of ${name} gave as much.</p>`,
    `<p>Visitors came from ${(nth % 9) + 2} valleys and stayed until dark, said a baker who had waited for them.</p>`,
  ].join('')
  const guid = `${url}/post/${nth}`
  items.push({ guid, title: `${name} ${word} number ${nth} reopens`, html, at })
  if (items.length > kept) items.shift()
  published.push(guid)
}

process.on('message', (order: FarmOrder) => {
  if (order.do === 'publish') for (let n = 0; n < order.count; n += 1) publish(new Date(order.at))
  process.send?.({ result: order.do === 'report' ? published : null })
})
process.on('disconnect', () => process.exit())
process.send?.({ urls: farm.map(({ url }) => `${url}/feed.xml`) })
