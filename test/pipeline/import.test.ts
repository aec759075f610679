/** A reader's list of feeds: followed once, read with progress, what failed told by its cause, and taken back in one go. */
import { expect, test } from 'vitest'
import { findImport, insertImport, undoImport } from '../../src/db/imports.ts'
import { countSubscriptions, follow, listSubscriptions } from '../../src/db/subscriptions.ts'
import { importFeeds } from '../../src/pipeline/import-feeds.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addSource, addSubscriber, noon } from '../support/rows.ts'
import { rss } from '../support/web-server.ts'

describeDatabases('imports', (open) => {
  const world = useWorld(open)

  test('sixty feeds with folders, two of them broken, one known', async () => {
    const { db } = world.database
    const { id: subscriberId } = await addSubscriber(db, { locale: 'en' })
    const feeds = Array.from({ length: 60 }, (_, n) => {
      const url = `${world.server.url}/list/${n}.xml`
      if (n === 7) world.server.pages.set(`/list/${n}.xml`, { status: 404 })
      else if (n === 8)
        world.server.pages.set(`/list/${n}.xml`, { body: '<html><body>For sale</body></html>' })
      else
        world.server.pages.set(
          `/list/${n}.xml`,
          rss(`列表 ${n}`, [
            { title: `第 ${n} 篇`, url: `${world.server.url}/p/${n}`, text: '正文。'.repeat(100), at: noon },
          ]),
        )
      return { url, title: `Feed ${n}`, site: null, folder: n % 2 === 0 ? '技术/数据库' : null }
    })
    const known = await addSource(db, { url: feeds[0]!.url })
    await follow(db, subscriberId, { sourceId: known.id }, noon)
    const importId = await insertImport(db, subscriberId, feeds, noon)
    const stranger = await addSubscriber(db)
    expect(await findImport(db, importId, stranger.id)).toBeUndefined()
    const job = { importId, subscriberId, messageId: 77, threadId: null, locale: 'en' }
    await importFeeds(world.test.pipeline, job)
    await importFeeds(world.test.pipeline, job)
    const answers = await db
      .selectFrom('deliveries')
      .select('payload')
      .where('subscriber_id', '=', subscriberId)
      .orderBy('id')
      .execute()
    const texts = answers.map(({ payload }) => String(payload.params['text']))
    expect(texts.slice(0, -1)).toEqual(['Reading your feeds: 1 of 60 …', 'Reading your feeds: 51 of 60 …'])
    const report = texts.at(-1)!
    expect(report).toContain('You now follow 59 more sources')
    expect(report).toContain('1 was followed already')
    expect(report).toContain('2 feeds could not be read')
    for (const name of ['Feed 7', 'Feed 8']) expect(report).toContain(name)
    const rows = await listSubscriptions(db, subscriberId)
    expect(rows.filter(({ folder }) => folder === '技术/数据库')).toHaveLength(29)

    expect(await undoImport(db, importId, 'failing')).toBe(2)
    expect(await undoImport(db, importId)).toBe(57)
    expect(await countSubscriptions(db, subscriberId)).toBe(1)
    await world.test.drain()
  })
  test('a site in a list is followed by the feed that it offers, once where two name it', async () => {
    const { db } = world.database
    const { server, test: run } = world
    const { id: subscriberId } = await addSubscriber(db, { locale: 'en' })
    const offer = '<link rel="alternate" type="application/rss+xml" href="/harbour.xml">'
    server.pages.set('/harbour', { body: `<html><head>${offer}</head><body>Harbour</body></html>` })
    server.pages.set(
      '/harbour.xml',
      rss('Harbour', [{ title: 'Fog', url: `${server.url}/fog`, text: 'Fog until noon.', at: noon }]),
    )
    const feeds = ['/harbour', '/harbour.xml', '/nowhere-at-all'].map((path) => ({
      url: server.url + path,
      title: '',
      site: null,
      folder: path === '/harbour' ? 'Coast' : null,
    }))
    const importId = await insertImport(db, subscriberId, feeds, noon)
    const job = { importId, subscriberId, messageId: 78, threadId: null, locale: 'en' }
    await importFeeds(run.pipeline, job)
    const rows = await listSubscriptions(db, subscriberId)
    expect(new Set(rows.map(({ url }) => url))).toEqual(
      new Set([`${server.url}/harbour.xml`, `${server.url}/nowhere-at-all`]),
    )
    expect(rows).toHaveLength(2)
  })
})
