/** Turns fetched bytes into text, whatever the server, the declaration or the bytes themselves claim. */
import iconv from 'iconv-lite'
import { decodeEbcdic, isEbcdic } from './charset-ebcdic.ts'
import { decodeEscaped } from './charset-escapes.ts'
import { badness, guessCharset } from './charset-guess.ts'
import { decodeJis2004, isUnread } from './charset-jis2004.ts'
import { decodeRare, isRare } from './charset-rare.ts'
import { declaredCharsets, standardCharset } from './charset-names.ts'
import { decodedTwice, withUpper } from './charset-twice.ts'

/** Bad characters a thousand that a truncated or slightly damaged text may have under its right charset. */
const tolerated = 10

/**
 * Returns the text of `bytes` without its byte order mark. Order of trust: byte order mark, the zero bytes of
 * UTF-16/32, strict UTF-8, then the declarations (XML, `contentType`, meta) as far as the bytes agree with them,
 * then a guess from the characters. Never throws; what can't be read becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  if (isFalselyMarked(bytes)) return decodeText(bytes.subarray(2), contentType)
  const marked = decodeMarked(bytes)
  if (marked !== null) return marked
  if (isEbcdic(bytes)) return decodeEbcdic(bytes)
  const declared = declaredCharsets(bytes, contentType)
  const escaped = decodeEscaped(bytes, declared)
  if (escaped !== null) return escaped
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null)
    return utf8.length === bytes.length
      ? utf8
      : (legacyBehindUtf8(bytes, utf8, declared) ?? withUpper(decodedTwice(utf8)))
  return decodeLegacy(bytes, declared)
}

/** A mark of UTF-16 before markup in single bytes, or in those of the other order: no text begins with U+3C3F. */
function isFalselyMarked([a, b, c, d]: Uint8Array): boolean {
  if (a === 0xff && b === 0xfe) return c === 0 ? d === 0x3c : c === 0x3c && d !== 0
  return a === 0xfe && b === 0xff && c === 0x3c
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const rest = bytes.subarray(3)
    return tryDecode(rest, 'utf-8') ?? decodeLegacy(rest, ['utf-8'])
  }
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? decodeUtf32(bytes, true) : decode(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be')
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes, false)
  if (a === 0 && b === 0 && c === 0 && d > 0) return decodeUtf32(bytes, false)
  if (a > 0 && b === 0 && c === 0 && d === 0) return decodeUtf32(bytes, true)
  return decodeUnmarkedUtf16(bytes)
}

/** Markup is mostly ASCII, so in UTF-16 nearly every second byte of its start is zero. */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = Math.min(bytes.length - (bytes.length % 2), 256)
  if (sample < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < sample; index += 2) {
    if (bytes[index] === 0) evenZeros++
    if (bytes[index + 1] === 0) oddZeros++
  }
  const half = sample / 2
  if (oddZeros > half * 0.4 && evenZeros < half * 0.1) return decode(bytes, 'utf-16le')
  if (evenZeros > half * 0.4 && oddZeros < half * 0.1) return decode(bytes, 'utf-16be')
  return null
}

/** TextDecoder knows no UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4))
  const parts: string[] = []
  for (let offset = 0; offset < view.byteLength; offset += 4) {
    const code = view.getUint32(offset, littleEndian)
    if (code === 0xfeff && offset === 0) continue
    parts.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code))
  }
  return parts.join('')
}

const multiByte = new Set('gb18030 big5 shift_jis shift_jis-2004 euc-jp euc-jis-2004 euc-kr johab'.split(' '))

/**
 * A short Chinese text can be valid UTF-8 by accident, but only as two-byte letters (Latin, Greek, Cyrillic ...).
 * Returns its reading in the declared Chinese, Japanese or Korean charset then, null where UTF-8 stands.
 */
function legacyBehindUtf8(bytes: Uint8Array, utf8: string, declared: readonly string[]): string | null {
  const charset = declared.find((name) => multiByte.has(name))
  if (charset === undefined || declared.includes('utf-8')) return null
  if (!/[\u0080-\u07FF]/u.test(utf8) || /[\u0800-\u{10FFFF}]/u.test(utf8)) return null
  const text = tryDecode(bytes, charset)
  return text !== null && badness(text) === 0 ? text : null
}

function decodeLegacy(bytes: Uint8Array, declared: readonly string[]): string {
  // A charset of two-byte characters fits by accident far more rarely than one in which every byte is a letter.
  const ordered = [
    ...declared.filter((name) => multiByte.has(name)),
    ...declared.filter((name) => name === 'utf-8'),
  ]
  for (const name of ordered) {
    const text = decode(bytes, name)
    if (badness(text) > tolerated) continue
    const isJapanese = name === 'shift_jis' || name === 'euc-jp'
    return isJapanese && isUnread(text) ? decodeJis2004(bytes, name, false) : text
  }
  const utf8 = decode(bytes, 'utf-8')
  if (isDamagedUtf8(utf8, ordered.includes('utf-8'))) return utf8
  const singleByte = declared.find((name) => !multiByte.has(name) && !name.startsWith('utf-'))
  const guess = guessCharset(bytes)
  // Servers say latin1 for want of knowing better; the bytes of an East Asian or a Russian text tell otherwise. Who
  // names another charset is mistaken only where there is enough text to tell.
  const believed =
    guess === null ||
    (singleByte !== 'windows-1252' && (!multiByte.has(guess) || highBytes(bytes) < enoughToTell))
  if (singleByte !== undefined && believed) return decode(bytes, singleByte)
  return decode(bytes, guess ?? ordered.find((name) => multiByte.has(name)) ?? 'windows-1252')
}

/** A line of Chinese has as many. */
const enoughToTell = 24

/** How many bytes beyond ASCII the beginning holds. */
function highBytes(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes.subarray(0, 65_536)) if (byte >= 0x80) count++
  return count
}

/**
 * Says whether most of what is beyond ASCII was valid UTF-8, so that only a few bytes are broken; in a text that claims
 * to be UTF-8 a character of three bytes tells more than three, since other texts hardly ever have one by accident.
 */
function isDamagedUtf8(text: string, isDeclared: boolean): boolean {
  let broken = 0
  let whole = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) broken++
    else if (unit >= 0x80) whole += isDeclared && unit >= 0x800 ? 3.5 : 1
  }
  return whole > broken * 3
}

function decode(bytes: Uint8Array, charset: string): string {
  // The runtime's own lacks the syllables that Windows added.
  if (charset === 'euc-kr') return iconv.decode(bytes, 'cp949')
  if (isRare(charset)) return decodeRare(bytes, charset)
  return standardCharset(charset) === null
    ? iconv.decode(bytes, charset)
    : new TextDecoder(charset).decode(bytes)
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
