/** What the tables of platforms share: a place on the web, and the instances that read what has no feed of its own. */

/** Instances that read what has no feed of its own; from RSSHUB_URL and WEWE_RSS_URL. */
export interface FeedBridges {
  rsshubUrl?: string | undefined
  weweRssUrl?: string | undefined
}

/** What a page's address and text tell. */
export interface Place {
  url: URL
  /** Host in lower case, without `www.` and `m.`. */
  host: string
  /** Path parts, decoded as little as they came. */
  parts: readonly string[]
  bridges: FeedBridges
  html: string
}

/** A host (or, with a leading dot, the end of one) and the feeds of a place there, best first. */
export type Platform = readonly [string, (place: Place) => readonly (string | null | undefined | false)[]]

/** Returns the address of an RSSHub route, null where no instance is named. */
export function hub({ rsshubUrl }: FeedBridges, path: string): string | null {
  return rsshubUrl ? `${rsshubUrl.replace(/\/+$/u, '')}/${path}` : null
}
