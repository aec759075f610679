/** Retention: what was sent goes with the texts, what is on its way stays, and nothing is told again for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { prune } from '../../src/pipeline/prune.ts'
import { sweep } from '../../src/pipeline/sweep.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addDeliveries, addSubscriber, noon } from '../support/rows.ts'

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
})
