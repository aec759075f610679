/** Times the bot's answers one by one with 100,000 subscribers, 100 of whom follow 500 things, and counts what is lost at 200 updates a second. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { sql } from 'kysely'
import { createBot } from '../../src/bot/bot.ts'
import { startPoller } from '../../src/bot/poller.ts'
import type { Telemetry } from '../../src/core/telemetry.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { silentLog } from '../../src/log.ts'
import { createQueue, type Queue } from '../../src/queue/queue.ts'
import { clientOptions, replyTransformers } from '../../src/telegram/api.ts'
import type { Row } from '../quality/row.ts'
import { type Child, openChild } from '../support/child.ts'
import { startPostgres } from '../support/postgres-server.ts'
import type { Order, Report } from './programs/bot-api.ts'

const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
const botId = 1_000_000_001
/** The id of the first of a crowd (playground/people.ts). */
const firstReader = 6_000_000_001
const subscribers = 100_000
/** Those who do something, and those of them who follow 500 things. */
const active = 1000
const heavy = 100
const perSecond = 200
const rounds = 5
const sendRate = 1000
const origin = `${subscribers.toLocaleString('en')} subscribers made by SQL on PostgreSQL, ${heavy} of whom follow 500 things; the local Bot API server in a process of its own, no model`

/** What a reader does: up to where the clock starts, and the act that is timed. */
interface Kind {
  name: string
  before: readonly string[]
  act: string
}

/** 'v1:...' is the beginning of a button's words; anything else is said. */
const kinds: readonly Kind[] = [
  { name: 'the list', before: [], act: '/list' },
  { name: 'a page of the list', before: ['/list', 'v1:list:0:s'], act: 'v1:list:1:s' },
  { name: 'a search in the list', before: [], act: '/list paper 1' },
  { name: 'one thing followed', before: ['/list', 'v1:list:0:s'], act: 'v1:item:s' },
  { name: 'a topic toggled', before: ['/topics'], act: 'v1:topic:' },
  { name: 'the schedules', before: [], act: '/schedule' },
  { name: 'what a schedule covers', before: ['/schedule', 'v1:sch:'], act: 'v1:sch-cover:' },
  { name: '/search', before: [], act: '/search ferry harbour' },
  { name: 'more found', before: ['/search ferry harbour'], act: 'v1:find:1' },
  { name: 'unknown words', before: [], act: 'zorblat quuxly wumpfen' },
]

