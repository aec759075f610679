/** Polling: conditional requests, edits, failures recorded on the source, and gone sources left alone. */
import { expect, test } from 'vitest'
import { findArticleByUrl } from '../../src/db/articles.ts'
import { findSource } from '../../src/db/sources.ts'
import { poll, pollUsual } from '../../src/pipeline/poll.ts'
import { divide, pollDue } from '../../src/pipeline/poll-due.ts'
import { prune } from '../../src/pipeline/prune.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, useWorld } from '../support/pipeline.ts'
import { addSource, noon } from '../support/rows.ts'
import { rss, startWebServer } from '../support/web-server.ts'

const minutes = (count: number) => count * 60_000

describeDatabases('polling', (open) => {
  const world = useWorld(open)
  const sourceAt = async (path: string) => addSource(world.database.db, { url: `${world.server.url}${path}` })
  const item = (n: number, text = '很长的正文。'.repeat(80)) => ({
    title: `第 ${n} 篇`,
    url: `${world.server.url}/post/${n}`,
    text,
    at: noon,
  })

  test('an unchanged feed answers 304 and brings nothing', async () => {
    world.server.pages.set('/a.xml', { ...rss('甲', [item(1)]), headers: { etag: '"v1"' } })
    const source = await sourceAt('/a.xml')
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ inserted: 1, changed: 0 })
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ inserted: 0, changed: 0 })
    const after = await findSource(world.database.db, source.id)
    expect(after).toMatchObject({ etag: '"v1"', failures: 0, title: '甲' })
    await world.test.drain()
  })

  test('an edited entry changes its article and is enriched again', async () => {
    world.server.pages.set('/b.xml', rss('乙', [item(2)]))
    const source = await sourceAt('/b.xml')
    await poll(world.test.pipeline, [source.id])
    await world.test.drain()
    world.server.pages.set('/b.xml', rss('乙', [item(2, '改过的正文。'.repeat(80))]))
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ inserted: 0, changed: 1 })
    expect(world.test.jobs.map(({ name }) => name)).toEqual(['enrich'])
    await world.test.drain()
  })

  test('feeds of megabytes are read and stored one after another', async () => {
    const { server, test: gazette } = world
    const feeds = await Promise.all(
      ['/large-1.xml', '/large-2.xml'].map(async (path, n) => {
        server.pages.set(path, rss(path, [item(100 + n, '很长的正文。'.repeat(60_000))]))
        return { path, source: await sourceAt(path) }
      }),
    )
    const stored = () =>
      Promise.all(feeds.map(({ source }) => findSource(world.database.db, source.id))).then(
        (sources) => sources.filter((source) => source?.polled_at).length,
      )
    const seen: number[] = []
    const { polls } = gazette.pipeline
    const get: typeof polls.fetcher.get = async (url, options) => {
      if (options?.maxBytes === undefined) seen.push(await stored())
      return polls.fetcher.get(url, options)
    }
    const pipeline = { ...gazette.pipeline, polls: { ...polls, fetcher: { ...polls.fetcher, get } } }
    const ids = feeds.map(({ source }) => source.id)
    expect(await pollUsual(pipeline, ids)).toMatchObject({ sources: 0, failed: 0, large: ids })
    expect(seen).toEqual([])
    expect(await poll(pipeline, ids)).toEqual({ sources: 2, failed: 0, inserted: 2, changed: 0 })
    expect(seen).toEqual([0, 1])
    await gazette.drain()
  })

  test('a feed is left alone in the hours and on the days it asks for, unchanged or not', async () => {
    const quiet = rss('静', [item(9)])
    const hours = Array.from({ length: 6 }, (_, n) => `<hour>${noon.getUTCHours() + n}</hour>`).join('')
    const body = quiet.body!.replace('<channel>', `<channel><skipHours>${hours}</skipHours>`)
    world.server.pages.set('/quiet.xml', { ...quiet, body, headers: { etag: '"q"' } })
    const source = await sourceAt('/quiet.xml')
    const morning = noon.getTime() + 6 * 60 * minutes(1)
    for (let turn = 0; turn < 2; turn += 1) {
      await poll(world.test.pipeline, [source.id])
      const after = await findSource(world.database.db, source.id)
      expect(after!.quiet_hours).toHaveLength(6 * 7)
      expect(after!.next_poll_at.getTime()).toBeGreaterThanOrEqual(morning)
      expect(after!.next_poll_at.getTime()).toBeLessThan(morning + minutes(60))
    }
    await world.test.drain()
  })

  test('a failure is recorded with a longer gap; success forgets it', async () => {
    world.server.pages.set('/c.xml', { status: 500 })
    const source = await sourceAt('/c.xml')
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ failed: 1 })
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ failed: 1 })
    const failing = await findSource(world.database.db, source.id)
    expect(failing).toMatchObject({ failures: 2, error: 'httpStatus', state: 'active' })
    expect(failing!.next_poll_at.getTime()).toBeGreaterThanOrEqual(noon.getTime() + minutes(40))
    world.server.pages.set('/c.xml', rss('丙', [item(3)]))
    await poll(world.test.pipeline, [source.id])
    expect(await findSource(world.database.db, source.id)).toMatchObject({ failures: 0, error: null })
    await world.test.drain()
  })

  test('a host with several sources is one job, and who asks for a pause is left alone by everybody', async () => {
    expect(divide([[1, 2], [3], Array.from({ length: 24 }, (_, n) => 10 + n), [4]])).toEqual([
      [1, 2, 3],
      [...Array.from({ length: 24 }, (_, n) => 10 + n), 4],
    ])
    const other = await startWebServer()
    const pausing = await openPipeline(world.database, { allow: [other.host] })
    other.pages.set('/busy.xml', { status: 429, headers: { 'retry-after': '3600' } })
    const { id } = await addSource(world.database.db, { url: `${other.url}/busy.xml`, shared: true })
    await addSource(world.database.db, { url: `${other.url}/calm.xml`, shared: true })
    await poll(pausing.pipeline, [id])
    expect((await findSource(world.database.db, id))?.next_poll_at).toEqual(
      new Date(noon.getTime() + minutes(60)),
    )
    await pollDue(pausing.pipeline)
    expect(pausing.jobs).toEqual([])
    pausing.setTime(new Date(noon.getTime() + minutes(61)))
    await pollDue(pausing.pipeline)
    expect(pausing.jobs.map(({ payload }) => payload)).toMatchObject([
      { sourceIds: [expect.any(Number), expect.any(Number)] },
    ])
    await pausing.close()
    await other.close()
  })

  test('410 ends polling; broken bytes do not', async () => {
    world.server.pages.set('/d.xml', { status: 410 })
    const gone = await sourceAt('/d.xml')
    await poll(world.test.pipeline, [gone.id])
    expect(await findSource(world.database.db, gone.id)).toMatchObject({ state: 'stopped' })
    world.server.pages.set('/e.xml', { body: 'not a feed, not a page', type: 'application/octet-stream' })
    const broken = await sourceAt('/e.xml')
    expect(await poll(world.test.pipeline, [broken.id])).toMatchObject({ failed: 1 })
    expect((await findSource(world.database.db, broken.id))?.failures).toBe(1)
  })

  test('sources polled together are stored together, whatever becomes of one of them', async () => {
    const shared = item(10)
    world.server.pages.set('/h.xml', rss('辛', [shared, item(11)]))
    world.server.pages.set('/i.xml', { status: 500 })
    world.server.pages.set('/j.xml', rss('壬', [shared, item(12)]))
    const sources = [await sourceAt('/h.xml'), await sourceAt('/i.xml'), await sourceAt('/j.xml')]
    const ids = sources.map(({ id }) => id)
    expect(await poll(world.test.pipeline, ids)).toEqual({ sources: 3, failed: 1, inserted: 3, changed: 0 })
    expect(await poll(world.test.pipeline, ids)).toEqual({ sources: 3, failed: 1, inserted: 0, changed: 0 })
    const links = await world.database.db
      .selectFrom('article_sources')
      .select(['source_id'])
      .where('source_id', 'in', ids)
      .execute()
    expect(links).toHaveLength(4)
    expect((await findSource(world.database.db, ids[1]!))?.failures).toBe(2)
    expect((await findSource(world.database.db, ids[2]!))?.title).toBe('壬')
    await world.test.drain()
  })

  test.each([
    ['is read in full', 'open', '', 'Each boat carries 180 people'],
    [
      'stays a teaser where its page asks not to be kept',
      'kept-out',
      '<meta name="robots" content="noarchive">',
      'Ferries return.',
    ],
    ['stays one where its page has megabytes', 'large', ' '.repeat(4_000_000), 'Ferries return.'],
  ])('a teaser %s', async (_, name, head, expected) => {
    const text = [
      'The town of Halvern will replace its last oil ferry with two electric boats by spring.',
      'Each boat carries 180 people and charges in nine minutes at the northern pier, the council said.',
    ].map((each) => `<p>${each}</p>`)
    world.server.pages.set(`/page-${name}`, {
      body: `<html lang="en"><head><title>Ferries</title>${head}</head><body><article><h1>Ferries</h1>${text.join('')}</article></body></html>`,
    })
    const url = `${world.server.url}/page-${name}`
    world.server.pages.set(
      `/${name}.xml`,
      rss('Herald', [{ title: 'Ferries', url, text: 'Ferries return.', at: noon }]),
    )
    await poll(world.test.pipeline, [(await sourceAt(`/${name}.xml`)).id])
    await world.test.drain()
    expect((await findArticleByUrl(world.database.db, url))?.text).toContain(expected)
  })

  test('two sources that moved to one address become one, and nothing is lost', async () => {
    world.server.pages.set('/k.xml', { status: 301, headers: { location: '/m.xml' } })
    world.server.pages.set('/l.xml', { status: 301, headers: { location: '/m.xml' } })
    world.server.pages.set('/m.xml', rss('癸', [item(13)]))
    const ids = [(await sourceAt('/k.xml')).id, (await sourceAt('/l.xml')).id]
    expect(await poll(world.test.pipeline, ids)).toMatchObject({ failed: 0, inserted: 1 })
    const left = await Promise.all(ids.map((id) => findSource(world.database.db, id)))
    expect(left.flatMap((source) => source?.url ?? [])).toEqual([`${world.server.url}/m.xml`])
    await world.test.drain()
  })

  test('one that moved to where another was given up wakes it, for it can be read there', async () => {
    world.server.pages.set('/given-up.xml', { status: 410 })
    const { id } = await sourceAt('/given-up.xml')
    await poll(world.test.pipeline, [id])
    world.server.pages.set('/given-up.xml', rss('子', [item(14)]))
    world.server.pages.set('/n.xml', { status: 301, headers: { location: '/given-up.xml' } })
    await poll(world.test.pipeline, [(await sourceAt('/n.xml')).id])
    expect(await findSource(world.database.db, id)).toMatchObject({ state: 'active', failing_since: null })
    await world.test.drain()
  })

  test.each([
    ['dated', (day: number) => `<pubDate>${new Date(noon.getTime() - minutes(day)).toUTCString()}</pubDate>`],
    ['undated', () => ''],
  ])(
    'of %s items with nothing but a title under one identifier, none is new again when others go or come',
    async (name, dated) => {
      const source = await sourceAt(`/shared-${name}.xml`)
      const bring = async (...titles: string[]) => {
        const items = titles.map(
          (title) =>
            `<item><title>${title}</title><guid isPermaLink="false">N/A</guid>${dated(title.length)}</item>`,
        )
        world.server.pages.set(`/shared-${name}.xml`, {
          type: 'application/rss+xml',
          body: `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`,
        })
        const { inserted, changed } = await poll(world.test.pipeline, [source.id])
        return { inserted, changed }
      }
      expect(await bring('韭葱', '莙荙菜')).toEqual({ inserted: 2, changed: 0 })
      expect(await bring('莙荙菜')).toEqual({ inserted: 0, changed: 0 })
      expect(await bring('莙荙菜', '莳萝与茴香')).toEqual({ inserted: 1, changed: 0 })
      expect(await bring('莳萝与茴香')).toEqual({ inserted: 0, changed: 0 })
      expect(await bring('韭葱', '莙荙菜', '莳萝与茴香')).toEqual({ inserted: 0, changed: 0 })
      await world.test.drain()
    },
  )

  test('old texts are removed, and the same entry is not new when it comes again', async () => {
    world.server.pages.set('/f.xml', rss('己', [item(6)]))
    const source = await sourceAt('/f.xml')
    await poll(world.test.pipeline, [source.id])
    await world.test.drain()
    world.test.setTime(new Date(noon.getTime() + 400 * 86_400_000))
    expect(await prune(world.test.pipeline)).toBeGreaterThan(0)
    expect(await poll(world.test.pipeline, [source.id])).toMatchObject({ inserted: 0, changed: 0 })
    expect(world.test.jobs).toEqual([])
    world.test.setTime(noon)
  })
})
