/** Stage 5: the summary of an article in a language, made once by the model within its budget, or extracted without one. */
import type { Item } from '../core/article.ts'
import { RetryLater } from '../core/errors.ts'
import { extractSummary } from '../core/extract.ts'
import type { Article, Summary } from '../db/database.ts'
import {
  claimSummary,
  findSummary,
  findToldSummary,
  releaseSummary,
  renewSummaryClaim,
  saveSummary,
  type SummaryKey,
} from '../db/summaries.ts'
import type { ModelSummary } from '../llm/judge-summary.ts'
import { summariseTokens, summariseWithModel, summaryVersion } from '../llm/summarise.ts'
import type { Pipeline } from './context.ts'
import { spend } from './spend.ts'

/** How 'extract' stands in the summaries table where a model's name would. */
export const extractModel = 'extract'
const extractVersion = '1'
/** A claim is renewed while the call runs, so that a dead worker's is soon free. */
const claimMs = 20_000
/** Somebody else is making it: look again after this. */
const othersMs = 1500

/** What there is to summarise; `id` is null for an article that is not stored. */
export type Summarised = Pick<Article, 'title' | 'text' | 'content_hash' | 'language'> & { id: number | null }

export interface SummaryRequest {
  /** Language to write in; 'original' for the article's own. */
  language: string
  /** Reader who asked, whose own budget is charged too; null for digests. */
  readerId: number | null
  /** Told whoever waits: without the model rather than late. */
  hurry?: boolean
  /** Told the points so far where somebody watches; rejects with an AbortError once `signal` says so. */
  watched?: { signal: AbortSignal; onProgress: (points: readonly string[]) => void }
}

/**
 * The stored summary of `article` in `language`, made now if need be. Without a model, an answer or budget it is the
 * extract, in the article's own language. Throws RetryLater while another worker makes it.
 */
export async function ensureSummary(
  pipeline: Pipeline,
  article: Summarised,
  request: SummaryRequest,
): Promise<Summary> {
  const { db, model } = pipeline
  if (!model || article.text.trim() === '') return extractedSummary(pipeline, article)
  const version = await summaryVersion()
  const key = {
    contentHash: article.content_hash,
    language: languageOf(article, request),
    promptVersion: version,
    model: model.name,
  }
  const ready = (await findSummary(db, key)) ?? (await findToldSummary(db, key))
  if (ready) return ready
  const now = pipeline.now()
  if (!(await claimSummary(db, key, now, new Date(now.getTime() + claimMs)))) {
    const made = await findSummary(db, key)
    if (made) return made
    if (request.hurry) return extractedSummary(pipeline, article)
    throw new RetryLater('another worker is summarising this article', othersMs)
  }
  const words = await whileClaimed(pipeline, key, () => askModel(pipeline, article, request, key))
  if (words) pipeline.telemetry.count('summaries', { kind: 'model' })
  return words ? saveSummary(db, key, words, pipeline.now()) : extractedSummary(pipeline, article)
}

async function whileClaimed<Result>(
  { db, now, log }: Pipeline,
  key: SummaryKey,
  work: () => Promise<Result>,
): Promise<Result> {
  const renewal = setInterval(() => {
    renewSummaryClaim(db, key, new Date(now().getTime() + claimMs)).catch((error: unknown) =>
      log.warn({ err: error }, 'a claim could not be renewed'),
    )
  }, claimMs / 4)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
  }
}

function languageOf(article: Summarised, { language }: SummaryRequest): string {
  return language === 'original' ? article.language : language
}

/** The model's words, or null where they cannot be had; the claim is given back then. */
async function askModel(
  pipeline: Pipeline,
  article: Summarised,
  request: SummaryRequest,
  key: SummaryKey,
): Promise<ModelSummary | null> {
  const input = {
    title: article.title,
    text: article.text,
    language: languageOf(article, request),
    topics: await topicChoices(pipeline),
    ...request.watched,
  }
  const want = {
    tokens: await summariseTokens(input),
    purpose: 'summarise' as const,
    readerId: request.readerId,
    articleId: article.id,
  }
  let words: ModelSummary | null = null
  try {
    words = await spend(pipeline, want, 'no summary by the model, the extract stands in', (model, onAnswer) =>
      summariseWithModel(model, input, onAnswer),
    )
    return words
  } finally {
    if (!words) await releaseSummary(pipeline.db, key)
  }
}

async function topicChoices(pipeline: Pipeline): Promise<{ slug: string; name: string }[]> {
  const { names } = await pipeline.topics.current(pipeline.now())
  return names
}

/** The article's own key sentences, stored like a summary. */
export async function extractedSummary(pipeline: Pipeline, article: Summarised): Promise<Summary> {
  const { language } = article
  const key = {
    contentHash: article.content_hash,
    language,
    promptVersion: extractVersion,
    model: extractModel,
  }
  const ready = await findSummary(pipeline.db, key)
  if (ready) return ready
  pipeline.telemetry.count('summaries', { kind: 'extract' })
  return saveSummary(pipeline.db, key, extractWords(article), pipeline.now())
}

function extractWords(article: Pick<Item, 'title' | 'text' | 'language'>) {
  const sentences = extractSummary({ title: article.title, text: article.text, language: article.language })
  return {
    headline: null,
    bullets: sentences.map((text) => ({ text, evidence: [text] })),
    why: null,
    event: null,
    importance: null,
  }
}

/** The summary of an item that is not stored: `gazette summarise`. */
export function summariseWithoutModel(item: Item): string[] {
  return extractWords(item).bullets.map((bullet) => bullet.text)
}
