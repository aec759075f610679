/** Tells an edit that matters to who has read an article from a mended typo, and from another article of the same name. */
import { tokenize } from './tokens.ts'

export interface Words {
  title: string
  text: string
}

export interface Dated {
  text: string
  publishedAt: Date | null
}

/** From this share of changed words on, or this many, an edit is news. */
const leastShare = 0.1
const leastWords = 40

/**
 * True where another number stands in the text or the title, where the title says something else, or where many words
 * came or went. Spelling of white space, punctuation and case never matters.
 */
export function editMatters(before: Words, after: Words): boolean {
  const [titleBefore, titleAfter] = [tokenize(before.title), tokenize(after.title)]
  if (changedWords(titleBefore, titleAfter) > Math.max(titleBefore.length, titleAfter.length) / 3) return true
  const [was, is] = [
    [...titleBefore, ...tokenize(before.text)],
    [...titleAfter, ...tokenize(after.text)],
  ]
  if (changedWords(was.filter(isNumber), is.filter(isNumber)) > 0) return true
  const changed = changedWords(was, is)
  return changed >= leastWords || changed > leastShare * Math.max(was.length, is.length)
}

/** Four hours less than the day that lies between two issues of what comes daily: some come a little earlier. */
const betweenIssues = 20 * 3_600_000

/**
 * True where `after` has the name of `before` but is its next issue (a daily report, a column): of another day, and most
 * of its words are new.
 */
export function isNextIssue(before: Dated, after: Dated): boolean {
  if (!before.publishedAt || !after.publishedAt || before.text === '' || after.text === '') return false
  if (Math.abs(after.publishedAt.getTime() - before.publishedAt.getTime()) < betweenIssues) return false
  const words = tokenize(after.text)
  return newWords(tokenize(before.text), words) > words.length / 2
}

const isNumber = (word: string): boolean => /\p{N}/u.test(word)

/** How many words came or went, whichever is more: a word put in place of another is one change. */
function changedWords(before: readonly string[], after: readonly string[]): number {
  return Math.max(newWords(before, after), newWords(after, before))
}

/** How many words of `after` are not in `before`, each counted as often as it stands there. */
function newWords(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let came = 0
  for (const word of after) {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    else came += 1
  }
  return came
}
