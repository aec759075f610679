/** The query behind questions: the articles that hold most of what was asked, rare words counting most. */
import { type RawBuilder, sql } from 'kysely'
import { askedTerms } from '../core/search-terms.ts'
import type { Article, Db, Source } from './database.ts'
import { findDocuments, nextDocument } from './term-index.ts'

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

/** How many documents are looked through before more are: about two days' of one machine, a month's, and all. */
const steps = [16_384, 278_528, Infinity]
/** Where this many of the newer articles hold all that was asked, the older ones are not looked at. */
const enough = 20
/** The best so many, the newest first among equals, are sorted by date. Nobody turns twelve pages. */
const sortedFrom = 60
/** More where fewer of them may be shown than are wanted. */
const sortedMore = 8

/** Which words each document of a stretch holds, a bit for each word. */
interface Stretch {
  from: number
  held: Uint32Array
}

async function readStretch(
  db: Db,
  words: readonly (readonly string[])[],
  isLeftOut: readonly boolean[],
  { from, to }: { from: number; to: number },
): Promise<Stretch> {
  const held = new Uint32Array(to - from)
  const asked = words.map((word, at) => (isLeftOut[at] ? [] : word))
  await findDocuments(db, asked, { from, to }, (word, document) => {
    held[document - from]! |= 1 << word
  })
  return { from, held }
}

/** What each word counts, by how many of the newest articles hold it. */
function weigh(terms: readonly string[], counts: readonly number[]): number[] {
  return terms.map((term, at) => {
    const weight = Math.log(1 + countedUpTo / (1 + Math.min(counts[at]!, countedUpTo)))
    return counts[at] === 0 && pair.test(term) ? weight * absentPairPart : weight
  })
}

function countEach(words: number, { held }: Stretch): number[] {
  const counts = Array.from({ length: words }, () => 0)
  for (const bits of held)
    for (let rest = bits, at = 0; rest !== 0; rest >>>= 1, at += 1) counts[at]! += rest & 1
  return counts
}

interface Candidates {
  numbers: number[]
  scores: number[]
}

/** Documents that hold enough of what was asked, the best first, the newest first among equals. */
function rank(stretches: readonly Stretch[], weights: readonly number[]): Candidates {
  const scoreOf = new Map<number, number>()
  const least = leastPart * weights.reduce((sum, weight) => sum + weight, 0)
  const ranks = new Map<number, number[]>()
  for (const { from, held } of stretches)
    for (let at = held.length - 1; at >= 0; at -= 1) {
      const bits = held[at]!
      if (bits === 0) continue
      let score = scoreOf.get(bits)
      if (score === undefined) {
        score = weights.reduce((sum, weight, word) => sum + ((bits >>> word) & 1) * weight, 0)
        scoreOf.set(bits, score)
        if (score >= least && !ranks.has(score)) ranks.set(score, [])
      }
      if (score >= least) ranks.get(score)!.push(from + at)
    }
  const sorted = [...ranks].toSorted(([one], [other]) => other - one)
  return {
    numbers: sorted.flatMap(([, numbers]) => numbers),
    scores: sorted.flatMap(([score, numbers]) => numbers.map(() => score)),
  }
}

/**
 * First the newest are looked through, which say how common each word is; where too few hold all that was asked, many
 * more, and then all: a common word is not looked for any more then. `isWhole`: all in any case.
 */
async function findCandidates(
  db: Db,
  terms: readonly string[],
  wanted: number,
  isWhole: boolean,
): Promise<Candidates> {
  const words = terms.map(askedTerms)
  const all = 2 ** terms.length - 1
  const next = await nextDocument(db)
  const stretches: Stretch[] = []
  let weights: number[] = []
  let isCommon = terms.map(() => false)
  let full = 0
  for (const [step, size] of steps.entries()) {
    const to = stretches.at(-1)?.from ?? next
    const from = Math.max(0, next - size)
    if (to === from && step > 0) break
    const stretch = await readStretch(db, words, isCommon, { from, to })
    stretches.push(stretch)
    if (step === 0) {
      const counts = countEach(terms.length, stretch)
      weights = weigh(terms, counts)
      if (!isWhole) isCommon = counts.map((count) => count >= countedUpTo)
    }
    for (const bits of stretch.held) if (bits === all) full += 1
    if (!isWhole && full >= wanted) break
  }
  return rank(stretches, weights)
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
  const candidates = await findCandidates(db, terms, Math.max(enough, offset + limit), isNarrowed)
  for (let most = Math.max(sortedFrom, offset + limit); ; most *= sortedMore) {
    const found = await readBest(db, candidates, most, wish)
    if (found.length === limit || most >= candidates.numbers.length) return found
  }
}

/** Those of the best `most` that are wanted. */
async function readBest(
  db: Db,
  { numbers, scores }: Candidates,
  most: number,
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
      from unnest(${numbers.slice(0, most)}::int[], ${scores.slice(0, most)}::float8[]) as best (number, score)
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
