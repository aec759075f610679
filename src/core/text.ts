/** Keeps text safe and short without breaking what a person sees as one character; used wherever text is shown. */

/** Control characters but tab and line feed, and the marks that reorder what follows them (Unicode TR9, "Trojan Source"). */
const unsafe = /[\p{Cc}--[\t\n]]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gv

/** `text` without control and direction-changing characters; carriage returns become line feeds. */
export function stripUnsafe(text: string): string {
  return text.toWellFormed().replace(/\r\n?/gu, '\n').replace(unsafe, '')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The graphemes of `text`, lazily: one is what a reader counts as a character. */
export function* splitGraphemes(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment
}

/** The longest beginning of `text` of at most `maxUnits` UTF-16 units that ends between graphemes. */
export function cutAtGrapheme(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text
  let end = 0
  // Only the beginning is segmented: the segmenter is slow on very long texts.
  for (const segment of splitGraphemes(text.slice(0, maxUnits + 64))) {
    if (end + segment.length > maxUnits) break
    end += segment.length
  }
  return text.slice(0, end)
}

/** `text` if it fits in `maxUnits` UTF-16 units, else its beginning with an ellipsis that fits. */
export function truncate(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text
  if (maxUnits < 1) return ''
  return `${cutAtGrapheme(text, maxUnits - 1).trimEnd()}…`
}

/** Sentences as running text: a space between them, but none after full-width punctuation. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, sentence) =>
      text === '' || /[。！？…；」』”’]$/u.test(text) ? text + sentence : `${text} ${sentence}`,
    '',
  )
}

/** Names without the words that all of them begin with, so that their ends tell them apart where room is scarce. */
export function withoutSharedStart(names: readonly string[]): string[] {
  const [first = '', ...others] = names
  let shared = others.length === 0 ? 0 : first.length
  for (const name of others) while (!name.startsWith(first.slice(0, shared))) shared -= 1
  // A word that is only partly shared stays whole.
  const words = /^.*[\s·|:–—-](?=\S|$)/su.exec(first.slice(0, shared))?.[0].length ?? 0
  const ends = names.map((name) => name.slice(words).trim())
  return ends.includes('') ? [...names] : ends
}
