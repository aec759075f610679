/** A lane at a local Bot API server that answers as ordered, with one part waiting: what the tests of the table of answers sit at. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { ids } from '../../src/playground/people.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { createApi } from '../../src/telegram/api.ts'
import { createLane, type Lane } from '../../src/telegram/lane.ts'
import { openTestEmbedded } from './databases.ts'
import { testToken } from './gazette.ts'
import { addSchedule, addSubscriber } from './rows.ts'

const botId = Number(testToken.split(':')[0])

/** Registers the hooks that open a fresh lane for each test; its parts are there once a test runs. */
export function openAnswerDesk() {
  const desk = { ahead: 0, reports: [] as unknown[][] } as {
    database: Database
    api: BotApi
    lane: Lane
    /** Milliseconds that the lane's clock is ahead. */
    ahead: number
    /** What was logged as an error. */
    reports: unknown[][]
  }
  const now = () => new Date(Date.now() + desk.ahead)
  const log = {
    ...silentLog,
    error: (...said: unknown[]) => void desk.reports.push(said),
  } as typeof silentLog

  function openLane(ambiguous: 'resend' | 'hold'): Lane {
    return createLane({
      db: desk.database.db,
      api: createApi(testToken, desk.api.url),
      botId,
      now,
      log,
      ambiguous,
      copyLabel: () => '(again)',
      holder: `test-${ambiguous}`,
      rate: 500,
    })
  }
  beforeAll(async () => {
    desk.database = await openTestEmbedded()
  })
  afterAll(() => desk.database.close())
  beforeEach(async () => {
    desk.ahead = 0
    desk.reports = []
    for (const table of ['subscribers', 'readers', 'lanes', 'paces', 'leases'])
      await sql`delete from ${sql.table(table)}`.execute(desk.database.db)
    desk.api = await startBotApi({ token: testToken, now })
    for (const state of desk.api.world.chats.values()) {
      state.started = true
      state.members.set(botId, 'administrator')
      state.botRights = { can_post_messages: true }
    }
    desk.lane = openLane('resend')
  })
  afterEach(async () => {
    await desk.lane.stop()
    await desk.api.close()
  })

  /** Mei's private chat, and a chat that she set up, with one part of text waiting for it. */
  async function queue(
    params: Record<string, unknown> = {},
    { chat = ids.alex as number, method = 'sendMessage', more = {} as object } = {},
  ): Promise<{ id: number; mei: number }> {
    const { db } = desk.database
    const reader = await db
      .insertInto('readers')
      .values({ user_id: ids.mei, locale: 'en', created_at: now() } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const mei = await addSubscriber(db, { bot_id: botId, chat_id: ids.mei, reader_id: reader.id })
    const { id } = await addSubscriber(db, {
      bot_id: botId,
      chat_id: chat,
      kind: chat < 0 ? 'supergroup' : 'private',
      title: 'The chat',
      reader_id: reader.id,
    })
    await addSchedule(db, id, { thread_id: 2 })
    const payload = { method, params: { text: 'First. Second. Third.', ...params }, ...more }
    await db
      .insertInto('deliveries')
      .values({
        bot_id: botId,
        subscriber_id: id,
        digest_id: null,
        part: 0,
        kind: 'digest',
        payload: JSON.stringify(payload),
        key: 'test:0',
        not_before: new Date(0),
        created_at: now(),
      } as never)
      .execute()
    return { id, mei: mei.id }
  }
  /** Runs the desk.lane over every wait, for minutes of its own time. */
  async function drain(): Promise<void> {
    desk.lane.start()
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await desk.lane.idle()
      desk.ahead += 6 * 60_000
    }
    await desk.lane.idle()
  }
  const texts = (chat: number) =>
    [...desk.api.world.chats.get(chat)!.messages.values()].map(({ text }) => text)
  const states = async () =>
    (
      await desk.database.db
        .selectFrom('deliveries')
        .select('state')
        .where('kind', '=', 'digest')
        .orderBy('part')
        .execute()
    ).map(({ state }) => state)
  const chatState = async (id: number) =>
    desk.database.db
      .selectFrom('subscribers')
      .select(['state', 'reason'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  return { desk, openLane, now, queue, drain, texts, states, chatState }
}
