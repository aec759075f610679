/** The terms that articles are searched by: those they are indexed with, and those that a word of a question asks for. */
import { bothNumbers } from './stem.ts'
import { tokenize } from './tokens.ts'

/** How a name such as "lark-7" begins, as a term of its own, which no word is. */
const beginning = (part: string): string => `${part}-`

/** The terms of an article's text, some of them more than once. */
export function searchTerms(text: string): string[] {
  const terms = tokenize(text)
  for (const term of terms) {
    const hyphen = term.indexOf('-')
    if (hyphen > 0 && hyphen < term.length - 1) terms.push(beginning(term.slice(0, hyphen)))
  }
  return terms
}

/** What a word asks for: itself in both its numbers, and the names that begin with it: "lark" finds "lark-7" too. */
export function askedTerms(word: string): string[] {
  const forms = bothNumbers(word)
  return /^\p{L}{3,}$/u.test(word) ? [...forms, beginning(word)] : forms
}
