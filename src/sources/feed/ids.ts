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
  for (const [id, group] of Map.groupBy(items, (item) => item.id)) {
    const byUrl = Map.groupBy(group, ({ url }) => url)
    for (const [url, alike] of byUrl) {
      const byTitle = Map.groupBy(alike, ({ title }) => title)
      const known = byUrl.size > 1 && url !== null ? url : id
      const isKnown = byTitle.size === 1 && (byUrl.size === 1 || url !== null)
      for (const [title, same] of byTitle) {
        const isIssue = same.length > 1 && areIssues(same)
        const told = isKnown && !isIssue ? known : `${known}|${title}`
        for (const item of same) item.id = isIssue ? `${told}|${dayOf(item)}` : told
      }
    }
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
