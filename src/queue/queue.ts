/** The one place for jobs: pg-boss on the database we already have, behind two verbs, enqueue and work. */
import { fromKysely, fromPglite, PgBoss, type JobWithMetadata } from 'pg-boss'
import { sql } from 'kysely'
import { RetryLater } from '../core/errors.ts'
import type { Enqueue, JobName, JobPayloads } from '../core/jobs.ts'
import { noTelemetry, type Telemetry } from '../core/telemetry.ts'
import { type Database, keptAlive, queueName } from '../db/connect.ts'
import type { Db } from '../db/database.ts'
import type { Log } from '../log.ts'
import { jobNames, jobSettings, payloadSchemas } from './jobs.ts'
import { startLookout } from './lookout.ts'
import { sparingly } from './sparingly.ts'

export interface Job<Name extends JobName> {
  payload: JobPayloads[Name]
  /** True on the last try: the handler may want to apologise instead of failing. */
  lastTry: boolean
}

export interface Queue {
  enqueue: Enqueue<Db>
  /** Starts workers for `name` in this process. */
  work<Name extends JobName>(name: Name, run: (job: Job<Name>) => Promise<void>): Promise<void>
  /** Resolves when no job is running, and none waits that may run within the next seconds. */
  idle(): Promise<void>
  /** Lets running jobs finish for up to `graceMs`, hands the rest back, and closes. */
  stop(graceMs: number): Promise<void>
}

/** While the database is away everything stumbles over that. */
const errorGapMs = 10_000
/** How often a worker asks unless it is woken, in seconds: forty of them, where lookout.ts asks once for all. */
const workerSeconds = 60
/** A job whose worker has given no sign for so long is taken over. */
const heartbeatSeconds = 10
/** Milliseconds after which a server that lives but does not answer is given up: none of the queue's own statements takes as long. */
const answerMs = 300_000

export interface QueueNeeds {
  database: Database
  log: Log
  telemetry?: Telemetry
  /** How long a query waits for a server that says nothing before it rejects, in milliseconds. */
  answerMs?: number
}

/** Opens the queue's schema beside ours (made or migrated if needed). Rejects where the database does not answer. */
export async function createQueue(needs: QueueNeeds): Promise<Queue> {
  const { database, log, telemetry = noTelemetry } = needs
  const onError = sparingly((err, passedOver) => log.warn({ err, passedOver }, 'queue error'), errorGapMs)
  const boss = await startBoss(needs, onError)
  const workers = new Map<JobName, string[]>()
  const endLookout = startLookout(boss, workers, onError)

  const enqueue: Enqueue<Db> = async (trx, name, payload, options = {}) => {
    const payloads = (Array.isArray(payload) ? payload : [payload]) as unknown[]
    const jobs = payloads.map((each) => {
      const data = payloadSchemas[name].parse(each)
      return {
        data,
        singletonKey: options.key ?? JSON.stringify(data),
        ...(options.delayMs ? { startAfter: new Date(Date.now() + options.delayMs) } : {}),
      }
    })
    if (jobs.length > 0) await boss.insert(name, jobs, trx ? { db: fromKysely(trx) } : {})
  }

  return {
    enqueue,
    work: async (name, run) => {
      const { concurrency, batch } = jobSettings[name]
      const settings = {
        batchSize: batch,
        includeMetadata: true,
        perJobResults: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: workerSeconds,
        notifyPollingIntervalSeconds: workerSeconds,
      } as const
      const timed = (job: Job<typeof name>) => telemetry.timed('job', { job: name }, () => run(job))
      const start = () => boss.work(name, settings, (jobs) => settleEach(jobs, name, timed, enqueue, log))
      // One by one: of those that are started at once only the first can be woken.
      workers.set(name, await Promise.all(Array.from({ length: concurrency }, start)))
    },
    idle: async () => {
      for (;;) {
        const { rows } = await sql<{ busy: number }>`
          select count(*)::int as busy from pgboss.job
          where state = 'active' or (state in ('created', 'retry') and start_after <= now() + interval '5 seconds')`.execute(
          database.db,
        )
        if (rows[0]?.busy === 0) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    stop: async (graceMs) => {
      await endLookout()
      await boss.stop({ graceful: true, timeout: graceMs })
    },
  }
}

/** Connects pg-boss to the database and makes a queue for each name. */
async function startBoss(needs: QueueNeeds, onError: (error: unknown) => void): Promise<PgBoss> {
  const { engine } = needs.database
  const place =
    engine.kind === 'pglite'
      ? { db: fromPglite(engine.pglite), backend: 'pglite' as const }
      : {
          connectionString: engine.url,
          max: 4,
          // It hands these on to the driver, more than its types name. Its pool closes a connection whose query failed.
          application_name: queueName,
          ...keptAlive,
          query_timeout: needs.answerMs ?? answerMs,
        }
  const boss = new PgBoss({
    ...place,
    useListenNotify: true,
    schedule: false,
    // The lookout asks for it between its own rounds, where a job is lost.
    monitorIntervalSeconds: 1,
  })
  boss.on('error', onError)
  await boss.start()
  for (const name of jobNames) {
    const { retryLimit, retrySeconds } = jobSettings[name]
    await boss.createQueue(name, {
      policy: 'short',
      notify: true,
      retryLimit,
      retryDelay: retrySeconds,
      retryBackoff: true,
      retryDelayMax: 3600,
      heartbeatSeconds,
      expireInSeconds: 600,
      deleteAfterSeconds: 86_400,
    })
  }
  return boss
}

/** The numbers of a payload, for the log: its words are what a reader wrote. */
const numbersOf = (data: unknown) =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => typeof value !== 'string'))

/** Runs a batch side by side and settles every job by itself, so one failure does not repeat its neighbours. */
async function settleEach<Name extends JobName>(
  jobs: JobWithMetadata<unknown>[],
  name: Name,
  run: (job: Job<Name>) => Promise<void>,
  enqueue: Enqueue<Db>,
  log: Log,
) {
  return Promise.all(
    jobs.map(async (job) => {
      try {
        const payload = payloadSchemas[name].parse(job.data)
        await run({ payload, lastTry: job.retryCount >= job.retryLimit })
        return { id: job.id, status: 'completed' as const }
      } catch (error) {
        if (error instanceof RetryLater) {
          // Waiting is not failing: the same job again later, with all its tries.
          await enqueue(null, name, payloadSchemas[name].parse(job.data), { delayMs: error.delayMs })
          return { id: job.id, status: 'completed' as const }
        }
        log.warn(
          { err: error, job: name, of: numbersOf(job.data), attempt: job.retryCount + 1 },
          'job failed',
        )
        return { id: job.id, status: 'failed' as const, output: { error: String(error) } }
      }
    }),
  )
}
