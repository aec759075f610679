/** Stage 1: fetches sources that changed, stores what they bring, and decides when to look again. */
import { UserError } from '../core/errors.ts'
import { afterQuiet, longestGapMs, nextGap, publishingGap, spreadGap } from '../core/rhythm.ts'
import type { Db, Source } from '../db/database.ts'
import { moveSource } from '../db/move-source.ts'
import { listSources, type PollOutcome, recordPolls } from '../db/sources.ts'
import { listActiveHubs } from '../db/hubs.ts'
import type { GetOptions } from '../sources/fetch.ts'
import type { Pipeline } from './context.ts'
import { offerHub } from './hubs.ts'
import { ingest } from './ingest.ts'
import { itemOfPage, type Reading, readUrl, type SourceItem } from './read.ts'
import { recordFailure } from './poll-failure.ts'
import { inWaves } from './waves.ts'

/** Sources stored in one statement: more would only hold more texts at once. */
const mostStored = 10

/** Few answer with more: what a hundred feeds of 10 MB hold at once is more than a small machine has. */
const usualBytes = 1_000_000

/** What a source answered, or what kept it from answering. */
type Answer = { source: Source; reading: Reading; items: SourceItem[] } | { source: Source; error: unknown }

export interface PollCounts {
  sources: number
  failed: number
  inserted: number
  changed: number
}

/**
 * Polls sources once, side by side, and stores in batches what they bring; large ones follow one by one. What a far
 * side does wrong is recorded on its source; our own faults are thrown after the others are stored.
 */
export async function poll(pipeline: Pipeline, sourceIds: readonly number[]): Promise<PollCounts> {
  const { large, ...counts } = await pollUsual(pipeline, sourceIds)
  for (const id of large) addCounts(counts, await pollLarge(pipeline, id))
  return counts
}

/** Adds to `total` what another poll counted. */
export function addCounts(total: PollCounts, more: PollCounts): void {
  for (const each of ['sources', 'failed', 'inserted', 'changed'] as const) total[each] += more[each]
}

/** The same of a source that is large. */
export async function pollLarge(pipeline: Pipeline, sourceId: number): Promise<PollCounts> {
  const { large: _, ...counts } = await pollWithin(pipeline, [sourceId], {})
  return counts
}

/** The same of those that are not large; the ids of the others, which are left as they were, come back. */
export const pollUsual = (
  pipeline: Pipeline,
  sourceIds: readonly number[],
): Promise<PollCounts & { large: number[] }> => pollWithin(pipeline, sourceIds, { maxBytes: usualBytes })

async function pollWithin(
  pipeline: Pipeline,
  sourceIds: readonly number[],
  limits: Pick<GetOptions, 'maxBytes'>,
): Promise<PollCounts & { large: number[] }> {
  const sources = (await listSources(pipeline.db, sourceIds)).filter(({ state }) => state === 'active')
  const large: number[] = []
  const counts = { sources: sources.length, failed: 0, inserted: 0, changed: 0 }
  const faults: unknown[] = []
  const store = async (readings: readonly SourceReading[]) => {
    const stored = await storeWave(pipeline, readings).catch((fault: unknown) => void faults.push(fault))
    counts.inserted += stored?.inserted ?? 0
    counts.changed += stored?.changed ?? 0
  }
  // They hold no texts, and one statement serves all of them.
  const unchanged: SourceReading[] = []
  for await (const wave of inWaves(
    sources.map((source) => () => readSource(pipeline, source, limits)),
    mostStored,
  )) {
    const changed: SourceReading[] = []
    for (const answer of wave)
      if ('reading' in answer) (answer.reading.kind === 'unchanged' ? unchanged : changed).push(answer)
      else if (limits.maxBytes !== undefined && isTooLarge(answer.error)) large.push(answer.source.id)
      else {
        counts.failed += 1
        await recordFailure(pipeline, answer.source, answer.error).catch((fault: unknown) =>
          faults.push(fault),
        )
      }
    if (changed.length > 0) await pipeline.pace.during('read', () => store(changed))
  }
  await store(unchanged)
  if (faults.length > 0) throw faults[0]
  return { ...counts, sources: counts.sources - large.length, large }
}

const isTooLarge = (error: unknown) => error instanceof UserError && error.key === 'tooLarge'

async function readSource(pipeline: Pipeline, source: Source, limits: GetOptions): Promise<Answer> {
  try {
    const known = { etag: source.etag, lastModified: source.last_modified }
    const reading = await readUrl(pipeline.polls, source.url, { ...limits, ...known })
    if (reading.kind !== 'unchanged') pipeline.pace.busy('read')
    return { source, reading, items: itemsOf(source, reading, pipeline.now()) }
  } catch (error) {
    return { source, error }
  }
}

function itemsOf(source: Source, reading: Reading, now: Date): SourceItem[] {
  if (reading.kind === 'unchanged') return []
  // A feed's address that shows a page is an error page or a domain for sale, never an article.
  if (source.kind === 'feed' && reading.kind !== 'feed') throw new UserError('notAFeed', { url: reading.url })
  if (reading.kind !== 'page') return reading.items
  return [{ item: itemOfPage(reading.html, reading.url, now), guid: reading.url }]
}

