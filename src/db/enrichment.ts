/** Writes what enrichment found of articles: their topics and search terms. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** No term holds white space. */
const termSeparator = '\n'

export interface Enrichment {
  articleId: number
  topics: { topicId: number; score: number }[]
  /** Distinct search terms (core/tokens.ts). */
  terms: string[]
}

/** Makes articles searchable and writes their topics, in place of those they had. */
export async function recordEnrichment(trx: Db, found: readonly Enrichment[]): Promise<void> {
  const ids = found.map(({ articleId }) => articleId)
  await sql`
    insert into article_terms (article_id, terms)
    select id, array_to_tsvector(string_to_array(terms, ${termSeparator}))
    from unnest(${ids}::bigint[], ${found.map(({ terms }) => terms.join(termSeparator))}::text[]) as made (id, terms)
    on conflict (article_id) do update set terms = excluded.terms`.execute(trx)
  await trx.deleteFrom('article_topics').where('article_id', 'in', ids).execute()
  const topics = found.flatMap((each) => each.topics.map((topic) => ({ ...topic, id: each.articleId })))
  await sql`
    insert into article_topics (article_id, topic_id, score)
    select * from unnest(${topics.map(({ id }) => id)}::bigint[],
      ${topics.map(({ topicId }) => topicId)}::bigint[], ${topics.map(({ score }) => score)}::real[])`.execute(
    trx,
  )
}
