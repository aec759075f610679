/** The articles of half a day in the index of recent stories: which of them share words with a new one, and how much. */
import { agreement, spread, squareOf, type StorySigns } from './story-vector.ts'
import { addTerms, createTermTable, findTerm, type TermTable } from './term-table.ts'

/** How far apart in time two articles may be and still be one story. */
export const storyWindowMs = 72 * 3_600_000
const noise = 0.04

export interface Story {
  id: string
  size: number
  /** Sum of the similarities of its members with each other, each with itself included. */
  within: number
}

interface Entry {
  id: string
  story: Story
  /** Without its words, which the table holds. */
  signs: StorySigns
}

/** Articles that arrived in the same half day: forgotten together, so that forgetting never rebuilds anything. */
export interface Segment {
  entries: Entry[]
  /** Which entries hold which words. */
  table: TermTable
  /** By posting of the table: the weight of its word in its entry; has room for more. */
  weights: Float32Array
  /** By entry, zero but while an article is compared: kept so that comparing makes no garbage. */
  scores: number[]
  squares: number[]
  /** When the next segment was opened, in milliseconds; null for the one still filling. */
  sealedAt: number | null
}

export function createSegment(): Segment {
  return {
    entries: [],
    table: createTermTable(),
    weights: new Float32Array(0),
    scores: [],
    squares: [],
    sealedAt: null,
  }
}

/** How many entries hold `word`. */
export function countOf({ table }: Segment, word: string): number {
  const number = findTerm(table, word)
  return number < 0 ? 0 : table.counts[number]!
}

/** Adds an entry that is found again by these words; each stands there once. */
export function addEntry(segment: Segment, entry: Entry, words: readonly [string, number][]): void {
  const { entries, table, scores, squares } = segment
  scores.push(0)
  squares.push(0)
  const at = entries.push(entry) - 1
  for (const [word, weight] of words) {
    const posting = table.size
    addTerms(table, [word], at)
    if (posting >= segment.weights.length) {
      const room = new Float32Array(table.entries.length)
      room.set(segment.weights)
      segment.weights = room
    }
    segment.weights[posting] = weight
  }
}

/** What an article has in common with a story. */
export interface Found {
  /** Summed similarity to the story's members. */
  between: number
  /** The member most like it, and how much. */
  nearest: string
  best: number
}

/** Adds to `near` the stories of the segment that share some of these weighed words with the article of these signs. */
export function compareSegment(
  { entries, table, weights, scores, squares }: Segment,
  signs: StorySigns,
  vector: readonly [string, number][],
  near: Map<Story, Found>,
): void {
  const touched: number[] = []
  for (const [word, weight] of vector) {
    const number = findTerm(table, word)
    if (number < 0) continue
    const square = squareOf(word, weight)
    for (let posting = table.last[number]!; posting >= 0; posting = table.previous[posting]!) {
      const at = table.entries[posting]!
      if (scores[at] === 0) touched.push(at)
      const other = weights[posting]!
      scores[at]! += weight * other
      squares[at]! += square * other * other
    }
  }
  for (const at of touched) {
    const entry = entries[at]!
    const [score, square] = [scores[at]!, squares[at]!]
    scores[at] = squares[at] = 0
    if (score <= noise || outside(signs.time, entry.signs.time)) continue
    const similarity = spread(score, square) * agreement(signs, entry.signs)
    if (similarity <= noise) continue
    const found = near.get(entry.story) ?? { between: 0, nearest: entry.id, best: 0 }
    found.between += similarity
    if (similarity > found.best) {
      found.best = similarity
      found.nearest = entry.id
    }
    near.set(entry.story, found)
  }
}

const outside = (a: number | null, b: number | null) =>
  a !== null && b !== null && Math.abs(a - b) > storyWindowMs
