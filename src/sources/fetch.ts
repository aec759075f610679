/** The only way out to the web for sources: HTTP that cannot be led to private addresses, endless bodies or waits. */
import { lookup as lookupAddresses } from 'node:dns/promises'
import { Agent, ProxyAgent, request, type Dispatcher } from 'undici'
import { PermanentError, RetryLater, UserError } from '../core/errors.ts'
import { createAddressPolicy, isAddress, plainHost, type AddressPolicy } from './address.ts'
import { createConnector, portOf } from './connector.ts'
import { translate, wasHungUp } from './fetch-errors.ts'
import { acceptedEncodings, readBody } from './decode-body.ts'
import { readRetryAfter } from './retry-after.ts'

export interface FetcherOptions {
  /** Private hosts, host:port or CIDR networks that may be fetched all the same. */
  allow: readonly string[]
  /** http, https or socks5 proxy for everything but the allowed hosts. */
  proxyUrl?: string
  userAgent?: string
  /** All addresses of a host name; tests give their own. */
  lookup?: (hostname: string) => Promise<readonly string[]>
  /** Only for a Retry-After date in an answer that has no Date header. */
  now?: () => Date
}

export interface GetOptions {
  etag?: string | null
  lastModified?: string | null
  /** Cap on received and on decoded bytes; 10 MB unless told. */
  maxBytes?: number
  /** For all of it: connecting, redirects and body; 20 s unless told. */
  timeoutMs?: number
  accept?: string
}

export interface FetchedHeaders {
  contentType: string | null
  etag: string | null
  lastModified: string | null
  cacheControl: string | null
  expires: string | null
  retryAfter: string | null
  link: string | null
  robots: string | null
}

export interface Fetched {
  status: number
  /** Where the answer came from, after redirects. */
  url: string
  /** The new address where every hop was 301 or 308; null otherwise. */
  redirectedPermanently: string | null
  headers: FetchedHeaders
  bytes: Uint8Array
  /** True for a 304: nothing new since `etag` or `lastModified`, and `bytes` is empty. */
  notModified: boolean
}

export interface Fetcher {
  /**
   * Fetches `url`. Throws UserError 'badUrl', 'addressNotAllowed', 'unreachable', 'tooLarge', 'timedOut' or
   * 'httpStatus' (args: status), RetryLater for 429 and for a 503 that says when, PermanentError 'gone' for 410.
   */
  get(url: string, options?: GetOptions): Promise<Fetched>
  /**
   * Sends a form to `url` and returns the status; redirects are not followed and the body is not read. Throws as
   * `get` does where the address is refused or does not answer.
   */
  post(url: string, form: Record<string, string>): Promise<number>
  close(): Promise<void>
}

const maxRedirects = 10
const defaults = { maxBytes: 10_000_000, timeoutMs: 20_000, userAgent: 'Gazette/0.1 (article digests)' }
/** Connections are kept so long, whatever a server offers: a burst of thousands of hosts may not use up our sockets. */
const keptMs = 1000
/** A 429 without Retry-After still means "not now". */
const defaultWaitMs = 10 * 60_000
/** Ports of services that a request could speak to by accident; a subset of fetch's bad ports, and databases. */
const deniedPorts = new Set([
  1719, 1720, 1723, 2049, 2375, 2376, 2379, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 5984, 6000, 6379, 6443,
  6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 9300, 10080, 10250, 11211, 27017,
])

