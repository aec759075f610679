/** The outbox: parts in order, one per chat at a time, replies first, recovered after a crash. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import {
  claimDeliveries,
  type ClaimedDelivery,
  findNextDelivery,
  insertDeliveries,
  recoverDeliveries,
} from '../../src/db/deliveries.ts'
import { insertDigests, type NewDigest } from '../../src/db/digests.ts'
import { settleDeliveries, type Outcome } from '../../src/db/settle-deliveries.ts'
import { takePace } from '../../src/db/paces.ts'
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

  const digestOf = (scheduleId: number, subscriberId: number): NewDigest => ({
    scheduleId,
    subscriberId,
    dueAt: noon,
    kind: 'scheduled',
    windowFrom: seconds(-3600),
    windowTo: noon,
    late: false,
    cause: null,
    state: 'planned',
    mergedInto: null,
  })
  async function addDigest(subscriberId: number): Promise<number> {
    const { id } = await addSchedule(database.db, subscriberId)
    return (await insertDigests(database.db, [digestOf(id, subscriberId)], noon)).get(id)!
  }

  const claim = (botId: number, at = noon, holder = 'one') =>
    claimDeliveries(database.db, { botId, holder, limit: 10, bulk: true }, at)
  const settle = (delivery: ClaimedDelivery, outcome: Outcome, at = noon) =>
    settleDeliveries(database.db, delivery.bot_id, [{ delivery, outcome }], at)

  test('a due time is recorded once', async () => {
    const subscriber = await addSubscriber(database.db)
    const schedule = await addSchedule(database.db, subscriber.id)
    const digest = digestOf(schedule.id, subscriber.id)
    expect((await insertDigests(database.db, [digest], noon)).get(schedule.id)).toBeTypeOf('number')
    expect((await insertDigests(database.db, [digest], noon)).size).toBe(0)
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
      const claimed = await claim(nextBot, seconds(part * 2))
      expect(claimed.map((each) => each.part)).toEqual([part])
      expect(await claim(nextBot, seconds(part * 2 + 1.5))).toEqual([])
      await settle(claimed[0]!, { state: 'sent', messageId: part }, seconds(part * 2))
      // Nor does a chat get more than one message a second.
      expect(await claim(nextBot, seconds(part * 2 + 0.9))).toEqual([])
    }
    expect(await claim(nextBot, seconds(60))).toEqual([])
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
    await settle(first!, { state: 'failed', error: 'blocked' })
    const states = await database.db
      .selectFrom('deliveries')
      .select('state')
      .where('digest_id', '=', digestId)
      .execute()
    expect(states.map((row) => row.state)).toEqual(['failed', 'failed'])
  })

  test('one part per chat at a time, whoever asks', async () => {
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
    const bot = nextBot
    const claims = await Promise.all(['one', 'two', 'three'].map((holder) => claim(bot, noon, holder)))
    expect(
      claims
        .flat()
        .map((each) => each.subscriber_id)
        .toSorted((a, b) => a - b),
    ).toEqual([mei.id, alex.id])
  })

  test('a group gets twenty messages in a minute at most, replies among them, and replies go ahead', async () => {
    nextBot += 1
    const group = await addSubscriber(database.db, { bot_id: nextBot, chat_id: -4_000_000 - nextBot })
    await addDeliveries(database.db, group.id, 60)
    await database.db
      .updateTable('deliveries')
      .set({ bot_id: nextBot })
      .where('subscriber_id', '=', group.id)
      .execute()
    const sent: number[] = []
    for (let at = 0; at < 120; at += 0.5) {
      // A burst of replies in the middle of a digest of many parts.
      if (at > 30 && at < 40 && (await takePace(database.db, nextBot, group.chat_id, seconds(at))))
        sent.push(at)
      for (const claimed of await claim(nextBot, seconds(at))) {
        sent.push(at)
        await settle(claimed, { state: 'sent', messageId: 1 }, seconds(at))
      }
    }
    expect(sent.filter((at) => at > 30 && at <= 31.5)).toHaveLength(3)
    for (const start of sent)
      expect(sent.filter((at) => at >= start && at < start + 60).length).toBeLessThanOrEqual(20)
    expect(sent.length).toBeGreaterThan(25)
  })

  test('what a dead sender left in flight is sent again and counted as a copy', async () => {
    nextBot += 1
    const subscriber = await addSubscriber(database.db, { bot_id: nextBot })
    const [id] = await addDeliveries(database.db, subscriber.id, 1)
    await database.db.updateTable('deliveries').set({ bot_id: nextBot }).where('id', '=', id!).execute()
    await claim(nextBot)
    await holdLease(database.db, `sender:${nextBot}:one`, 'one', noon, seconds(10))
    expect(await recoverDeliveries(database.db, nextBot, 'ambiguous', seconds(9))).toBe(0)
    expect(await recoverDeliveries(database.db, nextBot, 'ambiguous', seconds(11))).toBe(1)
    const [again] = await claim(nextBot, seconds(11))
    expect(again).toMatchObject({ id, copies: 1, attempts: 2 })
  })

  test('reserving a few of many that are due reads few', async () => {
    nextBot += 1
    const bot = nextBot
    const { db } = database
    await sql`insert into subscribers (bot_id, chat_id, kind, title, locale, time_zone, created_at, updated_at)
      select ${bot}, 500000 + n, 'private', 'Mei', 'en', 'UTC', ${noon}, ${noon} from generate_series(1, 2000) n`.execute(
      db,
    )
    await sql`insert into deliveries (bot_id, subscriber_id, part, kind, payload, not_before, created_at)
      select bot_id, id, 0, 'digest', '{"method": "sendMessage", "params": {}}', ${noon}, ${noon}
      from subscribers where bot_id = ${bot}`.execute(db)
    await sql`analyze`.execute(db)
    const read = await db.transaction().execute(async (trx) => {
      const counted = async () => {
        const { rows } = await sql<{ n: number }>`select sum(seq_tup_read + idx_tup_fetch)::int as n
          from pg_stat_xact_user_tables where relname in ('deliveries', 'subscribers', 'paces')`.execute(trx)
        return rows[0]!.n
      }
      const before = await counted()
      const want = { botId: bot, holder: 'one', limit: 20, bulk: true }
      expect(await claimDeliveries(trx, want, noon)).toHaveLength(20)
      expect(await findNextDelivery(trx, bot)).toEqual(noon)
      return (await counted()) - before
    })
    expect(read).toBeLessThan(400)
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
    // Held by a clock that has been set back since.
    await holdLease(database.db, 'one', 'a', seconds(3600), seconds(3610))
    expect(await holdLease(database.db, 'one', 'b', noon, seconds(10))).toBe(true)
  })
})
