/** Stores what sources bring: each article once, however many sources bring it and whatever they call it. */
import { sql } from 'kysely'
import { editMatters } from '../core/edit.ts'
import type { Db } from './database.ts'
import { findKnown, type IncomingArticle, type IncomingRow } from './known-articles.ts'

export type { IncomingArticle } from './known-articles.ts'

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

/** Inserts articles that nobody has stored, sorted so that two workers with the same ones do not lock each other out. */
async function insertArticles(
  trx: Db,
  items: readonly IncomingArticle[],
  now: Date,
): Promise<{ ids: Map<string, number>; fresh: Set<number> }> {
  if (items.length === 0) return { ids: new Map(), fresh: new Set() }
  const sorted = items.toSorted((one, other) => (one.guid < other.guid ? -1 : 1))
  const { bytes, places } = oneRun(sorted.map(({ text }) => text))
  const rest = sorted.map((item, at) => ({ ...item, text: undefined, ...places[at] }))
  const { rows: stored } = await sql<{ id: number; guid: string }>`
    insert into articles (guid, url, title, author, original_author, original_url, published_at, text,
      content_hash, item_hash, found_at)
    select guid, url, title, author, "originalAuthor", "originalUrl", "publishedAt",
      convert_from(substring(${bytes}::bytea from start + 1 for size), 'UTF8'), "contentHash", "contentHash", ${now}
    from json_to_recordset(${JSON.stringify(rest)}::json) as item (
      guid text, url text, title text, author text, "originalAuthor" text, "originalUrl" text,
      "publishedAt" timestamptz, start int, size int, "contentHash" text
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

/**
 * Texts as one run of bytes, and where each is in it: they cross as they are. As JSON every sign is looked at for marks to
 * escape, here and once more by PostgreSQL, which then took four times as long for the same articles.
 */
function oneRun(texts: readonly string[]): { bytes: Buffer; places: { start: number; size: number }[] } {
  const sizes = texts.map((text) => Buffer.byteLength(text))
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0))
  let start = 0
  const places = texts.map((text, at) => {
    bytes.write(text, start)
    const place = { start, size: sizes[at]! }
    start += place.size
    return place
  })
  return { bytes, places }
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
