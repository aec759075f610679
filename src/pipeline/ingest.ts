/** Stage 2: stores a source's items, each article once, and asks for the enrichment of what is new or changed. */
import { createHash } from 'node:crypto'
import type { Item } from '../core/article.ts'
import { type IncomingArticle, type Stored, storeArticles } from '../db/articles.ts'
import type { Db } from '../db/database.ts'
import { canonicalUrl } from '../sources/url.ts'
import type { Pipeline } from './context.ts'
import type { SourceItem } from './read.ts'

/** Longest text kept of one article, in UTF-16 units: ten times a very long read. */
const longestText = 400_000
/** Articles in one enrichment job. */
const enrichBatch = 50

/** SHA-256 of title and text, in hex: two articles with it say the same words. */
export function contentHash(item: Pick<Item, 'title' | 'text'>): string {
  return createHash('sha256').update(`${item.title}\n${item.text}`).digest('hex')
}

/** The stored form of an item; without an address its words or its name in the source identify it. */
export function incomingArticle({ item, guid }: SourceItem, sourceId: number | null): IncomingArticle {
  const url = item.url === null ? null : canonicalUrl(item.url)
  const text = item.text.slice(0, longestText)
  const hash = contentHash({ title: item.title, text })
  return {
    guid: url ?? (sourceId === null ? `urn:sha256:${hash}` : `urn:source:${sourceId}:${guid}`),
    sourceGuid: guid,
    url,
    title: item.title,
    author: item.author,
    originalAuthor: item.originalAuthor,
    originalUrl: item.originalUrl,
    publishedAt: item.publishedAt,
    language: item.language,
    text,
    contentHash: hash,
  }
}

/** Stores items and enqueues their enrichment in one transaction of the caller's. */
export async function ingest(
  pipeline: Pipeline,
  trx: Db,
  sourceId: number,
  items: readonly SourceItem[],
): Promise<Stored> {
  const stored = await storeArticles(
    trx,
    sourceId,
    items.map((item) => incomingArticle(item, sourceId)),
    pipeline.now(),
  )
  await enqueueEnrichment(pipeline, trx, [...stored.inserted, ...stored.changed])
  return stored
}

/** Divides article ids into enrichment jobs. */
export async function enqueueEnrichment(
  pipeline: Pick<Pipeline, 'enqueue'>,
  trx: Db | null,
  ids: readonly number[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += enrichBatch) {
    const articleIds = ids.slice(start, start + enrichBatch)
    await pipeline.enqueue(
      trx,
      'enrich',
      { articleIds },
      { key: `${articleIds[0]}-${articleIds.at(-1)}-${articleIds.length}` },
    )
  }
}
