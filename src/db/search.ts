/** The query behind questions: the articles that hold most of what was asked, rare words counting most. */
import { sql } from 'kysely'
import { bothNumbers } from '../core/stem.ts'
import type { Article, Db, Source } from './database.ts'

/** A word in this many articles or more tells nothing apart. */
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

/** A term in both its numbers, and as the beginning of a name: who asks for "lark" means "lark-7" too. */
function formsQuery(term: string): string {
  const forms = bothNumbers(term).map(termQuery)
  return [...forms, ...(/^\p{L}{3,}$/u.test(term) ? [`${termQuery(`${term}-`)}:*`] : [])].join(' | ')
}

/** The first so many by weight are sorted by date; nobody turns pages that far. A narrowed search sorts all. */
const sortedUpTo = 300

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
  const queries = terms.map(formsQuery)
  const isNarrowed = only.topicId !== undefined || only.sourceId !== undefined || only.since !== undefined
  const most = isNarrowed ? null : Math.max(sortedUpTo, offset + limit)
  const hits = queries.map(
    (query, at) =>
      sql`select article_id, ${sql.lit(at + 1)} as at from article_terms where terms @@ ${query}::tsquery`,
  )
  // One look into the index for each word: to ask an article's own terms which of the words it holds would read them,
  // kilobytes each. How often a word is met tells also how rare it is. What costs most is asked last and only of the
  // rows that are shown: whether the chat may see them. It is a scalar query because a join would be made for every
  // article there is.
  const { rows } = await sql<Article>`
    with hits as materialized (${sql.join(hits, sql` union all `)}), weighed as materialized (
      select asked.at, ln(1 + ${countedUpTo} / (1.0 + least(count(hits.at), ${countedUpTo})))::float8
        * case when count(hits.at) = 0 and is_pair then ${absentPairPart}::float8 else 1 end as weight
      from unnest(${terms.map((term) => pair.test(term))}::boolean[]) with ordinality as asked (is_pair, at)
        left join hits on hits.at = asked.at
      group by asked.at, is_pair
    ), best as (
      select article_id, sum(weight) as score from hits join weighed on weighed.at = hits.at
      group by article_id order by 2 desc, 1 desc limit ${most}
    ), sorted as (
      select article_id, score, coalesce(published_at, ready_at) as at
      from best join articles on articles.id = article_id
      where ready_at is not null
        and score >= ${leastPart}::float8 * (select sum(weight) from weighed)
        and (${only.topicId ?? null}::bigint is null or exists (
          select 1 from article_topics tagged
          where tagged.article_id = articles.id and tagged.topic_id = ${only.topicId ?? null}
        ))
        and (${only.sourceId ?? null}::bigint is null or exists (
          select 1 from article_sources link
          where link.article_id = articles.id and link.source_id = ${only.sourceId ?? null}
        ))
        and (${only.since ?? null}::timestamptz is null or coalesce(published_at, ready_at) > ${only.since ?? null})
      order by score desc, at desc, article_id desc
    )
    select articles.* from sorted join articles on articles.id = article_id
    where (
      select true from article_sources link join sources on sources.id = link.source_id
      where link.article_id = sorted.article_id and (sources.shared or exists (
        select 1 from subscriptions own
        where own.source_id = sources.id and own.subscriber_id = ${subscriberId}
      )) limit 1
    )
    order by score desc, at desc, article_id desc
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
