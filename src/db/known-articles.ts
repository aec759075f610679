/** Finds which of the items that sources bring are stored already, whatever they are called now; for store-articles.ts. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { isNextIssue } from '../core/edit.ts'
import type { Article, Db } from './database.ts'

/** One parsed item on its way in. */
export interface IncomingArticle {
  /** Identity across sources: the canonical address, perhaps with what `partOf` adds; a urn where there is none. */
  guid: string
  /** Identity inside its source: what the feed calls it. */
  sourceGuid: string
  url: string | null
  title: string
  author: string | null
  originalAuthor: string | null
  originalUrl: string | null
  publishedAt: Date | null
  text: string
  contentHash: string
}

/** An item with the source that brings it. */
export interface IncomingRow {
  sourceId: number
  item: IncomingArticle
}

export type Known = Pick<Article, 'id' | 'item_hash' | 'published_at'>

/** The identity of one of several articles that have the identity `guid` in common. */
export function partOf(
  guid: string,
  { title, publishedAt }: Pick<IncomingArticle, 'title' | 'publishedAt'>,
): string {
  const name = `${title}\n${publishedAt?.toISOString().slice(0, 10) ?? ''}`
  return `${guid}#${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`
}

/**
 * Stored articles that these items are: by identity; by the name that their source gave to one article and no other;
 * or by their very words, where the source changed both name and address.
 */
export async function findKnown(trx: Db, rows: readonly IncomingRow[]): Promise<Map<IncomingRow, Known>> {
  const { rows: bySource } = await sql<Known & { source_id: number; guid: string; identity: string }>`
    select articles.id, articles.item_hash, articles.published_at, articles.guid as identity,
      named.source_id, named.guid
    from unnest(${rows.map(({ sourceId }) => sourceId)}::bigint[], ${rows.map(({ item }) => item.sourceGuid)}::text[])
      as asked (source_id, guid)
    join article_sources named on named.source_id = asked.source_id and named.guid = asked.guid
    join articles on articles.id = named.article_id`.execute(trx)
  const known = new Map<IncomingRow, Known>()
  await addKnownByGuid(trx, rows, known)
  const named = (sourceId: number, guid: string) => `${sourceId} ${guid}`
  const ofName = Map.groupBy(bySource, (row) => named(row.source_id, row.guid))
  const listed = Map.groupBy(rows, (row) => named(row.sourceId, row.item.sourceGuid))
  for (const row of rows) {
    const name = named(row.sourceId, row.item.sourceGuid)
    // Some feeds call all their items the same.
    const [article, ...others] = ofName.get(name) ?? []
    const isOwnName = others.length === 0 && listed.get(name)!.length === 1
    // One that shared its address with others may stand alone now.
    const isPart = article?.identity.startsWith(`${row.item.guid}#`)
    if (article && isOwnName && (isPart || !known.has(row))) known.set(row, article)
  }
  await addKnownByGuid(trx, await takeNextIssues(trx, known), known)
  await addKnownByWords(trx, rows, known)
  return known
}

async function addKnownByGuid(
  trx: Db,
  rows: readonly IncomingRow[],
  known: Map<IncomingRow, Known>,
): Promise<void> {
  if (rows.length === 0) return
  const { rows: found } = await sql<Known & { guid: string }>`
    select id, guid, item_hash, published_at from articles
    where guid = any(${rows.map(({ item }) => item.guid)}::text[])`.execute(trx)
  const ofGuid = new Map(found.map((article) => [article.guid, article]))
  for (const row of rows) {
    const article = ofGuid.get(row.item.guid)
    if (article) known.set(row, article)
  }
}

/** Takes out of `known` what only has the name and address of an earlier issue, gives it an identity and returns it. */
async function takeNextIssues(trx: Db, known: Map<IncomingRow, Known>): Promise<IncomingRow[]> {
  const edited = [...known].filter(
    ([{ item }, { item_hash, published_at }]) =>
      item.contentHash !== item_hash && item.publishedAt?.getTime() !== published_at?.getTime(),
  )
  if (edited.length === 0) return []
  const ids = [...new Set(edited.map(([, { id }]) => id))]
  const stored = await trx.selectFrom('articles').select(['id', 'text']).where('id', 'in', ids).execute()
  const textOf = new Map(stored.map(({ id, text }) => [id, text]))
  const issues = edited.filter(([{ item }, { id, published_at }]) =>
    isNextIssue({ text: textOf.get(id) ?? '', publishedAt: published_at }, item),
  )
  return issues.map(([row]) => {
    known.delete(row)
    row.item = { ...row.item, guid: partOf(row.item.guid, row.item) }
    return row
  })
}

/**
 * The same words of the same day from the same source were listed anew, not written again. A title alone says too
 * little for that: its name must be the same too, but for what was added while other items of the feed shared it.
 */
async function addKnownByWords(
  trx: Db,
  rows: readonly IncomingRow[],
  known: Map<IncomingRow, Known>,
): Promise<void> {
  const unknown = rows.filter((row) => !known.has(row))
  if (unknown.length === 0) return
  const { rows: found } = await sql<Known & { source_id: number; guid: string }>`
    select articles.id, articles.item_hash, articles.published_at, link.source_id, link.guid
    from article_sources link join articles on articles.id = link.article_id
    where link.source_id = any(${[...new Set(unknown.map(({ sourceId }) => sourceId))]}::bigint[])
      and articles.item_hash = any(${unknown.map(({ item }) => item.contentHash)}::text[])`.execute(trx)
  const words = (sourceId: number, hash: string, at: Date | null) => `${sourceId} ${hash} ${at?.getTime()}`
  const ofWords = Map.groupBy(found, (row) => words(row.source_id, row.item_hash, row.published_at))
  for (const row of unknown) {
    const { contentHash, publishedAt, sourceGuid, text } = row.item
    const same = ofWords.get(words(row.sourceId, contentHash, publishedAt)) ?? []
    const article = same.find(
      ({ guid }) => text !== '' || isLonger(guid, sourceGuid) || isLonger(sourceGuid, guid),
    )
    if (article) known.set(row, article)
  }
}

/** Whether a name is the other and a title, as a feed's items are called that share an identifier. */
const isLonger = (name: string, other: string): boolean => name.startsWith(`${other}|`)
