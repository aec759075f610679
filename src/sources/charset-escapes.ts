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

/** RFC 1843: `~{` and `~}` around GB 2312 without its high bits, `~~` for a tilde. */
function decodeHz(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/~\{([^~]*)(?:~\}|$)/gu, (_, hidden: string) => decodeHigh(hidden, 'gb18030'))
    .replace(/~(?:~|\r?\n)/gu, (written) => (written === '~~' ? '~' : ''))
}

/** The later versions name their larger sets, whose common part is the first one's. */
function decodeIso2022Jp(bytes: Uint8Array): string {
  let text = Buffer.from(bytes).toString('latin1')
  for (const set of '@BOQ') text = text.replaceAll(`\x1B$(${set}`, '\x1B$B')
  return new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1'))
}

/** RFC 1557: Shift Out and Shift In around KS X 1001 without its high bits. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const [start = '', ...shifted] = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('\x1B$)C', '')
    .split('\x0E')
  return (
    start +
    shifted
      .map((part) => {
        const [hidden = '', ...plain] = part.split('\x0F')
        return decodeHigh(hidden, 'euc-kr') + plain.join('')
      })
      .join('')
  )
}

/** Blanks and line ends stand for themselves everywhere. */
function decodeHigh(hidden: string, charset: string): string {
  const high = Buffer.from(hidden, 'latin1').map((byte) => (byte > 0x20 ? byte | 0x80 : byte))
  return new TextDecoder(charset).decode(high)
}
