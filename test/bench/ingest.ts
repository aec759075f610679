/** Times 1,000 feeds with 25 new articles each on PostgreSQL, from the tick to stored and to searchable, beside what the machine could do at most. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { type RawBuilder, sql } from 'kysely'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { asStarted, compileBeforehand } from '../support/own-flags.ts'
import { type Ceiling, type Row, rowsOf } from '../quality/row.ts'
import { findPostgresBinaries, startPostgres } from '../support/postgres-server.ts'

const feeds = 1000
const items = 25
const workers = 1
const make = rowsOf(
  'invented feeds from 1,000 ports of this machine, items of 2-6 kB, every fourth in Chinese',
)

const pathOf = (program: string) => join(import.meta.dirname, 'programs', program)
const start = (program: string, ...words: string[]) => fork(pathOf(program), words, asStarted(true))
const toldBy = async <T>(child: ChildProcess) => ((await once(child, 'message')) as [T])[0]

/** A look at every article takes PostgreSQL 3 to 13 ms of its time: more often it would be measured with the rest. */
const everyArticleMs = 200

/** Seconds until `isDone`; looked at often enough for two digits. */
async function secondsUntil(isDone: () => Promise<boolean>, everyMs = 20): Promise<number> {
  const begun = performance.now()
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, everyMs))
  return (performance.now() - begun) / 1000
}

/** The most memory a process has held, in MB (Linux). */
const peakMemory = (child: ChildProcess) =>
  Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now()
  await run()
  return (performance.now() - begun) / 1000
}

/** Fetching alone, parsing alone with feedsmith, and COPY alone of the same texts into the same table. */
async function measureCeilings(urls: readonly string[], database: Database, serverUrl: string) {
  const bodies: string[] = []
  const fetching = await timed(async () => {
    for (let at = 0; at < urls.length; at += 100)
      bodies.push(
        ...(await Promise.all(urls.slice(at, at + 100).map(async (url) => (await fetch(url)).text()))),
      )
  })
  const asking = await timed(async () => {
    for (let at = 0; at < urls.length; at += 100)
      await Promise.all(
        urls
          .slice(at, at + 100)
          .map((url, index) => fetch(url, { headers: { 'if-none-match': `"feed-${at + index}"` } })),
      )
  })
  const parsing = await timed(() => {
    for (const body of bodies) parseWithFeedsmith(body)
  })
  await sql`create table ceiling (like articles including all)`.execute(database.db)
  await sql
    .raw(
      `copy (select guid, url, title, language, text, content_hash, item_hash, found_at from articles) to '/tmp/gazette-bench-copy'`,
    )
    .execute(database.db)
  const psql = join(findPostgresBinaries()!, 'psql')
  const copying = await timed(() =>
    execFileSync(psql, [
      serverUrl,
      '-qc',
      `copy ceiling (guid, url, title, language, text, content_hash, item_hash, found_at) from '/tmp/gazette-bench-copy'`,
    ]),
  )
  return { fetching, asking, parsing, copying }
}

/** What a burst of new feeds took, in seconds and megabytes. */
export interface Ingest {
  stored: number
  searchable: number
  ready: number
  memory: number
  nothing: number
}

/** Starts the feeds; their addresses, and how to end them. */
export async function openFarm(): Promise<{ urls: string[]; close: () => unknown }> {
  const farm = start('feed-farm.ts', `${feeds}`, `${items}`)
  return { urls: await toldBy<string[]>(farm), close: () => farm.kill('SIGKILL') }
}

