/** A reader's own interest: made from plain words, judged against articles, and drawn towards what the reader liked. */
import { stemmedTerms } from './stem.ts'
import { stopWords } from './stop-words.ts'

/** What a reader's own topic is recognised by; stored with the topic. */
export interface Interest {
  /** The reader's own words. */
  phrase: string
  /** The parts of the phrase; together they weigh 1, the rare ones most. */
  terms: { text: string; weight: number }[]
  /** Words that go with it, from the model or from stored articles, each a hint. */
  related: string[]
  /** Titles that belong to it. */
  examples: string[]
}

/** What is judged, and what is learned from. */
export interface InterestText {
  title: string
  text: string
}

/** Something a reader said about an article under the topic: 1 likes it, -1 turns it away; between them, weaker. */
export interface InterestOpinion extends InterestText {
  liking: number
}

/** An article belongs to an interest from this score on. */
export const interestThreshold = 0.6

/** What one related word adds, and all of them at most. */
const related = { each: 0.25, most: 0.55 }
/** What likeness to the liked and the disliked can add or take. */
const learnedPull = 0.8
const examplePull = 0.5
/** UTF-16 units of an article that are looked at, and those that say what it is about. */
const looked = 2500
const lead = 400
const mostTerms = 8
const mostRelated = 12

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text in lower case; Han characters that the dictionary leaves single side by side are one word. */
function splitWords(text: string): string[] {
  const found: string[] = []
  let end = -1
  for (const { segment, isWordLike, index } of words.segment(text.normalize('NFKC').toLowerCase())) {
    if (!isWordLike) continue
    const isSingle = /^\p{Script=Han}$/u.test(segment) && !stopWords.has(segment)
    if (isSingle && end === index) found[found.length - 1] += segment
    else found.push(segment)
    end = isSingle ? index + segment.length : -1
  }
  return found
}

/** stemmedTerms, with plurals such as "robotaxis" folded too: nothing here is shown, only compared. */
const foldedTerms = (text: string): string[] =>
  stemmedTerms(text).map((term) => (/^[a-z]{4,}[^s]s$/u.test(term) ? term.slice(0, -1) : term))

/** The tokens by which an article can come near an interest. */
export const interestTokens = ({ title, text }: InterestText): string[] =>
  foldedTerms(`${title}\n${text.slice(0, looked)}`)

/** The words of a phrase that tell something, in order, each once: those of Chinese too, which writes no spaces. */
export function interestWords(phrase: string): string[] {
  const found = splitWords(phrase)
  const telling = found.filter((word) => stemmedTerms(word).some((term) => !stopWords.has(term)))
  return [...new Set(telling)].slice(0, mostTerms)
}

/** An interest in `phrase`; `rarity` says how much each of interestWords tells apart, in their order. */
export function createInterest(
  phrase: string,
  rarity: readonly number[],
  more: { related: readonly string[]; examples: readonly string[] },
): Interest {
  const texts = interestWords(phrase)
  const total = texts.reduce((sum, _, at) => sum + (rarity[at] ?? 1), 0)
  const own = new Set(texts)
  return {
    phrase,
    terms: texts.map((text, at) => ({ text, weight: (rarity[at] ?? 1) / total })),
    related: [...new Set(more.related.map((word) => word.toLowerCase()))]
      .filter((word) => !own.has(word) && stemmedTerms(word).length > 0)
      .slice(0, mostRelated),
    examples: [...more.examples],
  }
}

type Vector = ReadonlyMap<string, number>

/** An interest ready to judge articles. */
export interface Judge {
  terms: { tokens: string[]; weight: number }[]
  related: string[][]
  /** What was learned: a token's pull, for or against. */
  learned: Vector
}

/** Makes the judge of an interest, taught by its examples and by what readers said. */
export function createJudge(interest: Interest, opinions: readonly InterestOpinion[] = []): Judge {
  const examples = interest.examples.map((title) => ({ title, text: '', liking: examplePull }))
  const taught = [...examples, ...opinions]
  const liked = centroid(taught.filter(({ liking }) => liking > 0))
  const disliked = centroid(taught.filter(({ liking }) => liking < 0))
  const learned = new Map(liked)
  for (const [token, weight] of disliked) learned.set(token, (learned.get(token) ?? 0) - weight)
  return {
    terms: interest.terms.map(({ text, weight }) => ({ tokens: foldedTerms(text), weight })),
    related: interest.related.map((text) => foldedTerms(text)),
    learned,
  }
}

