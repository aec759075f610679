/** The composition root: makes the handles, starts the chosen services, and closes them in the right order. */
import type { Tracer } from '@opentelemetry/api'
import { type Clock, followSharedClock } from './clock.ts'
import type { Config, Service } from './config.ts'
import type { CatalogueFeed } from './core/catalogue-feed.ts'
import { seedCatalogue } from './db/catalogue.ts'
import type { Database } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import type { TopicSeed } from './db/topic-samples.ts'
import type { Log } from './log.ts'
import { createPipeline } from './make-pipeline.ts'
import type { Pipeline } from './pipeline/context.ts'
import { createQueue, type Queue } from './queue/queue.ts'
import { createTelemetry } from './telemetry.ts'

export interface StartNeeds {
  config: Config
  services: readonly Service[]
  database: Database
  clock: Clock
  log: Log
  catalogue: { topics: readonly TopicSeed[]; feeds: readonly CatalogueFeed[] }
  /** Milliseconds between two requests to one host; the playground's own site needs none. */
  spacingMs?: number
  /** Milliseconds between two drafts of an answer in the making. */
  draftGapMs?: number
  /** Gets a span for everything timed; without one there are metrics only. */
  tracer?: Tracer
  /** A service cannot go on (the token was refused): the process should end. */
  onFatal: (error: Error) => void
}

export interface Running {
  pipeline: Pipeline
  queue: Queue
  /** Address of the web service, where it runs. */
  webUrl: string | null
  /** Moves domain time to `to`, stopping at every due time on the way; resolves when everything that follows is done. */
  advance(to: Date): Promise<void>
  /** Resolves when no update that was kept, no job and no delivery is due or under way. */
  idle(): Promise<void>
  /** Finishes or hands back what is in flight, within 10 seconds, and closes everything but the database. */
  close(): Promise<void>
}

/** Grace for jobs in flight; the rest of the 10 s is for the sender and the pools. */
const jobGraceMs = 6000

/** Migrates the database and starts `services`. Rejects with nothing left running where one cannot start. */
export async function startGazette(needs: StartNeeds): Promise<Running> {
  await using started = new AsyncDisposableStack()
  const services = await startServices(needs, started)
  const open = started.move()
  return { ...services, close: () => open.disposeAsync() }
}

async function startServices(
  needs: StartNeeds,
  /** Gets how to end each thing that was started; the newest is ended first: what takes in work, before what serves it. */
  started: AsyncDisposableStack,
): Promise<Omit<Running, 'close'>> {
  const { config, services, database, clock, log } = needs
  const { db } = database
  const runs = (service: Service) => services.includes(service)
  await migrate(db)
  await seedCatalogue(db, needs.catalogue, clock.now(), config.POLL_MINUTES * 60_000)
  if (config.GAZETTE_TEST_CLOCK) started.defer(await followSharedClock(db, clock, log))

  const telemetry = createTelemetry(needs.tracer)
  const telegram = config.BOT_TOKEN === undefined ? null : { ...needs, token: config.BOT_TOKEN, telemetry }
  // A process loads what its services need: one that only sends does without the languages, one that works without the bot.
  const openings = telegram && (await import('./start-telegram.ts'))
  const queue = await createQueue({ database, log, telemetry })
  const pipeline = await createPipeline({
    config,
    db,
    clock,
    log,
    enqueue: queue.enqueue,
    telemetry,
    ...(needs.spacingMs === undefined ? {} : { spacingMs: needs.spacingMs }),
    ...(telegram ? { showDraft: openings!.openDrafts(telegram) } : {}),
    ...(needs.draftGapMs === undefined ? {} : { draftGapMs: needs.draftGapMs }),
  })
  started.defer(() => pipeline.fetcher.close())
  started.defer(() => queue.stop(jobGraceMs))

  // What a crash left is asked for again at once, before any tick.
  if (runs('worker') || runs('scheduler'))
    await (await import('./pipeline/sweep.ts')).sweep(pipeline, { graceMs: 0 })
  if (runs('worker')) await (await import('./queue/workers.ts')).startWorkers(queue, pipeline)
  if (runs('scheduler')) started.defer((await import('./queue/schedule.ts')).startTicks(pipeline))

  const lane = telegram && runs('sender') ? openings!.openLane(telegram) : null
  lane?.start()
  if (lane) started.defer(lane.stop)
  const bot = telegram && runs('bot') ? openings!.openBot(telegram, pipeline) : null
  if (bot) started.defer(bot.stop)
  const web = runs('web')
    ? await (await import('./start-web.ts')).openWeb({
        ...needs,
        telemetry,
        pipeline,
        routes: bot?.route ? [bot.route] : [],
      })
    : null
  if (web) started.defer(web.close)
  await bot?.begin()

  const idle = async () => {
    await bot?.look()
    await queue.idle()
    await lane?.idle()
  }
  return {
    pipeline,
    queue,
    webUrl: web?.url ?? null,
    idle,
    advance: (to) => advance(pipeline, clock, idle, to),
  }
}

/** Moves the clock from due time to due time, so that what is published before one is read before it is told. */
async function advance(pipeline: Pipeline, clock: Clock, idle: () => Promise<void>, to: Date): Promise<void> {
  const { runTicks } = await import('./queue/schedule.ts')
  const headStartMs = 5 * 60_000
  const moveTo = async (time: Date) => {
    if (time > clock.now()) clock.setOffset(time.getTime() - Date.now())
    await runTicks(pipeline)
    await idle()
  }
  for (;;) {
    const next = await pipeline.db
      .selectFrom('schedules')
      .select((query) => query.fn.min('next_due_at').as('at'))
      .where('state', '=', 'active')
      .where('next_due_at', '>', clock.now())
      .executeTakeFirst()
    if (!next?.at || next.at > to) break
    await moveTo(new Date(next.at.getTime() - headStartMs))
    await moveTo(next.at)
  }
  await moveTo(to)
}
