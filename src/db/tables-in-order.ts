/** What a backup holds: Gazette's tables, each after those it refers to, with their columns. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './database.ts'

/** As it stands in a backup too. */
export const storedTable = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  primaryKey: z.array(z.string()),
  /** Columns that refer to a row of the same table, which may come later. */
  selfReferences: z.array(z.string()),
})
export type StoredTable = z.infer<typeof storedTable>

/** Of the moment (who holds what until when), kept by the migrator itself, or made by the database from another table. */
const leftOut = ['kysely_migration', 'kysely_migration_lock', 'leases', 'clock', 'source_names']

interface Described {
  name: string
  columns: string[]
  primary_key: string[] | null
  refers_to: string[] | null
  self_references: string[] | null
}

/** Every table of Gazette's in the order in which rows can be inserted. */
export async function listStoredTables(db: Db): Promise<StoredTable[]> {
  const { rows } = await sql<Described>`
    select t.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(c.conkey, a.attnum))
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.conrelid = t.oid and c.contype = 'p') as primary_key,
      (select array_agg(distinct r.relname::text) from pg_constraint c join pg_class r on r.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid) as refers_to,
      (select array_agg(a.attname::text)
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid = t.oid) as self_references
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and not t.relispartition and t.relname <> all(${leftOut}::text[])
    order by t.relname`.execute(db)
  return inOrder(rows).map((row) => ({
    name: row.name,
    columns: row.columns,
    primaryKey: row.primary_key ?? [],
    selfReferences: row.self_references ?? [],
  }))
}

function inOrder(tables: readonly Described[]): Described[] {
  const placed = new Set<string>()
  const order: Described[] = []
  while (order.length < tables.length) {
    const ready = tables.filter(
      (table) => !placed.has(table.name) && (table.refers_to ?? []).every((name) => placed.has(name)),
    )
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle.')
    for (const table of ready) {
      placed.add(table.name)
      order.push(table)
    }
  }
  return order
}
