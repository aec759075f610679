/** Decodes character references in feed text: XML's, HTML's, numeric ones, and entities the document declares. */
import { isUtf8 } from 'node:buffer'
import { Tokenizer } from 'htmlparser2'
import { upper } from '../charset-twice.ts'

/** HTML's names, looked up once each: a document uses few of the 2,231. */
const known = new Map<string, string | null>()

/** Looks up an entity that the document declares. */
export type Declared = (name: string) => string | undefined

/** The longest name in HTML, `CounterClockwiseContourIntegral`, has 31 characters. */
const longestName = 32

/**
 * Returns `text` with every reference replaced that ends in a semicolon (without one, `&copy=` in an address would
 * become ©). `declared` looks up the document's own entities; their values are taken as text and never expanded again.
 * A loop, not a pattern: escaped HTML is full of references, and a callback for each takes three times as long.
 */
export function decodeEntities(text: string, declared?: Declared): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = ''
  let from = 0
  let end = -1
  let mayBeBytes = false
  while (at >= 0) {
    // Looked for anew only behind the last one: megabytes of `&` must not each search to the end.
    if (end < at) end = text.indexOf(';', at)
    if (end < 0) break
    if (end - at <= longestName) {
      const value = valueOf(text.slice(at + 1, end), declared)
      if (value !== null) {
        decoded += text.slice(from, at) + value
        from = end + 1
        mayBeBytes ||= value >= '\u00C2' && value < '\u00F5' && text.charCodeAt(from) === ampersand
      }
    }
    at = text.indexOf('&', Math.max(at + 1, from))
  }
  const whole = mayBeBytes ? withoutBytes(text) : text
  if (whole !== text) return decodeEntities(whole, declared)
  return from === 0 ? text : paired(decoded + text.slice(from))
}

const ampersand = 38
const highReferences =
  /(?:&(?:#(?:1(?:2[89]|[3-9]\d)|2\d\d)|#x[89a-f][\da-f]|(?!(?:lt|gt|amp|quot|apos);)[a-z]{2,6}\d?);){2,}/giu
/** The first bytes of Western letters and of quotation marks; another one may begin accented letters by accident. */
const usualLeads = new Set([0xc2, 0xc3, 0xe2])
const enoughBytes = 6

/** Some software writes each byte of UTF-8 as a reference: `&#226;&#128;&#153;` for an apostrophe. */
function withoutBytes(text: string): string {
  return text.replace(highReferences, (run) => {
    const bytes = Uint8Array.from(run.slice(1, -1).split(';&'), byteOf)
    const isUsual = usualLeads.has(bytes[0]!) || bytes.length >= enoughBytes
    return isUsual && !bytes.includes(0) && isUtf8(bytes) ? new TextDecoder().decode(bytes) : run
  })
}

/** The byte that a reference stands for, 0 for none. */
function byteOf(name: string): number {
  const code = name.startsWith('#')
    ? Number(name.slice(1).replace(/^x/iu, '0x'))
    : (htmlEntity(name)?.charCodeAt(0) ?? 0)
  return code > 0xff ? 0 : code
}

/** Some software writes an emoji as the references of its two halves; a half alone is no character. */
function paired(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}

/** As HTML reads it: the old names of Latin-1 and numbers also count without their semicolon. */
export function decodeHtml(text: string): string {
  if (!text.includes('&')) return text
  return decodeEntities(
    text.replace(/&(#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,6}\d?)(?![\w;=])/giu, (written, name: string) =>
      name.startsWith('#') || (htmlEntity(name) ?? '\u0100') <= '\u00FF' ? `&${name};` : written,
    ),
  )
}

function valueOf(name: string, declared: Declared | undefined): string | null {
  switch (name) {
    case 'lt':
      return '<'
    case 'gt':
      return '>'
    case 'amp':
      return '&'
    case 'quot':
      return '"'
    case 'apos':
      return "'"
  }
  if (name.startsWith('#')) {
    if (/^#\d{1,8}$/u.test(name)) return fromCode(Number(name.slice(1)))
    return /^#[xX][\da-fA-F]{1,8}$/u.test(name) ? fromCode(Number.parseInt(name.slice(2), 16)) : null
  }
  if (!/^[a-zA-Z][\w.-]*$/u.test(name)) return null
  return declared?.(name) ?? htmlEntity(name)
}

function fromCode(code: number): string {
  if (code >= 0x80 && code < 0xa0) return upper[code - 0x80]!
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code)
  // HTML takes a new page for a blank.
  if (code === 12) return ' '
  if (code < 32) return ''
  if (code > 0x10ffff || code === 0xfffe || code === 0xffff) return '\uFFFD'
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
