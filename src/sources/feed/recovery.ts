/** Knows which feed elements hold what, so that the tree reader can mend missing end tags. */
import { isTitleMarkup } from './html-text.ts'
import type { XmlNode } from './tree.ts'

const items = new Set(['item', 'entry'])
/** Elements whose children are the author's markup. */
const contents = new Set([
  'description',
  'content:encoded',
  'content',
  'summary',
  'tagline',
  'subtitle',
  'info',
  'body',
  'xhtml:body',
  'fullitem',
  'xhtml:div',
  'abstract',
  'itunes:summary',
  'googleplay:description',
  'media:description',
  'dc:description',
  'content:item',
  'title',
  'rights',
  'copyright',
  'media:text',
  'yandex:full-text',
  'turbo:content',
])
/** Elements that hold a line of text and never another feed element. */
const leaves = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'dc:date',
  'dc:creator',
  'dc:title',
  'comments',
  'category',
  'dc:subject',
  'name',
  'email',
  'uri',
  'url',
])
/** Elements of an item that no HTML document has: they end an unclosed description. */
const neverMarkup = new Set([
  'guid',
  'pubdate',
  'content:encoded',
  'dc:creator',
  'dc:date',
  'dc:subject',
  'published',
  'updated',
  'issued',
  'modified',
  'comments',
  'enclosure',
  'category',
  'slash:comments',
  'wfw:commentrss',
  'itunes:author',
])
const siblings = new Set([...neverMarkup, ...leaves, 'description', 'content', 'summary', 'author', 'source'])

const holders = new Set(['channel', 'feed', 'rdf:rdf', 'rss'])

/** Says whether `name` is an item of a feed. */
export function isItem(name: string): boolean {
  return items.has(name)
}

/** Says whether `name` is what holds items: the feed's own, wherever it stands outside of an item. */
export function isHolder(name: string): boolean {
  return holders.has(name)
}

/** Says whether what stands in `name` is markup to be kept. */
export function isContent(name: string): boolean {
  return contents.has(name)
}

/** Elements with fields of their own. */
const owners = new Set(['source', 'image', 'media:group', 'media:content'])
const ofPeople = new Set(['name', 'email', 'uri', 'url'])

function isField(name: string): boolean {
  return siblings.has(name) && !ofPeople.has(name)
}

/** More is nobody's misspelt title. */
const mostParts = 8

/** Says whether a tag in `node` is one that a title is about and forgot to escape. */
export function isTopic(node: XmlNode, tag: string): boolean {
  const isTitle = node.name === 'title' && !node.content && node.attributes['type'] !== 'xhtml'
  return isTitle && !tag.includes(':') && !isTitleMarkup(tag)
}

/** Says whether an end tag in `node` ends such a tag. */
export function isTopicEnd(node: XmlNode, tag: string): boolean {
  return isTopic(node, tag) && node.children.slice(-mostParts).includes(`<${tag}>`)
}

/** Says whether `node`, which is open, is what an end tag called `name` means that nothing else begins. */
export function isMisnamed(node: XmlNode, name: string): boolean {
  const { parent, children } = node
  if (!parent || isField(node.name)) return false
  if (items.has(name)) return holders.has(parent.name)
  const isShort = children.length <= mostParts && children.every((child) => typeof child === 'string')
  return isField(name) && items.has(parent.name) && isShort
}

/**
 * Takes the fields out of `holder` that stand in no item: all from the end of the last item on (`since`), before the
 * first item from the title on that is not the feed's.
 */
export function fieldsSince(holder: XmlNode, since: number | null): (XmlNode | string)[] {
  if (since !== null) return holder.children.splice(since)
  const names = holder.children.map((child) => (typeof child === 'string' ? '' : child.name))
  const start = names.indexOf('title', names.includes('channel') ? 0 : names.indexOf('title') + 1)
  return start < 0 ? [] : holder.children.splice(start)
}

/** Gives `item` the fields that were taken into those of its elements that lost their end, the outermost of which comes first. */
export function giveBack(item: XmlNode, unclosed: readonly XmlNode[]): void {
  for (const node of unclosed) {
    if (node.content || contents.has(node.name) || owners.has(node.name)) return
    const first = node.children.findIndex((child) => typeof child !== 'string' && isField(child.name))
    if (first < 0) continue
    for (const child of node.children.splice(first)) {
      if (typeof child !== 'string') child.parent = item
      item.children.push(child)
    }
  }
}

interface OpenElement {
  node: { name: string; content: boolean; attributes: Readonly<Record<string, string>> }
}

/**
 * Returns how many of the open elements (outermost first) must be taken as ended before an element called
 * `opening` begins: an item never holds an item, a title never holds a link, a description never a publication date.
 */
export function closesOnOpening(stack: readonly OpenElement[], opening: string): number {
  if (items.has(opening)) {
    const at = stack.findLastIndex(({ node }) => items.has(node.name) && !node.content)
    return at < 0 ? closesOnFirstItem(stack) : stack.length - at
  }
  if (!siblings.has(opening)) return 0
  const current = stack[stack.length - 1]!.node
  if (leaves.has(current.name) && !current.content && current.attributes['type'] !== 'xhtml') return 1
  if (!neverMarkup.has(opening) || !(current.content || contents.has(current.name))) return 0
  const at = stack.findLastIndex(({ node }) => items.has(node.name))
  return at < 0 ? 0 : stack.length - 1 - at
}

/** The first item ends what the feed says about itself, down to the element that holds it. */
function closesOnFirstItem(stack: readonly OpenElement[]): number {
  const holder = stack.findLastIndex(({ node }) => holders.has(node.name) && !node.content)
  if (holder < 0 || holder === stack.length - 1) return 0
  const outermost = stack[holder + 1]!.node.name
  return siblings.has(outermost) || contents.has(outermost) ? stack.length - 1 - holder : 0
}

/** Returns a section without the marks of those within it, which XML does not know. */
export function withoutInner(section: string): string {
  if (!section.includes('<![CDATA[')) return section
  const inner = section.startsWith('<![CDATA[') ? section.replace(/\]{1,2}(?:&gt;)?$/u, '') : section
  return inner.replaceAll('<![CDATA[', '')
}

const longestField = 1000

/**
 * Where a section without `]]>` ends: at its element's end tag, where no `]]>` follows at all, the next section begins
 * behind it, or the end of an item and the next item do. -1 where it only writes about feeds.
 */
export function lostEnd(section: string, element: string, endless: boolean): number {
  if (endless || section.includes('<![CDATA[')) {
    const end = section.slice(0, longestField).toLowerCase().indexOf(`</${element}`)
    if (end >= 0 && (endless || section.includes('<![CDATA[', end))) return end
  }
  if (!section.includes('</item') && !section.includes('</entry')) return -1
  const nextItem = /<\/(?:item|entry)\s*>\s*<(?:item|entry)[\s>]/iu.exec(section)?.index ?? -1
  return nextItem < 0 ? -1 : section.slice(0, nextItem).toLowerCase().indexOf(`</${element}`)
}
