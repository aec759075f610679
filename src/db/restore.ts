/** Fills a database from a backup: the schema of its day, its rows in one transaction, then on to the schema of today. */
import { type Kysely, sql } from 'kysely'
import type { Db, Tables } from './database.ts'
import { type Footer, type Header, NotABackup, type Progress, readDump } from './dump.ts'
import { queueName } from './connect.ts'
import { inspectMigrations, migrate, migrateTo } from './migrate.ts'
import { listStoredTables, type StoredTable } from './tables-in-order.ts'

const batch = 500

/** Thrown where a restore would mix or destroy; the message says what to do. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

export interface RestoreOptions {
  /** Empties the tables first. */
  replace: boolean
  now: Date
  progress?: Progress
}

/** Restores `path` and returns the rows of each table. Throws `NotABackup` or `RestoreRefused`; nothing is half done then. */
export async function restoreDump(
  db: Kysely<Tables>,
  path: string,
  options: RestoreOptions,
): Promise<Record<string, number>> {
  const header = await readHeader(path)
  const { unknown, missing, applied } = await inspectMigrations(db)
  const known = [...applied, ...missing]
  const foreign = header.schema.filter((name) => !known.includes(name) || unknown.includes(name))
  if (foreign.length > 0)
    throw new RestoreRefused(
      `The backup was made by a newer Gazette (${foreign.join(', ')}): update this one first.`,
    )
  await refuseBusy(db, applied, options)
  return db.transaction().execute(async (trx) => {
    if (options.replace) await emptyTables(trx)
    // Rows of an older schema need the later migrations' own changes to them, not only today's columns.
    if (applied.length !== header.schema.length) {
      await dropSchema(trx)
      await migrateTo(trx, header.schema.at(-1)!)
    }
    const rows = await insertRows(trx, path, header, options.progress ?? (() => undefined))
    await migrate(trx)
    return rows
  })
}

async function readHeader(path: string): Promise<Header> {
  for await (const { line } of readDump(path)) if ('header' in line) return line.header
  throw new NotABackup(path)
}

async function refuseBusy(
  db: Kysely<Tables>,
  applied: readonly string[],
  options: RestoreOptions,
): Promise<void> {
  if (applied.length === 0) return
  const lease = await db
    .selectFrom('leases')
    .select('name')
    .where('expires_at', '>', options.now)
    .executeTakeFirst()
  if (lease || (await isServed(db)))
    throw new RestoreRefused(
      'Gazette is running on this database, or a pooler holds its connections: stop its processes first.',
    )
  if (options.replace) return
  for (const { name } of await listStoredTables(db)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0)
      throw new RestoreRefused(
        `The database is not empty (${name}). Restore into a new one, or use --replace to lose what is there.`,
      )
  }
}

/** Whether a queue is open on the database: a process that only works holds no lease. */
async function isServed(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and application_name = ${queueName} limit 1`.execute(db)
  return rows.length > 0
}

async function emptyTables(trx: Db): Promise<void> {
  const tables = await listStoredTables(trx)
  await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))} restart identity cascade`.execute(
    trx,
  )
  // Jobs carry ids of rows that are gone; what still needs doing is found by the sweep.
  const { rows } = await sql<{
    found: string | null
  }>`select to_regclass('pgboss.job')::text as found`.execute(trx)
  if (rows[0]?.found) await sql`delete from pgboss.job`.execute(trx)
}

/** Takes away what migrations made, all of it in 'public'; what belongs to an extension stays, and a column's own sequence goes with it. */
async function dropSchema(trx: Db): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('drop %s if exists %s cascade',
        case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, oid::regclass) as statement
      from pg_class made where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
        and not exists (select from pg_depend where objid = made.oid and deptype in ('e', 'i'))
    union all
    select format('drop function if exists %s cascade', oid::regprocedure)
      from pg_proc made where pronamespace = 'public'::regnamespace and prokind = 'f'
        and not exists (select from pg_depend where objid = made.oid and deptype = 'e')`.execute(trx)
  for (const { statement } of rows) await sql.raw(statement).execute(trx)
}

async function insertRows(
  trx: Db,
  path: string,
  header: Header,
  progress: Progress,
): Promise<Record<string, number>> {
  const rowsOf: Record<string, number> = {}
  let table: StoredTable | null = null
  let waiting: string[] = []
  let later: { key: unknown[]; columns: unknown[] }[] = []
  const flush = async () => {
    if (table === null || waiting.length === 0) return
    await insertBatch(trx, table, `[${waiting.join(',')}]`)
    rowsOf[table.name] = (rowsOf[table.name] ?? 0) + waiting.length
    progress(table.name, rowsOf[table.name]!)
    waiting = []
  }
  const finish = async () => {
    await flush()
    if (table) await setSelfReferences(trx, table, later)
    later = []
  }
  let footer: Footer | null = null
  for await (const { line, text } of readDump(path)) {
    if ('row' in line) {
      const row = line.row as Record<string, unknown>
      if (table?.selfReferences.some((name) => row[name] !== null))
        later.push({
          key: table.primaryKey.map((name) => row[name]),
          columns: table.selfReferences.map((name) => row[name]),
        })
      waiting.push(text.slice('{"row":'.length, -1))
      if (waiting.length === batch) await flush()
    } else if ('table' in line) {
      await finish()
      table = header.tables.find(({ name }) => name === line.table) ?? null
      if (table) rowsOf[table.name] = 0
    } else if ('footer' in line) {
      await finish()
      footer = line.footer
    }
  }
  for (const [name, value] of Object.entries(footer?.sequences ?? {}))
    await sql`select setval(${`public.${JSON.stringify(name)}`}::regclass, ${value})`.execute(trx)
  return rowsOf
}

async function insertBatch(trx: Db, table: StoredTable, rows: string): Promise<void> {
  const columns = table.columns.filter((name) => !table.selfReferences.includes(name))
  const list = sql.join(columns.map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table.name)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(table.name)}, ${rows}::json)`.execute(trx)
}

async function setSelfReferences(
  trx: Db,
  table: StoredTable,
  rows: readonly { key: unknown[]; columns: unknown[] }[],
): Promise<void> {
  for (const { key, columns } of rows) {
    const assigned = sql.join(table.selfReferences.map((name, at) => sql`${sql.ref(name)} = ${columns[at]}`))
    const found = sql.join(
      table.primaryKey.map((name, at) => sql`${sql.ref(name)} = ${key[at]}`),
      sql` and `,
    )
    await sql`update ${sql.table(table.name)} set ${assigned} where ${found}`.execute(trx)
  }
}
