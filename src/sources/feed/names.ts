/** Gives every element of a feed one name, whatever prefix its author bound to the namespace. */

/** Our prefix for each namespace. RSS and Atom share the empty one: their elements mean the same things. */
const prefixes: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': '',
  'purl.org/atom/ns': '',
  'purl.org/atom/app': 'app',
  'w3.org/2007/app': 'app',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss091': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss': '',
  'rssboard.org/rss-specification': '',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/dc': 'dc',
  'purl.org/rss/1.0/modules/dcterms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/xml/1998/namespace': 'xml',
  'xmlns.com/foaf/0.1': 'foaf',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'wellformedweb.org/commentapi': 'wfw',
  'purl.org/syndication/thread/1.0': 'thr',
  'livejournal.org/rss/lj/1.0': 'lj',
  'livejournal.com': 'lj',
  'dreamwidth.org': 'lj',
  'news.yandex.ru': 'yandex',
  'turbo.yandex.ru': 'turbo',
  'w3.org/2000/svg': 'svg',
  'w3.org/1998/math/mathml': 'math',
}
/** Those that are written in several versions and places. */
const families: readonly (readonly [address: RegExp, prefix: string])[] = [
  [/^purl\.org\/(?:dc\/elements|metadata\/dublin_core)\b/u, 'dc'],
  [/\/dtds\/podcast-1\.0/u, 'itunes'],
  [/\bsearch\.yahoo\.com\/mrss\b/u, 'media'],
  [/\bprismstandard\.org\/namespaces\//u, 'prism'],
  [/\bschemas\/play-podcasts\//u, 'googleplay'],
  [/^podcastindex\.org\/namespace\/|\/podcast-namespace\//u, 'podcast'],
  [/^purl\.org\/rss\/modules\/content\b/u, 'content'],
  [/^wordpress\.org\/export\/1\.\d$/u, 'wp'],
  [/^wordpress\.org\/export\/1\.\d\/excerpt$/u, 'excerpt'],
]
const ours = new Set([...Object.values(prefixes), ...families.map(([, prefix]) => prefix)])
/** Prefixes that .NET and others write for Atom inside RSS, often without declaring them. */
const habits: Readonly<Record<string, string>> = {
  atom: '',
  a10: '',
  atom10: '',
  atom03: '',
  rss: '',
  rss1: '',
  h: 'xhtml',
  html: 'xhtml',
}

/** Namespace bindings in force at an element; `names` remembers what each tag stands for there. */
export interface Scope {
  parent: Scope | null
  bindings: ReadonlyMap<string, string>
  /** Declared on a part of an item. */
  inner: boolean
  names: Map<string, string>
}

/** Returns the scope outside the root element. */
export function outerScope(): Scope {
  return { parent: null, bindings: new Map(), inner: false, names: new Map() }
}

/** Returns the scope of an element that binds `declared` (prefix -> namespace address). */
export function innerScope(parent: Scope, declared: ReadonlyMap<string, string>, inner: boolean): Scope {
  return { parent, bindings: declared, inner, names: new Map() }
}

/** Returns our lower-case name for a tag or attribute as written: `dc:creator`, `title`, `?:thing`. */
export function canonicalName(scope: Scope, written: string): string {
  const cached = scope.names.get(written)
  if (cached !== undefined) return cached
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  const local = written.slice(colon + 1).toLowerCase()
  const ourPrefix = prefixOf(scope, prefix)
  const name = ourPrefix === '' ? local : `${ourPrefix}:${local}`
  // A hostile document may hold a million different tags; a feed holds dozens.
  if (scope.names.size < 512) scope.names.set(written, name)
  return name
}

/**
 * Unknown namespaces keep the meaning of a usual prefix: a typing error in the address is commoner than a clash. Who
 * declares one without a prefix on a part of an item means something else than the feed's own elements.
 */
function prefixOf(scope: Scope, prefix: string): string {
  for (let each: Scope | null = scope; each; each = each.parent) {
    const address = each.bindings.get(prefix)
    if (address === undefined) continue
    const plain = normaliseAddress(address)
    const found = prefixes[plain] ?? families.find(([pattern]) => pattern.test(plain))?.[1]
    if (found !== undefined) return found
    if (each.inner && prefix === '' && address.trim() !== '') return '?'
    break
  }
  const lower = prefix.toLowerCase()
  if (lower === '' || lower === 'xml' || ours.has(lower)) return lower
  return habits[lower] ?? '?'
}

function normaliseAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[/#]+$/u, '')
}
