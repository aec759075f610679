/** Readers' own topics: shown before they are kept, found in both languages, taught by what readers say, seen by nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { createInterest, createJudge, interestWords, judgeInterest } from '../../src/core/interest.ts'
import { listCandidates } from '../../src/db/candidates.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Subscriber } from '../../src/db/database.ts'
import { recordFeedback } from '../../src/db/feedback.ts'
import { findOwnTopic } from '../../src/db/interests.ts'
import { upsertReader } from '../../src/db/readers.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { enrich } from '../../src/pipeline/enrich.ts'
import { tagInterest } from '../../src/pipeline/interests.ts'
import { proposeInterest } from '../../src/pipeline/propose-interest.ts'
import { describeDatabases } from '../support/databases.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSource, addSubscriber, article, noon } from '../support/rows.ts'

const stored = [
  [
    'en',
    'Robotaxis begin night service in Hamburg',
    'Driverless robotaxis now carry passengers across Europe at night.',
  ],
  [
    'en',
    'Waymo and rivals eye robotaxis for Paris',
    'Regulators in Europe ask robotaxis operators for data.',
  ],
  [
    'en',
    'Robotaxi firm halts trials in Oslo',
    'The robotaxi operator stopped its trials in Europe after a crash.',
  ],
  ['en', 'Europe braces for a warm summer', 'Europe expects heat, said the weather office.'],
  ['zh-Hans', '商务部收紧芯片出口管制', '芯片出口管制清单新增九家企业，包括先进制程设备。'],
  ['zh-Hans', '荷兰扩大芯片出口管制范围', '荷兰宣布扩大对光刻机的芯片出口管制。'],
  ['zh-Hans', '今年水果出口增长', '水果出口额增长一成。'],
] as const

test('an interest falls into words, in Chinese too, and means all of them', () => {
  expect(interestWords('robotaxis in Europe')).toEqual(['robotaxis', 'europe'])
  expect(interestWords('芯片出口管制')).toEqual(['芯片', '出口', '管制'])
  expect(interestWords('🙂 的 the')).toEqual([])
  const judge = createJudge(createInterest('chip exports', [1, 1], { related: [], examples: [] }))
  expect(judgeInterest(judge, { title: 'Chip export rules tighten', text: '' })).toBeGreaterThan(0.6)
  expect(judgeInterest(judge, { title: 'Fruit exports grow', text: '' })).toBeLessThan(0.6)
})

test('what a reader turned away pulls its like below the threshold, what they liked stays', () => {
  const interest = createInterest('芯片', [1], { related: [], examples: [] })
  const snack = { title: '土豆芯片零食大卖', text: '超市里的土豆芯片零食卖得很好。' }
  const good = { title: '国产芯片量产', text: '晶圆厂宣布国产芯片量产。' }
  const judge = createJudge(interest, [
    { ...snack, liking: -1 },
    { ...good, liking: 1 },
  ])
  expect(
    judgeInterest(judge, { title: '土豆芯片零食再降价', text: '超市里的土豆芯片零食卖得很好。' }),
  ).toBeLessThan(0.6)
  expect(judgeInterest(judge, { title: '晶圆厂扩大芯片量产', text: '' })).toBeGreaterThan(0.6)
})

describeDatabases('a topic of a reader’s own', (open) => {
  let database: Database
  let server: ModelServer
  let test_: TestPipeline
  let mei: Subscriber
  let readerId: number
  let sourceId: number
  let messageId = 500
  beforeAll(async () => {
    database = await open()
    server = await startModelServer()
    test_ = await openPipeline(database, { allow: [] })
    mei = await addSubscriber(database.db)
    readerId = (await upsertReader(database.db, { userId: 9, locale: 'en' }, noon)).id
    sourceId = (await addSource(database.db, { shared: true })).id
    await store(stored.map(([language, title, text]) => ({ language, title, text, url: null })))
  })
  afterAll(async () => {
    await test_.close()
    await server.close()
    await database.close()
  })

  async function store(articles: Parameters<typeof article>[0][]) {
    await storeArticles(
      database.db,
      [{ sourceId, items: articles.map((each) => article({ url: null, ...each })) }],
      noon,
    )
    const rows = await database.db.selectFrom('articles').select('id').where('ready_at', 'is', null).execute()
    await enrich(
      test_.pipeline,
      rows.map(({ id }) => id),
    )
    return rows.map(({ id }) => id)
  }
  async function propose(phrase: string) {
    messageId += 1
    const to = { subscriberId: mei.id, messageId, threadId: null, locale: 'en' }
    await proposeInterest(test_.pipeline, { ...to, phrase, ownerId: readerId, replaces: null })
    const { payload } = await database.db
      .selectFrom('deliveries')
      .select('payload')
      .where('key', '=', `reply:${mei.id}:${messageId}::0`)
      .executeTakeFirstOrThrow()
    const buttons = JSON.stringify(payload.params['reply_markup'])
    return { text: String(payload.params['text']), topicId: Number(/keep-topic:(\d+)/u.exec(buttons)![1]) }
  }
  async function titlesOf(topicId: number) {
    const rows = await listCandidates(database.db, {
      followed: { topicIds: [topicId], sourceIds: [] },
      toldIn: [],
      carried: [],
      from: new Date(0),
      to: new Date('2027-01-01'),
      limit: 50,
    })
    return rows.map(({ title }) => title).toSorted()
  }

  test.each([
    ['robotaxis in Europe', [stored[0][1], stored[2][1], stored[1][1]], stored[3][1]],
    ['芯片出口管制', [stored[4][1], stored[5][1]], stored[6][1]],
  ])('%s: the preview shows what fits, and keeping it brings just that', async (phrase, fitting, other) => {
    const { text, topicId } = await propose(phrase)
    for (const title of fitting) expect(text).toContain(title)
    expect(text).not.toContain(other)
    expect(await titlesOf(topicId)).toEqual([])
    await follow(database.db, mei.id, { topicId }, noon)
    expect(await tagInterest(test_.pipeline, topicId)).toBe(fitting.length)
    expect(await titlesOf(topicId)).toEqual([...fitting].toSorted())
  })

  test('articles that come later are told under it, those a reader turned away are not', async () => {
    const { topicId } = await propose('robotaxis')
    await follow(database.db, mei.id, { topicId }, noon)
    const text = 'Robotaxis drive in a game about taxis that sells well on consoles.'
    const [wrong] = await store([{ title: 'Robotaxis the game tops the charts', text }])
    expect(await titlesOf(topicId)).toContain('Robotaxis the game tops the charts')
    const opinion = { subscriberId: mei.id, readerId, articleId: wrong!, topicId, kind: 'not_topic' as const }
    await recordFeedback(database.db, { ...opinion, kind: 'up' }, noon)
    await recordFeedback(database.db, opinion, noon)
    expect(await titlesOf(topicId)).not.toContain('Robotaxis the game tops the charts')
    await store([
      { title: 'Robotaxis the game tops the charts again', text },
      { title: 'Robotaxis come to Lyon', text: 'Lyon lets robotaxis on its ring road.' },
    ])
    expect(await titlesOf(topicId)).toContain('Robotaxis come to Lyon')
    expect(await titlesOf(topicId)).not.toContain('Robotaxis the game tops the charts again')
  })

  test('words that say nothing are refused, words that fit nothing are kept to watch for', async () => {
    await expect(propose('the of 的')).rejects.toMatchObject({ key: 'emptyInterest' })
    expect((await propose('zyzzyva quokka')).text).toContain('Nothing I have read')
  })

  test('with a model it knows the names that go with it; the tokens are the reader’s', async () => {
    const smart = await openPipeline(database, { allow: [], modelUrl: server.url })
    const plain = test_
    test_ = smart
    const { text, topicId } = await propose('driverless rides')
    test_ = plain
    await smart.close()
    expect(text).toContain('waymo')
    expect((await findOwnTopic(database.db, topicId))?.interest.related).toContain('萝卜快跑')
    const usage = await database.db.selectFrom('llm_usage').selectAll().execute()
    expect(usage).toMatchObject([{ purpose: 'interest', reader_id: readerId, settled: true }])
  })

  test('a site of that name is looked for while the model thinks, not after it', async () => {
    const smart = await openPipeline(database, { allow: [], modelUrl: server.url })
    const asked = Promise.withResolvers<void>()
    const get = async (url: string) => {
      asked.resolve()
      throw new UserError('unreachable', { host: new URL(url).hostname })
    }
    const pipeline = {
      ...smart.pipeline,
      settings: { ...smart.pipeline.settings, guessSites: true },
      fetcher: { ...smart.pipeline.fetcher, get },
    } as unknown as typeof smart.pipeline
    // The model answers only once a host was asked.
    server.script({ before: () => asked.promise })
    const words = { phrase: 'Tidal Times', ownerId: readerId, replaces: null, mayBeSite: true }
    const to = { subscriberId: mei.id, messageId: (messageId += 1), threadId: null, locale: 'en' }
    await expect(proposeInterest(pipeline, { ...words, ...to })).resolves.toBeUndefined()
    await smart.close()
  })
})
