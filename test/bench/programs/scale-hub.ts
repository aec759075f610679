/** A process in a private network: PostgreSQL, slow feeds and a slow model, and workers that are added one after the other. */
import { availableParallelism, tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { readConfig } from '../../../src/config.ts'
import { messageOf } from '../../../src/core/errors.ts'
import { openPostgres } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/database.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { silentLog } from '../../../src/log.ts'
import { createPipeline } from '../../../src/make-pipeline.ts'
import type { Pipeline } from '../../../src/pipeline/context.ts'
import { pollDue } from '../../../src/pipeline/poll-due.ts'
import { prepareDue } from '../../../src/pipeline/prepare.ts'
import { createQueue, type Queue } from '../../../src/queue/queue.ts'
import { type Row, rowsOf } from '../../quality/row.ts'
import { startModelServer } from '../../support/model-server.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import {
  feedNetwork,
  type Guest,
  hubAddress,
  network,
  openHub,
  processorSeconds,
  startGuest,
} from './scale-network.ts'
import { fill, startFarm } from './scale-work.ts'

const fleets = [1, 2, 4]
/** What the work of a fleet may be of one worker's, at the least. */
const bars = new Map([
  [2, 1.9],
  [4, 3.6],
])
const feedMs = 200
const modelMs = 2000
/** Sources that a worker reads at once here: so few that the wait for them is what counts, and not this machine's two cores. */
const pollsAtOnce = 5
const { LLM_CONCURRENCY: callsAtOnce } = readConfig({})
/** So many that the model's slowness is what counts: by default a worker stops at two a second. */
const callsAMinute = 1000
/** More than the summaries here take: by default a day's budget would end in the middle of them. */
const tokensADay = 1_000_000_000
/** Measured after a start, and before there is nothing left to do. */
const warmUpMs = 4000
const pollsMs = 24_000
/** Summaries come in batches of two seconds: enough of them that one more or less is little. */
const summariesMs = 64_000
const sourcesEach = 850
const warmUpSources = 150
const schedulesEach = 80
const articlesEach = 2

interface Run {
  perSecond: number
  done: number
  /** Cores' worth of processor time, of everything in the namespaces. */
  cores: number
}

/** Lets `begin` loose the work that `count` counts, and sees how much is done in a while in the middle of it. */
async function time(
  { all, windowMs }: { all: number; windowMs: number },
  begin: () => Promise<unknown>,
  count: () => Promise<number>,
): Promise<Run> {
  await begin()
  await setTimeout(warmUpMs)
  const used = processorSeconds()
  const begun = performance.now()
  const before = await count()
  await setTimeout(windowMs)
  const after = await count()
  if (after >= all) throw new Error('the work was done before the time was up: there was too little of it')
  const seconds = (performance.now() - begun) / 1000
  const done = after - before
  return { perSecond: done / seconds, done, cores: (processorSeconds() - used) / seconds }
}

