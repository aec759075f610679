/** Guesses the charset of bytes that are not UTF-8 and name none, by the characters each reading would give. */

/** Enough text to tell; a longer sample only costs time. */
const sampleBytes = 65_536
const multiByteCandidates = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
const cyrillicCandidates = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'] as const

/** The commonest characters of newspaper prose: a wrong reading hits them only by accident. */
const commonSimplified = new Set(
  '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知' +
    '新网报道讯闻日月技术市场企业公司中国经济美国政府',
)
const commonTraditional = new Set(
  '的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已老從動兩長知' +
    '新網報導訊聞月技術市場企業公司經濟美政府臺灣香港',
)

/**
 * Returns how many characters a thousand of `text` no author typed: U+FFFD, C1 controls, private use, lone
 * surrogates. Counted against what is beyond ASCII, because markup would dilute it.
 */
export function badness(text: string): number {
  let bad = 0
  let all = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    all++
    if (unit === 0xfffd || unit < 0xa0 || (unit >= 0xe000 && unit <= 0xf8ff)) bad++
  }
  return all === 0 ? 0 : (bad * 1000) / all
}

/** Returns the charset whose reading looks most like prose, or null where nothing stands out. */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes)
  let best: { charset: string; score: number } = { charset: '', score: 0.15 }
  for (const charset of [...multiByteCandidates, ...cyrillicCandidates]) {
    const text = new TextDecoder(charset).decode(sample)
    const score = likeness(text, charset) - badness(text) / 100
    if (score > best.score) best = { charset, score }
  }
  return best.charset === '' ? null : best.charset
}

/** Share of the characters beyond ASCII that are typical of what the charset is used for, 0 to 1. */
function likeness(text: string, charset: string): number {
  let typical = 0
  let all = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) continue
    all++
    typical += weight(character, code, charset)
  }
  return all < 2 ? 0 : typical / all
}

function weight(character: string, code: number, charset: string): number {
  switch (charset) {
    case 'gb18030':
      return commonSimplified.has(character) ? 1 : 0
    case 'big5':
      return commonTraditional.has(character) ? 1 : 0
    case 'shift_jis':
    case 'euc-jp':
      // Full-width kana only: half-width ones are what any other text turns into under Shift_JIS.
      return code >= 0x3041 && code <= 0x30fc ? 1 : code >= 0xff61 && code <= 0xff9f ? -0.5 : 0
    case 'euc-kr':
      return code >= 0xac00 && code <= 0xd7a3 ? 0.9 : code >= 0x4e00 && code <= 0x9fff ? -0.5 : 0
    default:
      // Russian prose is mostly lower case; the wrong Cyrillic charset gives mostly capitals or frames.
      return code >= 0x430 && code <= 0x44f ? 0.9 : code >= 0x410 && code <= 0x42f ? 0.1 : -0.5
  }
}
