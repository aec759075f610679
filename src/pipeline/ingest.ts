/** Stage 2: stores a source's items, each article once, and asks for the enrichment of what is new or changed. */
import { hash } from 'node:crypto'
import type { Item } from '../core/article.ts'
import { chunk } from '../core/chunk.ts'
import { isNextIssue } from '../core/edit.ts'
import { gatheredAt } from '../core/schedule-move.ts'
import type { Db } from '../db/database.ts'
import { wakeInstant } from '../db/schedules.ts'
import { partOf } from '../db/known-articles.ts'
import { type IncomingArticle, type Stored, storeArticles } from '../db/store-articles.ts'
import { canonicalUrl } from '../sources/url.ts'
import type { Pipeline } from './context.ts'
import type { SourceItem } from './read.ts'

/** Longest text kept of one article, in UTF-16 units: ten times a very long read. */
const longestText = 400_000
/** Articles in one enrichment job: they become one segment of the search index, and the larger the fewer bytes for each. */
const enrichBatch = 250

/** SHA-256 of title and text, in hex: two articles with it say the same words. */
export function contentHash(item: Pick<Item, 'title' | 'text'>): string {
  return hash('sha256', `${item.title}\n${item.text}`)
}

/** The stored form of an item; without an address its words or its name in the source identify it. */
function incomingArticle({ item, guid }: SourceItem, sourceId: number | null): IncomingArticle {
  const url = item.url === null ? null : canonicalUrl(item.url)
  const text = item.text.slice(0, longestText)
  const wordsHash = contentHash({ title: item.title, text })
  return {
    guid: url ?? (sourceId === null ? `urn:sha256:${wordsHash}` : `urn:source:${sourceId}:${guid}`),
    sourceGuid: guid,
    url,
    title: item.title,
    author: item.author,
    originalAuthor: item.originalAuthor,
    originalUrl: item.originalUrl,
    publishedAt: item.publishedAt,
    text,
    contentHash: wordsHash,
  }
}

/** The stored forms of what one source lists; items of one address that are not one article get an identity each. */
function incomingArticles(items: readonly SourceItem[], sourceId: number): IncomingArticle[] {
  const articles = items.map((each) => incomingArticle(each, sourceId))
  const ofGuid = Map.groupBy(articles.keys(), (at) => articles[at]!.guid)
  if (ofGuid.size === articles.length) return articles
  for (const [guid, group] of ofGuid) {
    const first = firstOfEach(group.map((at) => articles[at]!))
    if (new Set(first).size === 1) continue
    for (const [index, at] of group.entries())
      articles[at] = {
        ...articles[at]!,
        guid: partOf(guid, first[index]!),
        url: placeOf(items[at]!.item.url),
      }
  }
  return articles
}

/** For each of some articles the first of them that is the same: one that has its title, and is no earlier issue. */
function firstOfEach(group: readonly IncomingArticle[]): IncomingArticle[] {
  const latest = new Map<string, IncomingArticle>()
  return group.map((article) => {
    const known = latest.get(article.title)
    const first = known && !isNextIssue(known, article) ? known : article
    latest.set(article.title, first)
    return first
  })
}

/** The canonical address, with the place on the page. */
function placeOf(url: string | null): string | null {
  return url === null ? null : canonicalUrl(url).replace(/#.*$/u, '') + (URL.parse(url)?.hash ?? '')
}

/** Stores the items of sources and enqueues their enrichment, in a transaction of the caller's; one result each. */
export async function ingest(
  pipeline: Pipeline,
  trx: Db,
  incoming: readonly { sourceId: number; items: readonly SourceItem[] }[],
): Promise<Stored[]> {
  const now = pipeline.now()
  const stored = await storeArticles(
    trx,
    incoming.map(({ sourceId, items }) => ({
      sourceId,
      items: incomingArticles(items, sourceId),
    })),
    now,
  )
  await enqueueEnrichment(
    pipeline,
    trx,
    stored.flatMap(({ inserted, changed }) => [...inserted, ...changed]),
  )
  // What is new wakes "as it happens" once it is ready; what others had brought is ready, and new to this source's followers.
  const joined = stored.flatMap((each) => each.joined)
  if (joined.length > 0) await wakeInstant(trx, joined, gatheredAt(now))
  return stored
}

/** Divides article ids into enrichment jobs. */
export async function enqueueEnrichment(
  pipeline: Pick<Pipeline, 'enqueue'>,
  trx: Db | null,
  ids: readonly number[],
): Promise<void> {
  await pipeline.enqueue(
    trx,
    'enrich',
    chunk(ids, enrichBatch).map((articleIds) => ({ articleIds })),
  )
}
