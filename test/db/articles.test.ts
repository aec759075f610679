/** Articles are stored once, keep their identity through edits and new names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeArticles } from '../../src/db/articles.ts'
import type { Database } from '../../src/db/connect.ts'
import { addSource, article, noon } from '../support/rows.ts'
import { describeDatabases } from '../support/databases.ts'

describeDatabases('articles', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  test('the same items twice are stored once', async () => {
    const source = await addSource(database.db)
    const items = [article(), article()]
    expect((await storeArticles(database.db, source.id, items, noon)).inserted).toHaveLength(2)
    expect(await storeArticles(database.db, source.id, items, noon)).toEqual({ inserted: [], changed: [] })
  })

  test('an item listed twice in one feed is one article', async () => {
    const source = await addSource(database.db)
    const item = article()
    expect((await storeArticles(database.db, source.id, [item, { ...item }], noon)).inserted).toHaveLength(1)
  })

  test('two sources share an article', async () => {
    const [first, second] = [await addSource(database.db), await addSource(database.db)]
    const item = article()
    const { inserted } = await storeArticles(database.db, first.id, [item], noon)
    expect((await storeArticles(database.db, second.id, [item], noon)).inserted).toEqual([])
    const links = await database.db
      .selectFrom('article_sources')
      .selectAll()
      .where('article_id', '=', inserted[0]!)
      .execute()
    expect(links.map((link) => link.source_id).toSorted((a, b) => a - b)).toEqual([first.id, second.id])
  })

  test('an edit changes the article instead of adding one, whichever name changed', async () => {
    const source = await addSource(database.db)
    const item = article()
    const { inserted } = await storeArticles(database.db, source.id, [item], noon)
    const edited = { ...item, title: 'Corrected', contentHash: 'other' }
    expect(await storeArticles(database.db, source.id, [edited], noon)).toEqual({
      inserted: [],
      changed: inserted,
    })
    const moved = {
      ...edited,
      guid: 'https://elsewhere.example/1',
      url: 'https://elsewhere.example/1',
      contentHash: 'third',
    }
    expect(await storeArticles(database.db, source.id, [moved], noon)).toEqual({
      inserted: [],
      changed: inserted,
    })
  })
})
