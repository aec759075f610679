/** Turns candidate rows into a digest's choice: importance, filters, what was told; used by compose and preview. */
import { type Candidate, type DigestChoice, type LeftOutReason, selectDigest } from '../core/digest.ts'
import { createLikeness } from '../core/likeness.ts'
import { rank } from '../core/rank.ts'
import { readingMinutes } from '../core/reading-time.ts'
import { siteName } from '../locales/site-name.ts'
import type { CandidateRow, Followed } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import type { Taste } from '../db/filters.ts'
import { createFilters } from './filter-candidates.ts'
import { cameOut, createUpdates, type ToldTexts } from './told.ts'

/** Entries shown, by the chat's chosen length. */
const entriesByLength: Readonly<Record<Subscriber['length'], number>> = { short: 5, standard: 10, long: 20 }
/** A first digest shows the newest ten at most, whatever the length. */
const firstEntries = 10
/** An article this much older than its window is not news, only newly found: a new feed brings its archive along. */
export const staleMs = 72 * 3_600_000
/** So many old ones are shown all the same where a first digest would be nearly empty. */
const leastFirst = 3
/** What a reader follows by name weighs more than what a topic brings. */
const followedWeight = 0.3
/** Rated so far down an article is one that the reader asked for less of. */
const dislikedBelow = -0.15
/** Characters of an article that its entry can be made of; its reading time is guessed from them. */
const entryCharacters = 400

/** The publisher as a reader would call it: the source's title, else its host. */
export function publisherOf(row: Pick<CandidateRow, 'sources' | 'url'>): string {
  const source = row.sources[0]
  if (source && source.title !== '') return source.title
  return siteName(row.url ?? source?.url ?? '')
}

export interface ChooseOptions {
  followed: Followed
  length: Subscriber['length']
  mostEntries: number | null
  budgetMinutes: number | null
  first: boolean
  windowFrom: Date
  now: Date
  /** The one language the reader gets, for want of a model that translates; null for any. */
  onlyLanguage: string | null
  taste: Taste
  carried: readonly number[]
  told: ToldTexts
}

const storyOf = (row: CandidateRow): number => row.story_id ?? -row.id

/** What is known of one candidate before any are compared. */
interface Judged {
  candidate: Candidate
  /** How much the reader's ratings and leanings speak for it; below nought, against it. */
  liked: number
  /** Why it is not shown, whatever the others are; null for no reason. */
  refusal: LeftOutReason | null
}

/** Chooses among candidates; see selectDigest for what becomes of each. */
export function choose(rows: readonly CandidateRow[], options: ChooseOptions): DigestChoice {
  const judged = new Map(rows.map(createJudge(rows, options)).map((each) => [each.candidate.articleId, each]))
  const candidates = [...judged.values()].map(({ candidate }) => candidate)
  const notBefore = oldest(candidates, options)
  const isForeign = foreign(rows, options)
  const most = options.mostEntries ?? entriesByLength[options.length]
  return selectDigest(candidates, {
    maxEntries: options.first ? Math.min(firstEntries, most) : most,
    maxMinutes: options.budgetMinutes,
    topicOrder: options.followed.topicIds,
    isDisliked: ({ articleId }) => (judged.get(articleId)?.liked ?? 0) < dislikedBelow,
    refuse: (candidate) => {
      const reason = judged.get(candidate.articleId)?.refusal ?? null
      if (reason !== null || candidate.isKept) return reason
      if (isForeign(candidate)) return 'language'
      return candidate.publishedAt < notBefore ? 'old' : null
    },
  })
}

function createJudge(rows: readonly CandidateRow[], options: ChooseOptions): (row: CandidateRow) => Judged {
  const { followed, taste } = options
  const publishers = countPublishers(rows)
  const likeness = createLikeness(taste.ratings)
  const filters = createFilters(taste.filters)
  const updates = createUpdates(options.told)
  const carried = new Set(options.carried)
  return (row) => {
    const isCarried = carried.has(row.id)
    const { follows, lean, mute, untilMoved, watch } = filters(row)
    const turn = updates(row)
    const liking = likeness({ title: row.title, topicIds: row.topics.map(({ id }) => id) })
    const liked = liking.score + lean
    // A story that was not told for days has moved when it comes again.
    const isUnmoved = untilMoved && !turn.moved && (turn.nothingNew || turn.update !== null)
    const topics = row.topics.filter(({ id }) => followed.topicIds.includes(id))
    const { score } = rank(
      {
        publishers: publishers.get(storyOf(row)) ?? 1,
        publishedAt: cameOut(row),
        topicMatch: topics[0]?.score ?? 0,
        sourceWeight: row.sources.some(({ id }) => followed.sourceIds.includes(id)) ? followedWeight : 0,
        liked: follows ? 1 : liked,
        told: turn.update && !follows ? 0.5 : 0,
        ...(row.importance === null ? {} : { modelScore: row.importance }),
      },
      options.now,
    )
    const candidate = {
      articleId: row.id,
      storyId: storyOf(row),
      contentHash: row.content_hash,
      title: row.title,
      publisher: publisherOf(row),
      publishedAt: cameOut(row),
      importance: score,
      topics,
      textLength: row.text.length,
      minutes: readingMinutes(`${row.title} ${row.text.slice(0, entryCharacters)}`),
      isKept: isCarried || watch !== null || (follows && turn.update !== null),
      note: { update: turn.update, watch, because: liking.because, carried: isCarried },
    }
    const reason = mute ?? (isUnmoved ? 'mutedStory' : turn.nothingNew ? 'told' : null)
    return { candidate, liked, refusal: isCarried ? null : reason }
  }
}

function countPublishers(rows: readonly CandidateRow[]): Map<number, number> {
  const names = new Map<number, Set<string>>()
  for (const row of rows)
    names.set(storyOf(row), (names.get(storyOf(row)) ?? new Set()).add(publisherOf(row)))
  return new Map([...names].map(([story, set]) => [story, set.size]))
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
