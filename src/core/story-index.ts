/** The stories of the last 72 hours, kept in memory: a new article joins one or starts its own, without re-clustering. */
import { closeness, joinAt, sureAbove, unlikelyBelow } from './story.ts'
import {
  addEntry,
  compareSegment,
  countOf,
  createSegment,
  type Found,
  type Segment,
  type Story,
  storyWindowMs,
} from './story-segment.ts'
import { storyWords, weigh, type StoryArticle, type StoryWords } from './story-vector.ts'

/** Words are compared rarest first until this many mentions were visited: it bounds the time an article takes. */
const mostVisits = 3_000
/** Heaviest words by which an article is found again; the others add memory and next to no similarity. */
const mostIndexed = 24
const mostBorderline = 5
const segmentMs = 12 * 3_600_000

/** Opaque: made by createStoryIndex, changed by addToIndex, assignStory, mergeStories and forgetOld. */
export interface StoryIndex {
  segments: Segment[]
  /** When the filling segment was opened; null until forgetOld first tells the time. */
  openedAt: number | null
  byId: Map<string, Story>
}

/** A story that might be the same news, for a model to judge. */
export interface BorderlineStory {
  storyId: string
  /** The story's article most like the new one: the pair to show the model. */
  articleId: string
  /** 0..1, on the scale of joinAt. */
  similarity: number
}

/** Where an article went. */
export interface StoryAssignment {
  /** The story joined, or the article's own id where it starts one. */
  storyId: string
  joined: boolean
  /** Closeness to the nearest story, 0 where none shares a telling word. */
  similarity: number
  /** Nearest first: stories neither surely the same nor surely other; the joined one too, if joined on weak signs. */
  borderline: BorderlineStory[]
}

/** An empty index. */
export function createStoryIndex(): StoryIndex {
  return { segments: [createSegment()], openedAt: null, byId: new Map() }
}

/** Puts an article whose story is known (from the database, at start) into the index. Oldest first is best. */
export function addToIndex(index: StoryIndex, article: StoryArticle, storyId: string): void {
  const words = indexedWords(index, article)
  insert(index, article.id, words, storyId, compare(index, words))
}

/**
 * Joins the article to the nearest story of the 72 hours around it, or starts a new one, and keeps it in the index.
 * Without a model the answer stands as it is; with one, ask about the borderline stories and call `mergeStories`.
 */
export function assignStory(index: StoryIndex, article: StoryArticle): StoryAssignment {
  const words = indexedWords(index, article)
  const near = compare(index, words)
  const ranked = [...near]
    .map(([story, found]) => ({
      story,
      ...found,
      score: closeness(found.between, 1, 1, story.size, story.within),
    }))
    .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1))
  const best = ranked[0]
  const joined = best !== undefined && best.score >= joinAt
  const storyId = joined ? best.story.id : article.id
  insert(index, article.id, words, storyId, near)
  return {
    storyId,
    joined,
    similarity: best?.score ?? 0,
    borderline: ranked
      .filter(({ score }) => score >= unlikelyBelow && score < sureAbove)
      .slice(0, mostBorderline)
      .map(({ story, nearest, score }) => ({ storyId: story.id, articleId: nearest, similarity: score })),
  }
}

/** Makes one story of two (a model or a shared link said so): the articles of `from` then belong to `into`. */
export function mergeStories(index: StoryIndex, into: string, from: string): void {
  const kept = index.byId.get(into)
  const taken = index.byId.get(from)
  if (!kept || !taken || kept === taken) return
  for (const segment of index.segments)
    for (const entry of segment.entries) if (entry.story === taken) entry.story = kept
  // What lies between the two was never summed; a pair that a judge calls one is about as close as joinAt.
  kept.within += taken.within + 2 * joinAt * kept.size * taken.size
  kept.size += taken.size
  index.byId.delete(from)
}

/**
 * Forgets articles that arrived over 72 hours before `now`, half a day at a time; call it every hour or so. It goes by
 * arrival, not by the articles' own dates, which a broken feed may set to anything.
 */
export function forgetOld(index: StoryIndex, now: Date): void {
  const time = now.getTime()
  const filling = index.segments.at(-1)!
  index.openedAt ??= time
  if (time - index.openedAt >= segmentMs && filling.entries.length > 0) {
    filling.sealedAt = time
    index.openedAt = time
    index.segments.push(createSegment())
  }
  index.segments = index.segments.filter((segment) => {
    const kept = segment.sealedAt === null || time - segment.sealedAt < storyWindowMs
    if (!kept) for (const { story } of segment.entries) shrink(index, story)
    return kept
  })
}

function shrink(index: StoryIndex, story: Story): void {
  if (story.size <= 1) {
    index.byId.delete(story.id)
    return
  }
  story.within = Math.max(story.size - 1, story.within * ((story.size - 1) / story.size) ** 2)
  story.size -= 1
}

interface IndexedWords extends StoryWords {
  /** How many articles of the index hold each word. */
  frequency: ReadonlyMap<string, number>
}

function indexedWords({ segments }: StoryIndex, article: StoryArticle): IndexedWords {
  const words = storyWords(article)
  const frequency = new Map<string, number>()
  for (const word of words.counts.keys())
    frequency.set(
      word,
      segments.reduce((sum, segment) => sum + countOf(segment, word), 0),
    )
  return { ...words, frequency }
}

const sizeOf = (index: StoryIndex) => index.segments.reduce((sum, { entries }) => sum + entries.length, 0)

/** Stories within the window that share telling words, with the summed similarity to their members. */
function compare(index: StoryIndex, words: IndexedWords): Map<Story, Found> {
  const { frequency } = words
  const vector = [...weigh(words, (word) => frequency.get(word)!, sizeOf(index))]
    .filter(([word]) => frequency.get(word)! > 0)
    .sort(([a], [b]) => frequency.get(a)! - frequency.get(b)!)
  let visits = 0
  const compared = vector.filter(([word], rank) => {
    visits += frequency.get(word)!
    return rank === 0 || visits <= mostVisits
  })
  const near = new Map<Story, Found>()
  for (const segment of index.segments) compareSegment(segment, words, compared, near)
  return near
}

function insert(
  index: StoryIndex,
  id: string,
  words: IndexedWords,
  storyId: string,
  near: Map<Story, Found>,
): void {
  const story = index.byId.get(storyId) ?? { id: storyId, size: 0, within: 0 }
  index.byId.set(storyId, story)
  story.within += 1 + 2 * (near.get(story)?.between ?? 0)
  story.size += 1
  const heaviest = [...weigh(words, (word) => words.frequency.get(word)! + 1, sizeOf(index))]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostIndexed)
  const { numbers, editions, time } = words
  addEntry(index.segments.at(-1)!, { id, story, signs: { numbers, editions, time } }, heaviest)
}
