/** Builds the pipeline's handles from the settings; main.ts and the one-off commands share it. */
import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Enqueue } from './core/jobs.ts'
import { noTelemetry, type Telemetry } from './core/telemetry.ts'
import type { Db, Tables } from './db/database.ts'
import type { Model } from './llm/model.ts'
import { createGate } from './llm/gate.ts'
import type { Log } from './log.ts'
import { measureModel } from './telemetry.ts'
import type { Pipeline } from './pipeline/context.ts'
import type { Reader } from './pipeline/read.ts'
import { createPace } from './pipeline/pace.ts'
import { withPlaces } from './pipeline/page-places.ts'
import { createInterestJudges } from './pipeline/interests.ts'
import { createStoryTracker } from './pipeline/story-tracker.ts'
import { createTopicModels } from './pipeline/topic-models.ts'
import { createFetcher } from './sources/fetch.ts'
import { createPoliteness } from './sources/politeness.ts'

/** Whether the settings name a model: a key or a server is set. */
export const hasModel = (config: Config): boolean =>
  config.OPENAI_API_KEY !== undefined || config.OPENAI_BASE_URL !== undefined

/** The model that the settings name, or null for none. */
export async function modelOf(config: Config): Promise<Model | null> {
  if (!hasModel(config)) return null
  const { createModel } = await import('./llm/client.ts')
  return createModel({
    model: config.OPENAI_MODEL,
    ...(config.OPENAI_API_KEY === undefined ? {} : { apiKey: config.OPENAI_API_KEY }),
    ...(config.OPENAI_BASE_URL === undefined ? {} : { baseUrl: config.OPENAI_BASE_URL }),
    concurrency: config.LLM_CONCURRENCY,
    perMinute: config.LLM_PER_MINUTE,
  })
}

/** What reading addresses needs, without a database. `spacingMs`: between two requests to one host. */
export function createReader(config: Config, now: () => Date, spacingMs?: number): Reader {
  return {
    fetcher: createFetcher({
      allow: config.FETCH_ALLOW,
      ...(config.PROXY_URL === undefined ? {} : { proxyUrl: config.PROXY_URL }),
    }),
    politeness: createPoliteness({
      clock: {
        now: () => performance.now(),
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      ...(spacingMs === undefined ? {} : { spacingMs }),
    }),
    settings: { siteTimeZone: config.SITE_TIME_ZONE },
    now,
  }
}

/** The same with no more than `most` requests under way: polls come by the thousand, and may not crowd out what is waited for. */
function withRoom(reader: Reader, most: number): Reader {
  const gate = createGate(most)
  const { fetcher } = reader
  return { ...reader, fetcher: { ...fetcher, get: (url, options) => gate(() => fetcher.get(url, options)) } }
}

/** About what Telegram lets one chat be sent. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const usualDraftGapMs = 1000

/** Makes the handles; nothing is opened or sent before a stage uses them. */
export async function createPipeline(needs: {
  config: Config
  db: Kysely<Tables>
  clock: Clock
  log: Log
  enqueue: Enqueue<Db>
  telemetry?: Telemetry
  spacingMs?: number
  showDraft?: Pipeline['showDraft']
  draftGapMs?: number
}): Promise<Pipeline> {
  const { config, db, clock, log, enqueue, telemetry = noTelemetry } = needs
  const model = await modelOf(config)
  const reader = createReader(config, clock.now, needs.spacingMs)
  return {
    db,
    enqueue,
    showDraft: needs.showDraft ?? null,
    draftGapMs: needs.draftGapMs ?? usualDraftGapMs,
    log,
    telemetry,
    ...reader,
    polls: withRoom(reader, config.POLL_CONCURRENCY),
    pages: withPlaces(reader, { db, now: clock.now }, (error) =>
      log.warn({ err: error }, 'a place at a host could not be given back'),
    ),
    model: model && measureModel(model, telemetry, config.LLM_PRICES),
    topics: createTopicModels(db),
    interests: createInterestJudges(db),
    stories: createStoryTracker(),
    judged: new Set(),
    pace: createPace(),
    settings: {
      pollGapMs: config.POLL_MINUTES * 60_000,
      siteTimeZone: config.SITE_TIME_ZONE,
      dailyTokens: config.LLM_DAILY_TOKENS,
      readerDailyTokens: config.LLM_READER_DAILY_TOKENS,
      retainMs: config.RETAIN_DAYS * 86_400_000,
      ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
      adminIds: config.ADMIN_IDS,
      guessSites: config.GUESS_SITES,
      ...(config.RSSHUB_URL === undefined ? {} : { rsshubUrl: config.RSSHUB_URL }),
      ...(config.WEWE_RSS_URL === undefined ? {} : { weweRssUrl: config.WEWE_RSS_URL }),
    },
  }
}