/** How well an article fits, 0 to 1; from `interestThreshold` on it belongs. */
export function judgeInterest(judge: Judge, article: InterestText): number {
  const tokens = interestTokens(article)
  const places = placesOf(tokens)
  const holds = (term: readonly string[]) => holdsRun(tokens, places, term)
  const own = judge.terms.reduce((sum, { tokens: term, weight }) => sum + (holds(term) ? weight : 0), 0)
  const hints = judge.related.filter(holds).length
  if (own === 0 && hints === 0) return 0
  const pull = judge.learned.size === 0 ? 0 : likeness(judge.learned, vectorOf(article))
  const score = own + Math.min(related.most, hints * related.each) + learnedPull * pull
  return Math.max(0, Math.min(1, score))
}

function placesOf(tokens: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  tokens.forEach((token, at) => {
    const known = places.get(token)
    if (known) known.push(at)
    else places.set(token, [at])
  })
  return places
}

function holdsRun(
  tokens: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  run: readonly string[],
): boolean {
  const [first] = run
  if (first === undefined) return false
  return (places.get(first) ?? []).some((at) => run.every((token, offset) => tokens[at + offset] === token))
}

/** The telling tokens of what an article is about, as a vector of length 1; the title's count double. */
function vectorOf({ title, text }: InterestText): Map<string, number> {
  const vector = new Map<string, number>()
  for (const token of foldedTerms(text.slice(0, lead))) vector.set(token, 1)
  for (const token of foldedTerms(title)) vector.set(token, 2)
  for (const token of vector.keys()) if (stopWords.has(token)) vector.delete(token)
  const length = Math.hypot(...vector.values())
  return new Map([...vector].map(([token, weight]) => [token, weight / length]))
}

function centroid(taught: readonly InterestOpinion[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const each of taught)
    for (const [token, weight] of vectorOf(each))
      sum.set(token, (sum.get(token) ?? 0) + weight * Math.abs(each.liking))
  const length = Math.hypot(...sum.values())
  // One weak opinion pulls less than its direction alone would say.
  const strength = taught.reduce((most, { liking }) => Math.max(most, Math.abs(liking)), 0)
  return new Map([...sum].map(([token, weight]) => [token, (weight / length) * strength]))
}

function likeness(learned: Vector, article: Vector): number {
  let sum = 0
  for (const [token, weight] of article) sum += weight * (learned.get(token) ?? 0)
  return sum
}

/** Share of the fitting articles that must hold a word for it to be related, and how much oftener than elsewhere. */
const leastShare = 0.25
const leastLift = 4

/**
 * Words that go with an interest, best first: those that stand in many of the `fitting` articles and in few of the
 * `others`. [] where fewer than three fit.
 */
export function relatedWords(
  interest: Pick<Interest, 'terms'>,
  fitting: readonly InterestText[],
  others: readonly InterestText[],
): string[] {
  if (fitting.length < 3) return []
  const own = new Set(interest.terms.flatMap(({ text }) => stemmedTerms(text)))
  const inside = countWords(fitting)
  const outside = countWords(others)
  return [...inside]
    .filter(([word, count]) => {
      const terms = stemmedTerms(word)
      const isNew = terms.length > 0 && !terms.some((term) => own.has(term) || stopWords.has(term))
      return (
        isNew && word.length > 1 && !/^\d/u.test(word) && count >= Math.max(2, leastShare * fitting.length)
      )
    })
    .map(([word, count]) => {
      const lift = count / fitting.length / (((outside.get(word) ?? 0) + 0.5) / (others.length + 1))
      return { word, count, lift }
    })
    .filter(({ lift }) => lift >= leastLift)
    .toSorted((a, b) => b.count * Math.log(b.lift) - a.count * Math.log(a.lift))
    .slice(0, mostRelated / 2)
    .map(({ word }) => word)
}

/** In how many articles each word stands. */
function countWords(articles: readonly InterestText[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title, text } of articles) {
    for (const word of new Set(splitWords(`${title}\n${text.slice(0, lead)}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
