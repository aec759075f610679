/** Writes what enrichment found of articles: their topics, story and search terms. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** No term holds white space. */
const termSeparator = '\n'

export interface Enrichment {
  articleId: number
  storyId: number
  topics: { topicId: number; score: number }[]
  /** Distinct search terms (core/tokens.ts). */
  terms: string[]
}

/** Writes what enrichment found and makes the articles ready; one that was ready keeps its time. */
export async function recordEnrichment(trx: Db, found: readonly Enrichment[], now: Date): Promise<void> {
  const ids = found.map(({ articleId }) => articleId)
  await sql`
    update articles set
      story_id = made.story_id,
      story_order = coalesce(story_order, nextval('article_story_order')),
      search = array_to_tsvector(string_to_array(made.terms, ${termSeparator})),
      ready_at = coalesce(ready_at, ${now})
    from unnest(${ids}::bigint[], ${found.map(({ storyId }) => storyId)}::bigint[],
      ${found.map(({ terms }) => terms.join(termSeparator))}::text[]) as made (id, story_id, terms)
    where articles.id = made.id`.execute(trx)
  await trx.deleteFrom('article_topics').where('article_id', 'in', ids).execute()
  const topics = found.flatMap((each) => each.topics.map((topic) => ({ ...topic, id: each.articleId })))
  await sql`
    insert into article_topics (article_id, topic_id, score)
    select * from unnest(${topics.map(({ id }) => id)}::bigint[],
      ${topics.map(({ topicId }) => topicId)}::bigint[], ${topics.map(({ score }) => score)}::real[])`.execute(
    trx,
  )
}
