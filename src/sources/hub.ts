/** Reads where a feed says that it can be pushed instead of polled (WebSub); poll.ts asks its hub to. */

export interface Hub {
  /** Absolute address of the hub. */
  hub: string
  /** The address that the hub knows the feed by. */
  topic: string
}

/** Feeds name their hub before their first items. Bytes. */
const looked = 16_384
const tags = /<(?:[\w-]+:)?link\b[^>]{0,1000}>/giu

/**
 * The hub of the feed in `bytes`, from its Link header, its link elements or JSON Feed's `hubs`; null where it names
 * none. `url` is where it was fetched from. https://www.w3.org/TR/websub/#discovery, https://www.jsonfeed.org/version/1.1/
 */
export function findHub(bytes: Uint8Array, linkHeader: string | null, url: string): Hub | null {
  const start = new TextDecoder().decode(bytes.subarray(0, looked))
  const links = [...linksOfHeader(linkHeader ?? ''), ...linksOfFeed(start)]
  const of = (rel: string) => links.find((link) => link.rel.split(/\s+/u).includes(rel))?.href
  const hub = webAddress(
    of('hub') ?? /"hubs"\s*:\s*\[\s*\{[^}]{0,500}"url"\s*:\s*"([^"]+)"/u.exec(start)?.[1],
    url,
  )
  return hub === null ? null : { hub, topic: webAddress(of('self'), url) ?? url }
}

function linksOfHeader(header: string): { rel: string; href: string }[] {
  return [...header.matchAll(/<([^>]*)>([^<]*)/gu)].map(([, href, parameters]) => ({
    href: href!,
    rel: (
      /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/iu.exec(parameters!)?.slice(1).join('') ?? ''
    ).toLowerCase(),
  }))
}

function linksOfFeed(start: string): { rel: string; href: string }[] {
  return [...start.matchAll(tags)].map(([tag]) => ({
    rel: attribute(tag, 'rel').toLowerCase(),
    href: attribute(tag, 'href'),
  }))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag)
  return (found?.[1] ?? found?.[2] ?? '').replaceAll('&amp;', '&')
}

function webAddress(text: string | undefined, base: string): string | null {
  const url = text ? URL.parse(text, base) : null
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
