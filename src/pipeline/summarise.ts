/** Stage 5: the summary of an article in a language, made once by the model within its budget, or extracted without one. */
import type { Item } from '../core/article.ts'
import { RetryLater } from '../core/errors.ts'
import { extractSummary } from '../core/extract.ts'
import type { Article, Db, Summary } from '../db/database.ts'
import {
  claimSummary,
  findSummary,
  findToldSummary,
  releaseSummary,
  renewSummaryClaim,
  saveSummary,
  type SummaryKey,
} from '../db/summaries.ts'
import type { Model } from '../llm/model.ts'
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
export type Summarised = Pick<Article, 'title' | 'text' | 'content_hash' | 'language'> & {
  id: number | null
  /** Set for a text that a reader sent. */
  textId?: number
}

export interface SummaryRequest {
  /** Language to write in; 'original' for the article's own. */
  language: string
  /** Reader who asked, whose own budget is charged too; null for digests. */
  readerId: number | null
  /** Told whoever waits: without the model rather than late. */
  hurry?: boolean
  /** Told when the model cannot be had now, and in how many milliseconds it may be. */
  onOutage?: ((waitMs: number) => void) | undefined
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
  const key = await keyOf(article, languageOf(article, request), model)
  const ready = await findReady(db, key)
  if (ready) return ready
  if (!(await claim(pipeline, key))) {
    const made = await findSummary(db, key)
    if (made) return made
    if (request.hurry) return extractedSummary(pipeline, article)
    throw new RetryLater('another worker is summarising this article', othersMs)
  }
  const words = await whileClaimed(pipeline, [key], () => askModel(pipeline, article, request, key))
  if (words) pipeline.telemetry.count('summaries', { kind: 'model' })
  return words ? saveSummary(db, key, words, pipeline.now()) : extractedSummary(pipeline, article)
}

/** Under what a summary by the model is stored. */
export async function keyOf(article: Summarised, language: string, model: Model): Promise<SummaryKey> {
  const promptVersion = await summaryVersion()
  return { ...textOf(article), language, promptVersion, model: model.name }
}

/** Whose words a summary is of, and with which it goes. */
const textOf = ({ content_hash: contentHash, textId }: Summarised) => ({
  contentHash,
  ...(textId === undefined ? {} : { textId }),
})

/** The summary that is there already, as made by this prompt or as it was told. */
export const findReady = async (db: Db, key: SummaryKey): Promise<Summary | undefined> =>
  (await findSummary(db, key)) ?? findToldSummary(db, key)

/** Takes the right to make a summary, for as long as `whileClaimed` runs. */
export function claim({ db, now }: Pipeline, key: SummaryKey): Promise<boolean> {
  return claimSummary(db, key, now(), new Date(now().getTime() + claimMs))
}

/** Runs `work`, keeping claims alive. */
export async function whileClaimed<Result>(
  { db, now, log }: Pipeline,
  keys: readonly SummaryKey[],
  work: () => Promise<Result>,
): Promise<Result> {
  const renewal = setInterval(() => {
    for (const key of keys)
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

/** The language that a request means for an article. */
export function languageOf(article: Summarised, { language }: SummaryRequest): string {
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
    onOutage: request.onOutage,
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

/** The topics that the model may name. */
export async function topicChoices(pipeline: Pipeline): Promise<{ slug: string; name: string }[]> {
  const { names } = await pipeline.topics.current(pipeline.now())
  return names
}

/** The article's own key sentences, stored like a summary. */
export async function extractedSummary(pipeline: Pipeline, article: Summarised): Promise<Summary> {
  const { language } = article
  const key = {
    ...textOf(article),
    language,
    promptVersion: extractVersion,
    model: extractModel,
  }
  const ready = await findSummary(pipeline.db, key)
  if (ready) return ready
  pipeline.telemetry.count('summaries', { kind: 'extract' })
  return saveSummary(pipeline.db, key, extractWords(article), pipeline.now())
}

/** The article's own key sentences, at most `most` of them; three unless told. */
export function extractWords(
  { title, text, language }: Pick<Item, 'title' | 'text' | 'language'>,
  most?: number,
) {
  const sentences = extractSummary({
    title,
    text,
    language,
    ...(most === undefined ? {} : { maxSentences: most }),
  })
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
