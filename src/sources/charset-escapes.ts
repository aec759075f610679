/** Reads the charsets of mail that write other characters as plain ASCII behind an escape, for charset.ts. */
import iconv from 'iconv-lite'
import { decodeJis2004 } from './charset-jis2004.ts'

const readers: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-7': (bytes) => iconv.decode(bytes, 'utf-7'),
  'hz-gb-2312': decodeHz,
  'iso-2022-jp': decodeIso2022Jp,
  'iso-2022-kr': decodeIso2022Kr,
}

/**
 * Returns the text of `bytes` in the first of `declared` that hides its characters, or in one whose escapes they have;
 * null where they are neither. Strict UTF-8 would accept the escapes as text.
 */
export function decodeEscaped(bytes: Uint8Array, declared: readonly string[]): string | null {
  const name = declared.find((each) => Object.hasOwn(readers, each)) ?? nameByEscapes(bytes)
  return name === undefined || bytes.some((byte) => byte >= 0x80) ? null : readers[name]!(bytes)
}

/** Some begin with a sign that no text has. */
function nameByEscapes(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.includes('\x1B$')) return undefined
  if (buffer.includes('\x1B$)C')) return 'iso-2022-kr'
  return ['\x1B$B', '\x1B$@'].some((escape) => buffer.includes(escape)) ? 'iso-2022-jp' : undefined
}

const tilde = 0x7e

/** RFC 1843: `~{` and `~}` around GB 2312 without its high bits, `~~` for a tilde, `~` before a line end for nothing. */
function decodeHz(bytes: Uint8Array): string {
  const plain: number[] = []
  let high = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!
    const next = bytes[index + 1]
    if (byte !== tilde) plain.push(raised(byte, high))
    else {
      if (next === 0x7b) high = 0x80
      else if (next === 0x7d) high = 0
      else if (next === tilde) plain.push(tilde)
      index += 1
    }
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(plain))
}

/** What stands before each character of the set that an escape names, in EUC-JP. */
const japaneseSets: Readonly<Record<string, number[]>> = {
  '(I': [0x8e],
  '$@': [],
  $B: [],
  '$(@': [],
  '$(B': [],
  '$(O': [],
  '$(Q': [],
  '$(D': [0x8f],
  '$(P': [0x8f],
}

/** Read as EUC-JP, which has the rarer characters of the later versions too. */
function decodeIso2022Jp(bytes: Uint8Array): string {
  const [plain = '', ...parts] = Buffer.from(bytes).toString('latin1').split('\x1B')
  return plain + parts.map(decodeJapanese).join('')
}

/** Reads what stands behind an escape, beginning with the name of its set. */
function decodeJapanese(part: string): string {
  const name = /^(?:\$?\([A-Z@]|\$[A-Z@])/u.exec(part)?.[0] ?? ''
  const text = part.slice(name.length)
  if (name === '(J') return text.replaceAll('\\', '¥').replaceAll('~', '‾')
  const lead = japaneseSets[name]
  if (!lead) return text
  const width = name === '(I' ? 1 : 2
  const euc: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const byte = text.charCodeAt(at)
    if (byte <= 0x20) euc.push(byte)
    else {
      euc.push(...lead, ...Buffer.from(text.slice(at, at + width), 'latin1').map((each) => each | 0x80))
      at += width - 1
    }
  }
  return decodeJis2004(Uint8Array.from(euc), 'euc-jp', /[OPQ]/u.test(name))
}

/** RFC 1557: Shift Out and Shift In around KS X 1001 without its high bits. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const plain: number[] = []
  let high = 0
  for (const byte of Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\x1B$)C', ''), 'latin1')) {
    if (byte === 0x0e) high = 0x80
    else if (byte === 0x0f) high = 0
    else plain.push(raised(byte, high))
  }
  return new TextDecoder('euc-kr').decode(Uint8Array.from(plain))
}

/** Blanks and line ends stand for themselves everywhere. */
function raised(byte: number, high: number): number {
  return byte > 0x20 ? byte | high : byte
}
