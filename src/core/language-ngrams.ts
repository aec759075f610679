/** Guesses the language of a text from pieces of its words, for language.ts; counts as the package eld does, with its numbers. */
import data from './language-ngrams.generated.json' with { type: 'json' }

/** By piece: 256 times a language's number and what the piece says for it; several of these where it says it for several. */
const ngrams = new Map<string, number | number[]>(
  data.pieces.split('|').map((piece, at) => [piece, data.said[at]!]),
)
/** What a piece says besides for each of its languages: the numbers are kept without it. */
const least = 53
/** Pieces have this many bytes and begin this far from each other. */
const length = 4
const stride = 3
/** More of a word says nothing new. Bytes. */
const longestWord = 70

/** The pieces of the words of `text`; a space stands where a word begins or ends, each byte of UTF-8 is a character. */
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/(?:['’`]*\p{L}+)+/gu)) {
    const bytes = Buffer.from(word).toString('latin1')
    let at = 0
    for (; at + length < Math.min(bytes.length, longestWord); at += stride)
      pieces.add(`${at === 0 ? ' ' : ''}${bytes.slice(at, at + length)}`)
    pieces.add(
      `${at === 0 ? ' ' : ''}${bytes.slice(Math.max(0, Math.min(bytes.length, longestWord) - length))} `,
    )
  }
  return pieces
}

/** The likeliest language of `text`, an ISO 639-1 code; '' where it has no word that says anything. */
export function guessLanguage(text: string): string {
  const scores = new Float64Array(data.languages.length)
  for (const piece of piecesOf(text)) {
    const said = ngrams.get(piece)
    if (said === undefined) continue
    for (const each of typeof said === 'number' ? [said] : said) scores[each >> 8]! += (each & 255) + least
  }
  const best = scores.indexOf(Math.max(...scores))
  return scores[best]! > 0 ? data.languages[best]! : ''
}
