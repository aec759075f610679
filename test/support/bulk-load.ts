/** Loads many rows into tables as a restore does: indexes, keys and references are taken away before and made after. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'

interface Definition {
  owner: string
  name: string
  kind: 'f' | 'p' | 'u' | 'i'
  definition: string
}

/** References of every table, and what else orders or checks the rows of `tables`. */
async function listDefinitions(db: Db, tables: readonly string[]): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select conrelid::regclass::text as owner, conname as name, contype as kind, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace
      and (contype = 'f' or contype in ('p', 'u') and conrelid = any(${tables}::text[]::regclass[]))
    union all
    select indrelid::regclass::text, indexrelid::regclass::text, 'i', pg_get_indexdef(indexrelid)
    from pg_index where indrelid = any(${tables}::text[]::regclass[])
      and not exists (select 1 from pg_constraint where conindid = indexrelid)`.execute(db)
  return rows
}

/** Runs `load`, which gives rows numbers of its own; counters go on after them. References of old rows are not checked. */
export async function loadWithoutIndexes(
  db: Db,
  tables: readonly string[],
  load: () => Promise<unknown>,
): Promise<void> {
  const all = await listDefinitions(db, tables)
  const of = (...kinds: Definition['kind'][]) => all.filter(({ kind }) => kinds.includes(kind))
  for (const { owner, name } of [...of('f'), ...of('p', 'u')])
    await sql`alter table ${sql.raw(owner)} drop constraint ${sql.ref(name)}`.execute(db)
  for (const { name } of of('i')) await sql`drop index ${sql.raw(name)}`.execute(db)
  await load()
  await Promise.all(
    tables.map(async (table) => {
      for (const { name, definition } of of('p', 'u').filter(({ owner }) => owner === table))
        await sql`alter table ${sql.raw(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
          db,
        )
      for (const { definition } of of('i').filter(({ owner }) => owner === table))
        await sql.raw(definition).execute(db)
    }),
  )
  for (const { owner, name, definition } of of('f'))
    await sql`alter table ${sql.raw(owner)} add constraint ${sql.ref(name)} ${sql.raw(definition)} not valid`.execute(
      db,
    )
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES' and table_name = any(${tables}::text[])`.execute(db)
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(
      db,
    )
}
