/** Guesses the charset of bytes that are not UTF-8 and name none, by the characters each reading would give. */
import { guessLatin } from './charset-latin.ts'

/** Enough text to tell; a longer sample only costs time. */
const sampleBytes = 65_536
const multiByteCandidates = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
/** Ukrainian has letters behind the Russian ones. */
const cyrillic = ['Ё', 'ґ', 'оеаинтсрвлкмдпу'] as const
const arabic = ['ء', 'ي', 'اليمونرتبةعد'] as const
/** Charsets of other alphabets, with the first and last letter of each, and the letters that most of its prose is. */
const alphabets: Readonly<Record<string, readonly [first: string, last: string, common: string]>> = {
  'windows-1251': cyrillic,
  // The same as KOI8-R, but for letters in place of a few frames.
  'koi8-u': cyrillic,
  'iso-8859-5': cyrillic,
  ibm866: cyrillic,
  'windows-1253': ['Ά', 'ώ', 'αοιετσνηυρπκμλς'],
  'windows-1255': ['א', 'ת', 'יוהלאמרתבשנ'],
  'windows-1256': arabic,
  'iso-8859-6': arabic,
  'windows-874': ['ก', '์', 'านรอกเงมยลวดท่้ัี'],
}

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
  for (const charset of [...multiByteCandidates, ...Object.keys(alphabets)]) {
    const text = new TextDecoder(charset).decode(sample)
    const score = likeness(text, charset) - badness(text) / 100
    if (score > best.score) best = { charset, score }
  }
  return best.charset === '' ? guessLatin(bytes) : best.charset
}

/** Share of the characters beyond ASCII that are typical of what the charset is used for, 0 to 1. */
function likeness(text: string, charset: string): number {
  const alphabet = alphabets[charset]
  let typical = 0
  let all = 0
  let before = ''
  for (const character of text) {
    const code = character.codePointAt(0)!
    // Latin and other letters share no word: what looks like that is an accented Latin letter, misread. Chinese may
    // stand beside an English word, but not often.
    if (isLatin(character)) {
      if (alphabet && within(alphabet, before)) typical -= 1
      else if (!alphabet && before >= '\u3000') typical -= 0.5
    }
    if (code >= 0x80) {
      all++
      typical += alphabet
        ? letterWeight(alphabet, character, before)
        : weight(character, code, charset) - (isLatin(before) ? 0.5 : 0)
    }
    before = character
  }
  return all < 2 ? 0 : typical / all
}

function weight(character: string, code: number, charset: string): number {
  switch (charset) {
    case 'gb18030':
      return commonSimplified.has(character) ? 1 : isFirstLevel(code) ? 0.4 : 0
    case 'big5':
      return commonTraditional.has(character) ? 1 : isFirstLevel(code) ? 0.4 : 0
    case 'shift_jis':
    case 'euc-jp':
      // Full-width kana only: half-width ones are what any other text turns into under Shift_JIS.
      return code >= 0x3041 && code <= 0x30fc ? 1 : code >= 0xff61 && code <= 0xff9f ? -0.5 : 0
    default:
      return code >= 0xac00 && code <= 0xd7a3 ? 0.9 : code >= 0x4e00 && code <= 0x9fff ? -0.5 : 0
  }
}

/** Characters that lists of a few thousand common ones hold; `TextDecoder` knows those of GB 2312 and Big5. */
let firstLevel: ReadonlySet<number> | null = null

function isFirstLevel(code: number): boolean {
  firstLevel ??= readFirstLevel()
  return firstLevel.has(code)
}

/** Both standards put their commonest characters first: rows B0 to D7 of GB 2312, A4 to C6 of Big5. */
function readFirstLevel(): ReadonlySet<number> {
  const codes = new Set<number>()
  const add = (charset: string, from: number, to: number) => {
    for (let lead = from; lead <= to; lead++)
      for (let trail = 0x40; trail < 0xff; trail++)
        if (trail >= 0xa1 || (charset === 'big5' && trail < 0x7f)) {
          const code = new TextDecoder(charset).decode(Uint8Array.of(lead, trail)).codePointAt(0)!
          if (code >= 0x4e00 && code <= 0x9fff) codes.add(code)
        }
  }
  add('gb18030', 0xb0, 0xd7)
  add('big5', 0xa4, 0xc6)
  return codes
}

type Alphabet = (typeof alphabets)[string]

/** Prose is mostly lower case and common letters; the wrong charset gives rare ones, capitals within words, frames. */
function letterWeight(alphabet: Alphabet, character: string, before: string): number {
  if (!within(alphabet, character)) return -0.5
  if (isLatin(before)) return -1
  if (alphabet[2].includes(character)) return 1
  const capital = character !== character.toLowerCase()
  if (!capital) return 0.3
  return within(alphabet, before) && before === before.toLowerCase() ? -1 : 0.1
}

function within([first, last]: Alphabet, character: string): boolean {
  return character >= first && character <= last
}

function isLatin(character: string): boolean {
  return /^[A-Za-z]$/u.test(character)
}
