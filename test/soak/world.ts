/** What the soak runs against: a database on a disk that can be full, feeds that grow, a faulty model and Bot API server, 2,000 readers. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { nextDue } from '../../src/core/schedule.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openChild, type Child } from '../support/child.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'

export const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
const botId = 1_000_000_001
const firstReader = 6_000_000_001
/** Of the disk that the database gets, where one can be mounted. */
const diskMb = 1500

export interface World {
  database: Database
  postgres: PostgresServer
  model: ModelServer
  farm: Child
  telegram: Child
  apiUrl: string
  chats: number[]
  /** Fills the database's disk to the last block, or frees it again; null where no disk can be mounted here. */
  fillDisk: ((full: boolean) => void) | null
  /** Whether the database cannot store 50 MB more. */
  isDiskFull(): Promise<boolean>
  close(): Promise<void>
}

/** Mounts a small disk in memory. Null where we may not. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-soak-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=1777`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

export async function openWorld(size: { sources: number; subscribers: number }): Promise<World> {
  const disk = mountDisk()
  const postgres = await startPostgres(disk ?? undefined)
  if (!postgres) throw new Error('no PostgreSQL server is installed: the soak cannot run')
  const program = (name: string, ...words: string[]): ChildProcess =>
    fork(join(import.meta.dirname, name), words)
  const [farm, { urls }] = await openChild<{ urls: string[] }>(program('farm.ts', `${size.sources}`))
  const [telegram, { url: apiUrl }] = await openChild<{ url: string }>(
    program('../bench/programs/bot-api.ts', token, `${size.subscribers}`),
  )
  const model = await startModelServer()
  const database = openPostgres(postgres.url, { max: 3 })
  await migrate(database.db)
  await seedCatalogue(database.db, { topics: topicCatalogue, feeds: [] }, new Date(), 3_600_000)
  await addReaders(database, urls, size.subscribers)
  const ballast = disk && join(disk, 'ballast')
  return {
    database,
    postgres,
    model,
    farm,
    telegram,
    apiUrl,
    chats: Array.from({ length: size.subscribers }, (_, nth) => firstReader + nth),
    fillDisk:
      ballast === null
        ? null
        : (full) => {
            rmSync(ballast, { force: true })
            if (!full) return
            fill(ballast)
          },
    isDiskFull: async () => {
      try {
        await sql`create table ballast as select md5(n::text) || md5((-n)::text) from generate_series(1, 500000) n`.execute(
          database.db,
        )
        await sql`drop table ballast`.execute(database.db)
        return false
      } catch {
        return true
      }
    },
    close: async () => {
      await database.close()
      for (const child of [farm, telegram]) {
        child.process.kill('SIGKILL')
        await once(child.process, 'exit')
      }
      await model.close()
      if (ballast) rmSync(ballast, { force: true })
      postgres.stop()
      if (disk) execFileSync('umount', [disk])
      if (disk) rmSync(disk, { recursive: true, force: true })
    },
  }
}

/** Takes every block of the disk that is left, in ever smaller pieces. */
function fill(ballast: string): void {
  const least = 4096
  let from = 0
  for (let piece = least * 4 ** 8; piece >= least; )
    try {
      execFileSync('fallocate', ['-o', `${from}`, '-l', `${piece}`, ballast], { stdio: 'ignore' })
      from += piece
    } catch {
      piece /= 4
    }
}

/** Every reader follows three sources at random, and has a digest at one or two times a day. */
async function addReaders({ db }: Database, urls: readonly string[], subscribers: number): Promise<void> {
  const now = new Date()
  await sql`insert into sources (url, kind, shared, next_poll_at, poll_gap_ms, created_at)
    select url, 'feed', true, ${now}, 3600000, ${now} from unnest(${urls}::text[]) url`.execute(db)
  await sql`insert into subscribers (bot_id, chat_id, kind, title, locale, time_zone, created_at, updated_at)
    select ${botId}, ${firstReader}::bigint + nth, 'private', 'Reader ' || nth, 'en', 'UTC', ${now}, ${now}
    from generate_series(0, ${subscribers - 1}::int) nth`.execute(db)
  await sql`insert into subscriptions (subscriber_id, source_id, created_at)
    select s.id, picked.id, ${now} from subscribers s, lateral (
      select id from sources where s.id is not null order by random() limit 3) picked`.execute(db)
  const clockOf = (minute: number) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const { rows } = await sql<{ id: number }>`select id from subscribers order by id`.execute(db)
  const days = [1, 2, 3, 4, 5, 6, 7]
  const schedules = rows.map(({ id }, nth) => {
    const minute = Math.floor(Math.random() * 720)
    const times = nth % 2 === 0 ? [clockOf(minute)] : [clockOf(minute), clockOf(minute + 720)]
    return { id, times, due: nextDue({ times, days, timeZone: 'UTC' }, now) }
  })
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all": true}', times, '{1,2,3,4,5,6,7}', 'UTC', due, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb) as each(id bigint, times text[], due timestamptz)`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}
