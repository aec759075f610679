/** Reads XML however broken into elements under our names, handing over each feed item as soon as it ends. */
import { Tokenizer } from 'htmlparser2'
import { decodeEntities } from './entities.ts'
import { canonicalName, innerScope, outerScope, type Scope } from './names.ts'
import { closesOnOpening, isContent, isItem } from './recovery.ts'

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
const mostAttributes = 64
/** Only short values without references are taken: longer ones are attempts to blow up, not typing aids. */
const entity = /(?:^!?|<!)ENTITY\s+([\p{L}_][\p{L}\d._-]*)\s+["']([^"'&<%]{0,64})["']/u
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
  const text = withoutStrayBrackets(source)
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
  const entities = new Map<string, string>()
  let expansionsLeft = mostExpansions
  const declared = (name: string) => (expansionsLeft-- > 0 ? entities.get(name) : undefined)
  let tag = ''
  let tagStart = 0
  let attributeName = ''
  let textStart = -1
  let textEnd = -1
  let valueStart = -1
  let valueEnd = -1
  let attributes: Map<string, string> | null = null

  const top = () => stack[stack.length - 1]!

  function addText(value: string): void {
    const { node } = top()
    if (!node.content && !isContent(node.name) && value.trim() === '') return
    node.children.push(value)
  }

  /** Text arrives in as many pieces as it has stray brackets; adjoining ones are one. */
  function extendText(start: number, end: number): void {
    if (textEnd !== start) {
      flushText()
      textStart = start
    }
    textEnd = end
  }

  function flushText(): void {
    if (textEnd > textStart) addText(decodeEntities(text.slice(textStart, textEnd), declared))
    textStart = textEnd = -1
  }

  function close(): void {
    const { written, node, own } = stack.pop()!
    openCounts.set(written, openCounts.get(written)! - 1)
    if (!own || !isItem(node.name) || node.content) return
    node.parent!.children.pop()
    if (node.children.length > 0 || node.attributes !== noAttributes) onItem(node)
  }

  function open(selfClosing: boolean, end: number): void {
    if (tag.startsWith('<')) {
      // `<<b>`: the reader of tags takes all brackets for one name.
      extendText(tagStart - 1, end)
      return
    }
    flushText()
    const scope = scopeFor(top().scope, attributes)
    const name = canonicalName(scope, tag)
    // Looking through a stack of a million hostile tags at every tag would take minutes.
    const ended = stack.length > deepest ? 0 : closesOnOpening(stack, name)
    for (let count = 0; count < ended; count++) close()
    const parent = top().node
    const written = tag.toLowerCase()
    const own = stack.length < deepest
    const node = own ? createNode(name, parent, scope, attributes, url) : parent
    if (own) parent.children.push(node)
    stack.push({ written, node, scope: own ? scope : top().scope, own })
    openCounts.set(written, (openCounts.get(written) ?? 0) + 1)
    if (selfClosing) close()
  }

  const tokenizer: Tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = text.slice(start, end)
        tagStart = start
        attributes = null
      },
      onattribname(start, end) {
        attributeName = text.slice(start, end)
        valueStart = -1
      },
      onattribdata(start, end) {
        if (valueStart < 0) valueStart = start
        valueEnd = end
      },
      onattribentity() {},
      onattribend() {
        attributes ??= new Map()
        if (attributes.size >= mostAttributes || attributes.has(attributeName)) return
        attributes.set(
          attributeName,
          valueStart < 0 ? '' : decodeEntities(text.slice(valueStart, valueEnd), declared),
        )
      },
      onopentagend: (end) => open(false, end + 1),
      onselfclosingtag: (end) => open(true, end + 1),
      onclosetag(start, end) {
        const written = text.slice(start, end).toLowerCase()
        if ((openCounts.get(written) ?? 0) === 0) return
        flushText()
        while (top().written !== written) close()
        close()
      },
      ontext: extendText,
      ontextentity() {},
      oncdata(start, end, offset) {
        flushText()
        addText(text.slice(start, end - offset))
      },
      ondeclaration(start, end) {
        const [, name, value] =
          entity.exec(text.slice(start, Math.min(end, start + longestDeclaration))) ?? []
        if (name !== undefined && value !== undefined) entities.set(name, value)
      },
      oncomment() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  flushText()
  while (stack.length > 1) close()
  return document
}

/** `1 <2` and `<3` in careless text start no element, and NUL is no character of XML. */
function withoutStrayBrackets(text: string): string {
  return text.replaceAll('\u0000', '').replace(/<(?![\p{L}_/!?<\s])/gu, '&lt;')
}

function scopeFor(outer: Scope, attributes: Map<string, string> | null): Scope {
  let declared: Map<string, string> | null = null
  for (const [name, value] of attributes ?? []) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    declared ??= new Map()
    declared.set(name.slice(6), value)
  }
  return declared ? innerScope(outer, declared) : outer
}

function createNode(
  name: string,
  parent: XmlNode,
  scope: Scope,
  written: Map<string, string> | null,
  url: string,
): XmlNode {
  const content = parent.content || isContent(parent.name)
  let base = parent.base
  let attributes = noAttributes
  if (written) {
    const named: Record<string, string> = Object.create(null)
    for (const [key, value] of written) {
      if (key.startsWith('xmlns')) continue
      const ourName = key.includes(':') ? canonicalName(scope, key) : key.toLowerCase()
      named[ourName] ??= value
    }
    attributes = named
    const given = named['xml:base']
    if (given !== undefined) base = URL.parse(given.trim(), base ?? (url || undefined))?.href ?? base
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

/** Returns the text of an element and of all within it. */
export function textOf(node: XmlNode): string {
  if (node.children.length === 1 && typeof node.children[0] === 'string') return node.children[0]
  let text = ''
  for (const child of node.children) text += typeof child === 'string' ? child : textOf(child)
  return text
}