/** Lets a worker of its own read these feeds into a migrated database that has nothing else due, and again with nothing new. */
export async function ingestInto(
  { db }: Database,
  serverUrl: string,
  urls: readonly string[],
): Promise<Ingest> {
  compileBeforehand(pathOf('worker.ts'), true)
  const processes = Array.from({ length: workers }, () => start('worker.ts', serverUrl))
  try {
    await Promise.all(processes.map(toldBy))
    const lastOf = async (table: 'sources' | 'articles') =>
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.max('id').as('last'))
          .executeTakeFirstOrThrow()
      ).last ?? 0
    const lastSource = await lastOf('sources')
    const last = await lastOf('articles')
    const due = new Date(Date.now() - 1000)
    await sql`insert into sources (url, kind, shared, next_poll_at, poll_gap_ms, created_at)
      select url, 'feed', true, ${due}, 1800000, ${due} from unnest(${urls}::text[]) url`.execute(db)
    const count = async (where: RawBuilder<unknown>) =>
      (await sql<{ n: number }>`select count(*)::int as n from ${where}`.execute(db)).rows[0]!.n
    const before = new Date()
    // Only those of this run: to count among all the sources of a crowd takes PostgreSQL as long as storing some.
    const polled = async (since: Date) =>
      (await count(sql`sources where id > ${lastSource} and polled_at >= ${since}`)) === feeds
    const begun = performance.now()
    processes[0]!.send('poll')
    const stored = await secondsUntil(() => polled(before))
    const since = () => (performance.now() - begun) / 1000
    const all = feeds * items
    await secondsUntil(
      async () => (await count(sql`documents where article_id > ${last}`)) === all,
      everyArticleMs,
    )
    const searchable = since()
    await secondsUntil(
      async () => (await count(sql`articles where id > ${last} and ready_at is not null`)) === all,
      everyArticleMs,
    )
    const ready = since()
    const memory = processes.reduce((sum, child) => sum + peakMemory(child), 0)

    const again = new Date()
    await sql`update sources set next_poll_at = ${due} where url = any(${urls}::text[])`.execute(db)
    processes[0]!.send('poll')
    const nothing = await secondsUntil(() => polled(again))
    return { stored, searchable, ready, memory, nothing }
  } finally {
    for (const child of processes) child.kill('SIGKILL')
  }
}

/** Seconds and megabytes; each beside the ceilings of the same run. Rejects where no PostgreSQL server is installed. */
export async function measure(): Promise<Row[]> {
  const server = await startPostgres()
  if (!server) throw new Error('no PostgreSQL server is installed: the ingest bench did not run')
  const database = openPostgres(server.url)
  const farm = await openFarm()
  try {
    await migrate(database.db)
    await seedCatalogue(database.db, { topics: topicCatalogue, feeds: [] }, new Date(), 1_800_000)
    const { stored, searchable, ready, memory, nothing } = await ingestInto(database, server.url, farm.urls)
    const { fetching, asking, parsing, copying } = await measureCeilings(farm.urls, database, server.url)
    const ceiling = fetching + parsing + copying
    const row = (measure: string, figure: string, beside?: Omit<Ceiling, 'unit' | 'better'>) =>
      make(
        measure,
        figure,
        feeds * items,
        beside ? { ceiling: { ...beside, unit: 's', better: 'less' } } : {},
      )
    const tenths = (seconds: number) => Math.round(seconds * 10) / 10
    return [
      row('ingest: stored and deduplicated', `${stored.toFixed(1)} s`, {
        value: tenths(stored),
        most: tenths(ceiling),
        what: 'fetching, feedsmith and COPY alone, one after the other',
      }),
      row('ingest: searchable, with language and topics', `${searchable.toFixed(1)} s`),
      row('ingest: ready, with their stories', `${ready.toFixed(1)} s`),
      row(`ingest: memory of the worker process at its peak`, `${memory.toFixed(0)} MB`),
      row('ingest: the same feeds with nothing new', `${nothing.toFixed(2)} s`, {
        value: tenths(nothing),
        most: tenths(asking),
        what: 'asking for the same addresses alone, answered 304',
      }),
      row(
        'ceilings: fetch / feedsmith / COPY alone',
        `${fetching.toFixed(1)} / ${parsing.toFixed(1)} / ${copying.toFixed(1)} s`,
      ),
      row('ingest: stored, as a multiple of the ceilings together', (stored / ceiling).toFixed(2)),
    ]
  } finally {
    farm.close()
    await database.close()
    server.stop()
  }
}
