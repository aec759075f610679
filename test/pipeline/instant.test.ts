/** "As it happens": woken by what arrives, also from a source that was added later; quiet at night, at most so often a day. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { wakeInstant } from '../../src/db/schedules.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { ingest } from '../../src/pipeline/ingest.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSchedule, addSource, addSubscriber, noon, textsOf } from '../support/rows.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(noon.getTime() + hours * hour)

let database: Database
let test_: TestPipeline
beforeAll(async () => {
  database = await openTestEmbedded()
  test_ = await openPipeline(database, { allow: [] })
})
afterAll(async () => {
  await test_.close()
  await database.close()
})

/** A chat that is told as it happens what one source brings. */
async function setUp(mostADay: number, nextGlance: Date) {
  const { db } = database
  const subscriber = await addSubscriber(db, { locale: 'en' })
  const source = (await addSource(db)).id
  await follow(db, subscriber.id, { sourceId: source }, noon)
  const schedule = await addSchedule(db, subscriber.id, {
    mode: 'instant',
    most_a_day: mostADay,
    next_due_at: nextGlance,
    window_from: at(-4),
  })
  return { subscriber, source, schedule }
}

let serial = 0
const urlOf = (nth: number) => `https://instant.example/${nth}`
const textOf = (title: string) => `${title}, and the town came to see it with their own eyes.`
/** An article that is ready. */
async function publish(sourceId: number, title: string, hours: number): Promise<number> {
  const { db } = database
  serial += 1
  const { rows } = await sql<{ id: number }>`
    insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
    values (${urlOf(serial)}, ${urlOf(serial)}, ${title}, ${at(hours)}, 'en', ${textOf(title)}, ${`i${serial}`},
      ${`i${serial}`}, ${at(hours)}, ${at(hours)}) returning id`.execute(db)
  const { id } = rows[0]!
  await db
    .insertInto('article_sources')
    .values({ article_id: id, source_id: sourceId, guid: `i${serial}`, seen_at: at(hours) })
    .execute()
  return id
}
async function digestAt(hours: number) {
  test_.setTime(at(hours))
  await plan(test_.pipeline)
  await test_.drain()
}

test('woken by an article, quiet at night, at most so often a day', async () => {
  const { subscriber, source } = await setUp(1, at(500))
  const tell = async (title: string, hours: number) => {
    const id = await publish(source, title, hours)
    await wakeInstant(database.db, [id], at(hours))
    await digestAt(hours)
    return (await textsOf(database.db, subscriber.id)).length
  }
  expect(await tell('Comet seen above the mill', 12.5)).toBe(0)
  expect(await tell('Foundry casts a bell', 12.6)).toBe(0)
  await digestAt(19.5)
  expect(await textsOf(database.db, subscriber.id)).toHaveLength(1)
  expect(await tell('Well runs dry in Ostmark', 21)).toBe(1)
  await digestAt(43.5)
  expect(await textsOf(database.db, subscriber.id)).toHaveLength(2)
})

test('a second source is told of within minutes, also with an article that is there already, and that once', async () => {
  const { subscriber, source } = await setUp(24, at(70))
  const title = 'Kiln fires again'
  await publish((await addSource(database.db)).id, title, 67)
  const second = (await addSource(database.db)).id
  await follow(database.db, subscriber.id, { sourceId: second }, at(68))
  const bring = async (sourceId: number, hours: number) => {
    test_.setTime(at(hours))
    const item = {
      title,
      author: null,
      originalAuthor: null,
      publishedAt: at(67),
      url: urlOf(serial),
      originalUrl: null,
      language: 'en',
      text: textOf(title),
    }
    await database.db
      .transaction()
      .execute((trx) => ingest(test_.pipeline, trx, [{ sourceId, items: [{ item, guid: 'one' }] }]))
    await digestAt(hours + 0.1)
  }
  await bring(second, 68.1)
  expect((await textsOf(database.db, subscriber.id)).join()).toContain(title)
  await bring(source, 68.3)
  expect(await textsOf(database.db, subscriber.id)).toHaveLength(1)
})
