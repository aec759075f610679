/** Articles are stored once, keep their identity through edits and new names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listArticles } from '../../src/db/articles.ts'
import type { Database } from '../../src/db/connect.ts'
import { type IncomingArticle, storeArticles } from '../../src/db/store-articles.ts'
import { addSource, article, noon } from '../support/rows.ts'
import { describeDatabases } from '../support/databases.ts'

describeDatabases('articles', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  const store = async (sourceId: number, items: IncomingArticle[]) =>
    (await storeArticles(database.db, [{ sourceId, items }], noon))[0]!

  test('the same items twice are stored once', async () => {
    const source = await addSource(database.db)
    const items = [article(), article()]
    expect((await store(source.id, items)).inserted).toHaveLength(2)
    expect(await store(source.id, items)).toEqual({ inserted: [], changed: [], joined: [] })
  })

  test('an item listed twice in one feed is one article', async () => {
    const source = await addSource(database.db)
    const item = article()
    expect((await store(source.id, [item, { ...item }])).inserted).toHaveLength(1)
  })

  test('two sources share an article', async () => {
    const [first, second] = [await addSource(database.db), await addSource(database.db)]
    const item = article()
    const { inserted } = await store(first.id, [item])
    expect((await store(second.id, [item])).inserted).toEqual([])
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
    const { inserted } = await store(source.id, [item])
    const edited = { ...item, title: 'Corrected', contentHash: 'other' }
    expect(await store(source.id, [edited])).toEqual({
      inserted: [],
      changed: inserted,
      joined: [],
    })
    const moved = {
      ...edited,
      guid: 'https://elsewhere.example/1',
      url: 'https://elsewhere.example/1',
      contentHash: 'third',
    }
    expect(await store(source.id, [moved])).toEqual({
      inserted: [],
      changed: inserted,
      joined: [],
    })
  })

  test('what is listed anew under another name and address is no new article', async () => {
    const source = await addSource(database.db)
    const item = article({ text: '原文一字未改。' })
    await store(source.id, [item])
    const again = { ...item, guid: `${item.url}-again`, url: `${item.url}-again`, sourceGuid: 'another' }
    expect(await store(source.id, [again])).toEqual({ inserted: [], changed: [], joined: [] })
    const later = { ...again, guid: `${item.url}-later`, sourceGuid: 'third', publishedAt: new Date(0) }
    expect((await store(source.id, [later])).inserted).toHaveLength(1)
  })

  test('a name that a feed gives to all its items identifies none of them', async () => {
    const source = await addSource(database.db)
    const same = () => article({ sourceGuid: '1' })
    expect((await store(source.id, [same(), same()])).inserted).toHaveLength(2)
    expect(await store(source.id, [same()])).toMatchObject({ inserted: [expect.any(Number)], changed: [] })
  })

  test('an edit marks the article where it matters to who has read it', async () => {
    const source = await addSource(database.db)
    const item = article({
      text: 'The bridge opens on Monday at 9, said Ida Holm, and closes again at night.',
    })
    const { inserted } = await store(source.id, [item])
    const edit = async (text: string) => {
      await store(source.id, [{ ...item, text, contentHash: text }])
      return (await listArticles(database.db, inserted))[0]
    }
    const typo = await edit('The bridge opens on Monday at 9, said Ida Holm,  and closes again at night!')
    expect(typo).toMatchObject({ edited_at: null })
    expect(typo?.text).toContain('night!')
    expect(
      await edit('The bridge opens on Monday at 11, said Ida Holm, and closes again at night!'),
    ).toMatchObject({
      edited_at: noon,
    })
  })

  test('sources stored together get what is new counted once, in every script', async () => {
    const [first, second] = [await addSource(database.db), await addSource(database.db)]
    const shared = article({ text: '👩‍👩‍👧 مرحبا بالعالم' })
    const odd = {
      ...article(),
      title: 'a "quoted" {brace}, \\ and NULL',
      author: 'مرحبا 👩‍👩‍👧',
      text: '换行\n{"a",b}',
    }
    const stored = await storeArticles(
      database.db,
      [
        { sourceId: first.id, items: [shared, odd] },
        { sourceId: second.id, items: [shared, article({ text: '' })] },
      ],
      noon,
    )
    expect(stored.map(({ inserted }) => inserted.length)).toEqual([2, 1])
    const [common, kept] = await listArticles(database.db, stored[0]!.inserted)
    expect(common?.text).toBe(shared.text)
    const [empty] = await listArticles(database.db, stored[1]!.inserted)
    expect(empty?.text).toBe('')
    expect(kept).toMatchObject({ title: odd.title, author: odd.author, text: odd.text })
    expect(kept?.published_at).toEqual(odd.publishedAt)
  })
})
