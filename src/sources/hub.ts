/** Reads where a feed says that it can be pushed instead of polled (WebSub); poll.ts asks its hub to. */
import { decodeEntities } from './feed/entities.ts'
import { linksOfHeader } from './link-header.ts'

export interface Hub {
  /** Absolute address of the hub. */
  hub: string
  /** The address that the hub knows the feed by. */
  topic: string
}

/** Feeds name their hub before their first items. Bytes. */
const looked = 16_384
const tags = /<(?:[\w-]+:)?link\b[^>]{0,1000}>/giu
/** What is commented out, and the texts of items. */
const notOfFeed = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/gu

/**
 * The hub of the feed in `bytes`, from its Link header, its link elements or JSON Feed's `hubs`; null where it names
 * none. `url` is where it was fetched from. https://www.w3.org/TR/websub/#discovery, https://www.jsonfeed.org/version/1.1/
 */
export function findHub(bytes: Uint8Array, linkHeader: string | null, url: string): Hub | null {
  const start = new TextDecoder().decode(bytes.subarray(0, looked))
  const links = [...linksOfHeader(linkHeader), ...linksOfJson(start), ...linksOfFeed(start)]
  const of = (rel: string) => links.find((link) => link.rel.split(/\s+/u).includes(rel))?.href
  const hub = webAddress(of('hub'), url)
  return hub === null ? null : { hub, topic: webAddress(of('self'), url) ?? url }
}

/** JSON Feed may name hubs of several kinds. It is cut off here, so that its parts are found by their names. */
function linksOfJson(start: string): { rel: string; href: string }[] {
  if (!/^\s*\{/u.test(start)) return []
  const hubs = /"hubs"\s*:\s*\[([^\]]{0,2000})/u.exec(start)?.[1] ?? ''
  const hub = hubs.split('}').find((each) => /"type"\s*:\s*"(?:websub|pubsubhubbub)"/iu.test(each))
  return [
    { rel: 'hub', href: textField(hub ?? '', 'url') },
    { rel: 'self', href: textField(start, 'feed_url') },
  ].filter(({ href }) => href !== '')
}

function textField(json: string, name: string): string {
  return (new RegExp(`"${name}"\\s*:\\s*"([^"]{1,2000})"`, 'u').exec(json)?.[1] ?? '').replaceAll('\\/', '/')
}

function linksOfFeed(start: string): { rel: string; href: string }[] {
  return [...start.replace(notOfFeed, '').matchAll(tags)].map(([tag]) => ({
    rel: attribute(tag, 'rel').toLowerCase(),
    href: attribute(tag, 'href'),
  }))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag)
  return decodeEntities(found?.slice(1).find((each) => each !== undefined) ?? '')
}

function webAddress(text: string | undefined, base: string): string | null {
  const url = text ? URL.parse(text, base) : null
  return url && /^https?:$/u.test(url.protocol) ? url.href : null
}
