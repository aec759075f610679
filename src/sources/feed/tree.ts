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

/** An element with our name for it, its attributes under our names, and the base address its links start from. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlNode | string)[]
  parent: XmlNode | null
  /** The nearest xml:base, absolute where the document's address is; null where none was given. */
  base: string | null
  /** Inside an element whose children are markup to be kept as written. */
  content: boolean
}

/** No feed nests its content deeper; a deeper element's text counts as its ancestor's. */
const deepest = 200
/** Tags beyond this many open ones are not looked at: nobody wrote them for a reader. */
const mostOpen = 20_000
/** Only short values without other entities are taken: longer ones are attempts to blow up, not typing aids. */
const entity =
  /(?:^!?|<!)ENTITY\s+([\p{L}_][\p{L}\d._-]*)\s+["']((?:[^"'&<%]|&#\w{1,8};|&(?:amp|lt|gt|quot|apos);){0,64})["']/u
const longestDeclaration = 400
const mostExpansions = 10_000
const none: readonly XmlNode[] = []
const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

interface Open {
  /** Lower case as written, for matching the end tag. */
  written: string
  node: XmlNode
  scope: Scope
  /** False for elements beyond the depth limit, which share their ancestor's node. */
  own: boolean
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
  const stack: Open[] = [{ written: '', node: document, scope: outerScope(), own: true }]
  const openCounts = new Map<string, number>()
  /** Elements that ended without an end tag since anything ended with one, the outermost last. */
  const unclosed: XmlNode[] = []
  /** Where an extension lost its end, all items may stand in it. */
  const inExtensions: XmlNode[] = []
  let hasItems = false
  let lastHolder: XmlNode | null = null
  let itemsEnd = 0
  const entities = new Map<string, string>()
  let expansionsLeft = mostExpansions
  const declared = (name: string) => (expansionsLeft-- > 0 ? entities.get(name) : undefined)
  const top = () => stack[stack.length - 1]!

  function addText(value: string): void {
    const { node } = top()
    if (!node.content && !isContent(node.name) && value.trim() === '') return
    node.children.push(value)
  }

  function close(hasEnd: boolean): void {
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
    handOver(node, node.parent!)
  }

  function handOver(item: XmlNode, parent: XmlNode): void {
    lastHolder = parent
    itemsEnd = parent.children.length
    if (item.attributes === noAttributes && item.children.every((child) => typeof child === 'string')) return
    // What an extension holds is its own affair, even if it looks like an item.
    if (parent.name.startsWith('?:')) inExtensions.push(item)
    else {
      hasItems = true
      onItem(item)
    }
  }

  /** An end tag without a start tag ends what has another name by mistake, or an item that never began. */
  function closeUnopened(written: string): void {
    const { node, scope, own } = top()
    if (isTopicEnd(node, written)) return addText(`</${written}>`)
    const name = canonicalName(scope, written)
    if (!own || node.content) return
    if (isItem(name) && isHolder(node.name)) {
      const children = fieldsSince(node, lastHolder === node ? itemsEnd : null)
      const item = { name, attributes: noAttributes, children, parent: node, base: node.base, content: false }
      handOver(item, node)
    } else if (isMisnamed(node, name)) {
      node.name = name
      close(true)
    }
  }

  function open(tag: string, attributes: Attributes, selfClosing: boolean): number {
    if (stack.length >= mostOpen) return -1
    const scope = scopeFor(top(), attributes)
    const name = canonicalName(scope, tag)
    // An empty one within an item is nothing, and must not end the item.
    if (selfClosing && attributes === null && isItem(name) && isItem(top().node.name)) return -1
    // Looking through a stack of a million hostile tags at every tag would take minutes.
    const ended = stack.length > deepest ? 0 : closesOnOpening(stack, name)
    for (let count = 0; count < ended; count++) close(false)
    const parent = top().node
    if (attributes === null && isTopic(parent, tag)) {
      addText(`<${tag}>`)
      return -1
    }
    const written = tag.toLowerCase()
    const own = stack.length < deepest
    const node = own ? createNode(name, parent, scope, attributes, url, declared) : parent
    if (own) parent.children.push(node)
    stack.push({ written, node, scope: own ? scope : top().scope, own })
    openCounts.set(written, (openCounts.get(written) ?? 0) + 1)
    if (selfClosing) close(true)
    return -1
  }

  scan(text, {
    text(start, end) {
      const written = text.slice(start, end)
      // What is left of a section within a section.
      addText(decodeEntities(written.includes(']]>') ? written.replaceAll(']]>', '') : written, declared))
    },
    cdata(start, end) {
      const section = text.slice(start, end)
      const { node } = top()
      // Where there is no text a section can only be around elements.
      if ((isItem(node.name) || isHolder(node.name)) && !node.content && section.includes('<')) return start
      const cut = lostEnd(section, top().written, end === text.length)
      addText(withoutInner(cut < 0 ? section : section.slice(0, cut)))
      return cut < 0 ? -1 : start + cut
    },
    open,
    close(name) {
      const written = name.toLowerCase()
      if ((openCounts.get(written) ?? 0) === 0) return closeUnopened(name)
      while (top().written !== written) close(false)
      close(true)
    },
    declaration(start, end) {
      const [, name, value] = entity.exec(text.slice(start, Math.min(end, start + longestDeclaration))) ?? []
      if (name !== undefined && value !== undefined) entities.set(name, decodeEntities(value))
    },
  })
  while (stack.length > 1) close(false)
  if (!hasItems) for (const item of inExtensions) onItem(item)
  return document
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
  name: string,
  parent: XmlNode,
  scope: Scope,
  written: Attributes,
  url: string,
  declared: Declared,
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

/** Returns the first child element called `name`, if there is one. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** Returns the child elements called `name`, in order. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  let found: XmlNode[] | null = null
  for (const child of node.children)
    if (typeof child !== 'string' && child.name === name) (found ??= []).push(child)
  return found ?? none
}

/** Returns the text of an element and of all within it, out of a CDATA section that was escaped or put into another. */
export function textOf(node: XmlNode): string {
  const { children } = node
  let text = ''
  if (children.length === 1 && typeof children[0] === 'string') text = children[0]
  else for (const child of children) text += typeof child === 'string' ? child : textOf(child)
  return text.startsWith('<![CDATA[') ? text.replace(/^<!\[CDATA\[|\]{1,2}>?\s*$/gu, '') : text
}
