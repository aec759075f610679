/** Queries on stored articles: looked up, given their full text, counted and pruned. */
import { sql } from 'kysely'
import type { Article, Db } from './database.ts'

/** Articles by id, in the order of their ids; those that are gone are left out. */
export async function listArticles(db: Db, ids: readonly number[]): Promise<Article[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

/** The article of a canonical address, which is its identity. */
export async function findArticleByUrl(db: Db, url: string): Promise<Article | undefined> {
  return db.selectFrom('articles').selectAll().where('guid', '=', url).executeTakeFirst()
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
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable('articles')
      .set({ text: '' })
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
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await trx.deleteFrom('documents').where('article_id', 'in', ids).execute()
    return ids.length
  })
}

/** Numbers for `gazette stats`. */
export async function countArticles(db: Db): Promise<{ total: number; ready: number }> {
  return db
    .selectFrom('articles')
    .select([sql<number>`count(*)::int`.as('total'), sql<number>`count(ready_at)::int`.as('ready')])
    .executeTakeFirstOrThrow()
}
