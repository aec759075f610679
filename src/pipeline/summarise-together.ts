/** Stage 5 for articles that nobody waits for: the short ones share calls, each claimed, checked, stored and paid for by itself. */
import { releaseSummary, saveSummary, type SummaryKey } from '../db/summaries.ts'
import type { Model } from '../llm/model.ts'
import type { SummariseInput } from '../llm/judge-summary.ts'
import { batchTokens, divide, mayShareCall, summariseBatch, takesBatches } from '../llm/summarise-batch.ts'
import type { Pipeline } from './context.ts'
import { isModelTrouble, outageOf, reserve, type Reserved } from './spend.ts'
import {
  claim,
  findReady,
  keyOf,
  languageOf,
  type Summarised,
  type SummaryRequest,
  topicChoices,
  whileClaimed,
} from './summarise.ts'

/** An article whose summary is missing. */
interface Member extends SummariseInput {
  article: Summarised
  key: SummaryKey
}

/** Makes summaries that are missing, as far as they can share a call; `ensureSummary` makes what is left. */
export async function summariseTogether(
  pipeline: Pipeline,
  articles: readonly Summarised[],
  request: SummaryRequest,
): Promise<void> {
  const { model } = pipeline
  if (!model || request.hurry) return
  const missing = await listMissing(pipeline, model, articles, request)
  const byLanguage = [...Map.groupBy(missing, ({ language }) => language).values()]
  for (const batch of byLanguage.flatMap(divide)) {
    if (batch.length < 2 || !takesBatches(model)) continue
    const goesOn = await makeBatch(pipeline, model, batch, request)
    if (!goesOn) return
  }
}

async function listMissing(
  pipeline: Pipeline,
  model: Model,
  articles: readonly Summarised[],
  request: SummaryRequest,
): Promise<Member[]> {
  const topics = await topicChoices(pipeline)
  const members = new Map<string, Member>()
  for (const article of articles) {
    if (article.text.trim() === '' || !mayShareCall(article)) continue
    const language = languageOf(article, request)
    const key = await keyOf(article, language, model)
    if (await findReady(pipeline.db, key)) continue
    members.set(`${key.contentHash} ${language}`, {
      article,
      key,
      language,
      topics,
      title: article.title,
      text: article.text,
    })
  }
  return [...members.values()]
}

/** Makes one batch of what is not being made elsewhere; false where the model cannot be had now. */
async function makeBatch(
  pipeline: Pipeline,
  model: Model,
  batch: readonly Member[],
  request: SummaryRequest,
): Promise<boolean> {
  const { db } = pipeline
  const taken: { member: Member; reserved: Reserved }[] = []
  const open = new Set<SummaryKey>()
  try {
    for (const member of batch) {
      if (!(await claim(pipeline, member.key))) continue
      open.add(member.key)
      const reserved = await reserve(pipeline, model, {
        tokens: await batchTokens(member),
        purpose: 'summarise',
        readerId: request.readerId,
        articleId: member.article.id,
      })
      if (reserved) taken.push({ member, reserved })
    }
    if (taken.length < 2) return true
    const made = await whileClaimed(pipeline, [...open], () =>
      summariseBatch(
        model,
        taken.map(({ member }) => member),
        (at, cost) => taken[at]!.reserved.add(cost),
      ),
    )
    for (const [at, words] of made.entries()) {
      if (!words) continue
      const { key } = taken[at]!.member
      await saveSummary(db, key, words, pipeline.now())
      open.delete(key)
      pipeline.telemetry.count('summaries', { kind: 'model' })
    }
    return true
  } catch (error) {
    if (!isModelTrouble(error)) throw error
    pipeline.log.warn({ err: error }, 'no summaries together, each is made alone')
    const waitMs = outageOf(error)
    if (waitMs !== null) request.onOutage?.(waitMs)
    return false
  } finally {
    for (const { reserved } of taken) await reserved.settle()
    for (const key of open) await releaseSummary(db, key)
  }
}
