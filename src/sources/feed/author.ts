/** Finds who wrote a feed item, in every place where the formats and their modules say so. */
import { oneLine, titleText } from './html-text.ts'
import { absoluteUrl } from './links.ts'
import { childOf, childrenOf, textOf, type XmlNode } from './tree.ts'

/** In this order: who wrote it, by the format's own element first; a community's own author is the community. */
const places = [
  'lj:poster',
  'author',
  'authors',
  'dc:creator',
  'dcterms:creator',
  'dc:author',
  'creator',
  'itunes:author',
  'googleplay:author',
  'foaf:maker',
  'podcast:person',
  'byline',
  'xhtml:address',
  // From here on those who may have written it; contributors and publishers did not.
  'media:credit',
  'managingeditor',
  'itunes:owner',
]
/** What software calls the author that knows no format's name for one. */
const ownAuthor =
  /^(?:(?:post|item|entry|article)[-_]?)?(?:author|creator|writer|written[-_]?by)[-_]?(?:name)?$/u
const writingRoles = new Set(['author', 'writer', 'host', 'reporter', 'journalist', 'correspondent'])
/** What no role means: by its definition the host; in practice a credit is the photographer's. */
const usualRoles: Readonly<Record<string, string>> = { 'podcast:person': 'host', 'media:credit': '' }

interface Person {
  name: string
  address: string
}

/**
 * Returns the names in `node` (an item or a feed), joined with commas; an address where no name is, a relative one
 * from `base`; null for none.
 */
export function authorOf(node: XmlNode, base: string): string | null {
  const { names, addresses } = peopleIn(node, places, base)
  if (names !== null) return names
  const own = node.children.find((child) => typeof child === 'object' && ownAuthor.test(child.name))
  const [named] = typeof own === 'object' ? personOf(own, base) : []
  if (named && named.name !== '') return named.name
  const source = childOf(node, 'source')
  return addresses ?? (source ? authorOf(source, base) : null)
}

/** Returns who keeps the site of the channel `node`, as `authorOf` does. */
export function keeperOf(node: XmlNode, base: string): string | null {
  const { names, addresses } = peopleIn(node, ['webmaster'], base)
  return names ?? addresses
}

/** The names in the first of `where` that has any, and the addresses in the first that has but those. */
function peopleIn(
  node: XmlNode,
  where: readonly string[],
  base: string,
): { names: string | null; addresses: string | null } {
  let addresses: string | null = null
  for (const place of where) {
    const elements = childrenOf(node, place)
    if (elements.length === 0) continue
    const people = elements.flatMap((element) => personOf(element, element.base ?? base))
    const names = people.map(({ name }) => name).filter((name) => name !== '')
    if (names.length > 0) return { names: [...new Set(names)].join(', '), addresses }
    const found = people.map(({ address }) => address).filter((address) => address !== '')
    if (found.length > 0) addresses ??= [...new Set(found)].join(', ')
  }
  return { names: null, addresses }
}

function personOf(node: XmlNode, base: string): Person[] {
  const usual = usualRoles[node.name]
  const role = node.attributes['role']?.trim().toLowerCase() || usual
  if (usual !== undefined && !writingRoles.has(role ?? '')) return []
  const lines = (...names: string[]) => {
    for (const name of names) {
      const texts = childrenOf(node, name).map((child) => titleText(textOf(child)))
      const said = texts.filter((text) => text !== '')
      if (said.length > 0) return said
    }
    return []
  }
  const names = lines('name', 'foaf:name', 'itunes:name', 'foaf:nick', 'dc:title')
  if (names.length > 0) return names.map(splitPerson)
  const [address] = lines('email', 'itunes:email', 'foaf:mbox')
  const [page] = lines('uri', 'url', 'homepage')
  if (address !== undefined || page !== undefined) {
    // The name may stand beside the elements.
    const beside = titleText(node.children.filter((child) => typeof child === 'string').join(' '))
    if (beside !== '') return [splitPerson(beside)]
    return [{ name: '', address: address ?? absoluteUrl(page!, base) ?? page! }]
  }
  const nested = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : nestedPerson(child, base),
  )
  if (nested.length > 0) return nested
  // Parts of a name in elements of somebody's own.
  const parts = node.children.map((child) => (typeof child === 'string' ? child : ` ${textOf(child)} `))
  const text = titleText(parts.length > 1 ? parts.join('') : textOf(node))
  if (text !== '') return [splitPerson(text)]
  const attribute = oneLine(
    node.attributes['name'] ??
      node.attributes['foaf:name'] ??
      node.attributes['email'] ??
      node.attributes['user'] ??
      node.attributes['value'] ??
      '',
  )
  return attribute === '' ? [] : [splitPerson(attribute)]
}

