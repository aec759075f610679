/** The outbox: parts in order, one per chat at a time, replies first, recovered after a crash; the bucket never overspends. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import {
  claimDeliveries,
  insertDeliveries,
  recoverDeliveries,
  settleDelivery,
} from '../../src/db/deliveries.ts'
import { insertDigest } from '../../src/db/digests.ts'
import { openLane, pauseLane, takeSends } from '../../src/db/lanes.ts'
import { findLeaseHolder, holdLease, releaseLease } from '../../src/db/leases.ts'
import { addDeliveries, addSchedule, addSubscriber, noon } from '../support/rows.ts'
import { describeDatabases } from '../support/databases.ts'

const seconds = (count: number): Date => new Date(noon.getTime() + count * 1000)
let nextBot = 100

describeDatabases('outbox', (open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  async function addDigest(subscriberId: number): Promise<number> {
    const schedule = await addSchedule(database.db, subscriberId)
    const window = { windowFrom: seconds(-3600), windowTo: noon, late: false, mergedInto: null }
    const id = await insertDigest(
      database.db,
      { scheduleId: schedule.id, subscriberId, dueAt: noon, kind: 'scheduled', state: 'planned', ...window },
      noon,
    )
    return id!
  }

  const claim = (botId: number, limit = 10) => claimDeliveries(database.db, { botId, limit, busy: [] }, noon)

  test('a due time is recorded once', async () => {
    const subscriber = await addSubscriber(database.db)
    const schedule = await addSchedule(database.db, subscriber.id)
    const digest = {
      scheduleId: schedule.id,
      subscriberId: subscriber.id,
      dueAt: noon,
      kind: 'scheduled' as const,
      windowFrom: noon,
      windowTo: noon,
      late: false,
      state: 'planned' as const,
      mergedInto: null,
    }
    expect(await insertDigest(database.db, digest, noon)).toBeTypeOf('number')
    expect(await insertDigest(database.db, digest, noon)).toBeNull()
  })

  test('the parts of a digest leave in order, one after the other', async () => {
    nextBot += 1
    const subscriber = await addSubscriber(database.db, { bot_id: nextBot })
    const digestId = await addDigest(subscriber.id)
    const payload = { method: 'sendMessage' as const, params: { text: 'x' } }
    const parts = [0, 1, 2].map((part) => ({
      botId: nextBot,
      subscriberId: subscriber.id,
      digestId,
      part,
      kind: 'digest' as const,
      payload,
      key: null,
    }))
    await insertDeliveries(database.db, parts, noon)
    await insertDeliveries(database.db, parts, noon)
    for (const part of [0, 1, 2]) {
      const claimed = await claim(nextBot)
      expect(claimed.map((each) => each.part)).toEqual([part])
      expect(await claim(nextBot)).toEqual([])
      await settleDelivery(database.db, claimed[0]!, { state: 'sent', messageId: part }, noon)
    }
    expect(await claim(nextBot)).toEqual([])
  })

  test('a part that fails for good takes the later ones with it', async () => {
    nextBot += 1
    const subscriber = await addSubscriber(database.db, { bot_id: nextBot })
    const digestId = await addDigest(subscriber.id)
    const payload = { method: 'sendMessage' as const, params: { text: 'x' } }
    const parts = [0, 1].map((part) => ({
      botId: nextBot,
      subscriberId: subscriber.id,
      digestId,
      part,
      kind: 'digest' as const,
      payload,
      key: null,
    }))
    await insertDeliveries(database.db, parts, noon)
    const [first] = await claim(nextBot)
    await settleDelivery(database.db, first!, { state: 'failed', error: 'blocked' }, noon)
    const states = await database.db
      .selectFrom('deliveries')
      .select('state')
      .where('digest_id', '=', digestId)
      .execute()
    expect(states.map((row) => row.state)).toEqual(['failed', 'failed'])
  })

  test('one part per chat at a time, and chats in use are left alone', async () => {
    nextBot += 1
    const [mei, alex] = [
      await addSubscriber(database.db, { bot_id: nextBot }),
      await addSubscriber(database.db, { bot_id: nextBot }),
    ]
    await addDeliveries(database.db, mei.id, 3)
    await addDeliveries(database.db, alex.id, 3)
    await database.db
      .updateTable('deliveries')
      .set({ bot_id: nextBot })
      .where('subscriber_id', 'in', [mei.id, alex.id])
      .execute()
    const busy = await claimDeliveries(database.db, { botId: nextBot, limit: 10, busy: [mei.id] }, noon)
    expect(busy.map((each) => each.subscriber_id)).toEqual([alex.id])
    // The next part for Alex waits for the one that is on its way.
    expect((await claim(nextBot)).map((each) => each.subscriber_id)).toEqual([mei.id])
  })

  test('what a dead sender left in flight is sent again and counted as a copy', async () => {
    nextBot += 1
    const subscriber = await addSubscriber(database.db, { bot_id: nextBot })
    const [id] = await addDeliveries(database.db, subscriber.id, 1)
    await database.db.updateTable('deliveries').set({ bot_id: nextBot }).where('id', '=', id!).execute()
    await claim(nextBot)
    expect(await recoverDeliveries(database.db, nextBot, noon)).toBe(1)
    const [again] = await claim(nextBot)
    expect(again).toMatchObject({ id, copies: 1, attempts: 2 })
  })

  test('the bucket never grants more than its rate in any second, and replies go before bulk', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 10, noon)
    const take = (count: number, bulk: boolean, at: Date) =>
      takeSends(database.db, { botId: bot, count, bulk }, at)
    const granted: number[] = []
    for (let at = 0; at < 5; at += 0.01)
      for (let n = (await take(100, true, seconds(at))).granted; n > 0; n -= 1) granted.push(at)
    expect(granted.length).toBeGreaterThan(45)
    for (const start of granted)
      expect(granted.filter((at) => at >= start && at < start + 1).length).toBeLessThanOrEqual(10)
    await take(100, true, seconds(5))
    expect((await take(1, false, seconds(5))).granted).toBe(0)
    expect((await take(100, true, seconds(5.9))).granted).toBe(0)
    expect((await take(1, false, seconds(5.9))).granted).toBe(1)
    expect((await take(100, true, seconds(6.1))).granted).toBe(1)
  })

  test('a pause stops everybody until it is over', async () => {
    nextBot += 1
    const bot = nextBot
    await openLane(database.db, bot, 10, noon)
    await pauseLane(database.db, bot, seconds(30))
    await pauseLane(database.db, bot, seconds(10))
    expect(await takeSends(database.db, { botId: bot, count: 1, bulk: false }, seconds(20))).toEqual({
      granted: 0,
      retryAt: seconds(30),
    })
    expect((await takeSends(database.db, { botId: bot, count: 1, bulk: false }, seconds(31))).granted).toBe(1)
  })

  test('a lease has one holder until it runs out or is given back', async () => {
    expect(await holdLease(database.db, 'one', 'a', noon, seconds(10))).toBe(true)
    expect(await holdLease(database.db, 'one', 'b', seconds(5), seconds(15))).toBe(false)
    expect(await holdLease(database.db, 'one', 'a', seconds(5), seconds(15))).toBe(true)
    expect(await holdLease(database.db, 'one', 'b', seconds(16), seconds(26))).toBe(true)
    await releaseLease(database.db, 'one', 'a')
    expect(await findLeaseHolder(database.db, 'one', seconds(17))).toBe('b')
    await releaseLease(database.db, 'one', 'b')
    expect(await findLeaseHolder(database.db, 'one', seconds(17))).toBeNull()
  })
})
