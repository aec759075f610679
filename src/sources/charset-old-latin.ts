/** Tells western European text of the Macintosh and of DOS from that of Windows, for charset-guess.ts. */
import iconv from 'iconv-lite'

const sampleBytes = 65_536
const windows = 'windows-1252'
const old = ['macintosh', 'cp850', 'cp437'] as const
/** What each language writes beyond ASCII, but for signs that all of them share. */
const alphabets = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüß',
  'áéíóúñü¿¡',
  'áâãàçéêíóôõúü',
  'àáèéìíîòóùú',
  'áàèéëïíóòöüú',
  'åäöéüà',
  'åæøéòôü',
  'áéíóöúýðþæ',
  'àçèéíïòóúü·',
  'äöõüšž',
].map((letters) => new Set(letters + letters.toUpperCase()))
const letter = /^(?![ªºµƒ])[\p{Lu}\p{Ll}¿¡]$/u
/** What prose has beside words; who leaves out the blanks has the second kind between letters too. */
const sign = /^[«»“”„‚‘‹›•°©®™€£¥§ªº²³½¼±×]$/u
const between = /^[–—’…·\u00A0\u00AD]$/u
const opening = /^[‚„‹ˆ˜]$/u
/** Prose has few of them: of two readings the one with fewer is likelier. */
const capital = 0.95

/**
 * Returns the charset, of the Macintosh or of DOS, in which nearly all letters of `bytes` beyond ASCII are those of one
 * language, while windows-1252 would put signs into words; null for none.
 */
export function guessOldLatin(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes)
  if (fitness(new TextDecoder(windows).decode(sample), isMisplaced) > 0.7) return null
  let best = { charset: '', fitness: 0.85 }
  for (const charset of old) {
    const found = fitness(iconv.decode(sample, charset), isStrange)
    if (found > best.fitness) best = { charset, fitness: found }
  }
  return best.charset || null
}

type Test = (mark: string, before: string, after: string) => boolean

/** The share of letters of the language that fits best among all letters and the marks that are `wrong`; 1 where there are none. */
function fitness(text: string, wrong: Test): number {
  const fitting = alphabets.map(() => 0)
  let all = 0
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 0x80) continue
    const [before, mark, after] = [text.charAt(index - 1), text.charAt(index), text.charAt(index + 1)]
    if (!letter.test(mark)) {
      if (wrong(mark, before, after)) all++
      continue
    }
    all++
    if (!isLetter(mark, before, after)) continue
    const weight = mark === mark.toLowerCase() ? 1 : capital
    for (const [at, alphabet] of alphabets.entries()) if (alphabet.has(mark)) fitting[at]! += weight
  }
  return all === 0 ? 1 : Math.max(...fitting) / all
}

const isMisplaced: Test = (mark, before, after) =>
  /\p{Cc}/u.test(mark) ||
  (/\p{L}/u.test(before) && !between.test(mark) && (opening.test(mark) || /\p{L}/u.test(after)))

const isStrange: Test = (mark, before, after) =>
  (!sign.test(mark) && !between.test(mark)) || isMisplaced(mark, before, after)

/** No capital stands behind a small letter, no small letter before a capital, and neither in a number. */
function isLetter(mark: string, before: string, after: string): boolean {
  if (/\p{N}/u.test(before + after)) return false
  if (/[¿¡]/u.test(mark)) return !/\p{L}/u.test(before)
  return mark === mark.toLowerCase()
    ? !/\p{Lu}/u.test(after) || /\p{Lu}/u.test(before)
    : !/\p{Ll}/u.test(before)
}
