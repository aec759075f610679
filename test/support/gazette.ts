/** The whole service inside a test process: real bot over HTTP, a local Bot API server, and an embedded database. */
import { createClock, type Clock } from '../../src/clock.ts'
import { readConfig, type Service } from '../../src/config.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import type { CatalogueFeed } from '../../src/core/catalogue-feed.ts'
import type { Database } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { type Running, startGazette } from '../../src/main.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { openTestEmbedded } from './databases.ts'
import { noon } from './rows.ts'

/** A token of the real form. */
export const testToken = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'

export interface TestGazette {
  api: BotApi
  running: Running
  database: Database
  clock: Clock
  close(): Promise<void>
}

/**
 * Starts bot, worker, scheduler and sender; the fetcher may reach `allow`. Its clock goes on from noon of one certain day:
 * whenever and wherever a script runs, no digest falls due in the middle of it, and no day ends.
 */
export async function startTestGazette(
  options: {
    /** When its clock begins. */
    start?: Date
    allow?: string[]
    feeds?: readonly CatalogueFeed[]
    modelUrl?: string
    database?: Database
    environment?: Record<string, string>
    services?: readonly Service[]
  } = {},
): Promise<TestGazette> {
  const clock = createClock()
  clock.setOffset((options.start ?? noon).getTime() - Date.now())
  const database = options.database ?? (await openTestEmbedded())
  let running: Running | null = null
  const api = await startBotApi({
    token: testToken,
    now: clock.now,
    advance: async (to) => running?.advance(to),
  })
  running = await startGazette({
    config: readConfig({
      // No test asks a host of the world for a name.
      GUESS_SITES: 'false',
      BOT_TOKEN: testToken,
      TELEGRAM_API_ROOT: api.url,
      FETCH_ALLOW: (options.allow ?? []).join(','),
      ...(options.modelUrl === undefined ? {} : { OPENAI_BASE_URL: options.modelUrl }),
      READER_PER_MINUTE: '1000000',
      READER_PER_DAY: '1000000',
      ...options.environment,
    }),
    services: options.services ?? ['bot', 'worker', 'scheduler', 'sender'],
    database,
    clock,
    log: silentLog,
    catalogue: { topics: topicCatalogue, feeds: options.feeds ?? [] },
    spacingMs: 0,
    draftGapMs: 20,
    onFatal: (error) => {
      throw error
    },
  })
  const started = running
  return {
    api,
    running: started,
    database,
    clock,
    close: async () => {
      await started.close()
      await api.close()
      await database.close()
    },
  }
}

/** What a chat does before each act: people take seconds over one, which nobody waits for here. */
export const skipSeconds =
  ({ database: { db } }: Pick<TestGazette, 'database'>) =>
  async (): Promise<void> => {
    await db.deleteFrom('quotas').execute()
    await db.deleteFrom('paces').execute()
  }

/** The state of a chat's digests; undefined for a chat that is not known. */
export async function stateOf(
  { database: { db } }: Pick<TestGazette, 'database'>,
  chatId: number,
): Promise<string | undefined> {
  const row = db.selectFrom('subscribers').select('state').where('chat_id', '=', chatId)
  return (await row.executeTakeFirst())?.state
}

/** What a chat has in one of its tables. */
export const rowsOf = async (
  { database: { db } }: Pick<TestGazette, 'database'>,
  table: 'subscriptions' | 'schedules' | 'filters' | 'pending_questions',
  chatId: number,
) =>
  db
    .selectFrom(table)
    .selectAll(table)
    .where('subscriber_id', 'in', (query) =>
      query.selectFrom('subscribers').select('id').where('chat_id', '=', chatId),
    )
    .execute()
