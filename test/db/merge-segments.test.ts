/** Merging the search index: searches find the same before, meanwhile and after; what is gone takes no place any more. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addTerms, createTermTable } from '../../src/core/term-table.ts'
import type { Database } from '../../src/db/connect.ts'
import { holdLease } from '../../src/db/leases.ts'
import { deleteUnfinishedSegments, findMergeable, mergeSegments } from '../../src/db/merge-segments.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { findHolders, indexArticles, nextDocument } from '../../src/db/term-index.ts'
import { mergeIndex } from '../../src/pipeline/merge-index.ts'
import { describeDatabases } from '../support/databases.ts'
import { createRandom } from '../support/random.ts'
import { addSource, article, noon } from '../support/rows.ts'

describeDatabases('merging the search index', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.db.deleteFrom('articles').execute()
    await database.db.deleteFrom('segments').execute()
  })
  const merge = () => mergeIndex({ db: database.db, now: () => noon })

  async function index(texts: readonly string[][], ids?: readonly number[]): Promise<number[]> {
    const articleIds = ids ?? (await addArticles(texts.length))
    const table = createTermTable()
    for (const [at, terms] of texts.entries()) addTerms(table, terms, at)
    await indexArticles(database.db, articleIds, table)
    return [...articleIds]
  }
  async function addArticles(count: number): Promise<number[]> {
    const source = await addSource(database.db)
    const items = Array.from({ length: count }, () => article())
    const [stored] = await storeArticles(database.db, [{ sourceId: source.id, items }], noon)
    return stored!.inserted
  }
  /** The documents that hold each word, of those that stand for an article. */
  async function find(words: readonly string[]): Promise<number[][]> {
    const to = await nextDocument(database.db)
    const rows = await database.db.selectFrom('documents').select('number').execute()
    const alive = new Set(rows.map(({ number }) => number))
    const found: number[][] = []
    for (const word of words) {
      const holders: number[] = []
      await findHolders(database.db, [[word]], { from: 0, to }, (document) => holders.push(document))
      found.push(holders.filter((number) => alive.has(number)).toSorted((one, other) => one - other))
    }
    return found
  }
  const segments = () => database.db.selectFrom('segments').selectAll().orderBy('id').execute()

  test('eight segments of a size become one, which says the same; fewer stay', async () => {
    const random = createRandom(3)
    const words = Array.from({ length: 400 }, (_, at) => ['w', '词', '🚀', 'م'][at % 4]! + String(at))
    const text = () => words.filter(() => random() < 0.2)
    for (let batch = 0; batch < 7; batch += 1) await index(Array.from({ length: 3 }, text))
    const before = await find(words)
    await merge()
    expect(await segments()).toHaveLength(7)
    await index(Array.from({ length: 5 }, text))
    const whole = await find(words)
    await merge()
    expect(await segments()).toMatchObject([{ state: 'live', documents: 26 }])
    expect(await find(words)).toEqual(whole)
    expect(whole.flat().length).toBeGreaterThan(before.flat().length)
  })

  test('what was indexed anew or is gone is left out, and segments of nothing go', async () => {
    const ids: number[] = []
    for (let batch = 0; batch < 9; batch += 1) ids.push(...(await index([['old', `own${batch}`], ['kept']])))
    await index([['new']], [ids[0]!])
    await database.db.deleteFrom('articles').where('id', '=', ids[3]!).execute()
    const before = await find(['old', 'kept', 'new', 'own0', 'own1'])
    expect(before.map(({ length }) => length)).toEqual([8, 8, 1, 0, 1])
    await merge()
    expect((await segments()).map(({ documents }) => documents)).toEqual([2, 1, 14])
    expect(await find(['old', 'kept', 'new', 'own0', 'own1'])).toEqual(before)
    await database.db.deleteFrom('articles').execute()
    await merge()
    expect(await segments()).toEqual([])
    expect(await database.db.selectFrom('segment_blocks').selectAll().execute()).toEqual([])
  })

  test('a merge that is stopped or dies leaves all as it was, and the next one begins anew', async () => {
    for (let batch = 0; batch < 8; batch += 1) await index([['word', `own${batch}`]])
    const before = await find(['word', 'own3'])
    await mergeSegments(database.db, await findMergeable(database.db), () => Promise.resolve(false))
    expect(await find(['word', 'own3'])).toEqual(before)
    expect((await segments()).map(({ state }) => state)).toContain('making')
    await merge()
    expect(await segments()).toMatchObject([{ state: 'live', documents: 8 }])
    expect(await find(['word', 'own3'])).toEqual(before)
  })

  test('a merge that somebody else has taken over at the last moment takes nothing away', async () => {
    for (let batch = 0; batch < 8; batch += 1) await index([['word', `own${batch}`]])
    const before = await find(['word', 'own3'])
    let asked = 0
    await mergeSegments(database.db, await findMergeable(database.db), async () => {
      asked += 1
      if (asked === 2) await deleteUnfinishedSegments(database.db)
      return true
    })
    expect(asked).toBe(2)
    expect(await segments()).toHaveLength(8)
    expect(await find(['word', 'own3'])).toEqual(before)
  })

  test('one process merges at a time', async () => {
    for (let batch = 0; batch < 8; batch += 1) await index([['word']])
    const until = new Date(noon.getTime() + 60_000)
    await holdLease(database.db, 'search index', 'another', noon, until)
    await merge()
    expect(await segments()).toHaveLength(8)
    await mergeIndex({ db: database.db, now: () => until })
    expect(await segments()).toHaveLength(1)
  })
})
