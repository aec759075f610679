/** What `gazette doctor` asks the database: reachable, new enough, of which schema, whose clock, and how long jobs wait. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/database.ts'
import { inspectMigrations } from '../db/migrate.ts'
import { countQueue } from '../db/operations.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { type Check, safeMessageOf, ok } from './check.ts'
import type { CommandContext } from './command.ts'

/** https://www.postgresql.org/support/versioning/ */
const oldestVersion = 130_000
/** Leases run for ten seconds: clocks that differ by half of that take them from each other. */
const skewMs = 5000
/** A job that waits longer than this, in seconds, says that no worker keeps up. */
const slowSeconds = 600

/** Adds the findings; returns the handles where the schema lets this version work. */
export async function checkDatabase(
  { connect, open, config, now }: CommandContext,
  add: (check: Check) => void,
): Promise<Pipeline | null> {
  const embedded = config.DATABASE_URL === undefined
  try {
    const db = await connect()
    add(await checkServer(db, embedded ? `embedded, in ${config.DATA_DIR}` : 'PostgreSQL'))
    const { applied, missing, unknown, breaking } = await inspectMigrations(db)
    add({
      name: 'migrations',
      state: breaking.length > 0 ? 'failed' : missing.length + unknown.length > 0 ? 'warning' : 'ok',
      found: [
        `${applied.length} applied`,
        ...(missing.length > 0 ? [`${missing.length} missing`] : []),
        ...(unknown.length > 0 ? [`newer than this version: ${unknown.join(', ')}`] : []),
      ].join(', '),
      remedy:
        unknown.length > 0
          ? 'Update Gazette: this database is newer.'
          : missing.length > 0
            ? 'Run: npm run gazette -- migrate (a service does it by itself when it starts).'
            : '',
    })
    const { at } = await db
      .selectNoFrom((query) => query.fn<Date>('clock_timestamp').as('at'))
      .executeTakeFirstOrThrow()
    const skew = Math.abs(at.getTime() - now().getTime())
    add({
      name: 'clock',
      state: skew > skewMs ? 'warning' : 'ok',
      found: `${Math.round(skew / 1000)} s apart from the database's`,
      remedy: skew > skewMs ? 'Synchronise the clocks (NTP): digests follow this machine’s clock.' : '',
    })
    if (missing.length > 0 || breaking.length > 0) return null
    const pipeline = await open()
    add(await checkQueue(db))
    return pipeline
  } catch (error) {
    add({
      name: 'database',
      state: 'failed',
      found: safeMessageOf(error),
      remedy: embedded
        ? 'Check that DATA_DIR can be written, has room, and is used by no other process.'
        : 'Check DATABASE_URL, that the server runs, and that it lets this machine in.',
    })
    return null
  }
}

async function checkServer(db: Kysely<Tables>, where: string): Promise<Check> {
  const { rows } = await sql<{ version: number; encoding: string; bytes: number }>`
    select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding,
      pg_database_size(current_database())::float8 as bytes`.execute(db)
  const { version, encoding, bytes } = rows[0]!
  const found = `${where}, version ${Math.floor(version / 10_000)}, ${(bytes / 1e6).toFixed(0)} MB`
  if (version < oldestVersion)
    return { name: 'database', state: 'failed', found, remedy: 'Move to PostgreSQL 13 or newer.' }
  if (encoding !== 'UTF8')
    return {
      name: 'database',
      state: 'failed',
      found: `${found}, encoding ${encoding}`,
      remedy: "Create the database with: create database gazette encoding 'UTF8' template template0",
    }
  return ok('database', found)
}

async function checkQueue(db: Kysely<Tables>): Promise<Check> {
  const rows = await countQueue(db)
  const waiting = rows.reduce((sum, row) => sum + (row.state === 'active' ? 0 : row.count), 0)
  const oldest = Math.max(0, ...rows.map((row) => row.oldestSeconds ?? 0))
  const found = `${waiting} jobs wait${oldest > 1 ? `, the oldest for ${Math.round(oldest)} s` : ''}`
  if (oldest < slowSeconds) return ok('queue', found)
  const remedy = 'Check that a process with the worker service runs, or start one more.'
  return { name: 'queue', state: 'warning', found, remedy }
}
