/** Decodes character references in feed text: XML's, HTML's, numeric ones, and entities the document declares. */
import { Tokenizer } from 'htmlparser2'

const reference = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,8})|([a-zA-Z][a-zA-Z0-9._-]{0,31}));/gu
const xml: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}
/** Windows-1252 behind the C1 codes that authors write, as HTML reads them. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/** HTML's names, looked up once each: a document uses few of the 2,231. */
const known = new Map<string, string | null>()

/**
 * Returns `text` with every reference replaced that ends in a semicolon (without one, `&copy=` in an address would
 * become ©). `declared` holds the document's own entities; their values are taken as text and never expanded again.
 */
export function decodeEntities(text: string, declared?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text
  return text.replace(
    reference,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return xml[name] ?? declared?.get(name) ?? htmlEntity(name) ?? whole
      return fromCode(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal))
    },
  )
}

function fromCode(code: number): string {
  if (code >= 0x80 && code < 0xa0) return c1[code - 0x80]!
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code)
  if (code < 32) return ''
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff)
    return '\uFFFD'
  return String.fromCodePoint(code)
}

function htmlEntity(name: string): string | null {
  const cached = known.get(name)
  if (cached !== undefined) return cached
  let decoded = ''
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    {},
    {
      ontextentity: (code: number) => {
        decoded += String.fromCodePoint(code)
      },
      ontext: () => {
        decoded += '\0'
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  )
  tokenizer.write(`&${name};`)
  tokenizer.end()
  const value = decoded === '' || decoded.includes('\0') ? null : decoded
  // Hostile names must not fill the memory of a process that runs for months.
  if (known.size < 4096) known.set(name, value)
  return value
}

/** Returns `text` as it stands in HTML between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/gu, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;',
  )
}

/** Returns `text` as it stands between double quotes in an HTML attribute. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}
