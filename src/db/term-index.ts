/** The search index: immutable segments of which document holds which term, written for each batch of articles and merged later. */
import { sql } from 'kysely'
import { encodeSegment, readBlock, type Segment } from '../core/segment.ts'
import { firstOf, keyOf, type TermTable } from '../core/term-table.ts'
import type { Db } from './database.ts'

/**
 * Makes articles searchable by the terms that `table` has for each place in the list, instead of those they had. A
 * document is an article as it was indexed once: indexed anew it gets another number, and what segments say of the old
 * one counts no more.
 */
export async function indexArticles(trx: Db, articleIds: readonly number[], table: TermTable): Promise<void> {
  if (articleIds.length === 0) return
  const { rows } = await sql<{ number: number; article_id: number }>`
    insert into documents (article_id) select id from unnest(${articleIds}::bigint[]) id order by id
    on conflict (article_id) do update set number = excluded.number
    returning number, article_id`.execute(trx)
  const numberOf = new Map(rows.map(({ number, article_id }) => [article_id, number]))
  const numbers = articleIds.map((id) => numberOf.get(id)!)
  const segment = encodeSegment(table, (place) => numbers[place]!)
  await writeSegment(trx, segment, numbers)
}

/** Adds a segment about the documents of these numbers. */
export async function writeSegment(trx: Db, segment: Segment, numbers: readonly number[]): Promise<void> {
  let first = Infinity
  let last = 0
  for (const number of numbers) {
    first = Math.min(first, number)
    last = Math.max(last, number)
  }
  const { id } = await trx
    .insertInto('segments')
    .values({
      state: 'live',
      bits: segment.bits,
      documents: numbers.length,
      first_document: first,
      last_document: last,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeBlocks(trx, id, segment)
}

/** Writes blocks in one statement and as one run of bytes, which cross as they are. */
export async function writeBlocks(
  trx: Db,
  segmentId: number,
  { blocks, ends, bytes }: Segment,
): Promise<void> {
  const starts = ends.map((_, at) => ends[at - 1] ?? 0)
  await sql`
    insert into segment_blocks (segment_id, number, terms)
    select ${segmentId}, number, substring(${bytes}::bytea from start + 1 for "end" - start)
    from unnest(${blocks}::int[], ${starts}::int[], ${ends}::int[]) as block (number, start, "end")`.execute(
    trx,
  )
}

/** Documents by number: `from` and what comes after, before `to`. */
export interface DocumentRange {
  from: number
  to: number
}

/** The number after the last document's; 0 where nothing is indexed. */
export async function nextDocument(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : last + 1
}

/**
 * Gives each document in `range` that holds a term of any of the words, once, with a bit for each word that it holds.
 * Those of segments that are older come first. Among them are documents that stand for an article no more. At most 31
 * words.
 */
export async function findHolders(
  db: Db,
  words: readonly (readonly string[])[],
  { from, to }: DocumentRange,
  visit: (document: number, held: number) => void,
): Promise<void> {
  const bitsOf = new Map<number, number>()
  for (const [at, terms] of words.entries())
    for (const key of terms.map(keyOf)) bitsOf.set(key, (bitsOf.get(key) ?? 0) | (1 << at))
  const { rows } = await sql<{ segment_id: number; first: number; last: number; terms: Uint8Array }>`
    select segment_id, first_document as first, last_document as last, terms
    from segments cross join unnest(${[...bitsOf.keys()].map(firstOf)}::bigint[]) as asked (hash)
      join segment_blocks on segment_id = segments.id and number = (hash >> (32 - bits))::int
    where state = 'live' and last_document >= ${from} and first_document < ${to}
    group by segments.id, segment_id, number
    order by first_document, segment_id`.execute(db)
  // By place in a segment, and emptied after each; an array for all documents that there are would take longest.
  let held = new Uint32Array(0)
  let holders: number[] = []
  for (const [at, { segment_id: segment, first, last, terms }] of rows.entries()) {
    if (last - first >= held.length) held = new Uint32Array(last - first + 1)
    readBlock(
      terms,
      (key) => bitsOf.has(key),
      (key, document) => {
        if (document < from || document >= to) return
        const place = document - first
        if (held[place] === 0) holders.push(document)
        held[place]! |= bitsOf.get(key)!
      },
    )
    if (rows[at + 1]?.segment_id === segment) continue
    for (const document of holders) {
      visit(document, held[document - first]!)
      held[document - first] = 0
    }
    holders = []
  }
}
