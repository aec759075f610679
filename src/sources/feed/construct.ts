/** Reads the text constructs of feeds (plain, HTML, XHTML, base64, from Atom 0.3 to RSS) as text or as HTML. */
import { isUtf8 } from 'node:buffer'
import { decodeText } from '../charset.ts'
import { decodeEntities, escapeAttribute, escapeText } from './entities.ts'
import { htmlToText, oneLine, titleText, withoutUnshown } from './html-text.ts'
import { textOf, type XmlNode } from './tree.ts'

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

type Kind = 'text' | 'html' | 'xhtml' | 'unknown'

/** Returns the one-line plain text of a title-like element. */
export function plainOf(node: XmlNode): string {
  const kind = kindOf(node)
  if (kind === 'text') return oneLine(withWords(valueOf(node)))
  if (kind === 'html') return oneLine(htmlToText(valueOf(node)))
  if (kind === 'xhtml') return oneLine(htmlToText(markupOf(node)))
  return hasElements(node) ? oneLine(htmlToText(markupOf(node))) : titleText(withoutUnshown(valueOf(node)))
}

/** Returns an element's content as HTML, links as written. */
export function htmlOf(node: XmlNode): string {
  const kind = kindOf(node)
  if (kind === 'text') return escapeText(withWords(valueOf(node))).trim()
  if (kind === 'xhtml') return markupOf(node).trim()
  if (kind === 'html' && isWrapped(node)) return textOf(node).trim()
  return unwrap((kind === 'html' && !hasElements(node) ? valueOf(node) : markupOf(node)).trim())
}

/** Software that escapes what is escaped already leaves a CDATA section, or all of the markup, as text. */
function unwrap(html: string): string {
  const inner = /^<!\[CDATA\[([\s\S]*?)\]\]>?$/u.exec(html)?.[1]?.trim() ?? html
  return isEscapedTwice(inner) ? decodeEntities(inner) : inner
}

/** Nothing but escaped markup, from the first letter on and of several elements: who shows a tag shows one. */
function isEscapedTwice(html: string): boolean {
  return (
    /^&lt;[a-z]/iu.test(html) &&
    !/<\/?[a-z!]/iu.test(html) &&
    (html.match(/&lt;\/(?:p|div|a|span|h\d|ul|li|table|blockquote|strong|b|em|i)\s*&gt;/giu)?.length ?? 0) > 1
  )
}

/**
 * Plain text has no references; but one that is a letter of a word, or a dash between two, was meant for what it stands
 * for. Brackets and ampersands are what such a text may be about.
 */
function withWords(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /(?<=(.?))&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]\w{1,30});(?=(.?.?))/gisu,
    (written, before: string, after: string) => {
      const sign = decodeEntities(written)
      const follows = /[\p{L}\d;]/u.test(before)
      const leads = /^[\p{L}\d&]/u.test(after)
      const parts = before === ' ' && /^ [\p{L}\d]/u.test(after) && /[–—]/u.test(sign)
      const sticks = sign === "'" ? follows && leads : /^[\p{L}’‘“”…–—]$/u.test(sign) && (follows || leads)
      return parts || sticks ? sign : written
    },
  )
}

function kindOf(node: XmlNode): Kind {
  const type = (node.attributes['type'] ?? '').trim().toLowerCase()
  const mode = (node.attributes['mode'] ?? '').trim().toLowerCase()
  if (type === '' && (mode === '' || mode === 'xml')) return atomPlain(node) ? 'text' : 'unknown'
  const isPlain = type === 'text' || type === 'text/plain' || type === 'plain'
  if (type === 'xhtml' || type === 'application/xhtml+xml' || (mode === 'xml' && !isPlain))
    return hasElements(node) ? 'xhtml' : 'html'
  if (type === 'html' || type === 'text/html') return 'html'
  if (hasElements(node)) return 'xhtml'
  if (isPlain) return 'text'
  return mode === 'escaped' && type === '' ? 'text' : 'html'
}

/**
 * RFC 4287, 3.1.1: without a type an Atom text is plain, so that `&lt;b>` in a title is a bracket and a letter. In a
 * whole summary or content, tags and entities mean that the author forgot the type.
 */
function atomPlain(node: XmlNode): boolean {
  if ((node.parent?.name !== 'entry' && node.parent?.name !== 'feed') || hasElements(node)) return false
  return (
    node.name === 'title' ||
    !/<\/?(?:p|br|div|a|img|ul|ol|table|h\d|blockquote|em|strong|b|i|span)\b[^<>]*>|&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/iu.test(
      textOf(node),
    )
  )
}

/** HTML that is escaped as its type says, but put into an element all the same. */
function isWrapped(node: XmlNode): boolean {
  const inner = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const [only] = inner
  return (
    inner.length === 1 &&
    typeof only === 'object' &&
    !hasElements(only) &&
    /<\/?\p{L}[^<>]*>/u.test(textOf(only))
  )
}

function hasElements(node: XmlNode): boolean {
  return node.children.some((child) => typeof child !== 'string')
}

/** The element's own text, out of base64 where it says or where the type can be nothing else; '' for a file's bytes. */
function valueOf(node: XmlNode): string {
  const text = textOf(node)
  const isFile = isBase64Type(node)
  const encoded = node.attributes['mode'] === 'base64' || node.attributes['encoding'] === 'base64' || isFile
  if (!encoded || !/^[\s\dA-Za-z+/_=-]+$/u.test(text)) return text
  const bytes = Buffer.from(text, 'base64')
  const isText = isUtf8(bytes) && !bytes.includes(0)
  if (!isText && isFile) return ''
  // Blanks within a line are those of words.
  return isText || !/\S +\S/u.test(text) ? decodeText(bytes) : text
}

/** RFC 4287, 4.1.3.3: content that is neither text nor XML is base64. */
function isBase64Type(node: XmlNode): boolean {
  const type = (node.attributes['type'] ?? '').toLowerCase()
  return type.includes('/') && !type.startsWith('text/') && !/[/+]xml$/u.test(type) && !hasElements(node)
}

/** Text directly in the element is markup already (RSS escapes it once); text within its elements is not. */
function markupOf(node: XmlNode): string {
  const only = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const first = only[0]
  // The div that RFC 4287, 3.1.1.3 asks for is not part of the content.
  if (
    only.length === 1 &&
    typeof first === 'object' &&
    first.name.endsWith('div') &&
    Object.keys(first.attributes).every((name) => name.startsWith('xml'))
  )
    return first.children.map(serialise).join('')
  const escaped = kindOf(node) === 'xhtml'
  return node.children
    .map((child) => (typeof child === 'string' && !escaped ? child : serialise(child)))
    .join('')
}

function serialise(child: XmlNode | string): string {
  if (typeof child === 'string') return escapeText(child)
  const name = child.name.slice(child.name.indexOf(':') + 1)
  let tag = `<${name}`
  for (const [key, value] of Object.entries(child.attributes)) {
    if (key.startsWith('xmlns') || key.startsWith('xml:')) continue
    const local = key.slice(key.indexOf(':') + 1)
    // An element within the content may carry an xml:base of its own, which the HTML can't.
    const absolute =
      child.base !== null && (local === 'href' || local === 'src') ? URL.parse(value, child.base)?.href : null
    tag += ` ${local}="${escapeAttribute(absolute ?? value)}"`
  }
  const inner = child.children.map(serialise).join('')
  return voidTags.has(name) ? `${tag} />${inner}` : `${tag}>${inner}</${name}>`
}
