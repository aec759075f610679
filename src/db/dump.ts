/** Writes and reads a backup: gzip of JSON lines, the same from either engine, every table at one moment. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { splitLines } from '../core/lines.ts'
import type { Db, Tables } from './database.ts'
import { inspectMigrations } from './migrate.ts'
import { listStoredTables, storedTable } from './tables-in-order.ts'

/** Version of the file's form, not of the schema. */
const form = 1
const batch = 500

const header = z.object({
  gazetteBackup: z.literal(form),
  at: z.string(),
  /** Names of the applied migrations: the schema of the rows. */
  schema: z.array(z.string()).nonempty(),
  tables: z.array(storedTable),
})
export type Header = z.infer<typeof header>

const footer = z.object({
  /** Last value of each sequence that was used. */
  sequences: z.record(z.string(), z.number()),
  rows: z.record(z.string(), z.number()),
})
export type Footer = z.infer<typeof footer>

const lineForm = z.union([
  z.object({ row: z.record(z.string(), z.unknown()) }),
  z.object({ table: z.string() }),
  z.object({ header }),
  z.object({ footer }),
])
export type Line = z.infer<typeof lineForm>

export type Progress = (table: string, rows: number) => void

/** Writes every table as of one moment into `path`, which appears only when it is whole. Returns the rows of each table. */
export async function writeDump(
  db: Kysely<Tables>,
  path: string,
  now: Date,
  progress: Progress = () => undefined,
): Promise<Record<string, number>> {
  const part = `${path}.part`
  try {
    const rows = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const rowsOf: Record<string, number> = {}
        await pipeline(
          dump(trx, now, rowsOf, progress),
          createGzip(),
          createWriteStream(part, { mode: 0o600 }),
        )
        return rowsOf
      })
    await rename(part, path)
    return rows
  } finally {
    await rm(part, { force: true })
  }
}

async function* dump(
  trx: Db,
  now: Date,
  rowsOf: Record<string, number>,
  progress: Progress,
): AsyncGenerator<string> {
  const tables = await listStoredTables(trx)
  const { applied } = await inspectMigrations(trx)
  // An address or a folder that is not the right one opens as an empty database: that is no backup.
  if (applied.length === 0)
    throw new Error(
      'There is nothing to back up: Gazette has never used this database (DATABASE_URL, DATA_DIR).',
    )
  const write = (line: Line) => `${JSON.stringify(line)}\n`
  yield write({ header: { gazetteBackup: form, at: now.toISOString(), schema: applied, tables } })
  for (const { name } of tables) {
    yield write({ table: name })
    rowsOf[name] = 0
    await sql`declare dump no scroll cursor for select to_json(t)::text as line from ${sql.table(name)} t`.execute(
      trx,
    )
    for (;;) {
      const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(batch)} from dump`.execute(trx)
      rowsOf[name] += rows.length
      // The row is JSON already: as the database wrote it, no number or time passes through ours.
      if (rows.length > 0) yield rows.map(({ line }) => `{"row":${line}}\n`).join('')
      progress(name, rowsOf[name])
      if (rows.length < batch) break
    }
    await sql`close dump`.execute(trx)
  }
  yield write({ footer: { sequences: await listSequences(trx), rows: rowsOf } })
}

async function listSequences(trx: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; value: number }>`
    select sequencename as name, last_value as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename`.execute(trx)
  return Object.fromEntries(rows.map(({ name, value }) => [name, Number(value)]))
}

/** The lines of a backup with their text, since rows go to the database as they stand. Throws where it is none, or cut off. */
export async function* readDump(path: string): AsyncGenerator<{ line: Line; text: string }> {
  const file = createReadStream(path)
  const unzipped = createGunzip()
  file.on('error', (error) => unzipped.destroy(error))
  file.pipe(unzipped).setEncoding('utf8')
  let last: Line | null = null
  try {
    for await (const text of splitLines(readWhole(path, unzipped))) {
      const line = parseLine(path, text)
      if (last === null && !('header' in line)) throw new NotABackup(path)
      last = line
      yield { line, text }
    }
    if (last === null || !('footer' in last)) throw new NotABackup(path)
  } finally {
    file.destroy()
    unzipped.destroy()
  }
}

/** The stream's pieces; what zlib finds wrong with them says that the file is no whole backup. */
async function* readWhole(path: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* pieces
  } catch (error) {
    throw new NotABackup(path, error)
  }
}

/** Thrown for a file that is no backup, or not a whole one. */
export class NotABackup extends Error {
  override readonly name = 'NotABackup'
  constructor(path: string, cause?: unknown) {
    super(`${path} is not a whole backup of Gazette's.`, { cause })
  }
}

function parseLine(path: string, text: string): Line {
  try {
    return lineForm.parse(JSON.parse(text))
  } catch (error) {
    throw new NotABackup(path, error)
  }
}
