/** Merges segments of the search index, so that a search reads few: eight of a size become one of the next. */
import { type Kysely, type Selectable, sql } from 'kysely'
import { bitsFor, blockOf, encodeSegment, readBlock } from '../core/segment.ts'
import { addKey, createTermTable, firstOf, type TermTable } from '../core/term-table.ts'
import type { Db, Tables } from './database.ts'
import { writeBlocks } from './term-index.ts'

/** As many of one size are merged: each posting is so written anew a few times, and a search reads some dozens. */
const together = 8
/** Of so many documents a segment is left as it is. */
const largest = 32_768
/** Blocks of the new segment that are made at once: a third of a megabyte, so that nobody waits for a long transaction. */
const chunkBits = 8

type Source = Selectable<Tables['segments']>

/** What a merge that died has left; only for who alone may merge. */
export async function deleteUnfinishedSegments(db: Db): Promise<void> {
  await db.deleteFrom('segments').where('state', '=', 'making').execute()
}

/** Removes segments all of whose documents stand for an article no more. */
export async function deleteDeadSegments(db: Db): Promise<void> {
  await sql`delete from segments where state = 'live' and not exists (
    select 1 from documents where number between first_document and last_document
  )`.execute(db)
}

/** Eight live segments of about one size, the smallest and oldest first; none where no size has as many. */
export async function findMergeable(db: Db): Promise<Source[]> {
  const live = await db
    .selectFrom('segments')
    .selectAll()
    .where('state', '=', 'live')
    .where('documents', '<', largest)
    .orderBy('first_document')
    .execute()
  const sizes = Map.groupBy(live, ({ documents }) => Math.floor(Math.log(documents) / Math.log(together)))
  const [smallest] = [...sizes]
    .filter(([, alike]) => alike.length >= together)
    .toSorted(([one], [other]) => one - other)
  return smallest?.[1].slice(0, together) ?? []
}

/**
 * Puts one segment in the place of `sources`, without what stands for an article no more. Searches find the same all the
 * while. `mayGoOn` is asked before each step; where it says no, everything stays as it was.
 */
export async function mergeSegments(
  db: Kysely<Tables>,
  sources: readonly Source[],
  mayGoOn: () => Promise<boolean>,
): Promise<void> {
  const first = Math.min(...sources.map(({ first_document }) => first_document))
  const last = Math.max(...sources.map(({ last_document }) => last_document))
  const ids = sources.map(({ id }) => id)
  const { rows } = await sql<{ bytes: number }>`
    select sum(octet_length(terms))::float8 as bytes from segment_blocks where segment_id = any(${ids}::int[])`.execute(
    db,
  )
  const bits = bitsFor(rows[0]!.bytes)
  const { id } = await db
    .insertInto('segments')
    .values({ state: 'making', bits, documents: 0, first_document: first, last_document: last })
    .returning('id')
    .executeTakeFirstOrThrow()
  const isDead = await listDead(db, first, last)
  const held = new Set<number>()
  const coarse = Math.max(0, bits - chunkBits)
  for (let chunk = 0; chunk < 2 ** coarse; chunk += 1) {
    if (!(await mayGoOn())) return
    const table = await readChunk(db, sources, { chunk, bits: coarse }, isDead)
    if (table.size === 0) continue
    for (const number of table.entries.subarray(0, table.size)) held.add(number)
    await writeBlocks(
      db,
      id,
      encodeSegment(table, (number) => number, bits),
    )
  }
  if (!(await mayGoOn())) return
  await db.transaction().execute(async (trx) => {
    const made = await trx
      .updateTable('segments')
      .set({ state: 'live', documents: held.size })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    // Somebody else merges them, who found this process too slow.
    if (!made) return
    await trx
      .deleteFrom('segments')
      .where('id', 'in', held.size === 0 ? [...ids, id] : ids)
      .execute()
  })
}

/** The numbers from `first` to `last` that stand for no article. */
async function listDead(db: Db, first: number, last: number): Promise<(number: number) => boolean> {
  const { rows } = await sql<{ number: number }>`
    select number from documents where number between ${first} and ${last}`.execute(db)
  const alive = new Uint8Array(last - first + 1)
  for (const { number } of rows) alive[number - first] = 1
  return (number) => alive[number - first] === 0
}

/** The terms of all sources whose hashes begin with the same bits, and the documents that hold them. */
async function readChunk(
  db: Db,
  sources: readonly Source[],
  { chunk, bits }: { chunk: number; bits: number },
  isDead: (number: number) => boolean,
): Promise<TermTable> {
  const ranges = sources.map((source) => {
    const finer = source.bits - bits
    return finer < 0
      ? { from: chunk >> -finer, to: chunk >> -finer }
      : { from: chunk << finer, to: ((chunk + 1) << finer) - 1 }
  })
  const { rows } = await sql<{ terms: Uint8Array }>`
    select terms from unnest(${sources.map(({ id }) => id)}::int[], ${ranges.map(({ from }) => from)}::int[],
      ${ranges.map(({ to }) => to)}::int[]) with ordinality as part (segment_id, first, last, place)
      join segment_blocks on segment_blocks.segment_id = part.segment_id and number between first and last
    order by place`.execute(db)
  const table = createTermTable()
  for (const { terms } of rows)
    readBlock(
      terms,
      (key) => blockOf(firstOf(key), bits) === chunk,
      (key, document) => {
        if (!isDead(document)) addKey(table, key, document)
      },
    )
  return table
}
