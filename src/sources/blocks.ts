/** Turns HTML from feeds, Markdown and pruned pages into plain text blocks, the common ground of all parsers. */
import { Parser } from 'htmlparser2'

export interface BlockLink {
  text: string
  /** Absolute where a base address was given. */
  href: string
}

export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'row' | 'code'
  /** Plain text; a line break inside the block stands as a newline. */
  text: string
  links: BlockLink[]
}

/** Nothing inside these is prose. */
const skipped = new Set(
  (
    'script style noscript template iframe svg canvas object embed audio video button select textarea input ' +
    'head title map datalist dialog figcaption nav rt rp'
  ).split(' '),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const boundaries = new Set(
  (
    'p div section article main header footer aside ul ol dl dt dd li blockquote pre table thead tbody tfoot tr ' +
    'caption figure hr address details summary center fieldset form h1 h2 h3 h4 h5 h6 body html nav figcaption'
  ).split(' '),
)
/** Deeper nesting carries no article; parsing stops there, as the parser's own stack costs more with every level. */
const maxDepth = 2_000
const maxHtmlLength = 8_000_000
const pieceLength = 16_384

interface Reader {
  blocks: Block[]
  text: string
  links: BlockLink[]
  link: BlockLink | null
  /** True where nothing but space has come since the last line break. */
  afterBreak: boolean
  /** Open elements that matter, innermost last. */
  open: string[]
  skipDepth: number
  depth: number
}

/** Returns the text blocks of an HTML fragment in reading order, links resolved against `url` where one is given. */
export function htmlToBlocks(html: string, url?: string | null): Block[] {
  const reader: Reader = {
    blocks: [],
    text: '',
    links: [],
    link: null,
    afterBreak: false,
    open: [],
    skipDepth: 0,
    depth: 0,
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        openTag(reader, name, attributes, url ?? null)
      },
      onclosetag(name) {
        closeTag(reader, name)
      },
      ontext(text) {
        if (reader.skipDepth === 0) addText(reader, text)
      },
    },
    { decodeEntities: true },
  )
  const end = Math.min(html.length, maxHtmlLength)
  for (let at = 0; at < end && reader.depth <= maxDepth; at += pieceLength)
    parser.write(html.slice(at, Math.min(end, at + pieceLength)))
  if (reader.depth <= maxDepth) parser.end()
  flush(reader)
  return reader.blocks
}

/** Plain text of HTML: paragraphs apart by a blank line, entries of a list on lines of their own. */
export function htmlToText(html: string): string {
  return blocksToText(htmlToBlocks(html))
}

/** Joins blocks to the text of an Item. */
export function blocksToText(blocks: readonly Block[]): string {
  let text = ''
  let previous: Block | null = null
  for (const block of blocks) {
    const together =
      previous !== null && previous.kind === block.kind && (block.kind === 'item' || block.kind === 'row')
    if (previous !== null) text += together ? '\n' : '\n\n'
    text += block.text
    previous = block
  }
  return text
}

/** What cleanText would change; most text has none of it, and one look costs less than four rewritings. */
const unclean =
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ufff9-\ufffc]| [ \n]|\n /u

/** Removes what shows nothing or turns text round: control, zero-width and bidi override characters. */
export function cleanText(text: string): string {
  if (!unclean.test(text)) return text.trim()
  return withoutHidden(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
}

function withoutHidden(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- removing them is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f]/gu, '')
      .replace(/[\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc\ufff9-\ufffb]/gu, '')
  )
}

function openTag(reader: Reader, name: string, attributes: Record<string, string>, url: string | null): void {
  reader.depth += 1
  if (reader.skipDepth > 0 || skipped.has(name)) {
    if (boundaries.has(name)) flush(reader)
    reader.skipDepth += 1
    return
  }
  if (name === 'br') {
    if (reader.afterBreak) flush(reader)
    else reader.text += '\n'
    reader.afterBreak = true
  } else if (name === 'td' || name === 'th') {
    // A cell of several lines is a column of the page's layout.
    if (reader.text.includes('\n')) flush(reader)
    else reader.text += ' '
  } else if (name === 'a') startLink(reader, attributes['href'], url)
  else if (boundaries.has(name)) {
    flush(reader)
    reader.open.push(name)
  }
}

function closeTag(reader: Reader, name: string): void {
  reader.depth -= 1
  if (reader.skipDepth > 0) {
    reader.skipDepth -= 1
    return
  }
  if (name === 'a') endLink(reader)
  else if (boundaries.has(name)) {
    flush(reader)
    const at = reader.open.lastIndexOf(name)
    if (at >= 0) reader.open.splice(at, 1)
  }
}

/** A name without an address is a place to lead to. */
function startLink(reader: Reader, href: string | undefined, url: string | null): void {
  endLink(reader)
  if (href === undefined) return
  const absolute = url === null ? URL.parse(href) : URL.parse(href, url)
  if (absolute && /^https?:$/u.test(absolute.protocol)) reader.link = { text: '', href: absolute.href }
}

function endLink(reader: Reader): void {
  if (!reader.link) return
  const text = cleanText(reader.link.text)
  if (text !== '') reader.links.push({ text, href: reader.link.href })
  reader.link = null
}

/** A blank line behind the end of a sentence, as in texts that a style sheet shows as they were typed. */
const blankLine = /(?<=[.。!?！？…:：”"’'」』)）])[^\S\n]*\r?\n[^\S\n]*\r?\n\s*(?=\S)/u

function addText(reader: Reader, text: string): void {
  if (text.includes('\n') && kindOf(reader) !== 'code')
    for (let parted = blankLine.exec(text); parted; parted = blankLine.exec(text)) {
      addPiece(reader, text.slice(0, parted.index))
      flush(reader)
      text = text.slice(parted.index + parted[0].length)
    }
  addPiece(reader, text)
}

function addPiece(reader: Reader, text: string): void {
  const folded = !/\s\s|[^\S ]/u.test(text) || kindOf(reader) === 'code' ? text : text.replace(/\s+/gu, ' ')
  reader.text += folded
  if (reader.link) reader.link.text += folded
  if (folded.trim() !== '') reader.afterBreak = false
}

function kindOf(reader: Reader): Block['kind'] {
  for (let at = reader.open.length - 1; at >= Math.max(0, reader.open.length - 12); at -= 1) {
    const name = reader.open[at]!
    if (headings.has(name)) return 'heading'
    if (name === 'li' || name === 'dd' || name === 'dt') return 'item'
    if (name === 'pre') return 'code'
    if (name === 'tr') return 'row'
    if (name === 'blockquote') return 'quote'
  }
  return 'paragraph'
}

function flush(reader: Reader): void {
  // A link around whole blocks is one in each of them.
  const around = reader.link?.href
  endLink(reader)
  const kind = kindOf(reader)
  const text =
    kind === 'code' ? withoutHidden(reader.text).replace(/^\n+|\s+$/gu, '') : cleanText(reader.text)
  if (text.trim() !== '') reader.blocks.push({ kind, text, links: reader.links })
  reader.text = ''
  reader.links = []
  reader.link = around === undefined ? null : { text: '', href: around }
  reader.afterBreak = false
}
