/** What is one article and what are several, where a feed gives many items one address or one name. */
import { expect, test } from 'vitest'
import { poll } from '../../src/pipeline/poll.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addSource } from '../support/rows.ts'

interface Written {
  title: string
  /** Behind the address of the site; null for no address at all. */
  path?: string | null
  guid?: string
  /** Day of February 2026, and the hour. */
  at?: [day: number, hour: number]
  text?: string
}

describeDatabases('identity', (open) => {
  const world = useWorld(open)
  let feeds = 0

  /** A feed of its own, and what each further reading of it with these items brings. */
  const openFeed = async () => {
    const path = `/identity-${(feeds += 1)}.xml`
    const site = `${world.server.url}/site-${feeds}`
    const source = await addSource(world.database.db, { url: `${world.server.url}${path}` })
    const write = ({ title, path: place = '', guid, at, text = `${title}: more of it.` }: Written) =>
      `<item><title>${title}</title>` +
      (place === null ? '' : `<link>${site}${place}</link>`) +
      (guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`) +
      (at ? `<pubDate>${new Date(Date.UTC(2026, 1, ...at)).toUTCString()}</pubDate>` : '') +
      (text === '' ? '' : `<description>${text}</description>`) +
      '</item>'
    const bring = async (...items: Written[]) => {
      world.server.pages.set(path, {
        type: 'application/rss+xml',
        body: `<rss version="2.0"><channel><title>F</title>${items.map(write).join('')}</channel></rss>`,
      })
      const { inserted, changed } = await poll(world.test.pipeline, [source.id])
      await world.test.drain()
      return { inserted, changed }
    }
    const stored = () =>
      world.database.db
        .selectFrom('articles')
        .innerJoin('article_sources', 'article_sources.article_id', 'articles.id')
        .select(['articles.title', 'articles.url'])
        .where('article_sources.source_id', '=', source.id)
        .orderBy('articles.url')
        .execute()
    return { bring, stored, site }
  }

  test('the parts of one page are articles of their own, each with its place on the page', async () => {
    const { bring, stored, site } = await openFeed()
    const notes = ['版本一', 'Version two', 'الإصدار الثالث'].map((title, n) => ({
      title,
      path: `#v${n + 1}`,
    }))
    expect(await bring(...notes)).toEqual({ inserted: 3, changed: 0 })
    expect(await bring(...notes)).toEqual({ inserted: 0, changed: 0 })
    expect((await stored()).map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `${site}#v${n}`))
    expect(await bring(...notes.slice(1), { title: 'Fourth', path: '#v4' })).toEqual({
      inserted: 1,
      changed: 0,
    })
    expect(await bring(notes[0]!)).toEqual({ inserted: 0, changed: 0 })
  })

  test('items that all lead to the front page are articles of their own', async () => {
    const { bring } = await openFeed()
    const first = { title: 'Bread is up', guid: '1' }
    expect(await bring(first)).toEqual({ inserted: 1, changed: 0 })
    const both = [{ title: 'Butter is down', guid: '2' }, first]
    expect(await bring(...both)).toEqual({ inserted: 1, changed: 0 })
    expect(await bring(...both)).toEqual({ inserted: 0, changed: 0 })
    expect(await bring(both[0]!)).toEqual({ inserted: 0, changed: 0 })
  })

  test('one article listed twice under two names stays one', async () => {
    const { bring } = await openFeed()
    const twice = [
      { title: 'One bridge', guid: 'a', text: 'The bridge is open.' },
      { title: 'One bridge', guid: 'b', path: '#comments', text: 'The bridge is open again.' },
    ]
    expect((await bring(...twice)).inserted).toBe(1)
  })

  const report = (day: number, text: string, hour = 8): Written => ({
    title: 'Market report',
    guid: 'report',
    at: [day, hour],
    text,
  })
  const [monday, tuesday] = ['Bonds slipped; wheat stayed.', 'Shares rose in Lima as oil fell below sixty.']

  test('a report that keeps its name and address is new each day', async () => {
    const { bring } = await openFeed()
    expect(await bring(report(2, monday))).toEqual({ inserted: 1, changed: 0 })
    expect(await bring(report(3, tuesday))).toEqual({ inserted: 1, changed: 0 })
    expect(await bring(report(3, tuesday))).toEqual({ inserted: 0, changed: 0 })
    expect(await bring(report(3, `${tuesday} Corrected.`, 11))).toEqual({ inserted: 0, changed: 1 })
    expect(await bring(report(4, 'Copper stands still while everybody waits for rates.'))).toEqual({
      inserted: 1,
      changed: 0,
    })
  })

  test('the same of reports that stand in one feed', async () => {
    const { bring } = await openFeed()
    expect(await bring(report(3, tuesday), report(2, monday))).toEqual({ inserted: 2, changed: 0 })
    expect(await bring(report(3, tuesday), report(2, monday))).toEqual({ inserted: 0, changed: 0 })
    expect(await bring(report(3, tuesday))).toEqual({ inserted: 0, changed: 0 })
    expect(await bring(report(4, 'Copper stands still.'), report(3, tuesday))).toEqual({
      inserted: 1,
      changed: 0,
    })
  })

  test('an article edited days later is no new one', async () => {
    const { bring } = await openFeed()
    expect(await bring(report(2, monday))).toEqual({ inserted: 1, changed: 0 })
    expect(await bring(report(9, `${monday} Rye did too.`))).toEqual({ inserted: 0, changed: 1 })
    expect(await bring(report(9, `${monday} Rye did too.`))).toEqual({ inserted: 0, changed: 0 })
  })

  test('one that was alone under its identifier is not new when another shares it', async () => {
    const { bring } = await openFeed()
    const bare = { guid: '0', path: null, text: '' }
    const tide = (day: number): Written => ({ ...bare, title: '潮汐', at: [day, 0] })
    expect(await bring(tide(1))).toEqual({ inserted: 1, changed: 0 })
    expect(await bring(tide(1), { ...bare, title: '风' })).toEqual({ inserted: 1, changed: 0 })
    // The same words of another day are another notice.
    expect(await bring(tide(2), { ...bare, title: '雨' })).toEqual({ inserted: 2, changed: 0 })
  })
})
