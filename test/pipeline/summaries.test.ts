/** What the model makes is paid for once, counted, kept as it was told; and it says which stories are one, in two languages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { listArticles } from '../../src/db/articles.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { countSummaries, saveSummary } from '../../src/db/summaries.ts'
import { sumUsage } from '../../src/db/usage.ts'
import { enrich } from '../../src/pipeline/enrich.ts'
import { mergeByEvents, nearEvents } from '../../src/pipeline/judge-stories.ts'
import { ensureSummary } from '../../src/pipeline/summarise.ts'
import { summariseTogether } from '../../src/pipeline/summarise-together.ts'
import { describeDatabases } from '../support/databases.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSource, article, noon } from '../support/rows.ts'

const text = 'Norrland opened a bridge over the Vell on Monday. It is 840 metres long. Cars pay 5 crowns.'

describeDatabases('the model at work', (open) => {
  let database: Database
  let server: ModelServer
  let one: TestPipeline
  let other: TestPipeline
  let sourceId: number
  beforeAll(async () => {
    database = await open()
    server = await startModelServer()
    one = await openPipeline(database, { allow: [], modelUrl: server.url })
    other = await openPipeline(database, { allow: [], modelUrl: server.url })
    sourceId = (await addSource(database.db, { shared: true })).id
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await server.close()
    await database.close()
  })

  async function store(values: NonNullable<Parameters<typeof article>[0]>[]) {
    await storeArticles(
      database.db,
      [{ sourceId, items: values.map((each) => article({ url: null, ...each })) }],
      noon,
    )
    const rows = await database.db.selectFrom('articles').select('id').where('ready_at', 'is', null).execute()
    const ids = rows.map(({ id }) => id)
    await enrich(one.pipeline, ids)
    const made = await listArticles(database.db, ids)
    return values.map(({ title }) => made.find((each) => each.title === title))
  }
  const storyOf = async (id: number) => (await listArticles(database.db, [id]))[0]!.story_id
  const request = { language: 'en', readerId: null }

  test('two workers at once never pay for the same summary twice', async () => {
    const [stored] = await store([{ title: 'A bridge over the Vell', text }])
    const before = server.calls.length
    const made = await Promise.allSettled(
      [one, other, one, other].map(({ pipeline }) => ensureSummary(pipeline, stored!, request)),
    )
    expect(server.calls.length - before).toBe(1)
    const refused = made.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
    for (const reason of refused) expect(reason).toMatchObject({ name: 'RetryLater' })
    const later = await ensureSummary(other.pipeline, stored!, request)
    expect(later).toMatchObject({ model: 'gpt-4o-mini', headline: 'A bridge over the Vell' })
    expect(server.calls.length - before).toBe(1)
    const [usage] = await sumUsage(database.db, '2026-01-01')
    expect(usage).toMatchObject({ calls: 1, articles: 1 })
    expect(usage!.summaryInputTokens).toBe(usage!.inputTokens)
  })

  test('nor two workers that make several at once', async () => {
    const towns = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir']
    const stored = await store(
      towns.map((town, n) => ({
        title: `The clock of ${town}`,
        text: `The clock of ${town} was mended after ${n + 3} years. It strikes at noon.`,
      })),
    )
    const before = server.calls.length
    await Promise.all(
      [one, other].map(({ pipeline }) =>
        summariseTogether(
          pipeline,
          stored.map((each) => each!),
          request,
        ),
      ),
    )
    for (const each of stored) await ensureSummary(one.pipeline, each!, request)
    const calls = server.calls.slice(before)
    for (const town of towns)
      expect(calls.filter(({ user }) => user.includes(`Title: The clock of ${town}`))).toHaveLength(1)
  })

  test('bullets made, repaired and replaced are counted', async () => {
    const [stored] = await store([
      { title: 'A school', text: 'A school for 90 pupils opened in Orrin. It has a garden.' },
    ])
    const invented = JSON.stringify({
      bullets: [
        { sentences: [1], text: 'A school for 700 pupils opened in Orrin.' },
        { sentences: [2], text: 'It has a garden.' },
      ],
      entities: ['Orrin', 'Atlantis'],
    })
    server.script({ text: invented }, { text: invented })
    const summary = await ensureSummary(one.pipeline, stored!, request)
    expect(summary).toMatchObject({ repaired: 0, replaced: 1, entities: ['Orrin'] })
    const counts = (await countSummaries(database.db)).find(({ model }) => model === 'gpt-4o-mini')
    expect(counts).toMatchObject({ replaced: 1 })
    expect(counts!.bullets).toBeGreaterThanOrEqual(3)
  })

  test('a new version of the prompt makes nothing anew that was sent', async () => {
    const [stored] = await store([
      { title: 'An old story', text: 'The mill of Tarn closed in May. Nine people worked there.' },
    ])
    const key = {
      contentHash: stored!.content_hash,
      language: 'en',
      model: 'gpt-4o-mini',
      promptVersion: 'summarise-0',
    }
    const words = { headline: 'As it was told', bullets: [], why: null, event: null, importance: null }
    await saveSummary(database.db, key, words, noon)
    const edition = await database.db
      .insertInto('editions')
      .values({
        selection_hash: 'told',
        window_from: noon,
        window_to: noon,
        locale: 'en',
        layout: 'standard',
        content: '{}',
        claimed_until: null,
        created_at: noon,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto('edition_items')
      .values({ edition_id: edition.id, article_id: stored!.id, story_id: null, shown: true, reason: null })
      .execute()
    const before = server.calls.length
    expect((await ensureSummary(one.pipeline, stored!, request)).headline).toBe('As it was told')
    expect(server.calls.length).toBe(before)
  })

  test('borderline pairs are judged in one call, and what joins later joins the merged story', async () => {
    const [first, second] = await store([
      {
        title: 'Wildfire near Castel forces hundreds from homes',
        text: 'Crews fought a blaze in dry hills.',
      },
      { title: 'Castel harbour strike ends after nine days', text: 'Dock workers accepted an offer.' },
    ])
    await one.drain()
    const pairs: [number, number][] = [[second!.id, first!.id]]
    const before = server.calls.length
    server.script({ text: '{"same":[1]}' })
    one.pipeline.judged.clear()
    await one.pipeline.enqueue(null, 'judge-stories', { pairs })
    await one.drain()
    expect(server.calls.length).toBe(before + 1)
    expect(server.calls.at(-1)!.user).toContain('Pair 1')
    expect(await storyOf(second!.id)).toBe(await storyOf(first!.id))
    await one.pipeline.enqueue(null, 'judge-stories', { pairs })
    await one.drain()
    expect(server.calls.length).toBe(before + 1)
    const [third] = await store([
      {
        title: 'Castel harbour strike ends after nine days',
        text: 'Dock workers accepted an offer, the port said.',
      },
    ])
    await one.drain()
    expect(third!.story_id).toBe(await storyOf(first!.id))
  })

  test('one story told in Chinese and in English becomes one by what happened, another one does not', async () => {
    const event = 'Japan lander Hoshi-2 touches down near the lunar south pole'
    const [chinese, english, unlike] = await store([
      {
        title: '星二号着陆器成功降落月球南极附近',
        text: '日本的星二号着陆器周二降落。',
      },
      {
        title: 'Hoshi-2 lands near the Moon’s south pole',
        text: 'The Japanese lander is safe.',
      },
      {
        title: 'Hoshi-2 team wins a prize',
        text: 'The builders of the lander were honoured.',
      },
    ])
    await one.drain()
    const save = (each: typeof chinese, line: string) =>
      saveSummary(
        database.db,
        { contentHash: each!.content_hash, language: 'en', promptVersion: '9', model: 'gpt-4o-mini' },
        { headline: null, bullets: [], why: null, event: line, importance: null },
        noon,
      )
    await save(chinese, event)
    await save(english, event)
    await save(unlike, 'Makers of Japan lander Hoshi-2 win the Aldrin prize')
    server.script({
      text: (_, call) =>
        JSON.stringify({
          same: [Number(/Pair (\d+)\n[^\n]*touches[^\n]*\n[^\n]*touches/u.exec(call.user)?.[1])],
        }),
    })
    expect(await mergeByEvents(one.pipeline, [chinese!.id], noon)).toBe(true)
    expect(await storyOf(chinese!.id)).toBe(await storyOf(english!.id))
    expect(await storyOf(unlike!.id)).not.toBe(await storyOf(english!.id))
    expect(await mergeByEvents(one.pipeline, [chinese!.id], noon)).toBe(false)
  })
})

test('events are compared across languages and stories only', () => {
  const event = (articleId: number, storyId: number, language: string, words: string) => ({
    articleId,
    storyId,
    language,
    event: words,
    at: noon,
  })
  const words = 'Norrland and Sund sign a fishing treaty'
  const events = [
    event(1, 1, 'en', words),
    event(2, 2, 'en', words),
    event(3, 3, 'zh-Hans', words),
    event(4, 1, 'zh-Hans', words),
  ]
  expect(nearEvents(events, new Set([1]))).toEqual([[1, 3]])
})
