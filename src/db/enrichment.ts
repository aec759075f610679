/** Writes what enrichment and relating found of articles: full texts, languages, search terms and topics. */
import { sql } from 'kysely'
import type { TermTable } from '../core/term-table.ts'
import type { Db } from './database.ts'
import { indexArticles } from './term-index.ts'

export interface FullText {
  text: string
  contentHash: string
}

export interface Enrichment {
  articleId: number
  language: string
  /** What replaces a teaser; null where the source's own text stays. */
  fullText: FullText | null
}

/** Makes articles searchable by the terms (core/search-terms.ts) that `table` has for each place in the list. */
export async function recordEnrichment(
  trx: Db,
  found: readonly Enrichment[],
  table: TermTable,
): Promise<void> {
  const ids = found.map(({ articleId }) => articleId)
  for (const { articleId, fullText } of found)
    if (fullText)
      await trx
        .updateTable('articles')
        .set({ text: fullText.text, content_hash: fullText.contentHash })
        .where('id', '=', articleId)
        .execute()
  await sql`
    update articles set language = made.language
    from unnest(${ids}::bigint[], ${found.map(({ language }) => language)}::text[]) as made (id, language)
    where articles.id = made.id and articles.language <> made.language`.execute(trx)
  await indexArticles(trx, ids, table)
}

export interface ArticleTopic {
  articleId: number
  topicId: number
  score: number
}

/** Writes the topics of the articles `ids`, in place of those they had. */
export async function recordTopics(
  trx: Db,
  ids: readonly number[],
  topics: readonly ArticleTopic[],
): Promise<void> {
  await trx.deleteFrom('article_topics').where('article_id', 'in', ids).execute()
  await sql`
    insert into article_topics (article_id, topic_id, score)
    select * from unnest(${topics.map(({ articleId }) => articleId)}::bigint[],
      ${topics.map(({ topicId }) => topicId)}::bigint[], ${topics.map(({ score }) => score)}::real[])`.execute(
    trx,
  )
}
