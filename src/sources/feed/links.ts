/** Finds where a feed or an item of it can be read, among all the addresses that it carries. */
import { childOf, childrenOf, textOf, type XmlNode } from './tree.ts'

/** Returns the absolute http(s) form of `written`, or null. */
export function absoluteUrl(written: string, base: string): string | null {
  const plain = written
    .replace(/\p{Cc}/gu, '')
    .replaceAll('&amp;', '&')
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^(?=www\.[^/\s]+\.)/iu, 'https://')
  if (plain === '') return null
  const url = isUsual.test(plain) ? URL.parse(plain) : parseUnusual(plain, base)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

/** Most addresses: nothing in them can be a slip. */
const isUsual = /^https?:\/\/(?!h?ttps?[:;]?\/\/)\S+$/iu

/** Not relative, even if no browser knows such a scheme. */
const isSchemed = /^[^/?#]*:\/\//u

/** Browsers take no longer ones. */
const longestAddress = 2000

function parseUnusual(plain: string, base: string): URL | null {
  const text = corrected(plain, base)
  return URL.parse(text, isSchemed.test(text) ? undefined : base || undefined)
}

/** Takes an address out of quotes, brackets, a link or a list, and corrects what is no scheme. */
function corrected(text: string, base: string): string {
  if (text.length > longestAddress) return text
  const bare = text
    .replace(/^\p{Cf}+/u, '')
    .replace(/^<a\s[^<>]*\bhref\s*=\s*["']?(https?:[^\s"'<>]+)[^]*$/iu, '$1')
    .replace(/^["'“<([](https?:\/\/[^\s"'<>]+)["'”>)\]]$/iu, '$1')
    .replace(/^(https?:\/\/\S+)\s+https?:\/\/[^]*$/iu, '$1')
    .replace(/^(?:h{0,2}t{1,2}ps?(?:[:;]*\/\/|[:;]+\/?))*h{0,2}t{1,2}p(s?)[:;]*\/\/(?=[^/\s])/iu, 'http$1://')
  // Somebody forgot the scheme before his own site.
  const host = /^[\w-]+(?:\.[\w-]+)+(?=\/)/u.exec(bare)?.[0]
  return host !== undefined && base.includes(`//${host}/`) ? `//${bare}` : bare
}

/** Returns the page whose news the feed brings; the feed itself is none. */
export function homeOf(channel: XmlNode, documentBase: string): string | null {
  return linkOf(channel, documentBase, 5)
}

/** Returns where the item can be read; an Atom link counts by its relation, an RSS link by its text. */
export function linkOf(node: XmlNode, documentBase: string, tooFar = 9): string | null {
  const base = node.base ?? documentBase
  const original = childOf(node, 'feedburner:origlink')
  // Without a slash it is some identifier.
  const found = original && textOf(original).includes('/') ? absoluteUrl(textOf(original), base) : null
  if (found !== null) return found
  let best: { rank: number; url: string } | null = null
  for (const link of childrenOf(node, 'link')) {
    const href = link.attributes['href'] ?? link.attributes['rdf:resource']
    // RFC 3986, 5.2: an empty reference is its base; but only who wrote down a base means it.
    const url =
      href === '' && link.base !== null
        ? absoluteUrl(link.base, '')
        : absoluteUrl(href ?? textOf(link), link.base ?? base)
    const rank = href === undefined && link.attributes['rel'] === undefined ? 0 : linkRank(link)
    if (url !== null && rank < (best?.rank ?? tooFar)) best = { rank, url }
  }
  return best?.url ?? otherLink(node, base)
}

/** 0 for the page itself; the higher, the further off. */
function linkRank(link: XmlNode): number {
  const relation = (link.attributes['rel'] ?? 'alternate').trim().toLowerCase()
  const type = link.attributes['type']?.split(';', 1)[0]!.trim().toLowerCase()
  const isPage = type === undefined || type === 'text/html' || type === 'application/xhtml+xml'
  if (
    relation === 'alternate' ||
    relation === '' ||
    relation === 'http://www.iana.org/assignments/relation/alternate'
  )
    // Relations are written small; one in capitals counts behind.
    return (type === undefined ? 0.5 : isPage ? 0 : 1) + (link.attributes['rel']?.startsWith('A') ? 0.2 : 0)
  const rank = ['canonical', 'shorturl', 'via', 'related', 'self', 'enclosure'].indexOf(relation)
  if (rank >= 0) return rank + 2
  // A relation of somebody's own; the registered ones that are left lead to other things.
  return relation.startsWith('http') && isPage ? 8 : 9
}

/** Items that forgot their link: the permanent guid, an address behind an empty `<link/>`, the RDF subject. */
function otherLink(node: XmlNode, base: string): string | null {
  const guid = childOf(node, 'guid')
  const permanent = guid && !/^(?:false|0|no)$/iu.test(guid.attributes['ispermalink']?.trim() ?? '')
  const text = guid ? textOf(guid).trim() : ''
  const written = [
    permanent ? (guid.attributes['ispermalink'] !== undefined ? text : addressOnly(text)) : undefined,
    node.attributes['href'],
    subjectOf(node),
    childOf(node, 'a')?.attributes['href'],
    ...node.children.map((child) => (typeof child === 'string' ? httpOnly(child.trim()) : undefined)),
    ...['url', 'id', 'dc:identifier', 'prism:url', 'canonical_url', '?:canonical_url'].map((name) => {
      const child = childOf(node, name)
      return child && addressOnly(textOf(child).trim())
    }),
    childOf(node, 'content')?.attributes['src'],
    ...['media:player', 'enclosure', 'media:content'].map((name) => mediaUrl(node, name)),
  ]
  for (const each of written) {
    const url = each === undefined ? null : absoluteUrl(each, base)
    if (url !== null) return url
  }
  return null
}

/** What an item of RDF is about; some leave the prefix out. */
export function subjectOf(node: XmlNode): string | undefined {
  return node.attributes['rdf:about'] ?? node.attributes['about']
}

/** Media elements may stand in groups, players in the media that they play. */
function mediaUrl(node: XmlNode, name: string): string | undefined {
  const media = childrenOf(node, name)
  // A podcast's cover may stand before its sound.
  const direct = (media.find((each) => !each.attributes['type']?.startsWith('image/')) ?? media[0])
    ?.attributes['url']
  if (direct !== undefined || !name.startsWith('media:')) return direct
  for (const holder of ['media:group', 'media:content'])
    for (const child of childrenOf(node, holder)) {
      const found = mediaUrl(child, name)
      if (found !== undefined) return found
    }
  return undefined
}

/** An address, or a path from the root of the site. */
function addressOnly(text: string): string | undefined {
  return /^\/[^\s/]\S*$/u.test(text) ? text : httpOnly(text)
}

function httpOnly(text: string): string | undefined {
  return /^https?:\/\/\S+$/iu.test(text) ? text : undefined
}
