/** Two senders of one token over HTTP, one of them held up: what it has under way is its own, and what it has lost it leaves alone. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { openPostgres } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { addCrowd } from '../../src/playground/people.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { createApi } from '../../src/telegram/api.ts'
import { createLane, type Lane } from '../../src/telegram/lane.ts'
import { createTestPostgres } from '../support/databases.ts'
import { testToken } from '../support/gazette.ts'
import { addDeliveries, addSubscriber } from '../support/rows.ts'

const botId = Number(testToken.split(':')[0])
const leaseMs = 1200
const patient = { timeout: 30_000, interval: 20 }

// The embedded engine has one connection, which a turn that is held up would hold up for all.
describe.skipIf(inject('postgresUrl') === null)('two senders', () => {
  let database: Database
  let drop: () => Promise<void>
  let api: BotApi
  let lanes: Lane[]
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  beforeEach(async () => {
    ahead = 0
    const server = await createTestPostgres()
    drop = server.drop
    database = openPostgres(server.url, { max: 20 })
    api = await startBotApi({ token: testToken, now })
    lanes = []
  })
  afterEach(async () => {
    for (const lane of lanes) await lane.stop()
    await api.close()
    await database.close()
    await drop()
  })

  function startSender(holder: string, paidBroadcast: boolean): void {
    const lane = createLane({
      db: database.db,
      api: createApi(testToken, api.url),
      botId,
      now,
      log: silentLog,
      ambiguous: 'resend',
      copyLabel: () => '(sent again)',
      holder,
      rate: 1000,
      paidBroadcast,
      leaseMs,
    })
    lanes.push(lane)
    lane.start()
  }
  async function addPart(chat: number): Promise<void> {
    const { id } = await addSubscriber(database.db, { bot_id: botId, chat_id: chat })
    await addDeliveries(database.db, id, 1)
    await database.db.updateTable('deliveries').set({ bot_id: botId }).execute()
  }
  const texts = (chat: number) =>
    [...(api.world.chats.get(chat)?.messages.values() ?? [])].map(({ text }) => text)
  const rows = () => database.db.selectFrom('deliveries').select(['state', 'holder']).orderBy('id').execute()
  const states = async () => (await rows()).map(({ state }) => state)
  /** Resolves when `holder` has a lease that runs beyond `time`. */
  const leaseBeyond = (holder: string, time: number) =>
    vi.waitFor(async () => {
      const lease = await database.db
        .selectFrom('leases')
        .select('expires_at')
        .where('holder', '=', holder)
        .executeTakeFirst()
      expect(lease?.expires_at.getTime()).toBeGreaterThan(time)
    }, patient)
  const waiting = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
    ).rows[0]!.n

  /** Adds a part for `chat` and stops whoever reserves it in the middle of that; returns what lets it go on. */
  async function holdUp(chat: number): Promise<() => Promise<void>> {
    const trx = await database.db.startTransaction().execute()
    await trx
      .insertInto('paces')
      .values({ bot_id: botId, chat_id: chat, free_at: new Date(0) })
      .execute()
    await addPart(chat)
    await vi.waitFor(async () => expect(await waiting()).toBe(1), patient)
    return async () => {
      await trx.rollback().execute()
    }
  }

  test('a part stays with its sender however long its turn takes', async () => {
    const [slow, next] = addCrowd(api.world, 2) as [number, number]
    api.faults.order({ kind: 'slow', method: 'sendMessage', chat: slow, ms: 4 * leaseMs })
    await addPart(slow)
    startSender('first', true)
    await vi.waitFor(async () => expect(await states()).toEqual(['sending']), patient)
    const goOn = await holdUp(next)
    startSender('second', true)
    // The other one looks after what dead senders left until the lease of the first has run its length twice.
    await leaseBeyond('second', now().getTime() + 3 * leaseMs)
    await goOn()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), patient)
    expect([texts(slow), texts(next)]).toEqual([['part 0'], ['part 0']])
  })

  test('a sender whose lease ran out while it reserved a part leaves it to the next one', async () => {
    const [chat] = addCrowd(api.world, 1) as [number]
    api.faults.order({ kind: 'slow', method: 'sendMessage', ms: leaseMs })
    startSender('first', false)
    const goOn = await holdUp(chat)
    ahead = 60_000
    startSender('second', false)
    await leaseBeyond('second', now().getTime())
    await goOn()
    await vi.waitFor(async () => expect(await rows()).toEqual([{ state: 'sent', holder: 'second' }]), patient)
    // Whoever still has a call under way finishes it.
    for (const lane of lanes) await lane.stop()
    expect(api.world.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
    expect(texts(chat)).toHaveLength(1)
  })
})
