/** Where words alone leave it open whether two articles tell one story, the model says; and where they are in two languages. */
import { stemmedTerms } from '../core/stem.ts'
import { stopWords } from '../core/stop-words.ts'
import { storyWindowMs } from '../core/story-segment.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { listArticles } from '../db/articles.ts'
import type { Article } from '../db/database.ts'
import { listEvents, mergeStories, type StoryEvent } from '../db/stories.ts'
import { judgePairs, judgeTokens, mostPairs, type Pair } from '../llm/judge-pairs.ts'
import type { Pipeline } from './context.ts'
import { spend } from './spend.ts'

type IdPair = readonly [number, number]

/** Merges the stories of those pairs of articles that the model says are one. Two runs change nothing more than one. */
export async function judgeStories(
  pipeline: Pipeline,
  { pairs }: JobPayloads['judge-stories'],
): Promise<void> {
  await mergeSame(pipeline, pairs, new Map())
}

/**
 * Merges the stories of these articles with those of the last days whose English event line is near and whose language
 * is another. Returns whether any story was merged.
 */
export async function mergeByEvents(
  pipeline: Pipeline,
  articleIds: readonly number[],
  now: Date,
): Promise<boolean> {
  if (!pipeline.model || articleIds.length === 0) return false
  const events = await listEvents(pipeline.db, new Date(now.getTime() - storyWindowMs))
  const pairs = nearEvents(events, new Set(articleIds))
  return mergeSame(pipeline, pairs, new Map(events.map(({ articleId, event }) => [articleId, event])))
}

const primaryOf = (tag: string): string => tag.split('-')[0] ?? tag

/** Part of the shorter event's telling words that must stand in the other: enough to be worth asking about. */
const leastShared = 0.4

/** Pairs of different stories and languages whose events share telling words, nearest first; one of each pair is `asked`. */
export function nearEvents(events: readonly StoryEvent[], asked: ReadonlySet<number>): IdPair[] {
  const told = events.map((event) => ({
    ...event,
    words: new Set(stemmedTerms(event.event).filter((term) => !stopWords.has(term))),
  }))
  return told
    .filter(({ articleId }) => asked.has(articleId))
    .flatMap((one) =>
      told
        .filter(
          (other) =>
            other.storyId !== one.storyId &&
            primaryOf(other.language) !== primaryOf(one.language) &&
            // A pair of two that were asked about is met from both sides.
            (!asked.has(other.articleId) || one.articleId < other.articleId),
        )
        .map((other) => {
          const shared = one.words.intersection(other.words).size
          const part = shared / Math.max(1, Math.min(one.words.size, other.words.size))
          return { pair: [one.articleId, other.articleId] as const, part }
        }),
    )
    .filter(({ part }) => part >= leastShared)
    .toSorted((a, b) => b.part - a.part)
    .map(({ pair }) => pair)
}

async function mergeSame(
  pipeline: Pipeline,
  pairs: readonly IdPair[],
  eventOf: ReadonlyMap<number, string>,
): Promise<boolean> {
  const { db } = pipeline
  const articles = new Map(
    (await listArticles(db, [...new Set(pairs.flat())])).map((each) => [each.id, each]),
  )
  const open = pairs
    .filter(([one, other]) => {
      const [a, b] = [articles.get(one)?.story_id, articles.get(other)?.story_id]
      return a != null && b != null && a !== b && !pipeline.judged.has(keyOf(one, other))
    })
    .slice(0, mostPairs)
  if (open.length === 0) return false
  const sides = open.map(
    ([one, other]): Pair => [sideOf(articles.get(one)!, eventOf), sideOf(articles.get(other)!, eventOf)],
  )
  const want = {
    tokens: await judgeTokens(sides),
    purpose: 'stories' as const,
    readerId: null,
    articleId: null,
  }
  const same = await spend(pipeline, want, 'stories stay apart', (model, onAnswer) =>
    judgePairs(model, sides, onAnswer),
  )
  if (!same) return false
  let merged = false
  for (const [at, [one, other]] of open.entries()) {
    pipeline.judged.add(keyOf(one, other))
    if (same[at]) merged = (await mergeStories(db, one, other)) || merged
  }
  return merged
}

const keyOf = (one: number, other: number): string => `${Math.min(one, other)}-${Math.max(one, other)}`

const sideOf = (article: Article, eventOf: ReadonlyMap<number, string>) => ({
  title: article.title,
  text: eventOf.get(article.id) ?? article.text,
  publishedAt: article.published_at,
})
