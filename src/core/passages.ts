/** Looks one text through for what a question is about: how much of it stands there, in which sentences, and in what part a model should read. */
import { estimateTokens } from './budget.ts'
import { questionTerms } from './question.ts'
import { splitSentences } from './sentences.ts'
import { stem, stemmedTerms } from './stem.ts'

export interface Finding {
  /** How much of what is asked stands in the text, 0 to 1; what stands in few of its sentences, and not in its title, counts more. */
  covered: number
  /** The sentences that tell most of it, in the order of the text. */
  sentences: string[]
}

interface Looked {
  sentences: string[]
  /** The terms of the question. */
  wanted: string[]
  /** Of each sentence, the asked terms and pairs of words that stand in it. */
  found: string[][]
  weightOf: (term: string) => number
}

/** Whose characters pair up across words, so that many pairs of a question stand in no text. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const enough = { spaced: 0.4, unspaced: 0.25 }

/** Whether that is an answer, and not a text that shares a word with the question. */
export const isFound = ({ covered }: Finding, question: string): boolean =>
  covered >= (unspaced.test(question) ? enough.unspaced : enough.spaced)

/** What `text` and its title hold of `question`, told by at most `most` sentences. */
export function findInText(text: string, title: string, question: string, most: number): Finding {
  const { sentences, wanted, found, weightOf } = look(text, question, title)
  const missing = new Set([...wanted, ...found.flat()])
  const total = sum(wanted, weightOf)
  const chosen: number[] = []
  while (chosen.length < most) {
    const gains = found.map((each) =>
      sum(
        each.filter((term) => missing.has(term)),
        weightOf,
      ),
    )
    const best = gains.reduce((highest, gain, at) => (gain > gains[highest]! ? at : highest), 0)
    if (!(gains[best]! > 0)) break
    for (const term of found[best]!) missing.delete(term)
    chosen.push(best)
  }
  for (const term of stemmedTerms(title)) missing.delete(term)
  return {
    covered:
      total > 0
        ? 1 -
          sum(
            wanted.filter((term) => missing.has(term)),
            weightOf,
          ) /
            total
        : 0,
    sentences: chosen.toSorted((one, other) => one - other).map((at) => sentences[at]!),
  }
}

/** Of a sentence's weight, what its neighbours have of it: an answer often stands beside the words of its question. */
const spread = 0.5

/** The text itself where it fits `maxTokens`; else the sentences around what is asked, and its beginning, in order. */
export function passageOf(text: string, question: string, maxTokens: number): string {
  if (estimateTokens(text) <= maxTokens) return text
  const { sentences, found, weightOf } = look(text, question)
  const own = found.map((each) => sum(each, weightOf))
  const scores = own.map((score, at) => score + spread * ((own[at - 1] ?? 0) + (own[at + 1] ?? 0)))
  const byScore = [...sentences.keys()].toSorted((one, other) => scores[other]! - scores[one]!)
  let left = maxTokens
  const kept = byScore.filter((at) => {
    left -= estimateTokens(sentences[at]!)
    return left >= 0
  })
  return kept
    .toSorted((one, other) => one - other)
    .map((at) => sentences[at]!)
    .join('\n')
}

/** Terms of a question that are looked for. */
const mostTerms = 24

function look(text: string, question: string, title = ''): Looked {
  const wanted = [...new Set(questionTerms(question, mostTerms).map(stem))]
  const together = pairsOf(stemmedTerms(question), new Set(wanted))
  const sentences = splitSentences(text)
  const found = sentences.map((sentence) => {
    const terms = stemmedTerms(sentence)
    const held = new Set(terms)
    const pairs = new Set(pairsOf(terms, held))
    return [...wanted.filter((term) => held.has(term)), ...together.filter((pair) => pairs.has(pair))]
  })
  const times = new Map<string, number>()
  for (const term of found.flat()) times.set(term, (times.get(term) ?? 0) + 1)
  // What the title names is what all of it is about.
  for (const term of stemmedTerms(title)) times.set(term, sentences.length)
  return {
    sentences,
    wanted,
    found,
    weightOf: (term) => Math.log(1 + sentences.length / (times.get(term) || 1)),
  }
}

const sum = (terms: readonly string[], weightOf: (term: string) => number): number =>
  terms.reduce((total, term) => total + weightOf(term), 0)

/** Neighbouring words, one of which is in `telling`: "first line" tells more than both words apart. Han is pairs already. */
const pairsOf = (terms: readonly string[], telling: ReadonlySet<string>): string[] =>
  terms.slice(1).flatMap((term, at) => {
    const before = terms[at]!
    const isPair = (telling.has(term) || telling.has(before)) && !unspaced.test(before + term)
    return isPair ? [`${before} ${term}`] : []
  })