async function fill({ db }: Database, at: Date): Promise<void> {
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, at, 1_800_000)
  await sql`insert into readers (user_id, locale, created_at)
    select ${firstReader}::bigint + n, 'en', ${at} from generate_series(0, ${subscribers - 1}::int) n`.execute(
    db,
  )
  await sql`insert into subscribers (bot_id, chat_id, kind, title, reader_id, locale, time_zone, created_at, updated_at)
    select ${botId}, user_id, 'private', 'Reader', id, 'en', 'UTC', ${at}, ${at} from readers order by id`.execute(
    db,
  )
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${at}, ${at}, ${at} from subscribers`.execute(
    db,
  )
  await sql`insert into sources (url, kind, title, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
    select 'https://paper' || n || '.example/feed', 'feed', 'Paper ' || n, n % 3 <> 0, ${at}, ${at}, 1, ${at}
    from generate_series(1, 5000) n`.execute(db)
  await sql`insert into subscriptions (subscriber_id, topic_id, created_at)
    select subscribers.id, topics.id, ${at} from subscribers join topics on topics.id % 7 = subscribers.id % 7`.execute(
    db,
  )
  await sql`insert into subscriptions (subscriber_id, source_id, folder, created_at)
    select subscribers.id, sources.id, case when sources.id % 5 = 0 then 'Folder ' || sources.id % 40 end, ${at}
    from subscribers join sources on (sources.id + subscribers.id) % 5000
      < case when subscribers.chat_id < ${firstReader + heavy} then 497 else 20 end
    where subscribers.chat_id < ${firstReader + active}`.execute(db)
  await sql`insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
    select 'g' || n, 'https://paper.example/' || n, 'Ferry ' || n || ' leaves harbour ' || n % 90, came, 'en', repeat('The ferry leaves. ', 60),
      md5(n::text), md5(n::text), came, came
    from generate_series(1, 50000) n, lateral (select ${at}::timestamptz - interval '1 minute' * n as came) as at`.execute(
    db,
  )
  // Every twentieth holds what is searched for.
  await sql`insert into article_terms (article_id, terms)
    select id, array_to_tsvector((select array_agg('word' || (id * k) % 9000) from generate_series(1, 60) k) || case when id % 20 = 0 then array['ferry', 'harbour'] else '{}' end)
    from articles`.execute(db)
  await sql`insert into article_sources (article_id, source_id, guid, seen_at)
    select id, 1 + id % 5000, guid, ready_at from articles`.execute(db)
  await sql`insert into article_topics (article_id, topic_id, score)
    select articles.id, topics.id, 0.5 from articles join topics on topics.id % 20 = articles.id % 20`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
}

function openBot(needs: { database: Database; queue: Queue; url: string; telemetry: Telemetry }): Bot {
  const { database, queue, url, telemetry } = needs
  const now = () => new Date()
  return createBot({
    token,
    client: clientOptions(url),
    db: database.db,
    enqueue: queue.enqueue,
    now,
    log: silentLog,
    telemetry,
    config: {
      adminIds: [],
      inviteOnly: false,
      pollGapMs: 1_800_000,
      retainDays: 90,
      dailyTokens: 0,
      prices: '',
      model: null,
      perMinute: 1_000_000,
      perDay: 1_000_000,
    },
    stages: {
      startDigests: async () => undefined,
      tagInterest: async () => 0,
      renderPast: async () => [],
      readOpml: () => [],
      writeOpml: () => '',
    },
    transformers: replyTransformers({ db: database.db, botId, rate: sendRate, now }),
  })
}

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!

const threeOf = (times: readonly number[]) =>
  [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)).join(' / ')

const row = (measure: string, figure: string, n: number, more: Partial<Row> = {}): Row => ({
  measure,
  figure,
  n,
  origin,
  split: 'all',
  ...more,
})

/** One update after the other, by those who follow much and by those who follow little. */
async function measureEach(bot: Bot, server: Child): Promise<Row[]> {
  let offset = 0
  const act = async (chat: number, words: string): Promise<number> => {
    const order: Order = words.startsWith('v1:')
      ? { do: 'tap', chat, words }
      : { do: 'say', chat, text: words }
    await server.ask(order)
    let spent = 0
    for (const update of (await bot.api.getUpdates({ offset })) as Update[]) {
      offset = update.update_id + 1
      const begun = performance.now()
      await bot.handleUpdate(update)
      spent = performance.now() - begun
    }
    return spent
  }
  const times = new Map<string, number[]>(kinds.map(({ name }) => [name, []]))
  const before = process.cpuUsage()
  // The first rounds warm the caches.
  for (let at = -20; at < 2 * heavy; at += 1)
    for (const { name, before: steps, act: last } of kinds) {
      const chat = firstReader + Math.abs(at)
      for (const step of steps) await act(chat, step)
      const spent = await act(chat, last)
      if (at >= 0) times.get(name)!.push(spent)
    }
  await bot.api.getUpdates({ offset })
  const all = [...times.values()].flat()
  const { user, system } = process.cpuUsage(before)
  const updates = kinds.reduce((sum, { before: steps }) => sum + steps.length + 1, 0) * (2 * heavy + 20)
  return [
    row('handling an update, all kinds: p50 / p95 / p99', `${threeOf(all)} ms`, all.length, {
      ceiling: {
        value: Math.round(quantile(all, 0.95) * 10) / 10,
        most: 20,
        unit: 'ms',
        what: 'the most that we allow ourselves',
        better: 'less',
      },
    }),
    ...[...times].map(([name, each]) =>
      row(`handling an update, ${name}`, `${threeOf(each)} ms`, each.length),
    ),
    row(
      'handling an update: CPU time of the bot',
      `${((user + system) / 1000 / updates).toFixed(1)} ms`,
      updates,
    ),
  ]
}

/** 200 updates a second by the poller, each of which has to be answered. */
async function measureLoad(bot: Bot, server: Child, database: Database, times: number[]): Promise<Row[]> {
  const poller = startPoller({
    bot,
    db: database.db,
    botId,
    holder: 'bench',
    now: () => new Date(),
    log: silentLog,
  })
  await poller.started
  const answered = async () => {
    for (;;) {
      const report = await server.ask<Report>({ do: 'report' })
      if (report.updatesWaiting === 0) return report
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const load = (order: Pick<Extract<Order, { do: 'load' }>, 'says' | 'taps' | 'rounds'>) =>
    server.ask<number>({ do: 'load', chats: active, perSecond, ...order })
  // The screens whose buttons will be tapped.
  for (const says of [['/topics'], ['/list paper']]) await load({ says, taps: [], rounds: 1 })
  const before = await answered()
  times.length = 0
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const said = await load({
    says: ['/list', '/schedule', '/search ferry harbour', 'zorblat quuxly'],
    taps: ['v1:topic:', 'v1:item:s', 'v1:list:0'],
    rounds,
  })
  const after = await answered()
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await poller.stop()
  const lost = said - (after.messages.length - before.messages.length) + after.unansweredPresses
  const n = active * rounds
  return [
    row(`${perSecond} updates a second for ${Math.round(n / perSecond)} s: lost`, `${lost}`, n),
    row('  handled in, as a multiple of the time they came in', ((seconds * perSecond) / n).toFixed(3), n),
    row('  handling an update: p50 / p95 / p99', `${threeOf(times)} ms`, times.length),
    row('  CPU of the bot, of one core', `${((user + system) / 10_000 / seconds).toFixed(0)} %`, n),
  ]
}

/** Milliseconds and counts. Rejects where no PostgreSQL server is installed. */
export async function measure(): Promise<Row[]> {
  const postgres = await startPostgres()
  if (!postgres) throw new Error('no PostgreSQL server is installed: the handlers bench did not run')
  const database = openPostgres(postgres.url)
  const program = fork(join(import.meta.dirname, 'programs/bot-api.ts'), [token, `${active}`])
  try {
    const [server, { url }] = await openChild<{ url: string }>(program)
    await migrate(database.db)
    const queue = await createQueue({ database, log: silentLog })
    await fill(database, new Date())
    const times: number[] = []
    const telemetry: Telemetry = {
      count: () => undefined,
      timed: async (name, _labels, work) => {
        const begun = performance.now()
        const result = await work()
        if (name === 'update') times.push(performance.now() - begun)
        return result
      },
    }
    const bot = openBot({ database, queue, url, telemetry })
    await bot.init()
    const each = await measureEach(bot, server)
    const load = await measureLoad(bot, server, database, times)
    await queue.stop(1000)
    return [...each, ...load]
  } finally {
    program.kill('SIGKILL')
    await once(program, 'exit')
    await database.close()
    postgres.stop()
  }
}
