/** Stores what sources bring: each article once, however many sources bring it and whatever they call it. */
import { sql } from 'kysely'
import { editMatters } from '../core/edit.ts'
import type { Article, Db } from './database.ts'

/** One parsed item on its way in. */
export interface IncomingArticle {
  /** Identity across sources: the canonical address, or a urn where there is none. */
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

/** What one source brought. */
export interface Incoming {
  sourceId: number
  items: readonly IncomingArticle[]
}

export interface Stored {
  /** New articles. */
  inserted: number[]
  /** Known articles whose words changed. */
  changed: number[]
  /** Articles that other sources had brought before. */
  joined: number[]
}

/**
 * Stores the items of some sources in a few statements, in a transaction of the caller's, and returns what came of
 * each source's, in their order. Running twice with the same items changes nothing.
 */
export async function storeArticles(trx: Db, incoming: readonly Incoming[], now: Date): Promise<Stored[]> {
  const rows = incoming.flatMap(({ sourceId, items }) => items.map((item) => ({ sourceId, item })))
  if (rows.length === 0) return incoming.map(() => ({ inserted: [], changed: [], joined: [] }))
  const known = await findKnown(trx, rows)
  const fresh = new Map<string, IncomingArticle>()
  for (const row of rows) if (!known.has(row)) fresh.set(row.item.guid, row.item)
  const inserted = await insertArticles(trx, [...fresh.values()], now)
  const changes = new Map<number, IncomingArticle>()
  for (const [{ item }, article] of known)
    if (article.item_hash !== item.contentHash) changes.set(article.id, item)
  await updateArticles(trx, changes, now)
  const idOf = (row: IncomingRow) => known.get(row)?.id ?? inserted.ids.get(row.item.guid)
  const linked = await linkSources(
    trx,
    rows.flatMap((row) => {
      const id = idOf(row)
      return id === undefined ? [] : [{ id, sourceId: row.sourceId, guid: row.item.sourceGuid }]
    }),
    now,
  )
  const joined = new Set([...linked].filter((id) => !inserted.fresh.has(id)))
  return takeEachOnce(incoming, rows.map(idOf), {
    inserted: inserted.fresh,
    changed: new Set(changes.keys()),
    joined,
  })
}

interface IncomingRow {
  sourceId: number
  item: IncomingArticle
}

type Known = Pick<Article, 'id' | 'item_hash'>

/**
 * Stored articles that these items are: by identity; by the name that their source gave to one article and no other;
 * or by their very words, where the source changed both name and address.
 */
async function findKnown(trx: Db, rows: readonly IncomingRow[]): Promise<Map<IncomingRow, Known>> {
  const { rows: byGuid } = await sql<Known & { guid: string }>`
    select id, guid, item_hash from articles
    where guid = any(${rows.map(({ item }) => item.guid)}::text[])`.execute(trx)
  const { rows: bySource } = await sql<Known & { source_id: number; guid: string }>`
    select articles.id, articles.item_hash, named.source_id, named.guid
    from unnest(${rows.map(({ sourceId }) => sourceId)}::bigint[], ${rows.map(({ item }) => item.sourceGuid)}::text[])
      as asked (source_id, guid)
    join article_sources named on named.source_id = asked.source_id and named.guid = asked.guid
    join articles on articles.id = named.article_id`.execute(trx)
  const ofGuid = new Map(byGuid.map((row) => [row.guid, row]))
  const known = new Map<IncomingRow, Known>()
  for (const row of rows) {
    const article = ofGuid.get(row.item.guid)
    if (article) known.set(row, article)
  }
  const named = (sourceId: number, guid: string) => `${sourceId} ${guid}`
  const ofName = Map.groupBy(bySource, (row) => named(row.source_id, row.guid))
  const listed = Map.groupBy(rows, (row) => named(row.sourceId, row.item.sourceGuid))
  for (const row of rows) {
    const name = named(row.sourceId, row.item.sourceGuid)
    // Some feeds call all their items the same.
    const [article, ...others] = ofName.get(name) ?? []
    const isOwnName = others.length === 0 && listed.get(name)!.length === 1
    if (article && isOwnName && !known.has(row)) known.set(row, article)
  }
  await addKnownByWords(trx, rows, known)
  return known
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
  const { rows: found } = await sql<Known & { source_id: number; guid: string; published_at: Date | null }>`
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

/** Inserts articles that nobody has stored, sorted so that two workers with the same ones do not lock each other out. */
async function insertArticles(
  trx: Db,
  items: readonly IncomingArticle[],
  now: Date,
): Promise<{ ids: Map<string, number>; fresh: Set<number> }> {
  if (items.length === 0) return { ids: new Map(), fresh: new Set() }
  const sorted = items.toSorted((one, other) => (one.guid < other.guid ? -1 : 1))
  // As JSON the texts cross as they are; as arrays each would be escaped and copied first, which took twice the time.
  const { rows: stored } = await sql<{ id: number; guid: string }>`
    insert into articles (guid, url, title, author, original_author, original_url, published_at, text,
      content_hash, item_hash, found_at)
    select guid, url, title, author, "originalAuthor", "originalUrl", "publishedAt", text,
      "contentHash", "contentHash", ${now}
    from json_to_recordset(${JSON.stringify(sorted)}::json) as item (
      guid text, url text, title text, author text, "originalAuthor" text, "originalUrl" text,
      "publishedAt" timestamptz, text text, "contentHash" text
    )
    on conflict (guid) do nothing
    returning id, guid`.execute(trx)
  const ids = new Map(stored.map(({ id, guid }) => [guid, id]))
  const fresh = new Set(ids.values())
  // Another worker may have stored the same address a moment ago; its row stands for ours.
  const elsewhere = sorted.filter(({ guid }) => !ids.has(guid)).map(({ guid }) => guid)
  if (elsewhere.length > 0)
    for (const row of await trx
      .selectFrom('articles')
      .select(['id', 'guid'])
      .where('guid', 'in', elsewhere)
      .execute())
      ids.set(row.guid, row.id)
  return { ids, fresh }
}

/** Takes over what their sources say now, and marks the articles to whose readers that matters. */
async function updateArticles(
  trx: Db,
  changes: ReadonlyMap<number, IncomingArticle>,
  now: Date,
): Promise<void> {
  if (changes.size === 0) return
  const before = await trx
    .selectFrom('articles')
    .select(['id', 'title', 'text', 'content_hash', 'item_hash', 'edited_at'])
    .where('id', 'in', [...changes.keys()])
    .execute()
  for (const old of before) {
    const item = changes.get(old.id)!
    // Where the page's text stands for a teaser, only the titles can be compared; without a text it was pruned.
    const isWhole = old.content_hash === old.item_hash
    const comparable = isWhole ? item : { title: item.title, text: old.text }
    const matters = old.text !== '' && editMatters(old, comparable)
    await trx
      .updateTable('articles')
      .set({
        title: item.title,
        text: item.text,
        content_hash: item.contentHash,
        item_hash: item.contentHash,
        edited_at: matters ? now : old.edited_at,
      })
      .where('id', '=', old.id)
      .execute()
  }
}

/** Returns the articles that some source had not brought before. */
async function linkSources(
  trx: Db,
  links: readonly { id: number; sourceId: number; guid: string }[],
  now: Date,
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    insert into article_sources (article_id, source_id, guid, seen_at)
    select article_id, source_id, guid, ${now}
    from unnest(${links.map(({ id }) => id)}::bigint[], ${links.map(({ sourceId }) => sourceId)}::bigint[],
      ${links.map(({ guid }) => guid)}::text[]) as link (article_id, source_id, guid)
    on conflict do nothing
    returning article_id as id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** Counts each article for the first source that brought it now. `ids` has one for each row, in order. */
function takeEachOnce(
  incoming: readonly Incoming[],
  ids: readonly (number | undefined)[],
  from: Record<keyof Stored, Set<number>>,
): Stored[] {
  const take = (kind: keyof Stored, own: readonly (number | undefined)[]) =>
    own.flatMap((id) => (id !== undefined && from[kind].delete(id) ? [id] : []))
  let start = 0
  return incoming.map(({ items }) => {
    const own = ids.slice(start, start + items.length)
    start += items.length
    return { inserted: take('inserted', own), changed: take('changed', own), joined: take('joined', own) }
  })
}
