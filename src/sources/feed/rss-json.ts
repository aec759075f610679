/** Reads RSS in JSON (http://cyber.harvard.edu/rss/rssInJson) as the elements that its names and values stand for. */
import { isRecord } from '../../core/is-record.ts'
import { parseJson } from './loose-json.ts'
import { canonicalName, outerScope } from './names.ts'
import { isItem } from './recovery.ts'
import { childOf, type XmlNode } from './tree.ts'

/** The text of an element that also has attributes. */
const textName = '#value'
/** An item's source and its address lie as deep; nothing deeper is read. */
const deepest = 8
/** What holds other elements; the simple values in anything else are its attributes. */
const holders = new Set(['#document', 'rss', 'channel', 'item'])

/** Returns the `rss` element in `text`, its items taken out of it and given to `onItem`; null where there is none. */
export function readRssInJson(text: string, onItem: (item: XmlNode) => void): XmlNode | null {
  const written = /["']?rss["']?\s*:\s*\{/u.test(text) ? parseJson(text) : null
  if (!isRecord(written) || !isRecord(written['rss'])) return null
  const document = element('#document', written, null, deepest)
  const rss = childOf(document, 'rss')
  const channel = rss && childOf(rss, 'channel')
  if (!channel) return null
  // Some stand beside the channel instead of in it.
  for (const holder of [channel, rss, document]) {
    const { children } = holder
    holder.children = children.filter((child) => typeof child === 'string' || !isItem(child.name))
    for (const child of children)
      if (typeof child !== 'string' && isItem(child.name)) onItem({ ...child, parent: channel })
  }
  return rss
}

const scope = outerScope()

function element(name: string, value: unknown, parent: XmlNode | null, levels: number): XmlNode {
  const attributes: Record<string, string> = Object.create(null)
  const node: XmlNode = { name, attributes, children: [], parent, base: null, content: false }
  if (!isRecord(value)) {
    const text = textOf(value)
    if (text !== null) node.children.push(text)
    return node
  }
  for (const [key, each] of levels > 0 ? Object.entries(value) : []) {
    const text = textOf(each)
    if (key === textName) node.children.push(text ?? '')
    else if (text !== null && !holders.has(name)) attributes[canonicalName(scope, key)] = text
    else {
      const child = canonicalName(scope, key).replace(/^items$/u, 'item')
      for (const one of [each].flat()) node.children.push(element(child, one, node, levels - 1))
    }
  }
  return node
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}
