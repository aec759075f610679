/** An inverted index in a few flat arrays, since most words stand in one article and a list for each would cost most. */

export interface Postings {
  /** Number of each word. */
  words: Map<string, number>
  /** By word number: its newest posting, and how many it has. */
  last: number[]
  counts: number[]
  /** Postings so far; the arrays below have room for more. */
  size: number
  /** By posting number: the posting of the same word before it (-1: none), the entry, and the word's weight there. */
  previous: Int32Array
  entries: Int32Array
  weights: Float32Array
}

export function createPostings(): Postings {
  return { words: new Map(), last: [], counts: [], size: 0, ...roomFor(0) }
}

/** Arrays of the machine's own numbers: of JavaScript's, each would take eight bytes. */
const roomFor = (most: number) => ({
  previous: new Int32Array(most),
  entries: new Int32Array(most),
  weights: new Float32Array(most),
})

/** Makes room for twice as many postings. */
function grow(postings: Postings): void {
  const room = roomFor(Math.max(1024, 2 * postings.size))
  room.previous.set(postings.previous)
  room.entries.set(postings.entries)
  room.weights.set(postings.weights)
  Object.assign(postings, room)
}

/** How many entries hold `word`. */
export function countOf({ words, counts }: Postings, word: string): number {
  const number = words.get(word)
  return number === undefined ? 0 : counts[number]!
}

/** The newest posting of `word`, from which `previous` leads to the others; -1 where there is none. */
export function lastOf({ words, last }: Postings, word: string): number {
  const number = words.get(word)
  return number === undefined ? -1 : last[number]!
}

/** Notes that `entry` holds `word` with `weight`. */
export function addPosting(postings: Postings, word: string, entry: number, weight: number): void {
  const { words, last, counts } = postings
  let number = words.get(word)
  if (number === undefined) {
    number = words.size
    words.set(word, number)
    last.push(-1)
    counts.push(0)
  }
  const at = postings.size
  if (at === postings.entries.length) grow(postings)
  postings.previous[at] = last[number]!
  postings.entries[at] = entry
  postings.weights[at] = weight
  postings.size += 1
  last[number] = at
  counts[number]! += 1
}
