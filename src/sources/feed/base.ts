/** Finds where the relative links of a feed's items start, for feed.ts. */
import { absoluteUrl } from './links.ts'
import { textOf, type XmlNode } from './tree.ts'

/**
 * Returns a function that says where an item's relative links start when no xml:base says so. RSS means the channel's
 * site. Atom starts at the document (RFC 4287, 2), but for one that another host delivers, which means its site too.
 */
export function baseFinder(url: string): (item: XmlNode) => string {
  const channelOf = finder((child) => child.name === 'channel')
  const siteLinkOf = finder((child) => child.name === 'link' && siteOf(child, url) !== null)
  const host = URL.parse(url)?.host
  return (item) => {
    for (let outer = item.parent; outer; outer = outer.parent) {
      const channel = outer.name === 'channel' || outer.name === 'feed' ? outer : channelOf(outer)
      const link = channel && siteLinkOf(channel)
      const site = link ? siteOf(link, url) : null
      if (site !== null) return item.name === 'entry' && URL.parse(site)?.host === host ? url : site
    }
    return url
  }
}

/** Returns where the relative links of `html` start that stands where they would start at `outer`. */
export function baseWithin(html: string, outer: string): string {
  if (!html.includes('<base')) return outer
  const [, written = ''] = /<base\s(?:[^<>]*\s)?href\s*=\s*["']?([^\s"'<>]+)/iu.exec(html) ?? []
  return absoluteUrl(written, outer) ?? outer
}

/** The site that a link of the channel names, as text (RSS) or as an alternate (Atom). */
function siteOf(link: XmlNode, url: string): string | null {
  const relation = link.attributes['rel']?.trim().toLowerCase() || 'alternate'
  if (relation !== 'alternate') return null
  return absoluteUrl(link.attributes['href'] ?? textOf(link), link.base ?? url)
}

/** Finds the first child that fits, looking at no child twice: a channel may have as many as it has items. */
function finder(fits: (child: XmlNode) => boolean): (node: XmlNode) => XmlNode | undefined {
  const known = new Map<XmlNode, { seen: number; found: XmlNode | undefined }>()
  return (node) => {
    const state = known.get(node) ?? { seen: 0, found: undefined }
    known.set(node, state)
    while (!state.found && state.seen < node.children.length) {
      const child = node.children[state.seen++]!
      if (typeof child !== 'string' && fits(child)) state.found = child
    }
    return state.found
  }
}
