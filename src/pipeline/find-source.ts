/** Finds what can be followed behind an address: the feed or post itself, or the feeds that a site offers. */
import { UserError } from '../core/errors.ts'
import type { Source } from '../db/database.ts'
import { upsertSource } from '../db/sources.ts'
import { candidateFeeds, discoverFeeds } from '../sources/discover.ts'
import type { Pipeline } from './context.ts'
import { storeReadings } from './poll.ts'
import { type Reading, readUrl, type SourceItem } from './read.ts'

export interface Found {
  /** Stored, with what it brings now. */
  source: Source
  /** Titles it would bring, newest first. */
  titles: string[]
  /** Articles of the last seven days. */
  lastWeek: number
  inserted: number
  /** Other feeds of the same site, best first. */
  others: string[]
}

/** Feeds tried when a site names none. */
const mostCandidates = 6

interface Hit {
  reading: Reading & { kind: 'feed' | 'markdown' }
  items: SourceItem[]
  others: string[]
}

/**
 * Reads `url`, stores the source it stands for and its articles. Nothing is stored where nothing can be followed:
 * throws UserError 'notAFeed', or what kept the address from being read.
 */
export async function findSource(pipeline: Pipeline, url: string, shared: boolean): Promise<Found> {
  const hit = await hitOf(pipeline, await readUrl(pipeline, url))
  const { reading, items, others } = hit
  const source = await upsertSource(
    pipeline.db,
    {
      url: reading.movedTo ?? reading.url,
      kind: reading.kind,
      title: 'title' in reading ? reading.title : (items[0]?.item.title ?? ''),
      siteUrl: reading.url === url ? null : url,
      language: items[0]?.item.language ?? null,
      catalogueTopic: null,
      shared,
    },
    pipeline.now(),
    pipeline.settings.pollGapMs,
  )
  const stored = await storeReadings(pipeline, [{ source, reading: { ...reading, movedTo: null }, items }])
  const weekAgo = pipeline.now().getTime() - 7 * 86_400_000
  return {
    source,
    titles: items.slice(0, 3).map(({ item }) => item.title),
    lastWeek: items.filter(({ item }) => item.publishedAt && item.publishedAt.getTime() > weekAgo).length,
    inserted: stored.inserted,
    others,
  }
}

async function hitOf(pipeline: Pipeline, reading: Reading): Promise<Hit> {
  if (reading.kind === 'unchanged') throw new UserError('notAFeed', { url: reading.url })
  if (reading.kind !== 'page') {
    // The beginning of a feed and nothing in it: the address is broken, not quiet.
    if (reading.title === '' && reading.items.length === 0)
      throw new UserError('notAFeed', { url: reading.url })
    return { reading, items: reading.items, others: [] }
  }
  const offered = discoverFeeds(reading.html, reading.url, instances(pipeline))
  const tried = offered.length > 0 ? offered : candidateFeeds(reading.url).slice(0, mostCandidates)
  for (const [index, candidate] of tried.entries()) {
    const feed = await readUrl(pipeline, candidate).catch(() => null)
    if (feed?.kind === 'feed') return { reading: feed, items: feed.items, others: offered.slice(index + 1) }
  }
  throw new UserError('notAFeed', { url: reading.url })
}

function instances(pipeline: Pipeline): { rsshubUrl?: string; weweRssUrl?: string } {
  const { rsshubUrl, weweRssUrl } = pipeline.settings
  return {
    ...(rsshubUrl === undefined ? {} : { rsshubUrl }),
    ...(weweRssUrl === undefined ? {} : { weweRssUrl }),
  }
}
