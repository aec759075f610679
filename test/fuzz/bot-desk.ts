/** A bot over an embedded database for the fuzz modules: takes updates, and fails where a handler or the Bot API would. */
import { pino } from 'pino'
import { type Database, openEmbedded } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { startWebhook } from '../../src/bot/webhook.ts'
import { checkParameters } from '../../src/playground/validate.ts'
import { webhookRoute } from '../../src/web/webhook.ts'
import { noTelemetry } from '../../src/core/telemetry.ts'
import type { Route } from '../../src/web/server.ts'
import { bareConfig, createBareBot } from '../support/bare-bot.ts'
import { addDeliveries, addSchedule, addSource, addSubscriber, article, noon } from '../support/rows.ts'
import { bot as me, chat, reader } from './sample-updates.ts'

const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
export interface Desk {
  /** Lets the bot handle an update; rejects with what was logged as an error, or would have been refused by Telegram. */
  give(update: object): Promise<void>
  /** The webhook's route, whose updates go to the same bot. */
  route: Route
  /** Throws the first failure of the bot since the last call, of those whose cause `counts`. */
  check(counts?: (cause: { code?: unknown }) => boolean): void
}

/** What Telegram answers to a call, where more than true matters. */
function answerTo(method: string): unknown {
  if (/^(?:send|edit|copy|forward)/u.test(method))
    return { message_id: 1, date: 1, chat, from: me, text: 'sent' }
  if (method === 'getMe') return me
  if (method === 'getChatMember') return { status: 'creator', user: reader, is_anonymous: false }
  if (method === 'getChat') return { ...chat, accent_color_id: 1, max_reaction_count: 1 }
  if (method === 'getChatAdministrators') return []
  return true
}

let opened: Promise<Desk & { close(): Promise<void> }> | null = null

/** The one desk of this process; whoever asks first may say where its database comes from. */
export function openDesk(openDatabase = () => openEmbedded(null, new Date())): Promise<Desk> {
  opened ??= open(openDatabase)
  return opened
}

/** Closes it where it was opened: nothing of it keeps the process. */
export async function closeDesk(): Promise<void> {
  await (await opened)?.close()
  opened = null
}

async function open(openDatabase: () => Promise<Database>) {
  const { db } = await openDatabase()
  await migrate(db)
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, noon, 1_800_000)
  const subscriber = await addSubscriber(db, { bot_id: me.id, chat_id: reader.id })
  const source = await addSource(db, { shared: true })
  const items = ['Ferry', 'Harbour', '渡轮'].map((title) =>
    article({ title: `${title} opens`, text: `${title} opens on Friday. It is small. 港口很小。` }),
  )
  await storeArticles(db, [{ sourceId: source.id, items }], noon)
  await db.updateTable('articles').set({ ready_at: noon }).execute()
  await follow(db, subscriber.id, { sourceId: source.id }, noon)
  await addSchedule(db, subscriber.id)
  await addDeliveries(db, subscriber.id, 1)

  const faults: Error[] = []
  const log = pino(
    {
      level: 'error',
      hooks: { logMethod: ([bindings, words]: unknown[]) => void faults.push(faultOf(bindings, words)) },
    },
    { write: () => undefined },
  )
  const bot = createBareBot({
    token,
    botInfo: me as never,
    db,
    log,
    config: { ...bareConfig, perMinute: 1_000_000_000, perDay: 1_000_000_000 },
    transformers: [
      async (_previous, method, payload) => {
        // Files are sent as forms, which are made elsewhere.
        if (!/Document|Photo/u.test(method)) checkParameters(method, payload as Record<string, unknown>)
        return { ok: true, result: answerTo(method) as never }
      },
    ],
  })
  const webhook = startWebhook({
    bot,
    db,
    botId: me.id,
    url: 'https://gazette.example/telegram',
    secret: 'secret',
    now: () => noon,
    log,
    onUnauthorized: (error) => faults.push(error),
  })
  await webhook.started
  const check: Desk['check'] = (counts = () => true) => {
    const first = faults.splice(0).find(({ cause }) => counts((cause ?? {}) as { code?: unknown }))
    if (first) throw first
  }
  return {
    give: async (update: object) => {
      await bot.handleUpdate(update as never)
      check()
    },
    route: webhookRoute({ botId: me.id, secret: 'secret', take: webhook.take, telemetry: noTelemetry }),
    check,
    close: async () => {
      await webhook.stop()
      await db.destroy()
    },
  }
}

function faultOf(bindings: unknown, words: unknown): Error {
  const cause =
    typeof bindings === 'object' && bindings !== null && 'err' in bindings ? bindings.err : bindings
  return new Error(String(words), { cause })
}
