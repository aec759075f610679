/** A source that moves to where another is stored already: its followers, digests, packs and topic go along. */
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { moveSource } from '../../src/db/move-source.ts'
import { listSchedules } from '../../src/db/schedules.ts'
import { findSource } from '../../src/db/sources.ts'
import { updateSubscription } from '../../src/db/subscription-groups.ts'
import { follow, listSubscriptions } from '../../src/db/subscriptions.ts'
import { describeDatabases } from '../support/databases.ts'
import { addSchedule, addSource, addSubscriber, noon } from '../support/rows.ts'

describeDatabases('a source that moves into another', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })

  test('is followed there by the same name, in the same folder, digest and packs, and by its topic', async () => {
    const { db } = database
    const from = await addSource(db, {
      url: 'https://quay.example/old',
      shared: true,
      catalogueTopic: 'travel',
    })
    const to = await addSource(db, { url: 'https://quay.example/new' })
    const [alone, both] = [await addSubscriber(db), await addSubscriber(db)]
    for (const { id } of [alone, both]) await follow(db, id, { sourceId: from.id }, noon)
    await follow(db, both.id, { sourceId: to.id }, noon)
    await db.updateTable('sources').set({ resting: true }).where('id', '=', to.id).execute()
    const { id: reader } = await db
      .insertInto('readers')
      .values({ user_id: 77, locale: 'en', created_at: noon })
      .returning('id')
      .executeTakeFirstOrThrow()
    const kept = { name: '码头来信', folder: '海', muted: true }
    await updateSubscription(db, alone.id, { sourceId: from.id }, kept)
    await addSchedule(db, alone.id, { selection: { topics: [], sources: [from.id] } })
    const pack = { code: 'quay', owner_id: reader, name: 'Quay', created_at: noon }
    const { id: packId } = await db.insertInto('packs').values(pack).returning('id').executeTakeFirstOrThrow()
    await db
      .insertInto('pack_items')
      .values({ pack_id: packId, source_id: from.id, topic_id: null })
      .execute()

    expect(await moveSource(db, from.id, to.url)).toBe(to.id)

    expect(await findSource(db, from.id)).toBeUndefined()
    expect(await findSource(db, to.id)).toMatchObject({
      shared: true,
      catalogue_topic: 'travel',
      resting: false,
    })
    expect(await listSubscriptions(db, alone.id)).toMatchObject([{ source_id: to.id, ...kept }])
    expect(await listSubscriptions(db, both.id)).toMatchObject([{ source_id: to.id, folder: null }])
    expect(await listSchedules(db, alone.id)).toMatchObject([
      { selection: { sources: expect.arrayContaining([to.id]) } },
    ])
    expect(await db.selectFrom('pack_items').select('source_id').execute()).toEqual([{ source_id: to.id }])
  })
})
