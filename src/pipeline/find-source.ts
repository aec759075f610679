/** Finds what can be followed behind an address: the feed or post itself, or the feeds that a site offers. */
import { UserError } from '../core/errors.ts'
import type { Source } from '../db/database.ts'
import { upsertSource } from '../db/sources.ts'
import { candidateFeeds, discoverFeeds, headerFeeds } from '../sources/discover.ts'
import { needsBridge, platformFeeds } from '../sources/platforms.ts'
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
}

/** Feeds of one site that a reader chooses among. */
export const mostChoices = 5
/** Feeds tried when a site names none that works. */
const mostCandidates = 6

/** One thing behind an address that could be followed, read and not stored. */
export interface Hit {
  reading: Reading & { kind: 'feed' | 'markdown' }
  items: SourceItem[]
}

/**
 * Reads `url`, stores the best source it stands for and its articles. Nothing is stored where nothing can be followed:
 * throws as findHits does.
 */
export async function storeBestSource(pipeline: Pipeline, url: string, shared: boolean): Promise<Found> {
  const [hit] = await findHits(pipeline, url)
  return storeHit(pipeline, url, hit, shared)
}

/** Stores what was found behind `url`, and its articles. */
export async function storeHit(
  pipeline: Pipeline,
  url: string,
  { reading, items }: Hit,
  shared: boolean,
): Promise<Found> {
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
  }
}

/**
 * What can be followed behind `url`, best first: the feed or post itself, or the feeds of a site that can be read and
 * bring different articles. Platforms whose pages turn programs away, or send them elsewhere, are known by the address.
 * Throws UserError 'notAFeed', 'noFeedThere' for a platform without feeds, or what kept the address from being read.
 */
export async function findHits(pipeline: Pipeline, url: string): Promise<[Hit, ...Hit[]]> {
  const bridges = instances(pipeline)
  const known = platformFeeds(url, '', bridges)
  const reading = await readUrl(pipeline, url).catch((error: unknown) => ({ kind: 'failed', error }) as const)
  if (reading.kind === 'feed' || reading.kind === 'markdown') {
    // The beginning of a feed and nothing in it: the address is broken, not quiet.
    if (reading.title === '' && reading.items.length === 0) throw new UserError('notAFeed', { url })
    return [{ reading, items: reading.items }]
  }
  const page = reading.kind === 'page' ? reading : null
  const moved = page !== null && URL.parse(page.url)?.host !== URL.parse(url)?.host
  const announced =
    page === null
      ? []
      : [...headerFeeds(page.headers.link, page.url), ...discoverFeeds(page.html, page.url, bridges)]
  const offered = [...new Set(moved ? [...known, ...announced] : [...announced, ...known])].slice(
    0,
    mostChoices,
  )
  const closed = offered.length === 0 && needsBridge(url, page?.html, bridges)
  const guesses = page === null || closed ? [] : candidateFeeds(page.url).slice(0, mostCandidates)
  const { hits, pages } = await readAll(pipeline, offered)
  const working = hits.length > 0 ? hits : await readListed(pipeline, pages[0])
  const [first, ...others] = working.length > 0 ? working : await readOffered(pipeline, guesses, 1)
  if (first) return [first, ...others]
  const failure = reading.kind === 'failed' ? reading.error : null
  // Who asks to wait, or does not answer, has not said that there is nothing.
  const refused = failure === null || (failure instanceof UserError && failure.key === 'httpStatus')
  if (closed && refused) throw new UserError('noFeedThere', { host: URL.parse(url)?.hostname ?? url })
  throw failure ?? new UserError('notAFeed', { url })
}

/** The first `most` of these addresses that are feeds, each with articles of its own. */
export async function readOffered(
  pipeline: Pipeline,
  addresses: readonly string[],
  most: number = addresses.length,
): Promise<Hit[]> {
  return (await readAll(pipeline, addresses, most)).hits
}

/** The feeds that a page lists to which a link called RSS led. */
async function readListed(pipeline: Pipeline, page: PageReading | undefined): Promise<Hit[]> {
  return page === undefined
    ? []
    : readOffered(pipeline, discoverFeeds(page.html, page.url).slice(0, mostChoices))
}

type PageReading = Extract<Reading, { kind: 'page' }>

async function readAll(
  pipeline: Pipeline,
  addresses: readonly string[],
  most: number = addresses.length,
): Promise<{ hits: Hit[]; pages: PageReading[] }> {
  const hits: Hit[] = []
  const pages: PageReading[] = []
  const seen = new Set<string>()
  for (const address of addresses) {
    const feed = await readUrl(pipeline, address).catch(() => null)
    if (feed?.kind === 'page') pages.push(feed)
    if (feed?.kind !== 'feed') continue
    // The same articles in another format are no choice.
    const articles = feed.items.map(({ item }) => item.url ?? item.title).join('\n')
    if (!seen.has(articles)) hits.push({ reading: feed, items: feed.items })
    seen.add(articles)
    if (hits.length === most) break
  }
  return { hits, pages }
}

function instances(pipeline: Pipeline): { rsshubUrl?: string; weweRssUrl?: string } {
  const { rsshubUrl, weweRssUrl } = pipeline.settings
  return {
    ...(rsshubUrl === undefined ? {} : { rsshubUrl }),
    ...(weweRssUrl === undefined ? {} : { weweRssUrl }),
  }
}
