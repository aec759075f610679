/** Holds each point of a model's summary against the sentences it cites; says what is wrong, or finds the source's own words. */
import { checkFaithful, type Unsupported } from '../core/faithful.ts'
import { detectLanguage } from '../core/language.ts'
import { cleanModelText } from './model-text.ts'

export interface CitedBullet {
  text: string
  /** Numbers of sentences, from 1. */
  sentences: readonly number[]
}

export interface CheckedBullet {
  text: string
  evidence: string[]
  /** What the evidence does not bear out, in words for the model; empty for a sound bullet. */
  problems: string[]
}

export interface Article {
  title: string
  sentences: readonly string[]
}

/** UTF-16 units of a bullet. */
const longestBullet = 400

/** Checks the bullets of an answer; those without words are left out. */
export function checkBullets(
  bullets: readonly CitedBullet[],
  article: Article,
  language: string,
): CheckedBullet[] {
  return bullets.flatMap((bullet) => {
    const text = cleanModelText(bullet.text, longestBullet)
    return text === '' ? [] : [checkBullet(text, bullet.sentences, article, language)]
  })
}

function checkBullet(
  text: string,
  cited: readonly number[],
  article: Article,
  language: string,
): CheckedBullet {
  const places = [...new Set(cited)].filter((number) => article.sentences[number - 1] !== undefined)
  const evidence = places.map((number) => article.sentences[number - 1]!)
  if (evidence.length === 0) return { text, evidence, problems: ['names no sentence of the article'] }
  const found = findUnsupported(text, evidence, language)
  if (found.length === 0) return { text, evidence, problems: [] }
  // A name may be given in full elsewhere, and a point may say with the article's other words what these sentences say.
  const anywhere = findUnsupported(text, [article.title, ...article.sentences], language)
  const left = found.filter(
    ({ text: part, kind }) =>
      (kind !== 'name' && kind !== 'words') ||
      anywhere.some((other) => other.text === part && other.kind === kind),
  )
  if (left.length === 0) return { text, evidence, problems: [] }
  const wider = withNeighbours(places, article.sentences)
  if (findUnsupported(text, wider, language).length === 0) return { text, evidence: wider, problems: [] }
  return { text, evidence, problems: left.map((part) => describeProblem(part, places)) }
}

const findUnsupported = (summary: string, source: readonly string[], language: string): Unsupported[] =>
  checkFaithful({ source: source.join('\n'), summary, language }).unsupported

/** The cited sentences with those just before and after, in reading order: models miscount by one. */
function withNeighbours(places: readonly number[], sentences: readonly string[]): string[] {
  const numbers = new Set(places.flatMap((number) => [number - 1, number, number + 1]))
  return sentences.filter((_, at) => numbers.has(at + 1))
}

const kindWords: Record<Unsupported['kind'], string> = {
  number: 'the number',
  date: 'the date',
  name: 'the name',
  quote: 'the quotation',
  words: 'the words',
}

function describeProblem({ text, kind }: Unsupported, places: readonly number[]): string {
  return `${kindWords[kind]} ${JSON.stringify(text)} is not what sentence ${places.join(', ')} says`
}

/** What stands in for an unsound bullet: the first sentence it cites; null where it cites none. */
export function ownSentence({ evidence }: CheckedBullet): { text: string; evidence: string[] } | null {
  const [first] = evidence
  if (first === undefined) return null
  const text = cleanModelText(first, longestBullet)
  return text === '' ? null : { text, evidence: [first] }
}

/** Fewer UTF-16 units tell no language. */
const tellingLength = 24

/** Whether `text` is in another language, or another Chinese writing, than the tag `language` says. */
export function isOtherLanguage(text: string, language: string): boolean {
  if (text.length < tellingLength || language === 'und') return false
  const [asked, script] = language.split('-')
  const [found, foundScript] = detectLanguage(text).split('-')
  return found !== asked || (asked === 'zh' && /^Han[st]$/u.test(script ?? '') && script !== foundScript)
}
