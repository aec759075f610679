/** Guesses the charset of bytes that are not UTF-8 and name none, by the characters each reading would give. */
import iconv from 'iconv-lite'
import { guessLatin } from './charset-latin.ts'

/** Enough text to tell; a longer sample only costs time. */
const sampleBytes = 65_536
const multiByteCandidates = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
/** Ukrainian has letters behind the Russian ones. */
const cyrillic = [
  'Ё',
  'ґ',
  'оеаинтсрвлкмдпу',
  // Words without a vowel, and what stands beside й and ь in none.
  /(?<!\p{sc=Cyrl})[бвгджзйклмнпрстфхцчшщъьґ]{3,}(?!\p{sc=Cyrl})|[бвгджзклмнпрстфхцчшщ]й|й[аиуыэюя]|(?:(?<!\p{sc=Cyrl})|[аеиоуыэюя])ь/giu,
] as const
const greek = [
  'Ά',
  'ώ',
  'αοιετσνηυρπκμλς',
  // Long words without an accent, and the two sigmas where the other belongs.
  /(?<!\p{sc=Grek})[α-ω]{6,}(?!\p{sc=Grek})|σ(?!\p{sc=Grek})|ς(?=\p{sc=Grek})/gu,
] as const
const hebrew = ['א', 'ת', 'יוהלאמרתבשנ', /[םןץףך](?=[א-ת])/gu] as const
const arabic = ['ء', 'ي', 'اليمونرتبةعد'] as const
/** Charsets of other alphabets, with the first and last letter of each, the letters that most of its prose is, and what no text has. */
const alphabets: Readonly<
  Record<string, readonly [first: string, last: string, common: string, impossible?: RegExp]>
> = {
  'windows-1251': cyrillic,
  // The same as KOI8-R, but for letters in place of a few frames.
  'koi8-u': cyrillic,
  'iso-8859-5': cyrillic,
  ibm866: cyrillic,
  cp855: cyrillic,
  'x-mac-cyrillic': cyrillic,
  'windows-1253': greek,
  'iso-8859-7': greek,
  'windows-1255': hebrew,
  'windows-1256': arabic,
  'iso-8859-6': arabic,
  'windows-874': [
    'ก',
    '์',
    'านรอกเงมยลวดท่้ัี',
    // Letters that went out of use, signs of verse, digits in words, too many consonants, vowels and tones without one.
    /[ฃฅฯ฿๏๚๛]|(?<=[ก-ฮ])[๐-๙]|[ก-ฮ]{6,}|(?<![ก-ฮ])[\u0E31\u0E34-\u0E3A]|(?<![ก-ฮ\u0E31-\u0E4E])[\u0E33\u0E47-\u0E4E]|[เ-ไ](?![ก-ฮ])/gu,
  ],
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
const commonKorean = new Set(
  '이다의는을에가고한하지로기사인도서시자리은대어정들전해수여일부과원만나상보제주아공장라세유진동성안그구스조치신국연관경비계소실것있했된등면게를성무청산문화생년월선미장재식업민위오음거적할말통마까요까내개물우성방',
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
    const text = charset === 'cp855' ? iconv.decode(sample, charset) : new TextDecoder(charset).decode(sample)
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
  return all < 2 ? 0 : (typical - (alphabet ? faults(text, alphabet) : 0)) / all
}

function weight(character: string, code: number, charset: string): number {
  switch (charset) {
    case 'gb18030':
      return commonSimplified.has(character) ? 1 : isFirstLevel(code, chineseRows) ? 0.4 : 0
    case 'big5':
      return commonTraditional.has(character) ? 1 : isFirstLevel(code, chineseRows) ? 0.4 : 0
    case 'shift_jis':
    case 'euc-jp':
      // Full-width kana only: half-width ones are what any other text turns into under Shift_JIS.
      if (isFirstLevel(code, japaneseRows)) return 0.4
      return code >= 0x3041 && code <= 0x30fc ? 1 : code >= 0xff61 && code <= 0xff9f ? -0.5 : 0
    default:
      if (commonKorean.has(character)) return 1
      return code >= 0xac00 && code <= 0xd7a3 ? 0.4 : code >= 0x4e00 && code <= 0x9fff ? -0.5 : 0
  }
}

/** Returns how many of the characters stand where the alphabet's spelling has none, or alone; all if most do. */
function faults(text: string, [first, last, , impossible]: Alphabet): number {
  const found = impossible === undefined ? [] : (text.match(impossible) ?? [])
  const runs = text.match(new RegExp(`[${first}-${last}]+`, 'gu')) ?? []
  const alone = runs.filter((run) => run.length === 1).length
  return alone > runs.length / 2 ? Number.POSITIVE_INFINITY : found.join('').length
}

type Rows = readonly [charset: string, from: number, to: number]
/** Standards put their commonest characters first. */
const chineseRows: readonly Rows[] = [
  ['gb18030', 0xb0, 0xd7],
  ['big5', 0xa4, 0xc6],
]
const japaneseRows: readonly Rows[] = [['euc-jp', 0xb0, 0xcf]]
const firstLevels = new Map<readonly Rows[], ReadonlySet<number>>()

/** Says whether a list of the few thousand commonest characters holds the one of `code`. */
function isFirstLevel(code: number, rows: readonly Rows[]): boolean {
  const level = firstLevels.get(rows) ?? charactersIn(rows)
  firstLevels.set(rows, level)
  return level.has(code)
}

function charactersIn(rows: readonly Rows[]): ReadonlySet<number> {
  const codes = new Set<number>()
  for (const [charset, from, to] of rows)
    for (let lead = from; lead <= to; lead++)
      for (let trail = 0x40; trail < 0xff; trail++)
        if (trail >= 0xa1 || (charset === 'big5' && trail < 0x7f)) {
          const code = new TextDecoder(charset).decode(Uint8Array.of(lead, trail)).codePointAt(0)!
          if (code >= 0x4e00 && code <= 0x9fff) codes.add(code)
        }
  return codes
}

type Alphabet = (typeof alphabets)[string]

/** Prose is mostly lower case and common letters; the wrong charset gives rare ones, capitals within words, frames. */
function letterWeight(alphabet: Alphabet, character: string, before: string): number {
  if (!within(alphabet, character)) return -0.5
  if (isLatin(before)) return -1
  if (alphabet[2].includes(character)) return 1
  const small = character.toLowerCase()
  if (small === character) return 0.3
  if (within(alphabet, before) && before === before.toLowerCase()) return -1
  return alphabet[2].includes(small) ? 0.9 : 0.1
}

function within([first, last]: Alphabet, character: string): boolean {
  return character >= first && character <= last
}

function isLatin(character: string): boolean {
  return /^[A-Za-z]$/u.test(character)
}
