/** An inverted index in a few flat arrays, since most words stand in one article and a list for each would cost most. */

export interface Postings {
  /** Number of each word. */
  words: Map<string, number>
  /** By word number: its newest posting, and how many it has. */
  last: number[]
  counts: number[]
  /** By posting number: the posting of the same word before it (-1: none), the entry, and the word's weight there. */
  previous: number[]
  entries: number[]
  weights: number[]
}

export function createPostings(): Postings {
  return { words: new Map(), last: [], counts: [], previous: [], entries: [], weights: [] }
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
  const { words, last, counts, previous, entries, weights } = postings
  let number = words.get(word)
  if (number === undefined) {
    number = words.size
    words.set(word, number)
    last.push(-1)
    counts.push(0)
  }
  previous.push(last[number]!)
  entries.push(entry)
  weights.push(weight)
  last[number] = entries.length - 1
  counts[number]! += 1
}
