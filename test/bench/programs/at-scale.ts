/** Searching, ingest and planning in a database that holds a crowd: the handlers bench asks for them at its long form. */
import { sql } from 'kysely'
import { readConfig } from '../../../src/config.ts'
import type { Database } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/database.ts'
import { searchArticles } from '../../../src/db/search.ts'
import { silentLog } from '../../../src/log.ts'
import { createPipeline } from '../../../src/make-pipeline.ts'
import { plan } from '../../../src/pipeline/plan.ts'
import type { Queue } from '../../../src/queue/queue.ts'
import { type Row, rowsOf } from '../../quality/row.ts'
import { rankedWords } from '../../support/crowd.ts'
import { createRandom } from '../../support/random.ts'
import { ingestInto, openFarm } from '../ingest.ts'

/** What a server of its own is given for so much; nobody waits for the disk while the crowd is made. */
export const roomy = {
  shared_buffers: '2GB',
  maintenance_work_mem: '4GB',
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
  wal_level: 'minimal',
  max_wal_senders: '0',
}
const together = 100_000
const searches = 200
/** Search words as people choose them: none of the fifty that stand in every tenth article. */
const mostCommon = 50

/** Where they come from is known to the bench that asks. */
const row = rowsOf('')

/** How many rows the largest tables have, and what they take with their indexes. */
export async function measureTables({ db }: Database): Promise<Row[]> {
  const { rows } = await sql<{ name: string; size: string; rows: number }>`
    select relname as name, reltuples::float8 as rows,
      pg_size_pretty(pg_table_size(oid)) || ' + ' || pg_size_pretty(pg_indexes_size(oid)) as size
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by pg_total_relation_size(oid) desc limit 8`.execute(db)
  return rows.map(({ name, size, rows: n }) => row(`  ${name}: rows and texts + indexes`, size, n))
}

/** Milliseconds of searches for two words of every rarity alike, after some that warm up. */
export async function timeSearches(db: Db): Promise<number[]> {
  const random = createRandom(1)
  const word = () =>
    `word${Math.floor(Math.exp(Math.log(mostCommon) + random() * Math.log(rankedWords / mostCommon)))}`
  const times: number[] = []
  for (let at = -20; at < searches; at += 1) {
    const begun = performance.now()
    await searchArticles(db, [word(), word()], { subscriberId: 1, limit: 5 })
    if (at >= 0) times.push(performance.now() - begun)
  }
  return times
}

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!

/** '1.0 / 2.0 ms' */
export const ofTimes = (times: readonly number[], shares: readonly number[]): string =>
  `${shares.map((share) => quantile(times, share).toFixed(1)).join(' / ')} ms`

async function measureSearch({ db }: Database): Promise<Row> {
  const times = await timeSearches(db)
  return row('search alone, two words: p50 / p95 / p99', ofTimes(times, [0.5, 0.95, 0.99]), searches, {
    ceiling: {
      value: Math.round(quantile(times, 0.99)),
      most: 50,
      unit: 'ms',
      what: 'the most that we allow ourselves at p99',
      better: 'less',
    },
  })
}

async function measureIngest(database: Database, serverUrl: string): Promise<Row[]> {
  // Nothing of the crowd's own is due meanwhile.
  await sql`update sources set next_poll_at = ${new Date(Date.now() + 86_400_000)}`.execute(database.db)
  const farm = await openFarm()
  try {
    const { stored, searchable, ready, nothing } = await ingestInto(database, serverUrl, farm.urls)
    const named = 'ingest of 1,000 feeds with 25 articles each'
    return [
      row(`${named}: stored`, `${stored.toFixed(1)} s`, 25_000),
      row(`${named}: searchable`, `${searchable.toFixed(1)} s`, 25_000),
      row(`${named}: ready`, `${ready.toFixed(1)} s`, 25_000),
      row(`${named}: nothing new`, `${nothing.toFixed(2)} s`, 1000),
    ]
  } finally {
    farm.close()
  }
}

async function measurePlanning({ db }: Database, queue: Queue): Promise<Row> {
  const now = new Date()
  await sql`update schedules set next_due_at = case when id <= ${together}::int then ${now}::timestamptz
    else ${now}::timestamptz + interval '1 minute' * (1 + id % 1439) end`.execute(db)
  await sql`vacuum analyze schedules`.execute(db)
  const clock = { now: () => now, offsetMs: () => 0, setOffset: () => undefined }
  const config = readConfig({})
  const pipeline = await createPipeline({ config, db, clock, log: silentLog, enqueue: queue.enqueue })
  const begun = performance.now()
  const planned = await plan(pipeline)
  const seconds = (performance.now() - begun) / 1000
  await pipeline.fetcher.close()
  if (planned < together) throw new Error(`${planned} digests planned, not ${together}`)
  return row(`plan: ${together} due in one minute`, `${seconds.toFixed(1)} s`, planned)
}

/** Milliseconds and seconds. */
export async function measureAtScale(database: Database, serverUrl: string, queue: Queue): Promise<Row[]> {
  const search = await measureSearch(database)
  const ingest = await measureIngest(database, serverUrl)
  return [search, ...ingest, await measurePlanning(database, queue)]
}
