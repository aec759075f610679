/** Retention: what was sent goes with the texts, what is on its way stays, and nothing is told again for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { upsertFilter } from '../../src/db/filters.ts'
import { setBookmark } from '../../src/db/ratings.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { insertStories, mergeStories, recordStories } from '../../src/db/stories.ts'
import { claimSummary, saveSummary } from '../../src/db/summaries.ts'
import { prune } from '../../src/pipeline/prune.ts'
import { sweep } from '../../src/pipeline/sweep.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addDeliveries, addSchedule, addSource, addSubscriber, article, noon } from '../support/rows.ts'

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)

describeDatabases('prune', (open) => {
  let database: Database
  let world: TestPipeline
  beforeAll(async () => {
    database = await open()
    world = await openPipeline(database, { allow: [] })
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  test('parts that were sent go when texts go, and no sooner than the statistics have done with them', async () => {
    const { db } = database
    const subscriber = await addSubscriber(db)
    await addDeliveries(db, subscriber.id, 1500)
    await db.updateTable('deliveries').set({ state: 'sent' }).execute()
    await addDeliveries(db, (await addSubscriber(db)).id, 2)
    const count = async (state: 'sent' | 'queued') =>
      (await db.selectFrom('deliveries').select('id').where('state', '=', state).execute()).length

    world.pipeline.settings.retainMs = 86_400_000
    world.setTime(later(89))
    await prune(world.pipeline)
    expect(await count('sent')).toBe(1500)
    world.setTime(later(91))
    await prune(world.pipeline)
    expect([await count('sent'), await count('queued')]).toEqual([0, 2])

    await sweep(world.pipeline)
    expect(world.jobs).toEqual([])
  })

  test('digests go when texts go, but for what is on its way and what the next digest must not repeat', async () => {
    const { db } = database
    const chat = await addSubscriber(db)
    const edition = await db
      .insertInto('editions')
      .values({
        selection_hash: 'old',
        window_from: noon,
        window_to: noon,
        locale: 'en',
        layout: 'standard',
        content: '{}',
        claimed_until: null,
        created_at: noon,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const addDigest = async (scheduleId: number, day: number) => {
      const row = await db
        .insertInto('digests')
        .values({
          schedule_id: scheduleId,
          subscriber_id: chat.id,
          due_at: later(day),
          number: day + 1,
          kind: 'scheduled',
          window_from: later(day - 1),
          window_to: later(day),
          edition_id: edition.id,
          merged_into: null,
          state: 'composed',
          created_at: later(day),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    }
    const daily = await addSchedule(db, chat.id, { window_from: later(100) })
    const paused = await addSchedule(db, chat.id, { window_from: later(5) })
    const old = await addDigest(daily.id, 1)
    const onItsWay = await addDigest(daily.id, 2)
    const young = await addDigest(daily.id, 60)
    const longBefore = await addDigest(paused.id, 0)
    const justBefore = await addDigest(paused.id, 4)
    const [part] = await addDeliveries(db, (await addSubscriber(db)).id, 1)
    await db.updateTable('deliveries').set({ digest_id: onItsWay }).where('id', '=', part!).execute()
    const kept = async (table: 'digests' | 'editions', among: readonly number[]) =>
      (
        await db
          .selectFrom(table)
          .select('id')
          .where('id', 'in', [...among])
          .orderBy('id')
          .execute()
      ).map(({ id }) => id)

    world.pipeline.settings.retainMs = 86_400_000
    world.setTime(later(100))
    await prune(world.pipeline)
    const all = [old, onItsWay, young, longBefore, justBefore]
    expect(await kept('digests', all)).toEqual([onItsWay, young, justBefore])
    expect(await kept('editions', [edition.id])).toEqual([edition.id])

    await db.updateTable('deliveries').set({ state: 'sent' }).execute()
    await db
      .updateTable('schedules')
      .set({ window_from: later(200) })
      .execute()
    world.setTime(later(200))
    await prune(world.pipeline)
    expect(await kept('digests', all)).toEqual([])
    expect(await kept('editions', [edition.id])).toEqual([])
  })

  test('summaries go when digests go, but for those of what a reader saved', async () => {
    const { db } = database
    const source = await addSource(db)
    const [saved, told] = [article(), article()]
    const [stored] = await storeArticles(db, [{ sourceId: source.id, items: [saved, told] }], noon)
    const chat = await addSubscriber(db)
    await setBookmark(db, chat.id, stored!.inserted[0]!, true, noon)
    const words = { headline: 'x', bullets: [], why: null, event: null, importance: null }
    for (const contentHash of [saved.contentHash, told.contentHash, 'of a link'])
      await saveSummary(db, { contentHash, language: 'en', promptVersion: '1', model: 'm' }, words, noon)
    await claimSummary(
      db,
      { contentHash: 'never made', language: 'en', promptVersion: '1', model: 'm' },
      noon,
      noon,
    )
    const hashes = async () =>
      (await db.selectFrom('summaries').select('content_hash').orderBy('id').execute()).map(
        (row) => row.content_hash,
      )

    world.pipeline.settings.retainMs = 86_400_000
    world.setTime(later(89))
    await prune(world.pipeline)
    expect(await hashes()).toHaveLength(4)
    world.setTime(later(91))
    await prune(world.pipeline)
    expect(await hashes()).toEqual([saved.contentHash])
  })

  test('stories go when digests go, but for those that a filter names, and their articles stay known', async () => {
    const { db } = database
    const source = await addSource(db)
    const items = Array.from({ length: 4 }, () => article())
    const [stored] = await storeArticles(db, [{ sourceId: source.id, items }], noon)
    const [told, muted, merged, young] = stored!.inserted as [number, number, number, number]
    const ids = await insertStories(db, [noon, noon, noon, later(60)])
    const [toldStory, mutedStory, mergedStory, youngStory] = ids as [number, number, number, number]
    await recordStories(
      db,
      new Map([
        [told, toldStory],
        [muted, mutedStory],
        [merged, mergedStory],
      ]),
      noon,
    )
    await recordStories(db, new Map([[young, youngStory]]), later(60))
    await mergeStories(db, told, merged)
    const chat = await addSubscriber(db)
    await upsertFilter(db, chat.id, { kind: 'mute-story', targetId: mutedStory, until: null }, noon)
    const left = async () => {
      const stories = await db
        .selectFrom('stories')
        .select('id')
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
      const articles = await db
        .selectFrom('articles')
        .select(['id', 'story_id'])
        .where('id', 'in', stored!.inserted)
        .orderBy('id')
        .execute()
      return [stories.map(({ id }) => id), articles.map((row) => row.story_id)]
    }

    world.pipeline.settings.retainMs = 86_400_000
    world.setTime(later(89))
    await prune(world.pipeline)
    expect(await left()).toEqual([ids, [toldStory, mutedStory, toldStory, youngStory]])
    world.setTime(later(91))
    await prune(world.pipeline)
    await prune(world.pipeline)
    expect(await left()).toEqual([
      [mutedStory, youngStory],
      [null, mutedStory, null, youngStory],
    ])
    const again = await storeArticles(db, [{ sourceId: source.id, items }], later(91))
    expect(again[0]!.inserted).toEqual([])
  })
})
