/** The guard of the fetcher: no spelling of a private address, redirect or DNS trick leads inside. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAddressPolicy, isPublicAddress } from '../../src/sources/address.ts'
import { createFetcher, type FetcherOptions } from '../../src/sources/fetch.ts'

let server: Server
let port: number
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const target = URL.parse(request.url ?? '', 'http://local')?.searchParams.get('to')
    if (target) response.writeHead(302, { location: target }).end()
    else response.end('inside')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function refusal(url: string, options: Partial<FetcherOptions> = {}): Promise<string> {
  const fetcher = createFetcher({ allow: [], ...options })
  try {
    await fetcher.get(url, { timeoutMs: 3_000 })
    return 'fetched'
  } catch (error) {
    return (error as { key?: string }).key ?? String(error)
  } finally {
    await fetcher.close()
  }
}

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://0.0.0.0/',
  'http://0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://169.254.169.254/latest/meta-data/',
  'http://168.63.129.16/metadata/',
  'http://192.0.0.192/opc/v2/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'https://example.org:25/',
  'http://example.org:6379/',
  'http://example.org:5432/',
])('refuses %s', async (url) => {
  expect(await refusal(url, { lookup: () => Promise.reject(new Error('must not be asked')) })).toBe(
    'addressNotAllowed',
  )
})

test.each([
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'not an address',
  'http://me:pw@example.org/',
  '',
])('calls %j no address', async (url) => {
  expect(await refusal(url)).toBe('badUrl')
})

test.each(['10.0.0.1', '127.0.0.1', '::1', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'fd00::1'])(
  'refuses a public name that resolves to %s',
  async (address) => {
    expect(await refusal('http://feeds.example/', { lookup: () => Promise.resolve([address]) })).toBe(
      'addressNotAllowed',
    )
  },
)

test('follows no redirect inside, however it is spelled', async () => {
  for (const target of [
    'http://169.254.169.254/',
    'http://[::1]/',
    `http://localhost:${port}/`,
    'http://2130706433/',
    '//10.0.0.1/',
  ])
    expect(
      await refusal(`http://127.0.0.1:${port}/?to=${encodeURIComponent(target)}`, {
        allow: [`127.0.0.1:${port}`],
        lookup: () => Promise.resolve(['127.0.0.1']),
      }),
    ).toBe('addressNotAllowed')
})

test('a name that changes its answer between checks does not get in', async () => {
  const answers = [['93.184.215.14'], ['127.0.0.1']]
  const rebinding = () => Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!)
  const before = asked.length
  // Behind a proxy the name is looked up before routing; here the connection itself asks, and its own answer counts.
  await rebinding()
  expect(await refusal(`http://rebind.example:${port}/`, { lookup: rebinding })).toBe('addressNotAllowed')
  expect(asked.length).toBe(before)
})

test('a lookup that lies about its family is caught at the socket', async () => {
  const before = asked.length
  expect(
    await refusal(`http://odd.example:${port}/`, { lookup: () => Promise.resolve(['not an address']) }),
  ).toBe('addressNotAllowed')
  expect(asked.length).toBe(before)
})

test('behind a proxy, names that resolve inside are still refused', async () => {
  const options = { proxyUrl: `http://127.0.0.1:${port}`, lookup: () => Promise.resolve(['192.168.0.9']) }
  expect(await refusal('http://router.example/', options)).toBe('addressNotAllowed')
})

test('what the operator allows is reached, and nothing beside it', async () => {
  const lookup = () => Promise.resolve(['127.0.0.1'])
  expect(await refusal(`http://127.0.0.1:${port}/`, { allow: [`127.0.0.1:${port}`] })).toBe('fetched')
  expect(await refusal(`http://127.0.0.1:${port}/`, { allow: ['127.0.0.1'] })).toBe('fetched')
  expect(await refusal(`http://127.0.0.1:${port}/`, { allow: ['127.0.0.0/8'] })).toBe('fetched')
  expect(await refusal(`http://feeds.internal:${port}/`, { allow: ['127.0.0.0/8'], lookup })).toBe('fetched')
  expect(await refusal(`http://feeds.internal:${port}/`, { allow: ['feeds.internal'], lookup })).toBe(
    'fetched',
  )
  expect(await refusal(`http://127.0.0.1:${port}/`, { allow: [`127.0.0.1:${port + 1}`] })).toBe(
    'addressNotAllowed',
  )
  expect(await refusal(`http://other.internal:${port}/`, { allow: ['feeds.internal'], lookup })).toBe(
    'addressNotAllowed',
  )
})

test('public addresses pass, and a mistyped allow entry is named', () => {
  for (const address of ['93.184.215.14', '8.8.8.8', '2606:4700::1111'])
    expect(isPublicAddress(address)).toBe(true)
  expect(() => createAddressPolicy(['http://x/y z'])).toThrow('http://x/y z')
})
