/** The query behind questions: the articles that hold most of what was asked, rare words counting most. */
import { type RawBuilder, sql } from 'kysely'
import { bothNumbers } from '../core/stem.ts'
import type { Article, Db, Source } from './database.ts'
import { eraOf, erasQuery, firstOf } from './eras.ts'

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

export interface FoundArticle extends Article {
  /** The title of the source that brought it first, of those that the chat may see; '' where it has none. */
  publisher: string
}

/** A lexeme as a tsquery spells it. */
export const termQuery = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** A term in both its numbers, and as the beginning of a name: who asks for "lark" means "lark-7" too. */
function formsQuery(term: string): string {
  const forms = bothNumbers(term).map(termQuery)
  return [...forms, ...(/^\p{L}{3,}$/u.test(term) ? [`${termQuery(`${term}-`)}:*`] : [])].join(' | ')
}

/**
 * The first so many by weight, the last stored first among equals, are sorted by date: each of them is looked up, from
 * the disk where nobody asked for it lately. Nobody turns twelve pages. A narrowed search sorts all.
 */
const sortedUpTo = 60
/** Where this many of the newer articles hold all that was asked, the older ones are not looked at. */
const enough = 20
/** A word in fewer of the newest articles is rare: among millions, too, it stands in few. */
const rare = 5
/** Eras before the newest two that are looked through before all are. */
const wideEras = 32

/**
 * Which articles hold which of the words: `held`, with a bit for each word; `weighed` has what each word counts, by how
 * often it is met among the newest. It is found by a look into the index for each word: to ask an article's own terms
 * would read them, kilobytes each. First among the newest; where they are not enough, among many more for what holds
 * a rare word, or every word where none is rare; then among all for what holds every word. What holds a rare word and
 * not all is looked for among all only where too few are as good as any such could be. Where `+ 0` stands, the index of
 * ids would be read nearly whole; conditions on terms stand side by side because the index leaps from one to the other,
 * and reads all of what is joined by `&` in one.
 */
function lookUp(terms: readonly string[], always: boolean, wanted: number): RawBuilder<unknown> {
  const forms = terms.map(formsQuery)
  const all = sql`(select bit_or(bit) from asked)`
  const ofRare = (
    where: RawBuilder<unknown>,
  ) => sql`select article_id, bit_or(bit) as bits from asked, article_terms
      where terms @@ forms::tsquery and terms @@ (select query from rare) and ${where} group by article_id`
  const ofEvery = (where: RawBuilder<unknown>) => sql`select article_id, ${all} as bits from article_terms
      where ${sql.join(
        forms.map((each) => sql`terms @@ ${each}::tsquery`),
        sql` and `,
      )} and ${where}`
  const isMany = sql`terms @@ (select ${erasQuery(sql`era - 1 - ${wideEras}::int`, sql`era - 2`)} from newest)`
  const isOlder = sql`article_id + 0 < (select ${firstOf(sql`(era - 1 - ${wideEras}::int)`)} from newest)`
  const noneRare = sql`(select query is null from rare)`
  return sql`asked as materialized (
      select forms, is_pair, 1::bigint << at::int as bit
      from unnest(${forms}::text[], ${terms.map((term) => pair.test(term))}::boolean[])
        with ordinality as asked (forms, is_pair, at)
    ), newest as materialized (
      select ${eraOf(sql`max(article_id)`)} as era from article_terms
    ), recent as materialized (
      select article_id, bit_or(bit) as bits from asked, article_terms
      where terms @@ forms::tsquery and terms @@ (select ${erasQuery(sql`era - 1`, sql`era`)} from newest)
      group by article_id
    ), tally as materialized (
      select bits, count(*) as articles from recent group by bits
    ), counted as materialized (
      select bit, is_pair, forms,
        (select coalesce(sum(articles), 0) from tally where tally.bits & bit <> 0)::float8 as articles from asked
    ), weighed as materialized (
      select bit, ln(1 + ${countedUpTo} / (1.0 + least(articles, ${countedUpTo})))::float8
        * case when articles = 0 and is_pair then ${absentPairPart}::float8 else 1 end as weight
      from counted
    ), rare as materialized (
      select string_agg('(' || forms || ')', '|')::tsquery as query from counted where articles < ${rare}
    ), short as materialized (
      select (select era > 1 from newest) and (${always}::boolean
        or ${wanted}::int > (select coalesce(sum(articles), 0) from tally where bits = ${all})) as "is"
    ), wide as materialized (
      ${ofRare(sql`(select "is" from short) and ${isMany}`)}
      union all ${ofEvery(sql`(select "is" from short) and ${noneRare} and ${isMany}`)}
    ), near as materialized (
      select bits, (select sum(weight) from weighed where bit & bits <> 0) as score, count(*) as articles
      from (select bits from recent union all select bits from wide) as found group by bits
    ), far as materialized (
      select ${always}::boolean or ${wanted}::int > (select coalesce(sum(articles), 0) from near where bits = ${all}) as every,
        not ${noneRare} and (${always}::boolean or ${wanted}::int > (select coalesce(sum(articles), 0) from near
          where score >= (select sum(weight) - min(weight) from weighed) - 1e-9)) as part
      from short where "is"
    ), older as materialized (
      ${ofRare(sql`(select part from far) and ${isOlder}`)}
      union all ${ofEvery(sql`(select every and not part from far) and ${isOlder}`)}
    ), held as materialized (
      select * from recent union all select * from wide union all select * from older
    )`
}

/**
 * Ready articles that hold at least half of `terms` by weight, best first, newest first among equals. `terms` are
 * lexemes as recordEnrichment stores them. Only what the chat may see: shared sources and those it follows.
 */
export async function searchArticles(
  db: Db,
  terms: readonly string[],
  { subscriberId, limit, offset = 0, ...only }: SearchWish,
): Promise<FoundArticle[]> {
  if (terms.length === 0) return []
  const isNarrowed = only.topicId !== undefined || only.sourceId !== undefined || only.since !== undefined
  const most = isNarrowed ? null : Math.max(sortedUpTo, offset + limit)
  const ofVisible = (column: RawBuilder<unknown>) => sql`(
      select ${column} from article_sources link join sources on sources.id = link.source_id
      where link.article_id = sorted.article_id and (sources.shared or exists (
        select 1 from subscriptions own
        where own.source_id = sources.id and own.subscriber_id = ${subscriberId}
      )) order by link.seen_at limit 1
    )`
  // What costs most is asked last and only of the rows that are shown: whether the chat may see them. It is a scalar
  // query because a join would be made for every article there is.
  const { rows } = await sql<FoundArticle>`
    with ${lookUp(terms, isNarrowed, Math.max(enough, offset + limit))}, scores as materialized (
      select bits, sum(weight) as score from (select bits from near union select bits from older) ways
        join weighed on bits & bit <> 0
      group by bits having sum(weight) >= ${leastPart}::float8 * (select sum(weight) from weighed)
    ), best as (
      select article_id, score from held join scores using (bits) order by 2 desc, 1 desc limit ${most}
    ), sorted as (
      select article_id, score, coalesce(published_at, ready_at) as at
      from best join articles on articles.id = article_id
      where ready_at is not null
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
    select articles.*, ${ofVisible(sql`title`)} as publisher from sorted join articles on articles.id = article_id
    where ${ofVisible(sql`true`)}
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
