/** What an article says that has not been told: decides whether a told story comes again, and with which sentences. */
import { splitSentences } from './sentences.ts'
import { stopWords } from './stop-words.ts'
import { tokenize } from './tokens.ts'

/** Sentences looked at; an update says what is new near its beginning. */
const mostSentences = 40
/** Shorter sentences are captions and credit lines. */
const leastTerms = 4
/** A sentence is told where so much of it has been said; one with a number or name that was not, hardly ever. */
const toldShare = 0.55
const toldShareWithNewFact = 0.9

/** Numbers, and capitalised words that do not begin the sentence. */
const fact = /(?<=\S\s+\p{P}?)\p{Lu}[\p{L}\p{M}]+|\p{N}[\p{N}.,]*/gu

function hasNewFact(sentence: string, known: ReadonlySet<string>): boolean {
  return [...sentence.matchAll(fact)].some(([found]) => tokenize(found).some((term) => !known.has(term)))
}

function contentTerms(text: string): string[] {
  return [...new Set(tokenize(text))].filter((term) => !stopWords.has(term))
}

/** The sentences of `text` that `told`, the texts known already, do not hold; in order, as they stand. */
export function newSentences(text: string, told: readonly string[]): string[] {
  const known = new Set(told.flatMap((each) => tokenize(each)))
  return splitSentences(text)
    .slice(0, mostSentences)
    .filter((sentence) => {
      const terms = contentTerms(sentence)
      if (terms.length < leastTerms) return false
      const share = terms.filter((term) => known.has(term)).length / terms.length
      return share < (hasNewFact(sentence, known) ? toldShareWithNewFact : toldShare)
    })
}

/** Whether a story has moved far: most of what `text` says is new. */
export function hasMoved(text: string, fresh: readonly string[]): boolean {
  const all = splitSentences(text).slice(0, mostSentences)
  return fresh.length >= 3 && fresh.length >= all.length / 2
}
