/** Reads XML however broken into elements under our names, handing over each feed item as soon as it ends. */
import { decodeEntities, type Declared } from './entities.ts'
import { canonicalName, innerScope, outerScope, type Scope } from './names.ts'
import {
  closesOnOpening,
  fieldsSince,
  giveBack,
  isContent,
  isHolder,
  isItem,
  isMisnamed,
  isTopic,
  isTopicEnd,
  lostEnd,
  withoutInner,
} from './recovery.ts'
import { scan, type Attributes } from './scan.ts'
import type { XmlNode } from './tree.ts'

/** No feed nests its content deeper; a deeper element's text counts as its ancestor's. */
const deepest = 200
/** Tags beyond this many open ones are not looked at: nobody wrote them for a reader. */
const mostOpen = 20_000
/** Only short values without other entities are taken: longer ones are attempts to blow up, not typing aids. */
const entity =
  /(?:^!?|<!)ENTITY\s+([\p{L}_][\p{L}\d._-]*)\s+["']((?:[^"'&<%]|&#\w{1,8};|&(?:amp|lt|gt|quot|apos);){0,64})["']/u
const longestDeclaration = 400
const mostExpansions = 10_000
const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

interface Open {
  /** Lower case as written, for matching the end tag. */
  written: string
  node: XmlNode
  scope: Scope
  /** False for elements beyond the depth limit, which share their ancestor's node. */
  own: boolean
}

/** A tree that is being read. */
interface Growth {
  /** Of the document, absolute. */
  url: string
  onItem: (item: XmlNode) => void
  /** The open elements, the document first. */
  stack: Open[]
  /** How many of each are open, by their written names. */
  openCounts: Map<string, number>
  /** Elements that ended without an end tag since anything ended with one, the outermost last. */
  unclosed: XmlNode[]
  /** Where an extension lost its end, all items may stand in it. */
  inExtensions: XmlNode[]
  hasItems: boolean
  /** What held the item that ended last, and how many children were before its end. */
  lastHolder: XmlNode | null
  itemsEnd: number
  /** What an entity of the document's own stands for. */
  declared: Declared
}

/**
 * Reads `text` and returns its document node, from which every item has been taken out and given to `onItem`
 * (complete, its `parent` still set). Never throws; unclosed, crossed and stray tags are mended as readers expect.
 */
export function readTree(source: string, url: string, onItem: (item: XmlNode) => void): XmlNode {
  const text = source.includes('\0') ? source.replaceAll('\0', '') : source
  const document: XmlNode = {
    name: '#document',
    attributes: noAttributes,
    children: [],
    parent: null,
    base: null,
    content: false,
  }
  const entities = new Map<string, string>()
  let expansionsLeft = mostExpansions
  const tree: Growth = {
    url,
    onItem,
    stack: [{ written: '', node: document, scope: outerScope(), own: true }],
    openCounts: new Map(),
    unclosed: [],
    inExtensions: [],
    hasItems: false,
    lastHolder: null,
    itemsEnd: 0,
    declared: (name) => (expansionsLeft-- > 0 ? entities.get(name) : undefined),
  }
  scan(text, {
    text(start, end) {
      const written = text.slice(start, end)
      // What is left of a section within a section.
      const whole = written.includes(']]>') ? written.replaceAll(']]>', '') : written
      addText(tree, decodeEntities(whole, tree.declared))
    },
    cdata(start, end) {
      const section = text.slice(start, end)
      const { node, written } = topOf(tree)
      // Where there is no text a section can only be around elements.
      if ((isItem(node.name) || isHolder(node.name)) && !node.content && section.includes('<')) return start
      const cut = lostEnd(section, written, end === text.length)
      addText(tree, withoutInner(cut < 0 ? section : section.slice(0, cut)))
      return cut < 0 ? -1 : start + cut
    },
    open(tag, attributes, selfClosing) {
      open(tree, tag, attributes, selfClosing)
      return -1
    },
    close(name) {
      const written = name.toLowerCase()
      if ((tree.openCounts.get(written) ?? 0) === 0) return closeUnopened(tree, name)
      while (topOf(tree).written !== written) close(tree, false)
      close(tree, true)
    },
    declaration(start, end) {
      const [, name, value] = entity.exec(text.slice(start, Math.min(end, start + longestDeclaration))) ?? []
      if (name !== undefined && value !== undefined) entities.set(name, decodeEntities(value))
    },
  })
  while (tree.stack.length > 1) close(tree, false)
  if (!tree.hasItems) for (const item of tree.inExtensions) onItem(item)
  return document
}

function topOf({ stack }: Growth): Open {
  return stack[stack.length - 1]!
}

