/** Tells a feed's items apart where their own identifiers do not, for feed.ts. */
import type { FeedItem } from './entry.ts'

/**
 * Gives items that share an identifier (the site's address, `N/A`) but are not the same item others to be known by:
 * their addresses, or their titles where the addresses are shared too, or their dates where all but these and the text
 * is shared. Otherwise all but one of them would be lost.
 */
export function tellApart(items: readonly FeedItem[]): void {
  const seen = new Set(items.map(({ id }) => id))
  if (seen.size === items.length) return
  for (const group of Map.groupBy(items, ({ id }) => id).values()) {
    const urls = new Set(group.map(({ url }) => url))
    const titles = new Set(group.map(({ title }) => title))
    if (urls.size === 1 && titles.size === 1) {
      if (areIssues(group)) for (const item of group) item.id = `${item.id}|${item.title}|${dayOf(item)}`
      continue
    }
    for (const item of group)
      item.id = urls.size > 1 && item.url !== null ? item.url : `${item.id}|${item.title}`
  }
}

/** A list made of several lists may bring one item twice; issues of a report differ in both day and text. */
function areIssues(items: readonly FeedItem[]): boolean {
  return (
    items.every(({ publishedAt }) => publishedAt !== null) &&
    [dayOf, ({ contentHtml }: FeedItem) => contentHtml].every(
      (read) => new Set(items.map(read)).size === items.length,
    )
  )
}

const dayOf = ({ publishedAt }: FeedItem) => publishedAt?.toISOString().slice(0, 10)
