/** Reads the charsets of mail that write other characters as plain ASCII behind an escape, for charset.ts. */
import iconv from 'iconv-lite'

const readers: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-7': (bytes) => iconv.decode(bytes, 'utf-7'),
  'hz-gb-2312': decodeHz,
  'iso-2022-jp': decodeIso2022Jp,
  'iso-2022-kr': decodeIso2022Kr,
}

/**
 * Returns the text of `bytes` in the first of `declared` that hides its characters, null where none does. Strict UTF-8
 * would accept the escapes as text.
 */
export function decodeEscaped(bytes: Uint8Array, declared: readonly string[]): string | null {
  const name = declared.find((each) => Object.hasOwn(readers, each))
  return name === undefined || bytes.some((byte) => byte >= 0x80) ? null : readers[name]!(bytes)
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

/** The later versions name their larger sets, whose common part is the first one's. */
function decodeIso2022Jp(bytes: Uint8Array): string {
  let text = Buffer.from(bytes).toString('latin1')
  for (const set of '@BOQ') text = text.replaceAll(`\x1B$(${set}`, '\x1B$B')
  return new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1'))
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
