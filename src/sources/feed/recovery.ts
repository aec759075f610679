/** Knows which feed elements hold what, so that the tree reader can mend missing end tags. */

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
