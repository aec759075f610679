/** Fetches one address and says what it is: a feed, a Markdown post or a page; used by poll, add-source and read-link. */
import type { Item } from '../core/article.ts'
import { UserError } from '../core/errors.ts'
import { readChannel } from '../sources/channel.ts'
import { decodeText } from '../sources/charset.ts'
import { detectKind, isOtherFile } from '../sources/detect.ts'
import { type Feed, parseFeed } from '../sources/feed.ts'
import type { FetchedHeaders, GetOptions } from '../sources/fetch.ts'
import { itemFromFeedEntry, itemFromPage } from '../sources/item.ts'
import { parseMarkdown } from '../sources/markdown.ts'
import { findHub, type Hub } from '../sources/hub.ts'
import { type Article, extractArticle } from '../sources/page.ts'
import { forbidsKeeping } from '../sources/robots.ts'
import type { Pipeline } from './context.ts'

/** The part of the pipeline that reading needs. */
export type Reader = Pick<Pipeline, 'fetcher' | 'politeness' | 'now'> & {
  settings: Pick<Pipeline['settings'], 'siteTimeZone'>
}

/** An item with the name its source gives it. */
export interface SourceItem {
  item: Item
  guid: string
}

export type Reading =
  | { kind: 'unchanged'; url: string; movedTo: string | null; headers: FetchedHeaders }
  | {
      kind: 'feed' | 'markdown'
      url: string
      movedTo: string | null
      headers: FetchedHeaders
      title: string
      /** Address of the site behind a feed. */
      siteUrl: string | null
      /** Milliseconds between updates as a feed states them; 0 where it does not. */
      paceMs: number
      /** Hours of the week in which it asks not to be read. */
      quietHours: number[]
      /** Where it can be asked to push. */
      hub: Hub | null
      items: SourceItem[]
    }
  | { kind: 'page'; url: string; movedTo: string | null; headers: FetchedHeaders; html: string }

/** What bytes turned out to be. */
export type ReadBytes =
  | Pick<
      Extract<Reading, { kind: 'feed' | 'markdown' }>,
      'kind' | 'title' | 'siteUrl' | 'paceMs' | 'quietHours' | 'items'
    >
  | { kind: 'page'; html: string }

/** Reads bytes, which came `now`, as what they are. Throws UserError 'notAFeed' on a broken feed, 'notText' on what holds no text. */
export function readBytes(
  bytes: Uint8Array,
  given: { contentType: string | null; url: string; timeZone: string; now?: Date },
): ReadBytes {
  const { contentType, url, timeZone, now } = given
  if (isOtherFile(bytes, contentType)) throw new UserError('notText', { url })
  const kind = detectKind(bytes, contentType ?? undefined, url)
  if (kind === 'feed')
    return asFeed(
      parseFeed(bytes, { url, ...(contentType === null ? {} : { contentType }), ...(now ? { now } : {}) }),
    )
  const text = decodeText(bytes, contentType ?? undefined)
  const channel = kind === 'page' ? readChannel(text, url) : null
  if (channel) return asFeed(channel)
  if (kind === 'markdown') {
    const item = parseMarkdown(text, { url, timeZone })
    return { kind, title: item.title, siteUrl: null, paceMs: 0, quietHours: [], items: [{ item, guid: url }] }
  }
  if (kind === 'opml') throw new UserError('notAFeed', { url })
  return { kind: 'page', html: text }
}

function asFeed(feed: Feed): ReadBytes {
  const items = feed.items.map((entry) => {
    const item = itemFromFeedEntry(entry)
    return { item, guid: entry.id ?? item.url ?? item.title }
  })
  return {
    kind: 'feed',
    title: feed.title,
    siteUrl: feed.url,
    paceMs: feed.paceMs,
    quietHours: feed.quietHours,
    items: items.filter(({ item }) => item.title !== '' || item.text !== ''),
  }
}

/** Fetches and reads `url`, politely. Throws what the fetcher and readBytes throw. */
export async function readUrl(pipeline: Reader, url: string, options: GetOptions = {}): Promise<Reading> {
  const fetched = await pipeline.politeness.run(url, () => pipeline.fetcher.get(url, options))
  const where = { url: fetched.url, movedTo: fetched.redirectedPermanently, headers: fetched.headers }
  if (fetched.notModified) return { kind: 'unchanged', ...where }
  const { contentType } = fetched.headers
  const read = readBytes(fetched.bytes, {
    contentType,
    url: fetched.url,
    timeZone: pipeline.settings.siteTimeZone,
    now: pipeline.now(),
  })
  if (read.kind === 'page') return { ...where, ...read }
  return { ...where, ...read, hub: findHub(fetched.bytes, fetched.headers.link, fetched.url) }
}

/** What `url` itself says, as one item. Throws UserError 'emptyArticle', 'guarded' or 'paywalled' where nothing can be read. */
export async function readArticle(pipeline: Reader, url: string): Promise<Item> {
  const reading = await readUrl(pipeline, url)
  if (reading.kind === 'unchanged') throw new UserError('emptyArticle', { url })
  if (reading.kind === 'page') return itemOfPage(reading.html, reading.url, pipeline.now())
  const first = reading.items[0]
  if (!first || first.item.text === '') throw new UserError('emptyArticle', { url })
  return first.item
}

/** Dozens are under way at once, and the longest articles have half of it. */
const mostPageBytes = 3_000_000

/**
 * The whole text of an article whose feed carries a part, to be kept. Throws UserError as readArticle does, also where
 * the page asks robots not to keep it.
 */
export async function readFullText(pipeline: Reader, url: string): Promise<Item> {
  const reading = await readUrl(pipeline, url, { maxBytes: mostPageBytes })
  if (reading.kind !== 'page' || forbidsKeeping(reading.html, reading.headers.robots))
    throw new UserError('emptyArticle', { url })
  return itemOfPage(reading.html, reading.url, pipeline.now())
}

/** The article of a page that came `now`. Throws UserError 'paywalled' or 'guarded' for a page that stands in its way, 'emptyArticle' for none. */
export function itemOfPage(html: string, url: string, now?: Date): Item {
  return itemOf(extractArticle(html, url, now), url)
}

/** The same of what was extracted. */
export function itemOf(article: Article, url: string): Item {
  const { obstacle } = article
  if (obstacle)
    throw new UserError(obstacle === 'paywall' || obstacle === 'login' ? 'paywalled' : 'guarded', { url })
  const item = itemFromPage(article, url)
  if (item.text === '') throw new UserError('emptyArticle', { url })
  return item
}