/** Stores together what came together; where that fails, one by one, so that no source keeps back the others. */
async function storeWave(pipeline: Pipeline, readings: readonly SourceReading[]): Promise<StoredCounts> {
  try {
    return await storeReadings(pipeline, readings)
  } catch (error) {
    if (readings.length < 2) throw error
    pipeline.log.info({ err: error, sources: readings.length }, 'storing sources one by one')
    const total = { inserted: 0, changed: 0 }
    for (const reading of readings) {
      const { inserted, changed } = await storeReadings(pipeline, [reading])
      total.inserted += inserted
      total.changed += changed
    }
    return total
  }
}

export interface SourceReading {
  source: Source
  reading: Reading
  items: readonly SourceItem[]
}

interface StoredCounts {
  inserted: number
  changed: number
}

/** Commits polls that worked: items, identity and the next time, in one transaction. */
export async function storeReadings(
  pipeline: Pipeline,
  readings: readonly SourceReading[],
): Promise<StoredCounts> {
  if (readings.length === 0) return { inserted: 0, changed: 0 }
  const now = pipeline.now()
  return pipeline.db.transaction().execute(async (trx) => {
    const ids: number[] = []
    for (const { source, reading } of readings)
      ids.push(reading.movedTo === null ? source.id : await moveSource(trx, source.id, reading.movedTo))
    const incoming = readings.map(({ items }, at) => ({ sourceId: ids[at]!, items }))
    const stored = await ingest(pipeline, trx, incoming)
    for (const [at, { reading }] of readings.entries())
      if ('hub' in reading && reading.hub) await offerHub(pipeline, trx, ids[at]!, reading.hub)
    const pushed = await pushedSources(pipeline, trx, ids)
    // Two sources that moved to one address are one now, and one outcome is enough for it.
    const outcomes = new Map(
      readings.map((reading, at) => [
        ids[at]!,
        outcomeOf(
          reading,
          ids[at]!,
          { found: stored[at]!.inserted.length, pushed: pushed.has(ids[at]!) },
          now,
        ),
      ]),
    )
    await recordPolls(trx, [...outcomes.values()], now)
    return {
      inserted: stored.reduce((sum, { inserted }) => sum + inserted.length, 0),
      changed: stored.reduce((sum, { changed }) => sum + changed.length, 0),
    }
  })
}

function outcomeOf(
  { source, reading, items }: SourceReading,
  id: number,
  { found, pushed }: { found: number; pushed: boolean },
  now: Date,
): PollOutcome {
  const publishedAt = items.flatMap(({ item }) => item.publishedAt ?? []).filter((at) => at <= now)
  const seen = {
    publishedAt,
    found,
    gapMs: source.poll_gap_ms,
    isFirst: source.polled_at === null,
    askedMs: askedMs(reading, now),
  }
  const gap = pushed ? longestGapMs : nextGap(seen, now)
  const { etag, lastModified } = reading.headers
  const unchanged = reading.kind === 'unchanged'
  const quietHours = unchanged ? source.quiet_hours : 'quietHours' in reading ? reading.quietHours : []
  return {
    id,
    title: 'title' in reading ? reading.title : '',
    siteUrl: 'siteUrl' in reading ? reading.siteUrl : null,
    language: source.language ?? items[0]?.item.language ?? null,
    etag: unchanged ? (etag ?? source.etag) : etag,
    lastModified: unchanged ? (lastModified ?? source.last_modified) : lastModified,
    pollGapMs: gap,
    nextPollAt: afterQuiet(new Date(now.getTime() + spreadGap(gap, id)), quietHours),
    quietHours,
    rhythmMs: publishingGap(publishedAt),
    lastItemAt: publishedAt.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null,
    isWell: found > 0,
  }
}

/** Those of `ids` whose hub pushes: asking them too is only a precaution. */
async function pushedSources(pipeline: Pipeline, trx: Db, ids: readonly number[]): Promise<Set<number>> {
  if (pipeline.settings.publicUrl === undefined) return new Set()
  const hubs = await listActiveHubs(trx, ids, pipeline.now())
  return new Set(hubs.flatMap((hub) => (hub.pushed_at === null ? [] : [hub.source_id])))
}

/** What the feed and the server ask for, in milliseconds; the longer counts. */
function askedMs(reading: Reading, now: Date): number {
  const { cacheControl, expires } = reading.headers
  const maxAge = Number(/max-age=(\d+)/u.exec(cacheControl ?? '')?.[1] ?? 0) * 1000
  // https://www.rfc-editor.org/rfc/rfc9111#section-5.3: max-age goes before Expires.
  const until = maxAge > 0 || expires === null ? 0 : Date.parse(expires) - now.getTime()
  return Math.max(maxAge, Number.isFinite(until) ? until : 0, 'paceMs' in reading ? reading.paceMs : 0)
}