/** Creates a fetcher with one connection pool for its one policy, so no connection is reused under another. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const policy = createAddressPolicy(options.allow)
  const lookup =
    options.lookup ??
    (async (hostname) => (await lookupAddresses(hostname, { all: true })).map((each) => each.address))
  const connect = createConnector(policy, lookup)
  const agent = new Agent({ connect, keepAliveTimeout: keptMs, keepAliveMaxTimeout: keptMs })
  const proxy = options.proxyUrl === undefined ? null : new ProxyAgent({ uri: options.proxyUrl })
  const now = options.now ?? (() => new Date())

  /** Chooses the way out; behind a proxy our own lookup is only a first sieve, as the proxy resolves again. */
  async function route(url: URL): Promise<Dispatcher> {
    if (!proxy || policy.allowsHost(url.hostname, portOf(url))) return agent
    const host = plainHost(url.hostname)
    if (isAddress(host)) return policy.allowsAddress(host) ? proxy : agent
    const addresses = await lookup(host).catch(() => [])
    if (addresses.some((each) => !policy.allowsAddress(each)))
      throw new UserError('addressNotAllowed', { host: url.hostname })
    return proxy
  }

  async function get(text: string, wanted: GetOptions = {}): Promise<Fetched> {
    const signal = AbortSignal.timeout(wanted.timeoutMs ?? defaults.timeoutMs)
    const headers = requestHeaders(wanted, options.userAgent ?? defaults.userAgent)
    let url = checkUrl(text, policy)
    let permanent = true
    for (let hop = 0; ; hop += 1) {
      try {
        const dispatcher = await route(url)
        const ask = () => request(url, { dispatcher, headers, signal })
        const answer = await ask().catch((error: unknown) =>
          wasHungUp(error) ? ask() : Promise.reject(error),
        )
        const location = redirectTarget(answer, url)
        if (location === null)
          return await readAnswer(answer, url, {
            maxBytes: wanted.maxBytes ?? defaults.maxBytes,
            movedTo: hop > 0 && permanent ? url.href : null,
            now,
          })
        answer.body.on('error', () => undefined).destroy()
        if (hop >= maxRedirects)
          throw new UserError('unreachable', { host: url.hostname, reason: 'redirects' })
        permanent &&= answer.statusCode === 301 || answer.statusCode === 308
        url = checkUrl(location, policy)
      } catch (error) {
        throw translate(error, url, signal)
      }
    }
  }

  async function post(text: string, form: Record<string, string>): Promise<number> {
    const signal = AbortSignal.timeout(defaults.timeoutMs)
    const url = checkUrl(text, policy)
    try {
      const headers = {
        'user-agent': options.userAgent ?? defaults.userAgent,
        'content-type': 'application/x-www-form-urlencoded',
      }
      const body = new URLSearchParams(form).toString()
      const answer = await request(url, {
        dispatcher: await route(url),
        method: 'POST',
        headers,
        body,
        signal,
      })
      answer.body.on('error', () => undefined).destroy()
      return answer.statusCode
    } catch (error) {
      throw translate(error, url, signal)
    }
  }

  return {
    get,
    post,
    close: async () => {
      await Promise.all([agent.destroy(), proxy?.destroy()])
    },
  }
}

/** Parses and judges an address before anything is sent; each redirect comes through here again. */
function checkUrl(text: string, policy: AddressPolicy): URL {
  const url = URL.parse(text.trim())
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '')
    throw new UserError('badUrl', { url: text.slice(0, 200) })
  if (url.username !== '' || url.password !== '') throw new UserError('badUrl', { url: url.hostname })
  url.hash = ''
  const port = portOf(url)
  if (policy.allowsHost(url.hostname, port)) return url
  const sanePort = port === 80 || port === 443 || (port >= 1024 && !deniedPorts.has(port))
  if (!sanePort || (isAddress(url.hostname) && !policy.allowsAddress(plainHost(url.hostname))))
    throw new UserError('addressNotAllowed', { host: url.hostname })
  return url
}

function requestHeaders(wanted: GetOptions, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: wanted.accept ?? '*/*',
    'accept-encoding': acceptedEncodings,
    ...(wanted.etag ? { 'if-none-match': wanted.etag } : {}),
    ...(wanted.lastModified ? { 'if-modified-since': wanted.lastModified } : {}),
  }
}

function redirectTarget(answer: Dispatcher.ResponseData, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode)) return null
  const written = headerOf(answer, 'location')
  if (written === null) return null
  // Headers are read as Latin-1; who writes other letters writes UTF-8.
  const location = /[\x80-\xff]/u.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written
  return URL.parse(location, from.href)?.href ?? location
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  url: URL,
  { maxBytes, movedTo, now }: { maxBytes: number; movedTo: string | null; now: () => Date },
): Promise<Fetched> {
  const status = answer.statusCode
  const header = (name: string) => headerOf(answer, name)
  if (status !== 304 && (status < 200 || status > 299)) {
    answer.body.on('error', () => undefined).destroy()
    const base = Date.parse(header('date') ?? '')
    const wait = readRetryAfter(header('retry-after'), Number.isNaN(base) ? now() : new Date(base))
    const told = new UserError('httpStatus', { status, host: url.hostname })
    if (status === 410) throw new PermanentError('gone', `${url.host} answered 410`, { cause: told })
    if (status === 429 || (status === 503 && wait !== null))
      throw new RetryLater(`${url.host} answered ${status}`, wait ?? defaultWaitMs, {
        cause: new UserError('askedToWait'),
      })
    throw told
  }
  const notModified = status === 304
  if (notModified) answer.body.on('error', () => undefined).destroy()
  return {
    status,
    url: url.href,
    redirectedPermanently: movedTo,
    headers: {
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      cacheControl: header('cache-control'),
      expires: header('expires'),
      retryAfter: header('retry-after'),
      link: header('link'),
      robots: header('x-robots-tag'),
    },
    bytes: notModified
      ? new Uint8Array(0)
      : await readBody(answer.body, header('content-encoding') ?? '', maxBytes),
    notModified,
  }
}
