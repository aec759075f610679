/** Groups articles that tell the same news: all at once here, one by one in story-index.ts. */
import {
  agreement,
  spread,
  squareOf,
  storyWords,
  weigh,
  type StoryArticle,
  type StoryWords,
} from './story-vector.ts'

export type { StoryArticle } from './story-vector.ts'

/** Two stories are one when `closeness` reaches this; chosen for precision, since a false merge hides news. */
export const joinAt = 0.15
/** Between `unlikelyBelow` and `sureAbove` a model should be asked. */
export const unlikelyBelow = 0.07
export const sureAbove = 0.22

/** Words in more articles than this part of all (and than `alwaysCompared`) find no candidates. */
const commonPart = 0.1
const alwaysCompared = 200
/** Weaker similarity is chance. */
const noise = 0.04

/**
 * How close two groups are, 0..1, between the mean similarity of their members (strict with large groups) and that of
 * their centroids (which a large group's variety helps). `between` sums the similarities across, `withinA` and
 * `withinB` those inside, each member with itself included.
 */
export function closeness(
  between: number,
  sizeA: number,
  withinA: number,
  sizeB: number,
  withinB: number,
): number {
  return between / Math.sqrt(sizeA * sizeB * Math.sqrt(withinA * withinB))
}

interface Group {
  members: number[]
  /** Sum of similarities of all members with all members. */
  within: number
  /** Other group -> sum of similarities across. */
  near: Map<number, number>
}

/**
 * Gives each article the id of its story, in the order of the input: the id of the story's first article there. An
 * article that tells news of its own gets its own id. The same input always gives the same stories.
 */
export function clusterStories(articles: readonly StoryArticle[]): string[] {
  const groups = compareAll(articles.map(storyWords))
  const queue = createQueue()
  const offer = (a: number, b: number, between: number) => {
    const one = groups[a]!
    const two = groups[b]!
    const score = closeness(between, one.members.length, one.within, two.members.length, two.within)
    if (score >= joinAt) queue.push({ a, b, score, sizes: one.members.length + two.members.length })
  }
  groups.forEach((group, a) => {
    for (const [b, between] of group!.near) if (a < b) offer(a, b, between)
  })
  for (let pair = queue.pop(); pair !== null; pair = queue.pop()) {
    const kept = groups[pair.a]
    const taken = groups[pair.b]
    if (!kept || !taken || kept.members.length + taken.members.length !== pair.sizes) continue
    kept.within += taken.within + 2 * (kept.near.get(pair.b) ?? 0)
    kept.members.push(...taken.members)
    groups[pair.b] = null
    kept.near.delete(pair.b)
    for (const [other, between] of taken.near) {
      if (other === pair.a) continue
      kept.near.set(other, (kept.near.get(other) ?? 0) + between)
      groups[other]!.near.delete(pair.b)
    }
    for (const [other, between] of kept.near) {
      groups[other]!.near.set(pair.a, between)
      offer(Math.min(pair.a, other), Math.max(pair.a, other), between)
    }
  }
  const stories = articles.map((article) => article.id)
  for (const group of groups) {
    if (!group) continue
    const first = Math.min(...group.members)
    for (const member of group.members) stories[member] = articles[first]!.id
  }
  return stories
}

/** Every article as a group of its own, knowing which others are near. */
function compareAll(words: readonly StoryWords[]): (Group | null)[] {
  const frequency = new Map<string, number>()
  for (const { counts } of words)
    for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const common = Math.max(alwaysCompared, commonPart * words.length)
  const postings = new Map<string, { at: number[]; weights: number[] }>()
  const groups = words.map((_, at): Group => ({ members: [at], within: 1, near: new Map() }))
  const scores = new Float64Array(words.length)
  const squares = new Float64Array(words.length)
  words.forEach((each, at) => {
    const touched: number[] = []
    for (const [word, weight] of weigh(each, (key) => frequency.get(key) ?? 0, words.length)) {
      if (frequency.get(word)! > common) continue
      const posting = postings.get(word) ?? { at: [], weights: [] }
      posting.at.forEach((other, k) => {
        if (scores[other] === 0) touched.push(other)
        const product = weight * posting.weights[k]!
        scores[other]! += product
        squares[other]! += squareOf(word, product)
      })
      posting.at.push(at)
      posting.weights.push(weight)
      postings.set(word, posting)
    }
    for (const other of touched) {
      const similarity =
        scores[other]! > noise ? spread(scores[other]!, squares[other]!) * agreement(each, words[other]!) : 0
      scores[other] = 0
      squares[other] = 0
      if (similarity <= noise) continue
      groups[at]!.near.set(other, similarity)
      groups[other]!.near.set(at, similarity)
    }
  })
  return groups
}

interface Pair {
  a: number
  b: number
  score: number
  /** Both groups' sizes together when scored: a group that has grown since makes the score stale. */
  sizes: number
}

/** Best pair first; equal scores in the order of the articles, so that the outcome is one and the same. */
function createQueue() {
  const heap: Pair[] = []
  const before = (x: Pair, y: Pair) =>
    x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b
  return {
    push(pair: Pair) {
      let at = heap.length
      heap.push(pair)
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!before(pair, heap[parent]!)) break
        heap[at] = heap[parent]!
        at = parent
      }
      heap[at] = pair
    },
    pop(): Pair | null {
      const best = heap[0]
      const last = heap.pop()
      if (!best || !last) return null
      if (heap.length === 0) return best
      let at = 0
      for (;;) {
        let child = 2 * at + 1
        if (child >= heap.length) break
        if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
        if (!before(heap[child]!, last)) break
        heap[at] = heap[child]!
        at = child
      }
      heap[at] = last
      return best
    },
  }
}
