/** Two workers read the pages of one site for their full text: together two at once, and a worker that dies leaves its place. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { takePlace } from '../../src/db/hosts.ts'
import { releaseLease } from '../../src/db/leases.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { enrichAndPassOn } from '../../src/pipeline/enrich.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSource, article, noon } from '../support/rows.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

const story =
  'The ferry to the outer islands leaves at seven in the morning, and it carries the post, the milk and whoever is late. '

describeDatabases('places at a host', (open) => {
  let database: Database
  let server: WebServer
  let workers: TestPipeline[]
  beforeAll(async () => {
    database = await open()
    server = await startWebServer()
    workers = [
      await openPipeline(database, { allow: [server.host] }),
      await openPipeline(database, { allow: [server.host] }),
    ]
  })
  afterAll(async () => {
    for (const worker of workers) await worker.close()
    await server.close()
    await database.close()
  })

  test('two workers together read two pages of a host at once, and all of them in the end', async () => {
    const { db } = database
    const source = await addSource(db)
    const names = Array.from({ length: 12 }, (_, index) => `/island/${index}`)
    for (const name of names) {
      server.pages.set(name, {
        body: `<html lang="en"><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>${story.repeat(4)}</p><p>${name} ${story.repeat(3)}</p></article></body></html>`,
      })
      server.hold(name)
    }
    const items = names.map((name) => article({ title: name, url: server.url + name, text: 'A teaser.' }))
    await storeArticles(db, [{ sourceId: source.id, items }], noon)
    const rows = await db.selectFrom('articles').select('id').orderBy('id').execute()
    const ids = rows.map(({ id }) => id)
    const enriched = Promise.all(
      workers.map(({ pipeline }, index) =>
        enrichAndPassOn(
          pipeline,
          ids.filter((id) => id % 2 === index),
        ),
      ),
    )
    // Both workers have asked by the time that both places are taken; nothing is answered before.
    await expect.poll(() => server.load.now).toBe(2)
    server.release()
    await enriched
    expect(server.load.most).toBe(2)
    expect(new Set(server.hits)).toEqual(new Set(names))
    const texts = await db.selectFrom('articles').select('text').execute()
    expect(texts.filter(({ text }) => text.includes('outer islands'))).toHaveLength(names.length)
    expect(await db.selectFrom('leases').select('name').execute()).toEqual([])
  })

  test('a place is free again when it is given back, when it runs out, and when its clock was wrong', async () => {
    const { db } = database
    const at = (ms: number) => new Date(noon.getTime() + ms)
    const take = (holder: string, now: Date) =>
      takePlace(db, { host: 'a.example', most: 2, holder, expires: new Date(now.getTime() + 60_000) }, now)
    const one = await take('one', noon)
    const two = await take('two', noon)
    expect(one && two && one !== two).toBe(true)
    expect(await take('three', noon)).toBeNull()
    await releaseLease(db, one!, 'one')
    expect(await take('three', at(1000))).toBe(one)
    expect(await take('four', at(60_001))).toBe(two)
    expect(await take('five', at(-3_600_000))).not.toBeNull()
  })
})
