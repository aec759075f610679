/** Finds a reader's words in articles: plain search in linear time, never a pattern of the reader's. */
import { normalizeText } from './tokens.ts'

/** Longest word or phrase taken, in UTF-16 units; with it a search stays linear in the text. */
export const longestPhrase = 60

const letter = /[\p{L}\p{N}\p{M}]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A word as it is stored and compared: one spelling, single spaces. '' for one that says nothing. */
export function cleanPhrase(text: string): string {
  const phrase = normalizeText(text)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longestPhrase)
    .toWellFormed()
    .trim()
  return letter.test(phrase) || /\p{Extended_Pictographic}/u.test(phrase) ? phrase : ''
}

/** Text made ready to be searched; do it once for all the words. */
export function searchable(text: string): string {
  return normalizeText(text).replace(/\s+/gu, ' ')
}

/** The first of `phrases` (cleaned) that `text` (searchable) holds as a word; scripts without spaces anywhere. */
export function findPhrase(text: string, phrases: readonly string[]): string | null {
  return phrases.find((phrase) => phrase !== '' && holds(text, phrase)) ?? null
}

function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
    if (isEdge(text, phrase, at, 'start') && isEdge(text, phrase, at, 'end')) return true
  return false
}

/** Whether a word begins or ends there: beside a letter of a spaced script it would be only part of one. */
function isEdge(text: string, phrase: string, at: number, side: 'start' | 'end'): boolean {
  const inside = side === 'start' ? firstOf(phrase, 0) : lastOf(phrase, phrase.length)
  const outside = side === 'start' ? lastOf(text, at) : firstOf(text, at + phrase.length)
  return !letter.test(inside) || !letter.test(outside) || unspaced.test(inside) || unspaced.test(outside)
}

const firstOf = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32)

function lastOf(text: string, end: number): string {
  const unit = text.charCodeAt(end - 1)
  const isLow = unit >= 0xdc00 && unit <= 0xdfff
  return firstOf(text, isLow ? end - 2 : end - 1)
}
