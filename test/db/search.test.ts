/** Search: articles are found by most of the asked words, rare ones first, and only by those who may see them. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { searchTerms } from '../../src/core/search-terms.ts'
import { addTerms, createTermTable } from '../../src/core/term-table.ts'
import { recordEnrichment } from '../../src/db/enrichment.ts'
import { searchArticles } from '../../src/db/search.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { insertStories, recordStories } from '../../src/db/stories.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { describeDatabases } from '../support/databases.ts'
import { addSource, addSubscriber, article, noon } from '../support/rows.ts'

describeDatabases('search', (open) => {
  let database: Database
  let mei: number
  beforeAll(async () => {
    database = await open()
    mei = (await addSubscriber(database.db)).id
  })
  const find = async (terms: string[], subscriberId = mei) =>
    (await searchArticles(database.db, terms, { subscriberId, limit: 10 })).map(({ id }) => id)

  async function store(sourceId: number, words: string[][]): Promise<number[]> {
    const items = words.map(() => article())
    const [stored] = await storeArticles(database.db, [{ sourceId, items }], noon)
    const { inserted } = stored!
    const table = createTermTable()
    for (const [at, terms] of words.entries())
      addTerms(
        table,
        terms.flatMap((term) => [term, ...searchTerms(term)]),
        at,
      )
    await recordEnrichment(
      database.db,
      inserted.map((articleId) => ({ articleId, language: 'en', fullText: null })),
      table,
    )
    const stories = await insertStories(
      database.db,
      words.map(() => noon),
    )
    await recordStories(database.db, new Map(inserted.map((id, at) => [id, stories[at]!])), noon)
    return inserted
  }

  test('finds terms of every kind, quotes and all, and only in ready articles', async () => {
    const source = await addSource(database.db, { shared: true })
    const terms = ['芯片', '片出', "o'brien", 'back\\slash', '🚀', 'مرحبا']
    const [ready] = await store(source.id, [terms])
    await storeArticles(database.db, [{ sourceId: source.id, items: [article()] }], noon)
    for (const term of terms) expect(await find([term])).toEqual([ready])
    expect(await find(['absent'])).toEqual([])
    expect(await find([])).toEqual([])
  })

  test('a word is found in its other number and as the beginning of a name, not inside another word', async () => {
    const source = await addSource(database.db, { shared: true })
    const [robots, lark] = await store(source.id, [['robots'], ['lark-7'], ['larkspur', 'robotics']])
    expect(await find(['robot'])).toEqual([robots])
    expect(await find(['lark'])).toEqual([lark])
    expect(await find(['lark-7'])).toEqual([lark])
    expect(await find(['larks'])).toEqual([])
  })

  test('an article with most of the asked words is found, one with a common word alone is not', async () => {
    const source = await addSource(database.db, { shared: true })
    const [both, common] = await store(source.id, [
      ['market', 'zinc', 'smelter'],
      ['market', 'oats'],
      ['market', 'wheat'],
    ])
    expect(await find(['market', 'zinc', 'smelter'])).toEqual([both])
    expect(await find(['market', 'oats', 'absent'])).toEqual([common])
  })

  test('pairs across two words of a question do not hide what it asks about, and one pair alone finds nothing', async () => {
    const source = await addSource(database.db, { shared: true })
    const [ferry] = await store(source.id, [['渡轮', '轮招', '招标', '结果']])
    expect(await find(['渡轮', '轮招', '招标', '标的', '的结', '结果'])).toEqual([ferry])
    expect(await find(['火星', '星移', '移民', '民的', '的结', '结果'])).toEqual([])
  })

  test('among very many articles the newest are looked at first, and the older ones for what is rare', async () => {
    const source = await addSource(database.db, { shared: true })
    const old = await store(source.id, [
      ['tanker', 'quay'],
      ['tanker', 'quay', 'manatee'],
      ['manatee', 'lagoon'],
    ])
    await sql`select setval(pg_get_serial_sequence('documents', 'number'), 40000)`.execute(database.db)
    const fresh = await store(source.id, [
      ...Array.from({ length: 25 }, () => ['tanker']),
      ...Array.from({ length: 25 }, () => ['tanker', 'quay']),
    ])
    // The ids do not follow the order of the items.
    const newest = (ids: readonly number[]) => ids.toSorted((one, other) => other - one)
    // Enough is new: nothing older is shown.
    const both = await searchArticles(database.db, ['tanker', 'quay'], { subscriberId: mei, limit: 20 })
    expect(both.map(({ id }) => id)).toEqual(newest(fresh.slice(25)).slice(0, 20))
    // What is rare is found however old, beside the common words that it stands with, and by the whole of the words.
    expect(new Set(await find(['manatee']))).toEqual(new Set(old.slice(1)))
    expect((await find(['manatee', 'tanker']))[0]).toBe(old[1])
    expect(await find(['tanker', 'quay', 'manatee', 'lagoon'])).toEqual([old[1], old[2]])
    // A narrowed search looks at all there is.
    const narrowed = await searchArticles(database.db, ['tanker', 'quay'], {
      subscriberId: mei,
      limit: 50,
      sourceId: source.id,
    })
    expect(narrowed.map(({ id }) => id)).toEqual(newest([...fresh.slice(25), ...old.slice(0, 2)]))
  })

  test('common words that rarely meet are looked for ever further back until enough is found, each once', async () => {
    const source = await addSource(database.db, { shared: true })
    const jumpTo = (number: number) =>
      sql`select setval(pg_get_serial_sequence('documents', 'number'), ${number}::bigint)`.execute(
        database.db,
      )
    const pairs = (count: number) => Array.from({ length: count }, () => ['ferry', 'kiln'])
    const [oldest] = await store(source.id, pairs(1))
    await jumpTo(300_000)
    const [older] = await store(source.id, pairs(1))
    await jumpTo(400_000)
    const fresh = await store(
      source.id,
      Array.from({ length: 12 }, (_, at) => [at % 2 === 0 ? 'ferry' : 'kiln']),
    )
    const found = await searchArticles(database.db, ['ferry', 'kiln'], { subscriberId: mei, limit: 50 })
    const ids = found.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual([older, oldest])
    expect(new Set(ids)).toEqual(new Set([older, oldest, ...fresh]))
    expect(ids).toHaveLength(14)
    // Once enough of the newer ones hold both, the oldest is not looked at.
    const more = await store(source.id, pairs(20))
    const both = await searchArticles(database.db, ['ferry', 'kiln'], { subscriberId: mei, limit: 21 })
    expect(both.map(({ id }) => id)).toEqual([...more.toSorted((one, other) => other - one), older])
    const page = await searchArticles(database.db, ['ferry', 'kiln'], {
      subscriberId: mei,
      limit: 21,
      offset: 20,
    })
    expect(page.map(({ id }) => id)).toEqual([older, oldest, ...fresh.toSorted((one, other) => other - one)])
  })

  test('what another reader added is found by its followers only', async () => {
    const source = await addSource(database.db)
    const [own] = await store(source.id, [['secretword']])
    expect(await find(['secretword'])).toEqual([])
    await follow(database.db, mei, { sourceId: source.id }, noon)
    expect(await find(['secretword'])).toEqual([own])
    expect(await find(['secretword'], (await addSubscriber(database.db)).id)).toEqual([])
  })
})
