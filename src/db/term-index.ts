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
 * Tells which documents in `range` hold one of the terms of each word, by the word's place in the list; one that holds two
 * is told twice. Among them are documents that stand for an article no more.
 */
export async function findDocuments(
  db: Db,
  words: readonly (readonly string[])[],
  { from, to }: DocumentRange,
  visit: (word: number, document: number) => void,
): Promise<void> {
  const askedBy = new Map<number, number[]>()
  for (const [word, terms] of words.entries())
    for (const term of terms) askedBy.set(keyOf(term), [...(askedBy.get(keyOf(term)) ?? []), word])
  const { rows } = await sql<{ terms: Uint8Array }>`
    select terms from segments cross join unnest(${[...askedBy.keys()].map(firstOf)}::bigint[]) as asked (hash)
      join segment_blocks on segment_id = segments.id and number = (hash >> (32 - bits))::int
    where state = 'live' and last_document >= ${from} and first_document < ${to}
    group by segment_id, number`.execute(db)
  for (const { terms } of rows)
    readBlock(
      terms,
      (key) => askedBy.has(key),
      (key, document) => {
        if (document >= from && document < to) for (const word of askedBy.get(key)!) visit(word, document)
      },
    )
}
