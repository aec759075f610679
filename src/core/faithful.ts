/** Checks a summary against its source without a model: numbers, names, dates and quotes must stand there, and the words mostly. */
import {
  findUnknownHan,
  findUnknownLatin,
  findUnknownQuotes,
  type NameSource,
  readNames,
} from './faithful-names.ts'
import { findWrongOffices } from './faithful-offices.ts'
import { findOpposites } from './faithful-opposites.ts'
import { findUnknownCountries } from './faithful-places.ts'
import { readSource, type SourceWords, supportOf, unitsOf, type WordSupport } from './faithful-words.ts'
import { detectLanguage } from './language.ts'
import { findNumbers, type FoundNumbers, isQuantityKnown, plainQuantity } from './numbers.ts'
import { isDateKnown } from './mentioned-dates.ts'
import { splitSentences } from './sentences.ts'

export interface Unsupported {
  /** As it stands in the summary. */
  text: string
  kind: 'number' | 'name' | 'date' | 'quote' | 'words'
}

export interface FaithfulInput {
  source: string
  summary: string
  /** BCP-47 tag of the summary's language. */
  language: string
}

/** UTF-16 units read: no news is longer, and hostile text must not cost seconds. */
const longest = { source: 60_000, summary: 8000 }
/** What one finding leaves of a sentence's score. */
const left: Record<Unsupported['kind'], number> = {
  number: 0.6,
  date: 0.65,
  name: 0.65,
  quote: 0.6,
  words: 0.55,
}
/** What each way of standing in the source counts for; see faithful-words.ts. */
const weights = { pairs: 0.6, words: 0.3, place: 0.1 }
/** What words alone can take from a score: a paraphrase is no lie. */
const mostLost = 0.4
/** Part missing from the source that takes most of it. */
const missingScale = 0.3
/** Below this share of telling words, a sentence is about something else. */
const leastWords = 0.3
/** Fewer telling words than this prove nothing. */
const fewestWords = 3
/** What a sentence in another language than the source's starts from: its words cannot be compared. */
const otherLanguage = 0.8

/**
 * How far `summary` is borne out by `source`: a smooth score from 0 to 1, and what is not. Where the two are in
 * different languages only figures, dates and names are compared.
 */
export function checkFaithful(input: FaithfulInput): { score: number; unsupported: Unsupported[] } {
  const { language } = input
  const source = input.source.slice(0, longest.source)
  const summary = input.summary.slice(0, longest.summary)
  const sentences = splitSentences(summary)
  if (sentences.length === 0) return { score: 1, unsupported: [] }
  const known = readFacts(source)
  const words = isSameLanguage(source, summary, language) ? readSource(known.rest) : null
  const names = readNames(source)
  const unsupported: Unsupported[] = []
  let sum = 0
  let size = 0
  let least = 1
  for (const sentence of sentences) {
    const numbers = findNumbers(sentence)
    const found: Unsupported[] = findFalseNumbers(numbers, known)
    found.push(...findFalseNames(sentence, { source, names, foreign: words === null }))
    if (words)
      found.push(...findUnknownQuotes(sentence, names).map((text) => ({ text, kind: 'quote' as const })))
    const lexical = words ? judgeWords(sentence, numbers.rest, words) : { score: otherLanguage, found: [] }
    found.push(...lexical.found)
    const score = found.reduce((rest, { kind }) => rest * left[kind], lexical.score)
    unsupported.push(...found)
    sum += score * sentence.length
    size += sentence.length
    least = Math.min(least, score)
  }
  // One false sentence among true ones still deceives.
  return { score: 0.7 * (sum / size) + 0.3 * least, unsupported }
}

/** Names of one script are not looked for in a text of the other, countries aside. */
function findFalseNames(
  sentence: string,
  { source, names, foreign }: { source: string; names: NameSource; foreign: boolean },
): Unsupported[] {
  const latin = /\p{Script=Latin}/u.test(source) ? findUnknownLatin(sentence, names) : []
  const own = foreign ? [] : [...findUnknownHan(sentence, names), ...findWrongOffices(sentence, source)]
  const texts = new Set([...latin, ...own, ...findUnknownCountries(sentence, source)])
  return [...texts].map((text) => ({ text, kind: 'name' }))
}

interface Facts extends FoundNumbers {
  years: ReadonlySet<number>
}

function readFacts(text: string): Facts {
  const { quantities, dates, rest } = findNumbers(text)
  const values = quantities.flatMap((quantity) => quantity.values)
  const years = new Set([...values, ...dates.map((date) => date.year ?? 0)])
  const parts = dates.flatMap(({ year, month, day }) => [year, month, day].filter((part) => part !== null))
  return { quantities: [...quantities, ...parts.map(plainQuantity)], dates, rest, years }
}

function findFalseNumbers({ quantities, dates }: FoundNumbers, known: Facts): Unsupported[] {
  return [
    ...quantities
      .filter((claim) => claim.certain && !isQuantityKnown(claim, known.quantities))
      .map(({ text, values }) => ({
        text,
        kind: isYear(text, values[0]!) ? ('date' as const) : ('number' as const),
      })),
    ...dates
      .filter((claim) => !isDateKnown(claim, known.dates, known.years))
      .map(({ text }) => ({ text, kind: 'date' as const })),
  ]
}

const isYear = (text: string, value: number): boolean =>
  /^\d{4}$/u.test(text) && value >= 1500 && value <= 2100

function judgeWords(
  sentence: string,
  rest: string,
  source: SourceWords,
): { score: number; found: Unsupported[] } {
  const units = unitsOf(rest)
  const support = supportOf(units, source)
  const score = lexicalScore(support)
  const telling = units.filter((unit) => unit.weight === 1).length
  if (telling >= fewestWords && support.words < leastWords)
    return { score, found: [{ text: sentence, kind: 'words' }] }
  const place = support.window.flatMap((at) => source.sentences[at]!.units)
  const turned =
    support.place >= 0.5
      ? findOpposites(units, place, { elsewhere: source.words, near: support.place >= 0.75 })
      : []
  return { score, found: turned.slice(0, 2).map((text) => ({ text, kind: 'words' })) }
}

/**
 * Close to the text nearly all words are known, so that pairs of words tell true from false; in a paraphrase the words
 * themselves do. What is missing first says most: a sentence put together from two others has all but one of its pairs
 * in the source, and one wholly in other words may be as true as any.
 */
function lexicalScore({ words, pairs, place }: WordSupport): number {
  const missing = 1 - weights.pairs * pairs - weights.words * words - weights.place * place
  return 1 - mostLost * (1 - Math.exp(-missing / missingScale))
}

function isSameLanguage(source: string, summary: string, language: string): boolean {
  const from = detectLanguage(source)
  const own = language === 'und' || language === '' ? detectLanguage(summary) : language
  if (own === from) return true
  const scripts = [from, own].map((tag) => tag.split('-')[0])
  if (scripts[0] !== scripts[1]) return false
  // Bare 'zh' may be either writing; the two named ones differ in too many characters to compare words.
  return !(from.includes('-') && own.includes('-'))
}
