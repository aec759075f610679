/** The terms that topics and stories count: those of tokens.ts with English plurals folded and compounds taken apart. */
import { tokenize } from './tokens.ts'

/** "semi-final" and "semi final" are one, "GPT-5" and "7-1" are names of their own. */
const compound = /^\p{L}{2,}(?:-\p{L}{2,})+$/u

/** The terms of `text` in order; a seed word "election" so also finds "elections". */
export function stemmedTerms(text: string): string[] {
  const terms: string[] = []
  for (const token of tokenize(text))
    if (token.includes('-') && compound.test(token)) terms.push(...token.split('-').map(stem))
    else terms.push(stem(token))
  return terms
}

/** An English token in both its numbers; any other as it is. */
export function bothNumbers(token: string): string[] {
  if (!/^[a-z]{4,}$/u.test(token)) return [token]
  return [...new Set([token, stem(token), `${stem(token)}s`, token.replace(/s$/u, '')])]
}

/** The token without an English plural or possessive ending; other scripts and short words come back as they are. */
export function stem(token: string): string {
  if (!token.endsWith('s')) return token
  if (!/^[a-z]{4,}(?:['’]s)?$/u.test(token)) return token.replace(/['’]s$/u, '')
  const word = token.replace(/['’]s$/u, '')
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss|zz)es$/u.test(word)) return word.slice(0, -2)
  return /[^sui]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