function addText(tree: Growth, value: string): void {
  const { node } = topOf(tree)
  if (!node.content && !isContent(node.name) && value.trim() === '') return
  node.children.push(value)
}

function open(tree: Growth, tag: string, attributes: Attributes, selfClosing: boolean): void {
  const { stack, openCounts } = tree
  if (stack.length >= mostOpen) return
  const scope = scopeFor(topOf(tree), attributes)
  const name = canonicalName(scope, tag)
  // An empty one within an item is nothing, and must not end the item.
  if (selfClosing && attributes === null && isItem(name) && isItem(topOf(tree).node.name)) return
  // Looking through a stack of a million hostile tags at every tag would take minutes.
  const ended = stack.length > deepest ? 0 : closesOnOpening(stack, name)
  for (let count = 0; count < ended; count++) close(tree, false)
  const parent = topOf(tree).node
  if (attributes === null && isTopic(parent, tag)) return addText(tree, `<${tag}>`)
  const written = tag.toLowerCase()
  const own = stack.length < deepest
  const node = own ? createNode(tree, name, parent, scope, attributes) : parent
  if (own) parent.children.push(node)
  stack.push({ written, node, scope: own ? scope : topOf(tree).scope, own })
  openCounts.set(written, (openCounts.get(written) ?? 0) + 1)
  if (selfClosing) close(tree, true)
}

function close(tree: Growth, hasEnd: boolean): void {
  const { stack, openCounts, unclosed } = tree
  const { written, node, own } = stack.pop()!
  openCounts.set(written, openCounts.get(written)! - 1)
  if (!own) return
  if (!isItem(node.name) || node.content) {
    if (hasEnd) unclosed.length = 0
    else unclosed.push(node)
    return
  }
  node.parent!.children.pop()
  giveBack(node, unclosed.toReversed())
  unclosed.length = 0
  handOver(tree, node, node.parent!)
}

/** An end tag without a start tag ends what has another name by mistake, or an item that never began. */
function closeUnopened(tree: Growth, written: string): void {
  const { node, scope, own } = topOf(tree)
  if (isTopicEnd(node, written)) return addText(tree, `</${written}>`)
  const name = canonicalName(scope, written)
  if (!own || node.content) return
  if (isItem(name) && isHolder(node.name)) {
    const children = fieldsSince(node, tree.lastHolder === node ? tree.itemsEnd : null)
    const item = { name, attributes: noAttributes, children, parent: node, base: node.base, content: false }
    handOver(tree, item, node)
  } else if (isMisnamed(node, name)) {
    node.name = name
    close(tree, true)
  }
}

function handOver(tree: Growth, item: XmlNode, parent: XmlNode): void {
  tree.lastHolder = parent
  tree.itemsEnd = parent.children.length
  if (item.attributes === noAttributes && item.children.every((child) => typeof child === 'string')) return
  // What an extension holds is its own affair, even if it looks like an item.
  if (parent.name.startsWith('?:')) tree.inExtensions.push(item)
  else {
    tree.hasItems = true
    tree.onItem(item)
  }
}

function scopeFor({ scope: outer, node }: Open, attributes: Attributes): Scope {
  let declared: Map<string, string> | null = null
  for (const [name, value] of attributes ?? []) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    declared ??= new Map()
    declared.set(name.slice(6), value)
  }
  return declared ? innerScope(outer, declared, isInItem(node)) : outer
}

function isInItem(node: XmlNode): boolean {
  for (let each: XmlNode | null = node; each; each = each.parent) if (isItem(each.name)) return true
  return false
}

function createNode(
  { url, declared }: Growth,
  name: string,
  parent: XmlNode,
  scope: Scope,
  written: Attributes,
): XmlNode {
  const isWithin = parent.content || isContent(parent.name)
  const content = isWithin && !(isHolder(name) && !isInItem(parent))
  let base = parent.base
  let attributes = noAttributes
  if (written) {
    const named: Record<string, string> = Object.create(null)
    for (const [key, value] of written) {
      if (key.startsWith('xmlns')) continue
      const ourName = key.includes(':') ? canonicalName(scope, key) : key.toLowerCase()
      named[ourName] ??= decodeEntities(value, declared)
    }
    attributes = named
    // CDF has an attribute of its own for it.
    const given = (named['xml:base'] ?? (name === 'channel' ? named['base'] : undefined))?.trim() ?? ''
    // Nothing can be found beside a mailbox or a script; the document itself is no base of its own.
    const resolved = /^(?:#|$)/u.test(given) ? null : URL.parse(given, base ?? (url || undefined))
    if (resolved && /^https?:$/u.test(resolved.protocol)) base = resolved.href
  }
  return { name, attributes, children: [], parent, base, content }
}
