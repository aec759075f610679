/** Feeds of the sample site that are well for a day and then are not: one ends, one goes elsewhere on its site. */
import { feedTypes, writeFeed } from './feeds.ts'
import { renderSection } from './pages.ts'
import { type Published, type SiteFeed, siteFeeds } from './publications.ts'

/** So long after the site's first hour they can be followed. */
export const leavingMs = 86_400_000

const written = siteFeeds.find(({ sitePath }) => sitePath === '/harbour/world')!
const closing: SiteFeed = {
  ...written,
  name: 'The Closing Page',
  title: 'The Closing Page',
  path: '/closing/feed.xml',
  sitePath: '/closing',
}
const wandering: SiteFeed = {
  ...written,
  name: 'The Wanderer',
  title: 'The Wanderer',
  path: '/wandering/feed.xml',
  sitePath: '/wandering',
}
const arrived: SiteFeed = { ...wandering, path: '/wandering/new.xml' }

export interface LeavingAnswer {
  type: string
  body: string
  status?: number
}

/** Returns what stands at `path` before or after they have left, null where it is none of theirs. */
export function answerLeaving(
  path: string,
  out: readonly Published[],
  { url, left }: { url: string; left: boolean },
): LeavingAnswer | null {
  const posts = out.filter(({ sitePath }) => sitePath === written.sitePath)
  const feed = (each: SiteFeed) => ({ type: feedTypes[each.format], body: writeFeed(each, posts, url) })
  const page = (each: SiteFeed) => ({ type: 'text/html; charset=utf-8', body: renderSection([each], posts) })
  if (path === closing.path) return left ? { type: 'text/plain', body: 'Gone', status: 410 } : feed(closing)
  if (path === wandering.path)
    return left ? { type: 'text/plain', body: 'Not here', status: 404 } : feed(wandering)
  if (path === arrived.path && left) return feed(arrived)
  if (path === closing.sitePath)
    return left
      ? {
          type: 'text/html; charset=utf-8',
          body: '<!doctype html><title>The Closing Page</title><p>We thank our readers.</p>',
        }
      : page(closing)
  return path === wandering.sitePath ? page(left ? arrived : wandering) : null
}
