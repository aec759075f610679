/** The sender lane against the local Bot API server and its faults: nothing lost, copies only where the answer was, and labelled. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { addCrowd } from '../../src/playground/people.ts'
import { silentLog } from '../../src/log.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { createApi } from '../../src/telegram/api.ts'
import { createLane, type Lane } from '../../src/telegram/lane.ts'
import { describeDatabases } from '../support/databases.ts'
import { testToken } from '../support/gazette.ts'
import { addDeliveries, addSubscriber } from '../support/rows.ts'

const botId = Number(testToken.split(':')[0])
const copyLabel = '(sent again)'

describeDatabases('the lane', (open) => {
  let database: Database
  let api: BotApi
  let lane: Lane
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const lost: Error[] = []
  beforeEach(async () => {
    ahead = 0
    database = await open()
    api = await startBotApi({ token: testToken, now })
    lane = createLane({
      db: database.db,
      api: createApi(testToken, api.url),
      botId,
      now,
      log: silentLog,
      ambiguous: 'resend',
      copyLabel: () => copyLabel,
      holder: 'test',
      rate: 1000,
      onTokenLost: (error) => lost.push(error),
    })
  })
  afterEach(async () => {
    await lane.stop()
    await api.close()
    await database.close()
  })

  /** Readers with `parts` parts each waiting in the outbox. */
  async function fill(readers: number, parts = 1): Promise<number[]> {
    const chats = addCrowd(api.world, readers)
    for (const chat of chats) {
      const { id } = await addSubscriber(database.db, { bot_id: botId, chat_id: chat })
      await addDeliveries(database.db, id, parts)
    }
    await database.db.updateTable('deliveries').set({ bot_id: botId }).execute()
    return chats
  }
  const textsIn = (chat: number) =>
    [...(api.world.chats.get(chat)?.messages.values() ?? [])].map((message) => message.text)
  const states = async () => {
    const rows = await database.db.selectFrom('deliveries').select('state').execute()
    return [...new Set(rows.map(({ state }) => state))]
  }
  /** Runs the lane until nothing is left; the clock goes ahead over every wait. */
  async function drain(): Promise<void> {
    lane.start()
    for (let rounds = 0; rounds < 40; rounds += 1) {
      await lane.idle()
      const { rows } = await open_()
      if (rows === 0) return
      ahead += 6 * 60_000
      lane.wake()
    }
  }
  const open_ = async () => {
    const row = await database.db
      .selectFrom('deliveries')
      .select((query) => query.fn.countAll<number>().as('n'))
      .where('state', 'in', ['queued', 'sending', 'ambiguous'])
      .executeTakeFirstOrThrow()
    return { rows: Number(row.n) }
  }

  test('every part reaches its chat once and in order', async () => {
    const chats = await fill(8, 3)
    await drain()
    for (const chat of chats) expect(textsIn(chat)).toEqual(['part 0', 'part 1', 'part 2'])
    expect(await states()).toEqual(['sent'])
  })

  test('429 and outages lose nothing and make no copy', async () => {
    const chats = await fill(6)
    api.faults.order({
      kind: 'error',
      code: 429,
      method: 'sendMessage',
      times: 2,
      parameters: { retry_after: 3 },
    })
    await drain()
    for (const chat of chats) expect(textsIn(chat)).toEqual(['part 0'])
  })

  test('an answer lost after acting makes one copy that says so; one lost before makes none too many', async () => {
    const chats = await fill(4)
    api.faults.order({ kind: 'drop-after', method: 'sendMessage', chat: chats[0]! })
    api.faults.order({ kind: 'drop-before', method: 'sendMessage', chat: chats[1]! })
    api.faults.order({ kind: 'error', code: 500, method: 'sendMessage', chat: chats[2]! })
    await drain()
    expect(textsIn(chats[0]!)).toEqual(['part 0', `part 0\n\n${copyLabel}`])
    expect(textsIn(chats[1]!)).toEqual([`part 0\n\n${copyLabel}`])
    expect(textsIn(chats[2]!)).toEqual([`part 0\n\n${copyLabel}`])
    expect(textsIn(chats[3]!)).toEqual(['part 0'])
  })

  test('who blocked the bot is left alone, and their parts do not hold up others', async () => {
    const chats = await fill(3, 2)
    api.world.chats.get(chats[1]!)!.members.set(botId, 'kicked')
    await drain()
    expect(textsIn(chats[0]!)).toHaveLength(2)
    expect(textsIn(chats[1]!)).toEqual([])
    expect(textsIn(chats[2]!)).toHaveLength(2)
    const blocked = await database.db
      .selectFrom('subscribers')
      .select('state')
      .where('chat_id', '=', chats[1]!)
      .executeTakeFirstOrThrow()
    expect(blocked.state).toBe('blocked')
    expect((await states()).toSorted()).toEqual(['failed', 'sent'])
  })

  test('a refused token stops the lane and loses nothing', async () => {
    const [chat] = await fill(1)
    api.faults.order({ kind: 'error', code: 401, description: 'Unauthorized', method: 'sendMessage' })
    lane.start()
    await lane.idle().catch(() => undefined)
    expect(textsIn(chat!)).toEqual([])
    expect(lost.length).toBeGreaterThan(0)
    expect(await states()).toEqual(['queued'])
  })

  test('within the limits that Telegram enforces, no 429 is met', async () => {
    api.faults.limits = { perSecond: 30, perChatSecond: 1, perGroupMinute: 20 }
    const slow = createLane({
      db: database.db,
      api: createApi(testToken, api.url),
      botId,
      now,
      log: silentLog,
      ambiguous: 'resend',
      copyLabel: () => copyLabel,
      holder: 'slow',
      rate: 30,
    })
    const chats = await fill(40, 2)
    slow.start()
    await slow.idle()
    await slow.stop()
    for (const chat of chats) expect(textsIn(chat)).toEqual(['part 0', 'part 1'])
    expect(api.world.calls.filter((call) => call.code === 429)).toEqual([])
  })
})
