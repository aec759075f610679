/** What every stage takes as its first argument: the handles main.ts made, and the settings that matter here. */
import type { Kysely } from 'kysely'
import type { Draft, DraftFate } from '../core/draft.ts'
import type { Enqueue } from '../core/jobs.ts'
import type { Telemetry } from '../core/telemetry.ts'
import type { Db, Tables } from '../db/database.ts'
import type { Model } from '../llm/model.ts'
import type { Log } from '../log.ts'
import type { Fetcher } from '../sources/fetch.ts'
import type { Politeness } from '../sources/politeness.ts'
import type { InterestJudges } from './interests.ts'
import type { Pace } from './pace.ts'
import type { Reader } from './read.ts'
import type { StoryTracker } from './story-tracker.ts'
import type { TopicModels } from './topic-models.ts'

export interface PipelineSettings {
  pollGapMs: number
  siteTimeZone: string
  /** Tokens a day for the installation and for one reader. */
  dailyTokens: number
  readerDailyTokens: number
  retainMs: number
  /** Where hubs reach us, without a slash at the end; absent where nobody can. */
  publicUrl?: string
  /** Telegram user ids of the operators. */
  adminIds: readonly number[]
  rsshubUrl?: string
  weweRssUrl?: string
  /** Whether a name that no source goes by is looked for on the net. */
  guessSites: boolean
}

export interface Pipeline {
  db: Kysely<Tables>
  fetcher: Fetcher
  politeness: Politeness
  /** Reads for polls, which have their own share of the requests under way. */
  polls: Reader
  /** Reads pages for their full text, few of a host at once over all workers. */
  pages: Reader
  /** null: no key and no server; summaries are extractive. */
  model: Model | null
  topics: TopicModels
  interests: InterestJudges
  stories: StoryTracker
  /** Pairs of articles that the model judged in this process, as 'id-id': none is paid for twice. */
  judged: Set<string>
  pace: Pace
  enqueue: Enqueue<Db>
  /** Shows an answer in the making; null where this process does not speak to Telegram. */
  showDraft: ((draft: Draft) => Promise<DraftFate>) | null
  /** Milliseconds between two drafts of one answer. */
  draftGapMs: number
  now: () => Date
  log: Log
  telemetry: Telemetry
  settings: PipelineSettings
}
