/** Parses a page into a light tree, with hard limits so that hostile HTML costs little; first step of page.ts. */
import { Parser } from 'htmlparser2'

export interface PageElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: PageNode[]
  parent: PageElement | null
}

export type PageNode = PageElement | string

export interface PageTree {
  root: PageElement
  /** Contents of the JSON-LD scripts. */
  jsonLd: string[]
  /** Attributes of every meta and link element. */
  metas: Readonly<Record<string, string>>[]
  links: Readonly<Record<string, string>>[]
  /** Text of the title element, as written. */
  title: string
  language: string | null
}

const maxHtmlLength = 6_000_000
const maxNodes = 150_000
/** Deeper elements are laid into the deepest allowed one: their text stays, their structure goes. */
const maxDepth = 200
/** The parser's own stack gets slow with its depth, so reading stops at this many open elements. */
const maxOpen = 4_000
const pieceLength = 16_384
/** Only these are looked at later; the rest (style sheets in attributes, tracking payloads) is not kept. */
const keptAttributes = new Set(
  'id class align href src data-src data-original srcset itemprop itemtype role rel datetime content property name style hidden aria-hidden aria-label title type alt lang data-testid data-component data-module pubdate data-role width height data-srcset data-lazy-src data-url'.split(
    ' ',
  ),
)
const maxAttributeLength = 1_000
const dropped = new Set(
  'style template svg canvas object embed audio video select textarea noframes math applet map'.split(' '),
)

/** Returns the tree of a page. Never throws: at a limit it returns what was read so far. */
export function parsePage(html: string): PageTree {
  const root: PageElement = { name: '#root', attributes: {}, children: [], parent: null }
  const tree: PageTree = { root, jsonLd: [], metas: [], links: [], title: '', language: null }
  let current = root
  let depth = 0
  let nodes = 0
  let skip = 0
  let open = 0
  let script: string | null = null
  let inTitle = false

  const parser = new Parser({
    onopentag(written, attributes) {
      open += 1
      const name = shadows(written, attributes) ? 'div' : written
      if (skip > 0 || dropped.has(name)) {
        skip += 1
        return
      }
      if (name === 'script') {
        if (/ld\+json/iu.test(attributes['type'] ?? '')) script = ''
        skip += 1
        return
      }
      const element: PageElement = { name, attributes: pick(attributes), children: [], parent: current }
      if (name === 'meta') tree.metas.push(element.attributes)
      else if (name === 'link') tree.links.push(element.attributes)
      else if (name === 'html') tree.language ??= attributes['lang'] ?? null
      else if (name === 'title' && tree.title === '' && !isIn(current, 'body')) inTitle = true
      nodes += 1
      depth += 1
      if (depth <= maxDepth) {
        current.children.push(element)
        current = element
      }
    },
    onclosetag() {
      open -= 1
      if (skip > 0) {
        skip -= 1
        if (skip === 0 && script !== null) {
          if (tree.jsonLd.length < 30) tree.jsonLd.push(script)
          script = null
        }
        return
      }
      inTitle = false
      if (depth <= maxDepth && current.parent) current = current.parent
      depth -= 1
    },
    ontext(text) {
      if (script !== null) script += text
      else if (skip > 0) return
      else if (inTitle) tree.title += text
      else {
        const last = current.children.length - 1
        const before = current.children[last]
        // The tokenizer hands out entities and stray `<` piecemeal.
        if (typeof before === 'string') current.children[last] = before + text
        else {
          nodes += 1
          current.children.push(text)
        }
      }
    },
  })
  const end = Math.min(html.length, maxHtmlLength)
  for (let at = 0; at < end && nodes < maxNodes && open < maxOpen; at += pieceLength)
    parser.write(html.slice(at, Math.min(end, at + pieceLength)))
  if (open < maxOpen) parser.end()
  return tree
}

/** A template that browsers put in place where it stands. */
function shadows(name: string, attributes: Record<string, string>): boolean {
  return name === 'template' && /^(?:open|closed)$/iu.test(attributes['shadowrootmode'] ?? '')
}

function pick(attributes: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of keptAttributes) {
    const value = attributes[name]
    if (value !== undefined) kept[name] = name === 'content' ? value : value.slice(0, maxAttributeLength)
  }
  return kept
}

function isIn(element: PageElement, name: string): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at.name === name) return true
  return false
}

/** Every element below `from`, itself excluded, in document order. */
export function* descendants(from: PageElement): Generator<PageElement> {
  for (const child of from.children) {
    if (typeof child === 'string') continue
    yield child
    yield* descendants(child)
  }
}

/** The text below an element, space folded; reading stops behind `limit` characters. */
export function textOf(element: PageElement, limit = 100_000): string {
  let text = ''
  // One piece of text may be as long as the page, and stand in elements two hundred deep.
  const longestPiece = limit * 4 + 1_000
  const visit = (node: PageNode): void => {
    if (text.length > limit) return
    if (typeof node === 'string') text += node.length > longestPiece ? node.slice(0, longestPiece) : node
    else {
      for (const child of node.children) visit(child)
      if (!inlineNames.has(node.name)) text += ' '
    }
  }
  visit(element)
  return text.replace(/\s+/gu, ' ').trim()
}

/** Elements that stand inside a line of text. */
export const inlineNames = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr o:p st1:place'.split(
    ' ',
  ),
)

/**
 * Writes elements back as HTML, for the block reader and for Readability, whose tokenizer takes `tmp` for `xmp` and
 * reads no tag behind it.
 */
export function serialise(nodes: readonly PageNode[], attributes: readonly string[]): string {
  const parts: string[] = []
  const visit = (node: PageNode): void => {
    if (typeof node === 'string') {
      parts.push(escapeText(node))
      return
    }
    if (!/^(?!(?:tmp|xitle)$)[a-z][\w:-]*$/u.test(node.name)) {
      for (const child of node.children) visit(child)
      return
    }
    parts.push('<', node.name)
    for (const name of attributes) {
      const value = node.attributes[name]
      if (value !== undefined) parts.push(' ', name, '="', escapeText(value).replaceAll('"', '&quot;'), '"')
    }
    parts.push('>')
    if (voidNames.has(node.name)) return
    for (const child of node.children) visit(child)
    parts.push('</', node.name, '>')
  }
  for (const node of nodes) visit(node)
  return parts.join('')
}

const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
