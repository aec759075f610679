/** What the fetcher does with answers: codings, caps, redirects, conditional requests and error statuses. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createFetcher, type Fetcher } from '../../src/sources/fetch.ts'
import { readRetryAfter } from '../../src/sources/retry-after.ts'

let server: Server | undefined
let fetcher: Fetcher | undefined
afterEach(async () => {
  await fetcher?.close()
  server?.closeAllConnections()
  server?.close()
})

/** Serves `listener` on a free port and returns its address and a fetcher that may reach it. */
async function serve(listener: RequestListener): Promise<{ base: string; get: Fetcher['get'] }> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const port = (server.address() as AddressInfo).port
  fetcher = createFetcher({ allow: [`127.0.0.1:${port}`], userAgent: 'Test/1' })
  return { base: `http://127.0.0.1:${port}`, get: fetcher.get }
}

const words = 'rivers 河流 🌊 '.repeat(2_000)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test.each([
  ['gzip', 'gzip', gzipSync],
  ['x-gzip', 'x-gzip', gzipSync],
  ['deflate', 'deflate', deflateSync],
  ['raw deflate', 'deflate', deflateRawSync],
  ['brotli', 'br', brotliCompressSync],
  ['zstd', 'zstd', zstdCompressSync],
  ['two layers', 'gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
  ['a false label', 'gzip', (text: string) => Buffer.from(text)],
])('decodes %s', async (_name, coding, encode) => {
  const { base, get } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': coding, 'content-type': 'text/plain' }).end(encode(words))
  })
  const answer = await get(base)
  expect(decode(answer.bytes)).toBe(words)
  expect(answer).toMatchObject({ status: 200, notModified: false, redirectedPermanently: null })
  expect(answer.headers.contentType).toBe('text/plain')
})

test('a connection that was kept and is closed as the next request sets out is asked anew', async () => {
  let hangUps = 0
  const { base, get } = await serve((request, response) => {
    if (request.url === '/next' && hangUps === 0) {
      hangUps += 1
      request.socket.destroy()
    } else response.end('ebb')
  })
  await get(`${base}/first`)
  expect(decode((await get(`${base}/next`)).bytes)).toBe('ebb')
  expect(hangUps).toBe(1)
})

test('who hangs up every time is out of reach after the second', async () => {
  let requests = 0
  const { base, get } = await serve((request) => {
    requests += 1
    request.socket.destroy()
  })
  await expect(get(base)).rejects.toMatchObject({ key: 'unreachable' })
  expect(requests).toBe(2)
})

test('a gzip stream cut short gives what arrived', async () => {
  const whole = gzipSync(words)
  const { base, get } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 8))
  })
  expect(decode((await get(base)).bytes)).toBe(words)
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
])('a %s bomb stops at the cap on decoded bytes', async (coding, encode) => {
  const bomb = encode(Buffer.alloc(60_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  const { base, get } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': coding }).end(bomb)
  })
  await expect(get(base, { maxBytes: 1_000_000 })).rejects.toMatchObject({ key: 'tooLarge' })
})

test('a burst of thousands of hosts that keep their connections open reads every one', async () => {
  const { base } = await serve((_request, response) => {
    response.writeHead(200, { 'keep-alive': 'timeout=600' }).end('here')
  })
  await fetcher!.close()
  fetcher = createFetcher({ allow: ['127.0.0.0/8'], lookup: async () => ['127.0.0.1'] })
  const hosts = Array.from({ length: 2100 }, (_, at) => `http://host${at}.example:${new URL(base).port}/`)
  const statuses: number[] = []
  for (let at = 0; at < hosts.length; at += 50)
    statuses.push(
      ...(await Promise.all(hosts.slice(at, at + 50).map(async (url) => (await fetcher!.get(url)).status))),
    )
  expect(statuses).toEqual(hosts.map(() => 200))
})

test('a redirect to letters that nobody coded leads where a browser goes', async () => {
  const { base, get } = await serve((request, response) => {
    if (request.url === '/')
      response.writeHead(301, { location: Buffer.from('/订阅').toString('latin1') }).end()
    else response.end('here')
  })
  expect((await get(base)).url).toBe(`${base}/%E8%AE%A2%E9%98%85`)
})

