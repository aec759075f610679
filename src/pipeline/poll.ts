/** Stage 1: fetches one source if it changed, stores what it brings, and decides when to look again. */
import { PermanentError, RetryLater, UserError } from '../core/errors.ts'
import type { Source } from '../db/database.ts'
import { findSource, moveSource, recordPoll, recordPollFailure } from '../db/sources.ts'
import type { FetchedHeaders } from '../sources/fetch.ts'
import type { Pipeline } from './context.ts'
import { ingest } from './ingest.ts'
import { itemOfPage, type Reading, readUrl, type SourceItem } from './read.ts'

const minGapMs = 5 * 60_000
const maxGapMs = 24 * 3_600_000

/** Polls a source once. What the far side does wrong is recorded on the source; only our own faults are thrown. */
export async function poll(
  pipeline: Pipeline,
  sourceId: number,
): Promise<{ inserted: number; changed: number } | null> {
  const source = await findSource(pipeline.db, sourceId)
  if (!source || source.state !== 'active') return null
  let reading: Reading
  let items: SourceItem[]
  try {
    reading = await readUrl(pipeline, source.url, { etag: source.etag, lastModified: source.last_modified })
    items = itemsOf(source, reading)
  } catch (error) {
    await recordFailure(pipeline, source, error)
    return null
  }
  return storeReading(pipeline, source, reading, items)
}

function itemsOf(source: Source, reading: Reading): SourceItem[] {
  if (reading.kind === 'unchanged') return []
  // A feed's address that shows a page is an error page or a domain for sale, never an article.
  if (source.kind === 'feed' && reading.kind !== 'feed') throw new UserError('notAFeed', { url: reading.url })
  if (reading.kind !== 'page') return reading.items
  return [{ item: itemOfPage(reading.html, reading.url), guid: reading.url }]
}

/** Commits a poll that worked: items, identity and the next time, in one transaction. */
export async function storeReading(
  pipeline: Pipeline,
  source: Source,
  reading: Reading,
  items: readonly SourceItem[],
): Promise<{ inserted: number; changed: number }> {
  const now = pipeline.now()
  return pipeline.db.transaction().execute(async (trx) => {
    const id = reading.movedTo === null ? source.id : await moveSource(trx, source.id, reading.movedTo)
    const stored = await ingest(pipeline, trx, id, items)
    const gap = nextGap(source, reading.headers, stored.inserted.length)
    const unchanged = reading.kind === 'unchanged'
    await recordPoll(
      trx,
      id,
      {
        title: 'title' in reading ? reading.title : '',
        siteUrl: null,
        language: source.language ?? items[0]?.item.language ?? null,
        etag: unchanged ? (reading.headers.etag ?? source.etag) : reading.headers.etag,
        lastModified: unchanged
          ? (reading.headers.lastModified ?? source.last_modified)
          : reading.headers.lastModified,
        pollGapMs: gap,
        nextPollAt: new Date(now.getTime() + jittered(gap, id)),
      },
      now,
    )
    return { inserted: stored.inserted.length, changed: stored.changed.length }
  })
}

/** The gap adapts: shorter after news, longer after silence, within what the server's cache header allows. */
function nextGap(source: Source, headers: FetchedHeaders, found: number): number {
  const wished =
    source.polled_at === null ? source.poll_gap_ms : source.poll_gap_ms * (found > 0 ? 0.7 : 1.25)
  const maxAge = Number(/max-age=(\d+)/u.exec(headers.cacheControl ?? '')?.[1] ?? 0) * 1000
  return Math.round(Math.min(maxGapMs, Math.max(minGapMs, Math.min(maxAge, maxGapMs), wished)))
}

/** Spreads sources with the same gap over time, by up to a tenth, always the same way for the same source. */
function jittered(gap: number, id: number): number {
  return Math.round(gap * (0.95 + ((id * 2_654_435_761) % 1000) / 10_000))
}

async function recordFailure(pipeline: Pipeline, source: Source, error: unknown): Promise<void> {
  const now = pipeline.now()
  const backOff = Math.min(maxGapMs, source.poll_gap_ms * 2 ** Math.min(6, source.failures))
  if (error instanceof RetryLater) {
    await recordPollFailure(
      pipeline.db,
      source.id,
      {
        error: 'askedToWait',
        nextPollAt: new Date(now.getTime() + Math.max(error.delayMs, minGapMs)),
        stop: false,
      },
      now,
    )
    return
  }
  if (!(error instanceof UserError) && !(error instanceof PermanentError)) throw error
  const stop = error instanceof PermanentError
  const key = error instanceof UserError ? error.key : error.reason
  pipeline.log.info(
    { source: source.id, error: key, failures: source.failures + 1 },
    'a source could not be read',
  )
  await recordPollFailure(
    pipeline.db,
    source.id,
    { error: key, nextPollAt: new Date(now.getTime() + backOff), stop },
    now,
  )
}
