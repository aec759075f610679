/** Stage 1: fetches one source if it changed, stores what it brings, and decides when to look again. */
import { PermanentError, RetryLater, UserError } from '../core/errors.ts'
import { longestGapMs, nextGap, publishingGap, shortestGapMs, spreadGap } from '../core/rhythm.ts'
import type { Source } from '../db/database.ts'
import { findSource, moveSource, recordPoll, recordPollFailure } from '../db/sources.ts'
import type { Pipeline } from './context.ts'
import { ingest } from './ingest.ts'
import { itemOfPage, type Reading, readUrl, type SourceItem } from './read.ts'

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
    const publishedAt = items.flatMap(({ item }) => item.publishedAt ?? []).filter((at) => at <= now)
    const seen = {
      publishedAt,
      found: stored.inserted.length,
      gapMs: source.poll_gap_ms,
      isFirst: source.polled_at === null,
      askedMs: askedMs(reading, now),
    }
    const gap = nextGap(seen, now)
    const unchanged = reading.kind === 'unchanged'
    await recordPoll(
      trx,
      id,
      {
        title: 'title' in reading ? reading.title : '',
        siteUrl: 'siteUrl' in reading ? reading.siteUrl : null,
        language: source.language ?? items[0]?.item.language ?? null,
        etag: unchanged ? (reading.headers.etag ?? source.etag) : reading.headers.etag,
        lastModified: unchanged
          ? (reading.headers.lastModified ?? source.last_modified)
          : reading.headers.lastModified,
        pollGapMs: gap,
        nextPollAt: new Date(now.getTime() + spreadGap(gap, id)),
        rhythmMs: publishingGap(publishedAt),
        lastItemAt: publishedAt.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null,
        isWell: stored.inserted.length > 0,
      },
      now,
    )
    return { inserted: stored.inserted.length, changed: stored.changed.length }
  })
}

/** What the feed and the server ask for, in milliseconds; the longer counts. */
function askedMs(reading: Reading, now: Date): number {
  const { cacheControl, expires } = reading.headers
  const maxAge = Number(/max-age=(\d+)/u.exec(cacheControl ?? '')?.[1] ?? 0) * 1000
  // https://www.rfc-editor.org/rfc/rfc9111#section-5.3: max-age goes before Expires.
  const until = maxAge > 0 || expires === null ? 0 : Date.parse(expires) - now.getTime()
  return Math.max(maxAge, Number.isFinite(until) ? until : 0, 'paceMs' in reading ? reading.paceMs : 0)
}

async function recordFailure(pipeline: Pipeline, source: Source, error: unknown): Promise<void> {
  const now = pipeline.now()
  const backOff = Math.min(longestGapMs, source.poll_gap_ms * 2 ** Math.min(6, source.failures))
  if (error instanceof RetryLater) {
    await recordPollFailure(
      pipeline.db,
      source.id,
      {
        error: 'askedToWait',
        nextPollAt: new Date(now.getTime() + Math.max(error.delayMs, shortestGapMs)),
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
