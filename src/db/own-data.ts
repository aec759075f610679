/** Queries on everything that is kept about one chat and its reader, whichever table it stands in: for /export and to prove /delete. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Columns that say whose a row is, and by which of the two ids. */
const owners = { subscriber_id: 'subscriberId', reader_id: 'readerId', owner_id: 'readerId' } as const

export interface Owner {
  subscriberId: number
  /** null in a group or channel, whose members' own data is not its own. */
  readerId: number | null
}

/** Rows by table, empty tables left out. A table that is added later is found by its columns. */
export async function collectOwnData(db: Db, owner: Owner): Promise<Record<string, unknown[]>> {
  const { rows: columns } = await sql<{ table: string; column: keyof typeof owners }>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and c.column_name = any(${Object.keys(owners)}::text[])
    order by c.table_name, c.column_name`.execute(db)
  const found: Record<string, unknown[]> = {}
  for (const table of new Set(columns.map((column) => column.table))) {
    const tests = columns.flatMap((each) => {
      const id = each.table === table ? owner[owners[each.column]] : null
      return id === null ? [] : [sql`${sql.ref(each.column)} = ${id}`]
    })
    if (tests.length === 0) continue
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(own) as row from ${sql.table(table)} own where ${sql.join(tests, sql` or `)}`.execute(
      db,
    )
    if (rows.length > 0) found[table] = rows.map(({ row }) => row)
  }
  return found
}