test('an endless plain body stops at the cap', async () => {
  const { base, get } = await serve((_request, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', more)
    }
    more()
  })
  await expect(get(base, { maxBytes: 300_000 })).rejects.toMatchObject({ key: 'tooLarge' })
})

test('a body that never ends in time is given up', async () => {
  const { base, get } = await serve((_request, response) => {
    response.write('x')
  })
  await expect(get(base, { timeoutMs: 200 })).rejects.toMatchObject({ key: 'timedOut' })
})

test('nobody listening is unreachable, not refused', async () => {
  const { base, get } = await serve(() => undefined)
  server?.close()
  server?.closeAllConnections()
  await expect(get(base)).rejects.toMatchObject({ key: 'unreachable' })
})

test('sends what it knows, and takes a 304 for nothing new', async () => {
  const { base, get } = await serve((request, response) => {
    const known = request.headers['if-none-match'] === '"a"' && request.headers['user-agent'] === 'Test/1'
    response
      .writeHead(known ? 304 : 200, { etag: '"a"', 'last-modified': 'Tue, 04 Mar 2025 09:20:00 GMT' })
      .end()
  })
  const first = await get(base)
  expect(first.headers).toMatchObject({ etag: '"a"', lastModified: 'Tue, 04 Mar 2025 09:20:00 GMT' })
  expect(await get(base, { etag: first.headers.etag })).toMatchObject({ status: 304, notModified: true })
})

test.each([
  ['301 then 308', [301, 308], true],
  ['302 in between', [301, 302], false],
  ['one 307', [307], false],
  ['one 301', [301], true],
])('redirects: %s', async (_name, statuses, permanent) => {
  const { base, get } = await serve((request, response) => {
    const hop = Number(request.url?.slice(1) || 0)
    const status = statuses[hop]
    if (status === undefined) response.end('there')
    else response.writeHead(status, { location: `/${hop + 1}` }).end()
  })
  const end = `${base}/${statuses.length}`
  expect(await get(`${base}/0`)).toMatchObject({ url: end, redirectedPermanently: permanent ? end : null })
})

test('a redirect loop ends', async () => {
  const { base, get } = await serve((_request, response) => {
    response.writeHead(302, { location: '/' }).end()
  })
  await expect(get(base)).rejects.toMatchObject({ key: 'unreachable' })
})

test.each([
  [404, {}, { name: 'UserError', key: 'httpStatus', args: { status: 404, host: '127.0.0.1' } }],
  [500, {}, { name: 'UserError', key: 'httpStatus' }],
  [410, {}, { name: 'PermanentError', reason: 'gone' }],
  [429, {}, { name: 'RetryLater', delayMs: 600_000 }],
  [429, { 'retry-after': '7' }, { name: 'RetryLater', delayMs: 7_000 }],
  [503, { 'retry-after': '120' }, { name: 'RetryLater', delayMs: 120_000 }],
  [
    503,
    { date: 'Tue, 04 Mar 2025 09:20:00 GMT', 'retry-after': 'Tue, 04 Mar 2025 09:21:00 GMT' },
    { name: 'RetryLater', delayMs: 60_000 },
  ],
  [503, {}, { name: 'UserError', key: 'httpStatus' }],
])('status %i %j', async (status, headers, expected) => {
  const { base, get } = await serve((_request, response) => {
    response.writeHead(status, headers).end('no')
  })
  await expect(get(base)).rejects.toMatchObject(expected)
})

test.each([
  '120',
  '120, 60',
  'Mon, 06 May 2024 07:02:00 GMT',
  'Monday, 06-May-24 07:02:00 GMT',
  'Mon May  6 07:02:00 2024',
  '2024-05-06T07:02:00Z',
])('Retry-After: %s', (written) => {
  expect(readRetryAfter(written, new Date('2024-05-06T07:00:00Z'))).toBe(120_000)
})

test('Retry-After is held between a second and a day, and nonsense says nothing', () => {
  const now = new Date('2025-03-04T00:00:00Z')
  expect(readRetryAfter('0', now)).toBe(1_000)
  expect(readRetryAfter('9999999', now)).toBe(86_400_000)
  for (const nonsense of ['soon', '-5', '120;', '120s', '1e3', 'tomorrow 5'])
    expect(readRetryAfter(nonsense, now), nonsense).toBeNull()
  expect(readRetryAfter(null, now)).toBeNull()
})
