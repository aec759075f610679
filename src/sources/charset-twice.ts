/** Undoes UTF-8 that was taken for windows-1252 and encoded once more, as `Ã©` for `é`; for charset.ts. */

/** Windows-1252 behind 0x80 to 0x9F; a gap stands for the code itself. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/**
 * Returns what `text` was before it was encoded twice, or `text` itself. Only where every character beyond ASCII fits,
 * and all of them together are strict UTF-8: accented prose never is, and fails at its first accent.
 */
export function decodedTwice(text: string): string {
  const start = text.search(/[\u0080-\uFFFF]/u)
  if (start < 0) return text
  const lead = byteOf(text.charCodeAt(start))
  const next = byteOf(text.charCodeAt(start + 1))
  if (lead === null || next === null || lead < 0xc2 || next < 0x80 || next > 0xbf) return text
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const byte = byteOf(text.charCodeAt(index))
    if (byte === null) return text
    bytes[index] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

function byteOf(code: number): number | null {
  if (code < 0x100) return code
  if (Number.isNaN(code)) return null
  const index = upper.indexOf(String.fromCharCode(code))
  return index < 0 ? null : 0x80 + index
}
