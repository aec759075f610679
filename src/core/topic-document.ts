/** Turns an article into what the topic model counts: a sequence for seed phrases and damped feature counts. */
import { stemmedTerms } from './stem.ts'
import { stopWords } from './stop-words.ts'

/** Longer texts say nothing new about their topic; the rest would only cost time. */
const maxTextUnits = 8000
const maxTokens = 1500
/** A single Han character is a weaker sign than a pair, but lets a small pool cover unseen pairs. */
const characterWeight = 0.5
/** "Last" and "first" do say something (of sports, say), but a text of nothing else is about none of the topics. */
const stopWordWeight = 0.4

/** Feature ids by name; it only ever grows, so models made one from another may share it. */
export type Vocabulary = Map<string, number>

/** Counted features of one article. `weights[i]` is the damped count of feature `ids[i]`. */
export interface FeatureCounts {
  ids: Int32Array
  weights: Float64Array
  /** Sum of squared weights of features that the vocabulary does not hold. */
  unknownSquares: number
}

/** Tokens of a title and of a text (cut at a length past which a text says nothing new), plurals folded. */
export function tokensOf(title: string, text: string): { title: string[]; text: string[] } {
  return {
    title: stemmedTerms(title.slice(0, maxTextUnits)),
    text: stemmedTerms(text.slice(0, maxTextUnits)).slice(0, maxTokens),
  }
}

/** True for a token of Han, kana or Hangul, whose words are counted apart from those of spaced scripts. */
export function isUnspaced(token: string): boolean {
  // No such script stands before this block, and most tokens need no closer look.
  return (
    token.charCodeAt(0) >= 0x2e80 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(token)
  )
}

/** The features of one token: itself, and for a pair of Han characters also each of them. */
export function featuresOf(token: string): { name: string; weight: number }[] {
  if (!isUnspaced(token)) return [{ name: token, weight: 1 }]
  const characters = Array.from(token)
  if (characters.length < 2) return [{ name: token, weight: characterWeight }]
  return [
    { name: token, weight: 1 },
    ...characters.map((name) => ({ name, weight: characterWeight / characters.length })),
  ]
}

/**
 * Counts an article's features against `vocabulary`; with `grow` unseen ones are added to it, else they are
 * remembered as unknown mass, so that a text of unknown words is not judged by its one known word.
 */
export function countFeatures(
  vocabulary: Vocabulary,
  tokens: { title: string[]; text: string[] },
  grow: boolean,
): FeatureCounts {
  const counts = new Map<string, number>()
  const add = (token: string, times: number) => {
    const telling = stopWords.has(token) ? stopWordWeight : 1
    for (const { name, weight } of featuresOf(token))
      counts.set(name, (counts.get(name) ?? 0) + weight * times * telling)
  }
  for (const token of tokens.title) add(token, tokens.text.length > 0 ? 2 : 1)
  for (const token of tokens.text) add(token, 1)
  const ids: number[] = []
  const weights: number[] = []
  let unknownSquares = 0
  for (const [name, count] of counts) {
    // Sublinear: the tenth mention of a word says little more than the third.
    const weight = count <= 1 ? count : 1 + Math.log(count)
    let id = vocabulary.get(name)
    if (id === undefined && grow) {
      id = vocabulary.size
      vocabulary.set(name, id)
    }
    if (id === undefined) unknownSquares += weight * weight
    else {
      ids.push(id)
      weights.push(weight)
    }
  }
  return { ids: Int32Array.from(ids), weights: Float64Array.from(weights), unknownSquares }
}
