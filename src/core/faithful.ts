/** Checks a summary against its source without a model: numbers, names, dates and quotes must stand there, and the words mostly. */
import { findUnknownNames, findUnknownQuotes, readNames } from './faithful-names.ts'
import { findOpposites } from './faithful-opposites.ts'
import { readSource, type SourceWords, supportOf, unitsOf } from './faithful-words.ts'
import { detectLanguage } from './language.ts'
import { findNumbers, type FoundNumbers, isQuantityKnown, type Quantity } from './numbers.ts'
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

/** What one finding leaves of a sentence's score. */
const left: Record<Unsupported['kind'], number> = {
  number: 0.55,
  date: 0.6,
  name: 0.65,
  quote: 0.6,
  words: 0.55,
}
/** What the three ways of standing in the source count for; see faithful-words.ts. */
const weights = { words: 0.35, pairs: 0.4, place: 0.25 }
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
export function checkFaithful({ source, summary, language }: FaithfulInput): {
  score: number
  unsupported: Unsupported[]
} {
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
    if (words || /\p{Script=Latin}/u.test(source))
      found.push(...namesIn(sentence, names, words === null).map((text) => ({ text, kind: 'name' as const })))
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

/** Han names are compared within Chinese only, Latin ones from any language. */
function namesIn(sentence: string, names: ReturnType<typeof readNames>, foreign: boolean): string[] {
  const unknown = findUnknownNames(sentence, names)
  return foreign ? unknown.filter((name) => !/\p{Script=Han}/u.test(name)) : unknown
}

interface Facts extends FoundNumbers {
  years: ReadonlySet<number>
}

function readFacts(text: string): Facts {
  const { quantities, dates, rest } = findNumbers(text)
  const values = quantities.flatMap((quantity) => quantity.values)
  const years = new Set([...values, ...dates.map((date) => date.year ?? 0)])
  const parts = dates.flatMap(({ year, month, day }) => [year, month, day].filter((part) => part !== null))
  const asPlain = parts.map(
    (value): Quantity => ({
      text: '',
      start: 0,
      values: [value],
      kind: 'plain',
      currency: null,
      step: 1,
      certain: true,
    }),
  )
  return { quantities: [...quantities, ...asPlain], dates, rest, years }
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
  const score = weights.words * support.words + weights.pairs * support.pairs + weights.place * support.place
  const telling = units.filter((unit) => unit.weight === 1).length
  if (telling >= fewestWords && support.words < leastWords)
    return { score, found: [{ text: sentence, kind: 'words' }] }
  const place = support.window.flatMap((at) => source.sentences[at]!.units)
  const turned = support.place >= 0.5 ? findOpposites(units, place) : []
  return { score, found: turned.slice(0, 2).map((text) => ({ text, kind: 'words' })) }
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
