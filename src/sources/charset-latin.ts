/** Tells the charsets of Latin letters apart by the languages that their readings could be in. */

/** The letters beyond ASCII of each language that is written in a charset, those before a bar in every text; western Europe's first. */
const languages: readonly (readonly [charset: string, ...letters: string[]])[] = [
  [
    'windows-1252',
    'éèàê|âæçëîïôœùûüÿ',
    'äöüß',
    'áéíóúñü¿¡ºª',
    'áâãàçéêíóôõúºª',
    'àáèéìíîòóùú',
    'áàèéëïíóòöüú',
    'äåéöæøèôò',
    'áéíóöúýðþæ',
    'àçèéíïòóúü·',
    'äöõüšž',
  ],
  ['windows-1250', 'ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'],
  ['iso-8859-2', 'ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'],
  ['windows-1257', 'ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž'],
  ['windows-1254', 'çğıöşüâîûi\u0307'],
]
const sampleBytes = 65_536
/** Fewer letters beyond ASCII could be anything. */
const fewest = 4
/** Signs that the charsets share and every language uses. */
const shared = /[\u00a0«»“”„‘’‚‹›–—…·•°§©®™€£´\p{Cn}]/u

/** Returns how many of `letters` the alphabet has; none where its commonest are missing. */
function shareOf(letters: readonly string[], alphabet: string): number {
  const [common = ''] = alphabet.split('|')
  if (!letters.some((letter) => common.includes(letter))) return 0
  return letters.filter((letter) => alphabet.includes(letter)).length / letters.length
}

/**
 * Returns the charset of central Europe, Turkey or the Baltic in which `bytes` are the text of one of its languages
 * and in windows-1252 of none; null otherwise.
 */
export function guessLatin(bytes: Uint8Array): string | null {
  const beyondAscii = bytes.subarray(0, sampleBytes).filter((byte) => byte >= 0x80)
  let best = { charset: '', share: 0 }
  let western = 0
  for (const [charset, ...alphabets] of languages) {
    const text = new TextDecoder(charset).decode(beyondAscii).toLowerCase()
    const letters = Array.from(text).filter((sign) => !shared.test(sign))
    if (letters.length < fewest) return null
    for (const alphabet of alphabets) {
      const share = shareOf(letters, alphabet)
      if (charset === 'windows-1252') western = Math.max(western, share)
      else if (share > best.share) best = { charset, share }
    }
  }
  return best.share > 0.9 && best.share > western + 0.1 ? best.charset : null
}
