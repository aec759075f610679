/** Turns candidate rows into a digest's choice: importance, followed topics, publishers; used by compose and preview. */
import { type Candidate, type DigestChoice, selectDigest } from '../core/digest.ts'
import { rank } from '../core/rank.ts'
import type { CandidateRow, Followed } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'

/** Entries shown, by the chat's chosen length. */
const entriesByLength: Readonly<Record<Subscriber['length'], number>> = { short: 5, standard: 10, long: 20 }
/** A first digest shows the newest ten at most, whatever the length. */
const firstEntries = 10
/** An article this much older than its window is not news, only newly found: a new feed brings its archive along. */
const staleMs = 72 * 3_600_000
/** So many old ones are shown all the same where a first digest would be nearly empty. */
const leastFirst = 3

/** The publisher as a reader would call it: the source's title, else its host. */
export function publisherOf(row: Pick<CandidateRow, 'sources' | 'url'>): string {
  const source = row.sources[0]
  if (source && source.title !== '') return source.title
  return URL.parse(row.url ?? source?.url ?? '')?.hostname.replace(/^www\./u, '') ?? ''
}

export interface ChooseOptions {
  followed: Followed
  length: Subscriber['length']
  first: boolean
  windowFrom: Date
  now: Date
  /** The one language the reader gets, for want of a model that translates; null for any. */
  onlyLanguage: string | null
}

/** Chooses among candidates; see selectDigest for what becomes of each. */
export function choose(rows: readonly CandidateRow[], options: ChooseOptions): DigestChoice {
  const { followed, now } = options
  const publishersOf = new Map<number, Set<string>>()
  for (const row of rows) {
    const story = row.story_id ?? -row.id
    publishersOf.set(story, (publishersOf.get(story) ?? new Set()).add(publisherOf(row)))
  }
  const candidates = rows.map((row): Candidate => {
    const storyId = row.story_id ?? -row.id
    const topics = row.topics.filter(({ id }) => followed.topicIds.includes(id))
    const publishedAt = row.published_at ?? row.ready_at
    const { score } = rank(
      {
        publishers: publishersOf.get(storyId)?.size ?? 1,
        publishedAt,
        topicMatch: topics[0]?.score ?? 0,
        sourceWeight: 0,
        liked: 0,
        told: 0,
      },
      now,
    )
    return {
      articleId: row.id,
      storyId,
      contentHash: row.content_hash,
      title: row.title,
      publisher: publisherOf(row),
      publishedAt,
      importance: score,
      topics,
      textLength: row.text.length,
    }
  })
  return selectDigest(candidates, {
    maxEntries: options.first
      ? Math.min(firstEntries, entriesByLength[options.length])
      : entriesByLength[options.length],
    notBefore: oldest(candidates, options),
    topicOrder: followed.topicIds,
    isForeign: foreign(rows, options),
  })
}

const primaryOf = (tag: string): string => tag.split('-')[0] ?? tag

/** What topics bring in other languages, unless there is nothing else; followed sources are always in order. */
function foreign(
  rows: readonly CandidateRow[],
  { onlyLanguage, followed }: ChooseOptions,
): (candidate: Candidate) => boolean {
  if (onlyLanguage === null) return () => false
  const wanted = primaryOf(onlyLanguage)
  const isOwn = (row: CandidateRow) =>
    primaryOf(row.language) === wanted || row.sources.some(({ id }) => followed.sourceIds.includes(id))
  const own = new Set(rows.filter(isOwn).map(({ id }) => id))
  return (candidate) => own.size > 0 && !own.has(candidate.articleId)
}

/** Where the window's news begins; a first digest of quiet sources reaches back to their newest few. */
function oldest(candidates: readonly Candidate[], { first, windowFrom }: ChooseOptions): Date {
  const limit = new Date(windowFrom.getTime() - (first ? 0 : staleMs))
  if (!first) return limit
  const newest = candidates.map((candidate) => candidate.publishedAt.getTime()).toSorted((a, b) => b - a)
  const needed = newest[Math.min(leastFirst, newest.length) - 1]
  return new Date(Math.min(limit.getTime(), needed ?? limit.getTime()))
}
