/** Brings a database to the schema of this code, once, however many processes ask at the same time. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import { type Kysely, sql } from 'kysely'

const folder = join(import.meta.dirname, '../../migrations')

/** Thrown when the database has migrations this code does not know. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer'
  constructor(unknown: readonly string[]) {
    super(
      `The database was written by a newer Gazette (it has ${unknown.join(', ')}, which this version lacks). ` +
        'Update Gazette, or restore a backup made by this version.',
    )
  }
}

/** All migrations of this code, by name. */
export async function loadMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
  const loaded = await Promise.all(
    names.map(async (name) => [name.slice(0, -3), (await import(join(folder, name))) as Migration] as const),
  )
  return Object.fromEntries(loaded)
}

async function listApplied<T>(db: Kysely<T>): Promise<string[]> {
  const table = await sql<{
    name: string | null
  }>`select to_regclass('kysely_migration')::text as name`.execute(db)
  if (!table.rows[0]?.name) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

export interface SchemaState {
  applied: string[]
  missing: string[]
  /** Applied by a newer version; they only added, so that this version works on beside it. */
  unknown: string[]
  /** The unknown ones that took something away: this version cannot work any more. */
  breaking: string[]
}

/**
 * A migration only adds, so that two versions can run side by side during a rolling upgrade. What the last version
 * still used is taken away one release later, by a migration whose name ends so.
 */
const removing = /_removal$/u

/** Which migrations the database has, lacks, and has beyond this code. */
export async function inspectMigrations<T>(db: Kysely<T>): Promise<SchemaState> {
  const [known, applied] = [Object.keys(await loadMigrations()), await listApplied(db)]
  const unknown = applied.filter((name) => !known.includes(name))
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown,
    breaking: unknown.filter((name) => removing.test(name)),
  }
}

/** Applies what is missing and returns the names applied. Throws `DatabaseNewer`; several processes may call at once. */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const { unknown, missing, breaking } = await inspectMigrations(db)
  if (breaking.length > 0 || (unknown.length > 0 && missing.length > 0)) throw new DatabaseNewer(unknown)
  if (missing.length === 0) return []
  return run(await createMigrator(db).migrateToLatest())
}

/** Brings an empty database to the schema after the migration `name`, as a backup of that day needs it. */
export async function migrateTo<T>(db: Kysely<T>, name: string): Promise<string[]> {
  return run(await createMigrator(db).migrateTo(name))
}

function createMigrator<T>(db: Kysely<T>): Migrator {
  return new Migrator({ db, provider: { getMigrations: loadMigrations } })
}

/** Names of what was applied. Throws what a migration threw. */
function run({ error, results }: MigrationResultSet): string[] {
  if (error) throw error instanceof Error ? error : new Error(`Migration failed: ${JSON.stringify(error)}`)
  return (results ?? []).map((result) => result.migrationName)
}
