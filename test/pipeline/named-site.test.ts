/** The site that a name may mean: found by its feed where one is, offered and not followed, and left alone where none is; fetches are faked. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Pipeline } from '../../src/pipeline/context.ts'
import { findNamedSite } from '../../src/pipeline/named-site.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { noon } from '../support/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestEmbedded()
})
afterAll(() => database.close())

const feedOf = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>Low water</title><link>https://tidal.example/1</link></item></channel></rss>`

/** Stands where a host takes the request and says nothing. */
const silence = 'silence'

/** `pages`: address -> what stands there; everything else cannot be reached. */
function web(pages: Record<string, string>, guessSites = true): Pipeline {
  const get = async (url: string) => {
    const body = pages[url]
    if (body === silence) return new Promise<never>(() => undefined)
    if (body === undefined) throw new UserError('unreachable', { host: new URL(url).hostname })
    const headers = { contentType: null, link: null, robots: null }
    const bytes = new TextEncoder().encode(body)
    return { url, redirectedPermanently: null, headers, notModified: false, bytes }
  }
  return {
    db: database.db,
    now: () => noon,
    settings: { siteTimeZone: 'UTC', pollGapMs: 60_000, guessSites },
    fetcher: { get },
    politeness: { run: (_url: string, work: () => unknown) => work() },
  } as unknown as Pipeline
}

test('the first likely address with a feed is offered, with its name, its host and what it brings', async () => {
  const pipeline = web({
    'https://tidaltimes.com/': '<p>This name is for sale',
    'https://tidaltimes.org/': '<link rel="alternate" type="application/rss+xml" href="/all.xml">',
    'https://tidaltimes.org/all.xml': feedOf('The Tidal Times'),
  })
  const found = await findNamedSite(pipeline, 'Tidal Times', 'en')
  expect(found).toMatchObject({ name: 'The Tidal Times', host: 'tidaltimes.org', titles: ['Low water'] })
  const { db } = database
  expect(await db.selectFrom('subscriptions').select('id').execute()).toEqual([])
  const stored = await db.selectFrom('sources').select(['url', 'shared']).execute()
  expect(stored).toEqual([{ url: 'https://tidaltimes.org/all.xml', shared: false }])
})

test('a page that offers no feed, and a name that no address is made of, are none', async () => {
  const pipeline = web({ 'https://tidaltimes.com/': '<p>This name is for sale' })
  expect(await findNamedSite(pipeline, 'Tidal Times', 'en')).toBeNull()
  expect(await findNamedSite(pipeline, '潮汐时报', 'zh-Hans')).toBeNull()
})

test('a host that says nothing does not keep the answer of another', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const pipeline = web({
      'https://tidaltimes.com/': silence,
      'https://tidaltimes.org/': feedOf('The Tidal Times'),
    })
    const finding = findNamedSite(pipeline, 'Tidal Times', 'en')
    await vi.advanceTimersByTimeAsync(8000)
    expect(await finding).toMatchObject({ host: 'tidaltimes.org' })
  } finally {
    vi.useRealTimers()
  }
})

test('where nothing may be guessed, no host is asked', async () => {
  const pipeline = web({ 'https://tidaltimes.com/': feedOf('The Tidal Times') }, false)
  expect(await findNamedSite(pipeline, 'Tidal Times', 'en')).toBeNull()
})
