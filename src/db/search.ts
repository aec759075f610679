/** The query behind questions: the articles that hold most of what was asked, rare words counting most. */
import { type RawBuilder, sql } from 'kysely'
import { askedTerms } from '../core/search-terms.ts'
import type { Article, Db, Source } from './database.ts'
import { findHolders, nextDocument } from './term-index.ts'

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

/** Documents that are looked through first: about two days' of one machine. */
const newest = 16_384
/** And then, a month's and all. */
const further = [262_144, Infinity]
/** Where this many of the newer articles hold all that was asked, the older ones are not looked at. */
const enough = 20
/** The best so many, the newest first among equals, are sorted by date. Nobody turns twelve pages. */
const sortedFrom = 60
/** More where fewer of them may be shown than are wanted. */
const sortedMore = 8

/** Documents that score alike, in no order. */
interface Rank {
  score: number
  documents: number[]
}

/** What each word counts, by how many of the newest articles hold it. */
function weigh(terms: readonly string[], counts: readonly number[]): number[] {
  return terms.map((term, at) => {
    const weight = Math.log(1 + countedUpTo / (1 + Math.min(counts[at]!, countedUpTo)))
    return counts[at] === 0 && pair.test(term) ? weight * absentPairPart : weight
  })
}

/** Takes documents with the words that they hold, and puts those that hold enough by weight into ranks. */
function createRanks(weights: readonly number[]) {
  const least = leastPart * weights.reduce((sum, weight) => sum + weight, 0)
  const byScore = new Map<number, Rank>()
  const byHeld = new Map<number, Rank | null>()
  const rankOf = (held: number): Rank | null => {
    const score = weights.reduce((sum, weight, word) => sum + ((held >>> word) & 1) * weight, 0)
    if (score < least) return null
    const rank = byScore.get(score) ?? { score, documents: [] }
    byScore.set(score, rank)
    return rank
  }
  return {
    add: (document: number, held: number) => {
      let rank = byHeld.get(held)
      if (rank === undefined) byHeld.set(held, (rank = rankOf(held)))
      rank?.documents.push(document)
    },
    /** The best first. */
    list: () => [...byScore.values()].toSorted((one, other) => other.score - one.score),
  }
}

/**
 * First the newest are looked through, which say how common each word is; where too few hold all that was asked, many
 * more, and then all: a common word is not looked for any more then. `isWhole`: all in any case.
 */
async function findRanks(
  db: Db,
  terms: readonly string[],
  wanted: number,
  isWhole: boolean,
): Promise<Rank[]> {
  const words = terms.map(askedTerms)
  const all = 2 ** terms.length - 1
  const next = await nextDocument(db)
  let from = Math.max(0, next - newest)
  const counts = terms.map(() => 0)
  let full = 0
  const recent: [number, number][] = []
  await findHolders(db, words, { from, to: next }, (document, held) => {
    recent.push([document, held])
    for (const at of counts.keys()) counts[at]! += (held >>> at) & 1
    if (held === all) full += 1
  })
  const ranks = createRanks(weigh(terms, counts))
  for (const [document, held] of recent) ranks.add(document, held)
  const telling = words.map((word, at) => (isWhole || counts[at]! < countedUpTo ? word : []))
  for (const size of further) {
    if (from === 0 || (!isWhole && full >= wanted)) break
    const to = from
    from = Math.max(0, next - size)
    await findHolders(db, telling, { from, to }, (document, held) => {
      ranks.add(document, held)
      if (held === all) full += 1
    })
  }
  return ranks.list()
}

/** The best `most`, the newest first among equals. */
function takeBest(ranks: readonly Rank[], most: number): { documents: number[]; scores: number[] } {
  const documents: number[] = []
  const scores: number[] = []
  for (const rank of ranks) {
    const left = most - documents.length
    if (left <= 0) break
    const taken = Int32Array.from(rank.documents).sort().reverse().subarray(0, left)
    for (const document of taken) {
      documents.push(document)
      scores.push(rank.score)
    }
  }
  return { documents, scores }
}

/**
 * Ready articles that hold at least half of `terms` by weight, best first, newest first among equals. `terms`, at most 31,
 * are as indexArticles stores them. Only what the chat may see: shared sources and those it follows.
 */
export async function searchArticles(
  db: Db,
  terms: readonly string[],
  wish: SearchWish,
): Promise<FoundArticle[]> {
  if (terms.length === 0) return []
  const { limit, offset = 0, topicId, sourceId, since } = wish
  const isNarrowed = topicId !== undefined || sourceId !== undefined || since !== undefined
  const ranks = await findRanks(db, terms, Math.max(enough, offset + limit), isNarrowed)
  for (let most = Math.max(sortedFrom, offset + limit); ; most *= sortedMore) {
    const best = takeBest(ranks, most)
    const found = await readWanted(db, best, wish)
    if (found.length === limit || best.documents.length < most) return found
  }
}

/** Those of the best documents that are wanted. */
async function readWanted(
  db: Db,
  { documents, scores }: ReturnType<typeof takeBest>,
  { subscriberId, limit, offset = 0, ...only }: SearchWish,
): Promise<FoundArticle[]> {
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
    with sorted as (
      select articles.id as article_id, number, score, coalesce(published_at, ready_at) as at
      from unnest(${documents}::int[], ${scores}::float8[]) as best (number, score)
        join documents using (number) join articles on articles.id = article_id
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
      order by score desc, at desc, number desc
    )
    select articles.*, ${ofVisible(sql`title`)} as publisher from sorted join articles on articles.id = article_id
    where ${ofVisible(sql`true`)}
    order by score desc, at desc, number desc
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
