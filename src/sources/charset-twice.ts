/** Undoes what happened to a text on its way into UTF-8, as `Ã©` for `é` or a control for a quotation mark; for charset.ts. */

/** Windows-1252 behind 0x80 to 0x9F, as HTML reads these codes too; a gap stands for the code itself. */
export const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
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
    const once = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return isCertain(text, once) ? once : text
  } catch {
    return text
  }
}

/**
 * Authors do set a sign behind a capital with an accent (`CAFÉ®`, `10 Å…`), which might be the two bytes of some letter.
 * Not theirs are the bytes of everyday Latin letters and signs, and others only where there are several, or one within a word;
 * phonetic signs and Syriac are what such a sign gives by accident.
 */
function isCertain(text: string, once: string): boolean {
  if (/[\u0250-\u036F\u0700-\u07FF]/u.test(once)) return false
  if (/[ÃÂâ]/u.test(text.replace(/Ã(?=[\u00A0\u2026\u2019¡])/gu, ''))) return true
  return (
    /\p{Ll}[\u00C2-\u00EF](?![…’”®])|[\u00C4-\u00DF][^\p{L}\s…’”®]\p{Ll}/u.test(text) ||
    (text.match(/[\u0080-\uFFFF]/gu) ?? []).length > 5
  )
}

/** Returns `text` with the signs of windows-1252 that were converted as if they were controls of Latin-1. */
export function withUpper(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (control) => upper[control.charCodeAt(0) - 0x80]!)
}

function byteOf(code: number): number | null {
  if (code < 0x100) return code
  if (Number.isNaN(code)) return null
  const index = upper.indexOf(String.fromCharCode(code))
  return index < 0 ? null : 0x80 + index
}
