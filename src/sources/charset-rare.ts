/** Reads the charsets that neither the runtime nor iconv-lite knows: Johab, Japanese of 2004, the Arabic Macintosh; for charset.ts. */
import iconv from 'iconv-lite'
import { decodeJis2004 } from './charset-jis2004.ts'

const readers: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  johab: decodeJohab,
  'shift_jis-2004': (bytes) => decodeJis2004(bytes, 'shift_jis', true),
  'euc-jis-2004': (bytes) => decodeJis2004(bytes, 'euc-jp', true),
  macarabic: (bytes) => decodeMac(bytes, '٠١٢٣٤٥٦٧٨٩'),
  macfarsi: (bytes) => decodeMac(bytes, '۰۱۲۳۴۵۶۷۸۹'),
}

/** Says whether `name` is one of them. */
export function isRare(name: string): boolean {
  return Object.hasOwn(readers, name)
}

/** Returns the text of `bytes` in the rare charset called `name`. */
export function decodeRare(bytes: Uint8Array, name: string): string {
  return readers[name]!(bytes)
}

/** Behind the bytes 80 to FF; from https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ARABIC.TXT and FARSI.TXT. */
const macLetters =
  'Ä\u00A0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !"#$٪&\'()*+،-./##########:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_' +
  'ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے'

function decodeMac(bytes: Uint8Array, digits: string): string {
  const table = macLetters.replace('##########', digits)
  let text = ''
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : table[byte - 0x80]!
  return text
}

/** Where the letters of each third of a syllable stand among the 32 values of five bits; 1 is "none" (KS X 1001, annex 3). */
const initials = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
const vowels = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29]
const finals = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
]
/** Single letters as the thirds give them: initials, vowels, finals. */
const initialLetters = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const firstVowel = 0x314f
const finalLetters = '\u3000ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

function decodeJohab(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index]!
    const trail = bytes[index + 1] ?? 0
    if (lead < 0x80) text += String.fromCharCode(lead)
    else {
      const character = lead < 0xd4 ? hangul((lead << 8) | trail) : symbol(lead, trail)
      text += character ?? '\uFFFD'
      // A byte that fits nothing is not the end of what follows it.
      if (character !== null) index++
    }
  }
  return text
}

function hangul(code: number): string | null {
  const initial = initials.indexOf((code >> 10) & 31)
  const vowel = vowels.indexOf((code >> 5) & 31)
  const final = finals.indexOf(code & 31)
  const noInitial = ((code >> 10) & 31) === 1
  const noVowel = ((code >> 5) & 31) === 2
  if (final < 0) return null
  if (initial >= 0 && vowel >= 0) return String.fromCharCode(0xac00 + (initial * 21 + vowel) * 28 + final)
  if (initial >= 0 && noVowel && final === 0) return initialLetters[initial]!
  if (noInitial && vowel >= 0 && final === 0) return String.fromCharCode(firstVowel + vowel)
  return noInitial && noVowel ? finalLetters[final]! : null
}

/** Symbols and Chinese characters stand in the order of KS X 1001, two of its rows behind each lead byte. */
function symbol(lead: number, trail: number): string | null {
  const isTrail = (trail >= 0x31 && trail <= 0x7e) || (trail >= 0x91 && trail <= 0xfe)
  if (lead < 0xd9 || lead === 0xdf || lead > 0xf9 || !isTrail) return null
  const place = trail < 0x91 ? trail - 0x31 : trail - 0x43
  const row = (lead < 0xe0 ? 2 * (lead - 0xd9) : 2 * lead - 0x197) + (place < 94 ? 0 : 1)
  const character = iconv.decode(Buffer.from([0xa1 + row, 0xa1 + (place % 94)]), 'cp949')
  return character.includes('\uFFFD') ? null : character
}
