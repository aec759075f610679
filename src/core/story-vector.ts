/** What two articles are compared by when asking whether they tell the same news: weighed words, numbers, time. */
import { stemmedTerms } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { isUnspaced } from './topic-document.ts'

/** An article as stories see it. `event` is a one-line English description of what happened, where a model made one. */
export interface StoryArticle {
  id: string
  title: string
  text?: string
  language?: string
  publishedAt?: Date | null
  event?: string
}

/** What can speak against a match of two articles' words. */
export interface StorySigns {
  numbers: readonly string[]
  /** Editions such as "episode 12" or "3月2日": two of one series are different news however alike they read. */
  editions: readonly string[]
  /** Milliseconds since 1970, or null where nothing is known. */
  time: number | null
}

/** The words of one article before they are weighed, and its signs. */
export interface StoryWords extends StorySigns {
  counts: Map<string, number>
}

/** A text's opening names the news; what follows is background that other stories share. */
const leadTokens = 60
const leadUnits = 1200
/** A word of the lead against one of the title. */
const leadWeight = 0.35
/** Pairs of Han characters overlap, so each says less than a whole word. */
const pairWeight = 0.7
const numberWeight = 0.8
/** The idf of a word is not believed to be told by fewer articles than this. */
const leastArticles = 300

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const editionPattern = new RegExp(
  [
    String.raw`第?\s*[\d零一二三四五六七八九十百]+\s*(?:期|集|轮|輪|日|号|號|季|话|話|回|周|週|弹|彈)`,
    String.raw`\b(?:week|day|episode|ep|part|vol|volume|issue|no|round|chapter|season|game|edition)\.?\s*#?\d+`,
    String.raw`\b(?:${months})[a-z]*\.?\s+\d{1,2}\b`,
    String.raw`\b\d{1,2}\s+(?:${months})[a-z]*\b`,
    String.raw`\bq[1-4]\b`,
    String.raw`\b\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?\b`,
  ].join('|'),
  'gu',
)

const none: readonly string[] = []

/** Most articles have none of either sign, and share one empty list. */
const listOf = (signs: readonly string[]) => (signs.length === 0 ? none : [...new Set(signs)])

/** Reads an article's words: those of the title in full, those of the lead at a part. */
export function storyWords(article: StoryArticle): StoryWords {
  const counts = new Map<string, number>()
  const title = stemmedTerms(article.title.slice(0, 2 * leadUnits))
  const add = (tokens: readonly string[], weight: number) => {
    for (const word of tokens) {
      if (stopWords.has(word)) continue
      const kind = isUnspaced(word) ? pairWeight : /^\p{N}/u.test(word) ? numberWeight : 1
      const before = counts.get(word) ?? 0
      // The second mention of a word adds little: the first says that the news is about it.
      counts.set(word, Math.max(before, weight * kind) + (before > 0 ? 0.1 * weight * kind : 0))
    }
  }
  add(title, 1)
  add(stemmedTerms((article.text ?? '').slice(0, leadUnits)).slice(0, leadTokens), leadWeight)
  add(stemmedTerms((article.event ?? '').slice(0, leadUnits)), 1)
  const folded = article.title.normalize('NFKC').toLowerCase()
  return {
    counts,
    numbers: listOf(title.filter((token) => /^\p{N}/u.test(token))),
    editions: listOf([...folded.matchAll(editionPattern)].map(([found]) => found.replace(/\s+/gu, ''))),
    time: article.publishedAt?.getTime() ?? null,
  }
}

/**
 * Weighs words by how few articles hold them, damped, and scales to unit length. `frequency` tells how many of `articles` hold a word.
 */
export function weigh(
  words: StoryWords,
  frequency: (word: string) => number,
  articles: number,
): Map<string, number> {
  const total = Math.max(articles, leastArticles)
  const vector = new Map<string, number>()
  let squares = 0
  for (const [word, count] of words.counts) {
    const weight = count * Math.log(1 + total / Math.max(1, frequency(word))) ** damping
    vector.set(word, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares) || 1
  for (const [word, weight] of vector) vector.set(word, weight / length)
  return vector
}

/** Power of the idf: below 1 it keeps one odd word from deciding. */
const damping = 0.75

/** Square that a word adds to `squares` of `spread`: overlapping Han pairs often come in twos for what is one word. */
export function squareOf(word: string, product: number): number {
  return product * product * (isUnspaced(word) ? 1.3 : 1)
}

/**
 * Similarity without what it owes to one single word: "Nvidia" alone does not make two articles one story. `dot` sums
 * the products of the shared words' weights, `squares` their squareOf.
 */
export function spread(dot: number, squares: number): number {
  return dot - squares / dot
}

const hour = 3_600_000

/** What two articles' word similarity is multiplied by for what speaks against a match: time apart, other numbers. */
export function agreement(a: StorySigns, b: StorySigns): number {
  let factor = 1
  if (a.time !== null && b.time !== null) {
    const apart = Math.abs(a.time - b.time) / hour
    // A day apart is the same news cycle; after that follow-ups must be ever more alike.
    if (apart > 24) factor *= 0.5 ** ((apart - 24) / (24 * 5))
  }
  if (disjoint(a.editions, b.editions)) factor *= 0.15
  else if (disjoint(a.numbers, b.numbers)) factor *= 0.85
  return factor
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value))
}