/** Some wrap people: `<foaf:maker><foaf:Person><foaf:name>`, `<dc:creator><rdf:Seq><rdf:li>`, `<authors><author>`. */
function nestedPerson(node: XmlNode, base: string): Person[] {
  return node.name.startsWith('rdf:') || wrapped.has(node.name) ? personOf(node, base) : []
}

const wrapped = new Set(['foaf:person', 'foaf:agent', 'author', 'person'])

/** From the start of a word only, so that a long one without a sign is read once. */
const addresses = /(?<![^\s<>()"',;])[^\s<>()"',;][^\s<>()",;]*@[^\s<>()"',;]+/gu
const pages = /https?:\/\/[^\s<>()"'[\]]+/giu
/** Each of several people may stand in brackets. */
const inBrackets = /(^|[,;&]\s*)[([<"]([^()[\]<>"]*)[)\]>"]/gu
/** Nobody's name is longer, and the patterns would take long over a hostile one. */
const longestPerson = 1000

/** Takes `ann@example.org (Ann)`, `Ann <https://example.org>`, `Ann (ann@example.org)` and `mailto:` apart. */
function splitPerson(written: string): Person {
  const text = outOfMailto(written)
  if (text.length > longestPerson || !/@|:\/\//u.test(text)) return { name: nameOf(text), address: '' }
  const rest = text.replace(/（([^（）]*)）/gu, ' ($1)').replace(pages, ' ')
  const found = rest.match(addresses) ?? []
  // Beside a whole address, one without a dot is a pen name.
  const whole = found.filter((each) => /@[^@]+\./u.test(each))
  const mails = [...new Set(whole.length > 0 ? whole : found)]
  const address =
    mails.map((mail) => mail.replace(/^mailto:|\?.*$/giu, '')).join(', ') || (text.match(pages)?.[0] ?? '')
  const name = oneLine(
    mails
      .reduce((left, mail) => left.replaceAll(mail, ' '), rest)
      .replace(/\(\s*\)|<\s*>|\[\s*\]|(['"])\s*\1/gu, ' '),
  )
  const bare = (/^[([<"]((?:[^()]|\([^()]*\))*)[)\]>"]$/u.exec(name)?.[1] ?? name.replace(inBrackets, '$1$2'))
    .trim()
    .replace(/^[,;:-]+|[,;:-]+$/gu, '')
    .trim()
  return { name: nameOf(bare.replace(/ +,/gu, ',')), address }
}

/** RFC 6068 writes signs as in other addresses, and behind them what the letter is to be about. */
function outOfMailto(text: string): string {
  if (!/^mailto:\S*%\S*$/iu.test(text)) return text
  try {
    return decodeURIComponent(text.replace(/^mailto:|\?.*$/giu, ''))
  } catch {
    return text
  }
}

const label = /^(?:by|author|auteur|autor|written by|作者|文|撰文|記者|记者)\s*[:：]\s*/iu

/** '' for what software writes in place of a name. */
function nameOf(text: string): string {
  const name = text
    .replace(label, '')
    .replace(/^"(.*)"$|^\(([^()]*)\)$/u, '$1$2')
    .replace(/[\s,;]+$/u, '')
  return /^(?:null|undefined|none|n\/a)$/iu.test(name) || !/[\p{L}\p{N}]/u.test(name) ? '' : name
}
