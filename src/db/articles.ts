/** Queries on articles: stored once however many sources bring them, and found again by words. */
import { sql } from 'kysely'
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
  language: string
  text: string
  contentHash: string
}

export interface Stored {
  /** New articles. */
  inserted: number[]
  /** Known articles whose words changed. */
  changed: number[]
}

/** Stores items of one source, in a transaction of the caller's. Running twice with the same items changes nothing. */
export async function storeArticles(
  trx: Db,
  sourceId: number,
  items: readonly IncomingArticle[],
  now: Date,
): Promise<Stored> {
  if (items.length === 0) return { inserted: [], changed: [] }
  const unique = [...new Map(items.map((item) => [item.guid, item])).values()]
  const known = await findKnown(trx, sourceId, unique)
  const fresh = unique.filter((item) => !known.has(item.guid))
  const inserted = await insertArticles(trx, fresh, now)
  const changed: number[] = []
  for (const item of unique) {
    const article = known.get(item.guid)
    if (!article || article.item_hash === item.contentHash) continue
    await trx
      .updateTable('articles')
      .set({
        title: item.title,
        text: item.text,
        content_hash: item.contentHash,
        item_hash: item.contentHash,
        language: item.language,
      })
      .where('id', '=', article.id)
      .execute()
    changed.push(article.id)
  }
  const idOf = new Map([...inserted, ...[...known].map(([guid, { id }]) => [guid, id] as const)])
  await trx
    .insertInto('article_sources')
    .values(
      unique.flatMap((item) => {
        const id = idOf.get(item.guid)
        return id === undefined
          ? []
          : [{ article_id: id, source_id: sourceId, guid: item.sourceGuid, seen_at: now }]
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { inserted: inserted.map(([, id]) => id), changed }
}

type Known = Pick<Article, 'id' | 'item_hash'>

/** Stored articles that these items are: by identity, or by the name the same source gave them before. */
async function findKnown(
  trx: Db,
  sourceId: number,
  items: readonly IncomingArticle[],
): Promise<Map<string, Known>> {
  const guids = items.map((item) => item.guid)
  const sourceGuids = items.map((item) => item.sourceGuid)
  const [byGuid, bySource] = [
    await trx.selectFrom('articles').select(['id', 'guid', 'item_hash']).where('guid', 'in', guids).execute(),
    await trx
      .selectFrom('article_sources')
      .innerJoin('articles', 'articles.id', 'article_sources.article_id')
      .select(['articles.id', 'articles.item_hash', 'article_sources.guid'])
      .where('article_sources.source_id', '=', sourceId)
      .where('article_sources.guid', 'in', sourceGuids)
      .execute(),
  ]
  const bySourceGuid = new Map(bySource.map((row) => [row.guid, row]))
  const known = new Map<string, Known>(byGuid.map((row) => [row.guid, row]))
  for (const item of items) {
    const article = known.get(item.guid) ?? bySourceGuid.get(item.sourceGuid)
    if (article) known.set(item.guid, article)
  }
  return known
}

async function insertArticles(
  trx: Db,
  items: readonly IncomingArticle[],
  now: Date,
): Promise<[string, number][]> {
  if (items.length === 0) return []
  const rows = await trx
    .insertInto('articles')
    .values(
      items.map((item) => ({
        guid: item.guid,
        url: item.url,
        title: item.title,
        author: item.author,
        original_author: item.originalAuthor,
        original_url: item.originalUrl,
        published_at: item.publishedAt,
        language: item.language,
        text: item.text,
        content_hash: item.contentHash,
        item_hash: item.contentHash,
        found_at: now,
      })),
    )
    // Another worker may have stored the same address a moment ago; its row stands for ours.
    .onConflict((conflict) =>
      conflict.column('guid').doUpdateSet((set) => ({ guid: set.ref('excluded.guid') })),
    )
    .returning(['id', 'guid'])
    .execute()
  return rows.map((row) => [row.guid, row.id])
}

export async function listArticles(db: Db, ids: readonly number[]): Promise<Article[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

export async function findArticleByUrl(db: Db, url: string): Promise<Article | undefined> {
  return db.selectFrom('articles').selectAll().where('url', '=', url).orderBy('id').executeTakeFirst()
}

/** Ids of articles stored before `before` that never became ready: what a lost job left. */
export async function listUnready(db: Db, before: Date, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('ready_at', 'is', null)
    .where('found_at', '<', before)
    .orderBy('found_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Replaces a teaser by the text of its page. */
export async function recordFullText(
  db: Db,
  id: number,
  full: { text: string; contentHash: string; language: string },
): Promise<void> {
  await db
    .updateTable('articles')
    .set({ text: full.text, content_hash: full.contentHash, language: full.language })
    .where('id', '=', id)
    .execute()
}

export interface Enrichment {
  articleId: number
  storyId: number
  topics: { topicId: number; score: number }[]
  /** Distinct search terms (core/tokens.ts). */
  terms: string[]
}

/** Writes what enrichment found and makes the article ready; an article that was ready keeps its time. */
export async function recordEnrichment(trx: Db, found: Enrichment, now: Date): Promise<void> {
  await sql`
    update articles set
      story_id = ${found.storyId},
      search = array_to_tsvector(${found.terms}::text[]),
      ready_at = coalesce(ready_at, ${now})
    where id = ${found.articleId}`.execute(trx)
  await trx.deleteFrom('article_topics').where('article_id', '=', found.articleId).execute()
  if (found.topics.length === 0) return
  await trx
    .insertInto('article_topics')
    .values(
      found.topics.map(({ topicId, score }) => ({ article_id: found.articleId, topic_id: topicId, score })),
    )
    .execute()
}

/** Slugs of the catalogue topics of the sources that brought each article. */
export async function listSourceTopics(
  db: Db,
  articleIds: readonly number[],
): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('article_sources')
    .innerJoin('sources', 'sources.id', 'article_sources.source_id')
    .select(['article_sources.article_id', 'sources.catalogue_topic'])
    .where('article_sources.article_id', 'in', [...articleIds])
    .where('sources.catalogue_topic', 'is not', null)
    .execute()
  const topics = new Map<number, string[]>()
  for (const row of rows)
    topics.set(row.article_id, [...(topics.get(row.article_id) ?? []), row.catalogue_topic ?? ''])
  return topics
}

/** Removes the text of up to `limit` articles that became ready before `before`; that they were seen stays known. */
export async function pruneTexts(db: Db, before: Date, limit: number): Promise<number> {
  const rows = await db
    .updateTable('articles')
    .set({ text: '', search: null })
    .where('id', 'in', (query) =>
      query
        .selectFrom('articles')
        .select('id')
        .where('ready_at', '<', before)
        .where('text', '<>', '')
        .orderBy('ready_at')
        .limit(limit),
    )
    .returning('id')
    .execute()
  return rows.length
}

/** Numbers for `gazette stats`. */
export async function countArticles(db: Db): Promise<{ total: number; ready: number }> {
  return db
    .selectFrom('articles')
    .select([sql<number>`count(*)::int`.as('total'), sql<number>`count(ready_at)::int`.as('ready')])
    .executeTakeFirstOrThrow()
}
