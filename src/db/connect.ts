/** Opens the database: a Postgres server by address, or PGlite in this process; the same Kysely handle either way. */
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './database.ts'
import { lockDataDir } from './lock.ts'

export interface Database {
  db: Kysely<Tables>
  /** The raw handle, for the queue, which brings its own SQL. */
  engine: { kind: 'postgres'; url: string; pool: pg.Pool } | { kind: 'pglite'; pglite: PGlite }
  close(): Promise<void>
}

/** What the connections of the queue call themselves on a server. */
export const queueName = 'gazette-queue'

/**
 * A connection whose other side has gone without a word is given up by the system, after some minutes, only where it is
 * asked to look; https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-KEEPALIVES says the same of libpq.
 */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 } as const
/** Milliseconds for a connection to be made, or one of the pool's to become free. */
const connectMs = 60_000
/** Milliseconds after which a server that lives but does not answer is given up; a migration may build an index for long. */
const answerMs = 3_600_000

const int8 = 20
const date = 1082

/**
 * Opens a Postgres server. Nothing is sent before the first query. `max` is the size of the pool; `connectMs` and
 * `answerMs` are how long it waits for a server that says nothing, in milliseconds, before a query rejects.
 */
export function openPostgres(
  url: string,
  options: { max?: number; connectMs?: number; answerMs?: number } = {},
): Database {
  const types: pg.CustomTypesConfig = {
    // Ids and chat ids stay below 2^53; days stay text, so no time zone touches them.
    getTypeParser: (oid, format) => {
      if (oid === int8) return Number
      if (oid === date) return (text: string) => text
      return pg.types.getTypeParser(oid, format) as (text: string) => unknown
    },
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    application_name: 'gazette',
    ...keptAlive,
    connectionTimeoutMillis: options.connectMs ?? connectMs,
    query_timeout: options.answerMs ?? answerMs,
    // Our longest queries take less than compiling one would. https://www.postgresql.org/docs/current/jit-decision.html
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, which its types do not say
    onConnect: (client) => client.query('set jit = off'),
  })
  // An idle connection that the server drops is replaced by the pool; the error event must not end the process.
  pool.on('error', () => undefined)
  // Nor must one that is in use between two queries: the next query says what happened.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    endWhenSilent(client as pg.PoolClient & pg.Client)
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine: { kind: 'postgres', url, pool }, close: () => db.destroy() }
}

/** Closes a connection that has not answered in time: the driver would give it to the next query, which waits behind the first. */
function endWhenSilent(client: pg.Client): void {
  const ask = client.query.bind(client) as (...words: unknown[]) => unknown
  client.query = ((...words: unknown[]) => {
    const answer = ask(...words)
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') void client.end()
      })
    return answer
  }) as typeof client.query
}

const parsers = { [int8]: Number, [date]: (text: string) => text }

/** PostgreSQL asks for 128 MB, all of it touched at every start; here one process reads, beside the system's own cache. */
const embeddedBuffers = '16MB'

/**
 * Opens the embedded database under `directory`, taking its lock file; null keeps it in memory.
 * Throws `DataDirLocked` where another process holds it.
 */
export async function openEmbedded(directory: string | null, now: Date, seed?: Blob): Promise<Database> {
  await using opened = new AsyncDisposableStack()
  if (directory !== null) opened.defer(await lockDataDir(directory, now))
  const { PGlite } = await import('@electric-sql/pglite')
  const pglite = await PGlite.create({
    ...(directory === null ? {} : { dataDir: await ownFolder(join(directory, 'db')) }),
    ...(seed ? { loadDataDir: seed } : {}),
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${embeddedBuffers}`],
    parsers,
  })
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  opened.defer(async () => {
    await db.destroy()
    if (!pglite.closed) await pglite.close()
  })
  const open = opened.move()
  return { db, engine: { kind: 'pglite', pglite }, close: () => open.disposeAsync() }
}

/** The folder, for this account alone: PGlite writes files that everybody may read and write, whatever the umask says. */
async function ownFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  // A file system without permissions keeps none.
  await chmod(path, 0o700).catch(() => undefined)
  return path
}
