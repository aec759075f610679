/** Times the bot's answers one by one with 100,000 subscribers (a million with --long), 100 of whom follow 500 things, and counts what is lost at 200 updates a second. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { createBot } from '../../src/bot/bot.ts'
import { startPoller } from '../../src/bot/poller.ts'
import type { Telemetry } from '../../src/core/telemetry.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { silentLog } from '../../src/log.ts'
import { createQueue, type Queue } from '../../src/queue/queue.ts'
import { clientOptions, replyTransformers } from '../../src/telegram/api.ts'
import { type Row, rowsOf } from '../quality/row.ts'
import { bareConfig, bareStages } from '../support/bare-bot.ts'
import { type Child, openChild } from '../support/child.ts'
import { fillCrowd, firstReader } from '../support/crowd.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { measureAtScale, measureTables, roomy } from './programs/at-scale.ts'
import type { Order, Report } from './programs/bot-api.ts'

const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
const botId = 1_000_000_001
/** With --long what one machine is meant to carry: three million subscriptions, half a million whole articles, and ten short ones to each. */
const sizes = {
  short: { subscribers: 100_000, sources: 5000, articles: 50_000, teasers: 0 },
  long: { subscribers: 1_000_000, sources: 100_000, articles: 500_000, teasers: 5_000_000 },
}
/** Those who do something, and those of them who follow 500 things. */
const active = 1000
const heavy = 100
const perSecond = 200
const rounds = 5
const sendRate = 1000

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
    config: { ...bareConfig, perMinute: 1_000_000, perDay: 1_000_000 },
    stages: bareStages,
    transformers: replyTransformers({ db: database.db, botId, rate: sendRate, now }),
  })
}

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!

const threeOf = (times: readonly number[]) =>
  [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)).join(' / ')

/** Where they come from is known when all are there. */
const row = rowsOf('')

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
export async function measure({ long }: { long: boolean }): Promise<Row[]> {
  const size = long ? sizes.long : sizes.short
  const origin = `${size.subscribers.toLocaleString('en')} subscribers, ${heavy} of whom follow 500 things, ${size.sources.toLocaleString('en')} sources and ${size.articles.toLocaleString('en')} articles of 3 kB${size.teasers > 0 ? ` and ${size.teasers.toLocaleString('en')} of 300 characters` : ''}, all made by SQL on PostgreSQL; the local Bot API server in a process of its own, no model`
  const postgres = await startPostgres(tmpdir(), { settings: long ? roomy : {} })
  if (!postgres) throw new Error('no PostgreSQL server is installed: the handlers bench did not run')
  const database = openPostgres(postgres.url)
  const program = fork(join(import.meta.dirname, 'programs/bot-api.ts'), [token, `${active}`])
  try {
    const [server, { url }] = await openChild<{ url: string }>(program)
    await migrate(database.db)
    const queue = await createQueue({ database, log: silentLog })
    const begun = performance.now()
    await fillCrowd(database, { botId, active, heavy, ...size }, new Date())
    const filling = row('the crowd filled in', `${((performance.now() - begun) / 1000).toFixed(0)} s`, 1)
    console.log(filling.measure, filling.figure)
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
    const tables = await measureTables(database)
    const more = long ? await measureAtScale(database, postgres.url, queue) : []
    await queue.stop(1000)
    return [...each, ...load, ...more, filling, ...tables].map((one) => ({ ...one, origin }))
  } finally {
    program.kill('SIGKILL')
    await once(program, 'exit')
    await database.close()
    postgres.stop()
  }
}
