/** Folds the English plural, so that a seed word "election" also finds "elections"; topic and story vectors share it. */

/** The token without an English plural or possessive ending; other scripts and short words come back as they are. */
export function stem(token: string): string {
  if (!/^[a-z]{4,}(?:['’]s)?$/u.test(token)) return token.replace(/['’]s$/u, '')
  const word = token.replace(/['’]s$/u, '')
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss|zz)es$/u.test(word)) return word.slice(0, -2)
  return /[^sui]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