const countOf = async (db: Db, what: ReturnType<typeof sql>) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${what}`.execute(db)).rows[0]!.n

/** Lets workers that were added compile their code and learn the topics, which they do once. */
async function warmUp(pipeline: Pipeline, queue: Queue, workers: number): Promise<void> {
  await sql`update sources set next_poll_at = ${new Date(Date.now() - 1000)}
    where id <= ${workers * warmUpSources}`.execute(pipeline.db)
  await pollDue(pipeline)
  await queue.idle()
}

function timePolls(pipeline: Pipeline, workers: number): Promise<Run> {
  const { db } = pipeline
  const begun = new Date()
  return time(
    { all: workers * sourcesEach, windowMs: pollsMs },
    async () => {
      await sql`update sources set next_poll_at = ${begun}::timestamptz - interval '1 second'
        where id <= ${workers * sourcesEach}`.execute(db)
      await pollDue(pipeline)
    },
    () => countOf(db, sql`sources where polled_at >= ${begun}`),
  )
}

/** `before`: schedules that smaller fleets have prepared. */
async function timeSummaries(pipeline: Pipeline, workers: number, before: number): Promise<Run> {
  const { db } = pipeline
  const known = before * articlesEach
  const run = await time(
    { all: workers * schedulesEach * articlesEach, windowMs: summariesMs },
    async () => {
      await sql`update schedules set next_due_at = ${new Date(Date.now() + 9 * 60_000)}
        where id > ${before} and id <= ${before + workers * schedulesEach}`.execute(db)
      await prepareDue(pipeline)
    },
    async () => (await countOf(db, sql`summaries where state = 'ready'`)) - known,
  )
  if ((await countOf(db, sql`summaries where model = 'extract'`)) > 0)
    throw new Error('the model was passed over: extracts were stored')
  return run
}

function describe(what: string, ideal: number, runs: ReadonlyMap<number, Run>): Row[] {
  const one = runs.get(fleets[0]!)!.perSecond
  const origin = `gazette start with SERVICES=worker in a network namespace each, given DATABASE_URL, the model's address, POLL_CONCURRENCY=${pollsAtOnce}, LLM_PER_MINUTE=${callsAMinute}, LLM_DAILY_TOKENS=${tokensADay} and leave to fetch from the farm's private addresses, nothing else; feeds answer in ${feedMs} ms, the model in ${modelMs} ms; all on ${availableParallelism()} cores`
  const make = rowsOf(origin)
  return [...runs].flatMap(([workers, { perSecond, done, cores }]): Row[] => {
    const named = `scale: ${what} a second, ${workers} worker${workers > 1 ? 's' : ''}`
    const row = (measure: string, figure: string, more: Partial<Row> = {}) =>
      make(measure, figure, done, more)
    const bar = bars.get(workers)
    const multiple = perSecond / one
    return [
      row(named, `${perSecond.toFixed(1)} (${cores.toFixed(2)} cores)`, {
        ceiling: {
          value: Math.round(perSecond * 10) / 10,
          most: ideal * workers,
          unit: `${what}/s`,
          what: 'as many at once as the settings allow, without a pause',
          better: 'more',
        },
      }),
      ...(bar === undefined
        ? []
        : [
            row(
              '  as a multiple of one worker',
              `${multiple.toFixed(2)} (bar ${bar}${multiple < bar ? ', missed' : ''})`,
            ),
          ]),
    ]
  })
}

async function run(started: AsyncDisposableStack): Promise<Row[]> {
  openHub()
  const server = await startPostgres(tmpdir(), { also: { address: hubAddress, network } })
  if (!server) throw new Error('no PostgreSQL server is installed: the scale bench did not run')
  started.defer(server.stop)
  const database = openPostgres(server.url)
  started.defer(() => database.close())
  const { db } = database
  await migrate(db)
  const feedPort = await startFarm(feedMs)
  const model = await startModelServer({ host: hubAddress, answerMs: modelMs })
  await fill(database, {
    feedPort,
    feeds: Math.max(...fleets) * sourcesEach,
    schedules: fleets.reduce((sum, workers) => sum + workers * schedulesEach, 0),
    articlesEach,
  })
  const queue = await createQueue({ database, log: silentLog })
  started.defer(() => queue.stop(1000))
  const clock = { now: () => new Date(), offsetMs: () => 0, setOffset: () => undefined }
  const pipeline = await createPipeline({
    config: readConfig({}),
    db,
    clock,
    log: silentLog,
    enqueue: queue.enqueue,
  })
  const databaseUrl = new URL(server.url)
  databaseUrl.hostname = hubAddress
  const guests: Guest[] = []
  started.defer(async () => void (await Promise.all(guests.map((guest) => guest.end()))))
  const addWorker = (number: number) =>
    startGuest(
      number,
      ['src/cli.ts', 'start'],
      {
        DATABASE_URL: databaseUrl.href,
        OPENAI_BASE_URL: model.url,
        FETCH_ALLOW: feedNetwork,
        POLL_CONCURRENCY: `${pollsAtOnce}`,
        LLM_PER_MINUTE: `${callsAMinute}`,
        LLM_DAILY_TOKENS: `${tokensADay}`,
        SERVICES: 'worker',
      },
      'Gazette is running',
    )
  const polls = new Map<number, Run>()
  const summaries = new Map<number, Run>()
  let prepared = 0
  for (const workers of fleets) {
    while (guests.length < workers) guests.push(await addWorker(guests.length + 1))
    await warmUp(pipeline, queue, workers)
    polls.set(workers, await timePolls(pipeline, workers))
    await queue.idle()
    summaries.set(workers, await timeSummaries(pipeline, workers, prepared))
    prepared += workers * schedulesEach
    await queue.idle()
  }
  return [
    ...describe('polls', (pollsAtOnce * 1000) / feedMs, polls),
    ...describe('summaries', (callsAtOnce * 1000) / modelMs, summaries),
  ]
}

const started = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'])
  process.once(signal, () => void started.disposeAsync().finally(() => process.exit(1)))
let said: { rows: Row[] } | { error: string }
try {
  said = { rows: await run(started) }
} catch (error) {
  said = { error: messageOf(error) }
}
await started.disposeAsync()
process.send!(said, () => process.exit(0))
