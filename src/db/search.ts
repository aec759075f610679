/** The query behind questions: the articles that hold most of what was asked, rare words counting most. */
import { sql } from 'kysely'
import type { Article, Db, Source } from './database.ts'

/** A word in this many articles or more tells nothing apart; counting stops there. */
const countedUpTo = 2000
/** Part of the question's weight that an article must hold. */
const leastPart = 0.5
/** A pair of Han or kana that stands in no article mostly lies across two words, and is no word that is missing. */
const absentPairPart = 0.3
const pair = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2}$/u

export interface SearchWish {
  /** The chat that asks; 0 for one we do not know. */
  subscriberId: number
  limit: number
  offset?: number
  topicId?: number
  sourceId?: number
  since?: Date
}
/** A lexeme as a tsquery spells it. */
export const termQuery = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * Ready articles that hold at least half of `terms` by weight, best first, newest first among equals. `terms` are
 * lexemes as recordEnrichment stores them. Only what the chat may see: shared sources and those it follows.
 */
export async function searchArticles(
  db: Db,
  terms: readonly string[],
  { subscriberId, limit, offset = 0, ...only }: SearchWish,
): Promise<Article[]> {
  if (terms.length === 0) return []
  const queries = terms.map(termQuery)
  const { rows } = await sql<Article>`
    with asked as (
      select word, ln(1 + ${countedUpTo} / (1.0 + held_by))
        * case when held_by = 0 and is_pair then ${absentPairPart}::float8 else 1 end as weight
      from (
        select word::tsquery as word, is_pair, (
          select count(*) from (select 1 from article_terms where terms @@ word::tsquery limit ${countedUpTo}) held
        ) as held_by
        from unnest(${queries}::text[], ${terms.map((term) => pair.test(term))}::boolean[]) as given (word, is_pair)
      ) counted
    )
    select articles.* from article_terms found
    join articles on articles.id = found.article_id
    cross join lateral (select sum(weight) as score from asked where found.terms @@ asked.word) held
    where found.terms @@ ${queries.join(' | ')}::tsquery and ready_at is not null
      and held.score >= ${leastPart} * (select sum(weight) from asked)
      and exists (
        select 1 from article_sources link join sources on sources.id = link.source_id
        where link.article_id = articles.id and (sources.shared or exists (
          select 1 from subscriptions own
          where own.source_id = sources.id and own.subscriber_id = ${subscriberId}
        ))
      )
      and (${only.topicId ?? null}::bigint is null or exists (
        select 1 from article_topics tagged where tagged.article_id = articles.id and tagged.topic_id = ${only.topicId ?? null}
      ))
      and (${only.sourceId ?? null}::bigint is null or exists (
        select 1 from article_sources link where link.article_id = articles.id and link.source_id = ${only.sourceId ?? null}
      ))
      and (${only.since ?? null}::timestamptz is null or coalesce(published_at, ready_at) > ${only.since ?? null})
    order by held.score desc, coalesce(published_at, ready_at) desc, id desc
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** The sources that brought these articles and that the chat may see, those with most of them first. */
export async function listPublishers(
  db: Db,
  articleIds: readonly number[],
  subscriberId: number,
  limit: number,
): Promise<Pick<Source, 'id' | 'title' | 'url'>[]> {
  const { rows } = await sql<Pick<Source, 'id' | 'title' | 'url'>>`
    select sources.id, sources.title, sources.url
    from article_sources link join sources on sources.id = link.source_id
    where link.article_id = any(${[...articleIds]}::bigint[]) and (sources.shared or exists (
      select 1 from subscriptions own where own.source_id = sources.id and own.subscriber_id = ${subscriberId}
    ))
    group by sources.id order by count(*) desc, sources.id limit ${limit}`.execute(db)
  return rows
}
