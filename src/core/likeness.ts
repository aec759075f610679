/** How like an article is to those a reader rated: moves it in the digest, and names the one it is most like. */
import { stopWords } from './stop-words.ts'
import { tokenize } from './tokens.ts'

export interface Rated {
  title: string
  topicIds: readonly number[]
  kind: 'up' | 'down' | 'more' | 'less'
}

export interface Liking {
  /** -1..1: what rank.ts takes as `liked`. */
  score: number
  /** Title of the liked article that is nearest; null where none is near. */
  because: string | null
}

/** Below this two titles share a word by chance. */
const near = 0.2
/** So many nearest ratings count. */
const nearest = 3
/** Having a subject in common counts less than telling of the same thing. */
const topicShare = 0.35

const termsOf = (title: string) => new Set(tokenize(title).filter((term) => !stopWords.has(term)))

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const term of small) if (large.has(term)) shared += 1
  return shared / Math.sqrt(a.size * b.size)
}

/** Makes the judge of articles for one reader's ratings, the newest first. */
export function createLikeness(
  ratings: readonly Rated[],
): (article: { title: string; topicIds: readonly number[] }) => Liking {
  const rated = ratings.map((rating) => ({ ...rating, terms: termsOf(rating.title) }))
  return ({ title, topicIds }) => {
    const terms = termsOf(title)
    const found = rated
      .map((rating) => {
        const isWide = rating.kind === 'more' || rating.kind === 'less'
        const topic = rating.topicIds.some((id) => topicIds.includes(id)) ? topicShare : 0
        // 'More like this' speaks of the subject, a thumb of the thing itself.
        return { ...rating, likeness: Math.max(cosine(terms, rating.terms), isWide ? topic : topic / 2) }
      })
      .filter(({ likeness, kind }) => likeness >= (kind === 'up' || kind === 'down' ? near : topicShare))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, nearest)
    const sum = found.reduce(
      (total, { kind, likeness }) => total + (kind === 'up' || kind === 'more' ? likeness : -likeness),
      0,
    )
    const best = found.find(({ kind }) => kind === 'up' || kind === 'more')
    const score = Math.max(-1, Math.min(1, sum))
    return { score, because: score > 0 ? (best?.title ?? null) : null }
  }
}
