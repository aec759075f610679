/** What is made before a digest is due: short articles in one call, each at its own cost, and a model that is out is waited for. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { listArticles } from '../../src/db/articles.ts'
import type { Article } from '../../src/db/database.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { enrich } from '../../src/pipeline/enrich.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { prepare } from '../../src/pipeline/prepare.ts'
import { ensureSummary, extractModel } from '../../src/pipeline/summarise.ts'
import { summariseTogether } from '../../src/pipeline/summarise-together.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSchedule, addSource, addSubscriber, article, noon } from '../support/rows.ts'

const minute = 60_000
const at = (minutes: number) => new Date(noon.getTime() + minutes * minute)
const request = { language: 'en', readerId: null }

let database: Database
let server: ModelServer
let test_: TestPipeline
beforeAll(async () => {
  database = await openTestEmbedded()
  server = await startModelServer()
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  server.clear()
  server.always(undefined)
  // A model of its own, which remembers neither outages nor modes.
  test_ = await openPipeline(database, { allow: [], modelUrl: server.url })
  return () => test_.close()
})

async function store(values: { title: string; text: string }[], sourceId?: number): Promise<Article[]> {
  const source = sourceId ?? (await addSource(database.db, { shared: true })).id
  const items = values.map((each) => article({ url: null, ...each }))
  await storeArticles(database.db, [{ sourceId: source, items }], noon)
  const rows = await database.db.selectFrom('articles').select('id').where('ready_at', 'is', null).execute()
  await enrich(
    test_.pipeline,
    rows.map(({ id }) => id),
  )
  await test_.drain()
  const made = await listArticles(
    database.db,
    rows.map(({ id }) => id),
  )
  return values.map(({ title }) => made.find((each) => each.title === title)!)
}
const bridge = (town: string, n: number) => ({
  title: `A bridge for ${town}`,
  text: `${town} opened a bridge of ${n}00 metres on Monday. Cars pay ${n} crowns there.`,
})
const usageOf = (articleId: number) =>
  database.db.selectFrom('llm_usage').selectAll().where('article_id', '=', articleId).execute()

test('short articles share a call; each is stored, counted and paid for by itself, a long one waits for its own', async () => {
  const long = { title: 'A long walk', text: 'The walkers of Orrin went on and on. '.repeat(200) }
  const stored = await store([bridge('Alder', 2), bridge('Birch', 3), bridge('Cedar', 4), long])
  const before = server.calls.length
  await summariseTogether(test_.pipeline, stored, request)
  expect(server.calls.length).toBe(before + 1)
  expect(server.calls.at(-1)!.user).not.toContain('walkers')
  for (const each of stored.slice(0, 3)) {
    const summary = await ensureSummary(test_.pipeline, each, request)
    expect(summary).toMatchObject({ headline: each.title, model: 'gpt-4o-mini' })
    const [usage, ...more] = await usageOf(each.id)
    expect(more).toEqual([])
    expect(usage).toMatchObject({ settled: true, purpose: 'summarise' })
    expect(usage!.input_tokens! + usage!.output_tokens!).toBeGreaterThan(0)
  }
  expect(server.calls.length).toBe(before + 1)
  await ensureSummary(test_.pipeline, stored[3]!, request)
  expect(server.calls.length).toBe(before + 2)
})

test('a bad entry is made alone, the others are kept', async () => {
  const stored = await store([bridge('Damson', 5), bridge('Elder', 6), bridge('Fir', 7)])
  server.script({
    text: (usual) => {
      const { summaries } = JSON.parse(usual) as { summaries: object[] }
      return JSON.stringify({ summaries: summaries.toSpliced(1, 1) })
    },
  })
  const before = server.calls.length
  await summariseTogether(test_.pipeline, stored, request)
  for (const each of stored)
    expect((await ensureSummary(test_.pipeline, each, request)).model).toBe('gpt-4o-mini')
  const alone = server.calls.slice(before + 1)
  expect(alone.map(({ user }) => /Title: (.*)/u.exec(user)?.[1])).toEqual(['A bridge for Elder'])
  expect(await usageOf(stored[1]!.id)).toHaveLength(2)
})

test('without tokens for all of them nothing is spent beyond the cap', async () => {
  const stored = await store([bridge('Gorse', 8), bridge('Hazel', 9)])
  const { settings } = test_.pipeline
  const { dailyTokens } = settings
  settings.dailyTokens = 1
  const before = server.calls.length
  await summariseTogether(test_.pipeline, stored, request)
  expect((await ensureSummary(test_.pipeline, stored[0]!, request)).model).toBe(extractModel)
  expect(server.calls.length).toBe(before)
  settings.dailyTokens = dailyTokens
})

async function planDigest(town: string, n: number) {
  const source = await addSource(database.db)
  const subscriber = await addSubscriber(database.db, { locale: 'en' })
  await follow(database.db, subscriber.id, { sourceId: source.id }, noon)
  const schedule = await addSchedule(database.db, subscriber.id, {
    next_due_at: at(8),
    window_from: at(-60),
  })
  const [stored] = await store([bridge(town, n)], source.id)
  return { schedule, subscriber, stored: stored! }
}
const digestOf = async (subscriberId: number) =>
  (
    await database.db
      .selectFrom('deliveries')
      .select('payload')
      .where('subscriber_id', '=', subscriberId)
      .execute()
  ).map(({ payload }) => String(payload.params['text']))

test.each([
  ['an outage', { status: 500 }, 30_000],
  ['a 429', { status: 429, retryAfter: 20 }, 20_000],
])('%s is waited out while there is time before the digest', async (name, step, waitMs) => {
  test_.setTime(noon)
  const { schedule, subscriber, stored } = await planDigest(`Ivy ${name}`, waitMs / 10_000)
  server.always(step)
  await expect(prepare(test_.pipeline, [schedule.id])).rejects.toMatchObject({
    name: 'RetryLater',
    delayMs: waitMs,
  })
  server.always(undefined)
  test_.setTime(at(1))
  await prepare(test_.pipeline, [schedule.id])
  const before = server.calls.length
  test_.setTime(at(8))
  expect(await plan(test_.pipeline)).toBe(1)
  await test_.drain()
  expect(server.calls.length).toBe(before)
  const [digest] = await digestOf(subscriber.id)
  expect(digest).toContain(stored.title)
  expect(digest).not.toContain('without AI')
})

test('an article that its source changed in a way that matters says so in the digest', async () => {
  test_.setTime(noon)
  const source = await addSource(database.db)
  const subscriber = await addSubscriber(database.db, { locale: 'en', time_zone: 'Asia/Shanghai' })
  await follow(database.db, subscriber.id, { sourceId: source.id }, noon)
  await addSchedule(database.db, subscriber.id, { next_due_at: at(8), window_from: at(-60) })
  const choir = { title: 'Choir of Larch sings at dawn', text: 'Forty singers met in the old mill there.' }
  const items = [article(bridge('Kiln', 6)), article(choir)]
  await storeArticles(database.db, [{ sourceId: source.id, items }], noon)
  const [changed, spelt] = items.map((item) => ({ ...item, contentHash: `${item.contentHash}-2` }))
  changed!.text = changed!.text.replaceAll('600', '940')
  spelt!.text = spelt!.text.replace('there.', 'there!')
  await storeArticles(database.db, [{ sourceId: source.id, items: [changed!, spelt!] }], at(3))
  const rows = await database.db.selectFrom('articles').select('id').where('ready_at', 'is', null).execute()
  await enrich(
    test_.pipeline,
    rows.map(({ id }) => id),
  )
  await test_.drain()
  test_.setTime(at(8))
  await plan(test_.pipeline)
  await test_.drain()
  const told = (await digestOf(subscriber.id)).join('\n')
  const [kiln, larch] = [told.indexOf('bridge for Kiln'), told.indexOf('Choir of Larch')]
  const mark = told.search(/updated\s20:03/u)
  expect(told.split('updated')).toHaveLength(2)
  expect(mark).toBeGreaterThan(kiln)
  // It stands below the one that changed.
  expect(kiln < larch ? mark < larch : mark > kiln).toBe(true)
})

test('at the due time nothing is waited for: the digest comes on time with the article’s own sentences', async () => {
  test_.setTime(noon)
  const { schedule, subscriber, stored } = await planDigest('Juniper', 5)
  server.always({ status: 429, retryAfter: 40 })
  test_.setTime(at(7.5))
  await prepare(test_.pipeline, [schedule.id])
  test_.setTime(at(8))
  expect(await plan(test_.pipeline)).toBe(1)
  await test_.drain()
  const [digest] = await digestOf(subscriber.id)
  expect(digest).toContain(stored.title)
  expect(digest).toContain('without AI')
  // A preparation that comes late does not begin with tomorrow's.
  await prepare(test_.pipeline, [schedule.id])
})
