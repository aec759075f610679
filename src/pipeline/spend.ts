/** Pays for one piece of the model's work: reserved under both caps before it, settled from what it used after it. */
import { RetryLater, UserError } from '../core/errors.ts'
import { findTokenLimit } from '../db/readers.ts'
import { reserveTokens, settleTokens } from '../db/usage.ts'
import { type Model, type ModelAnswer, ModelRefused } from '../llm/client.ts'
import { BadAnswer } from '../llm/ladder.ts'
import type { Pipeline } from './context.ts'

/** What tokens are wanted for. */
export interface Spending {
  /** Upper bound of what the work may use, all its calls counted. */
  tokens: number
  purpose: 'summarise' | 'answer' | 'interest' | 'stories'
  /** Whose own budget is charged too; null for what nobody asked for. */
  readerId: number | null
  articleId: number | null
}

/** What the far side can do wrong; anything else is our bug. */
export function isModelTrouble(error: unknown): boolean {
  return (
    error instanceof UserError ||
    error instanceof RetryLater ||
    error instanceof ModelRefused ||
    error instanceof BadAnswer
  )
}

/**
 * What `work` makes of the model, or null where there is no model, no budget, or trouble on the far side, which is
 * logged as `instead`. `work` tells every answer that cost tokens.
 */
export async function spend<Result>(
  pipeline: Pipeline,
  want: Spending,
  instead: string,
  work: (model: Model, onAnswer: (answer: ModelAnswer) => void) => Promise<Result>,
): Promise<Result | null> {
  const { db, model, settings, log } = pipeline
  if (!model) return null
  const at = pipeline.now()
  const own = want.readerId === null ? null : await findTokenLimit(db, want.readerId)
  const usageId = await db
    .transaction()
    .execute((trx) =>
      reserveTokens(
        trx,
        { ...want, model: model.name, at, day: at.toISOString().slice(0, 10) },
        { perDay: settings.dailyTokens, perReader: own ?? settings.readerDailyTokens },
      ),
    )
  if (usageId === null) return null
  const used = { inputTokens: 0, outputTokens: 0 }
  try {
    return await work(model, (answer) => {
      used.inputTokens += answer.inputTokens
      used.outputTokens += answer.outputTokens
    })
  } catch (error) {
    if (!isModelTrouble(error)) throw error
    log.warn({ err: error, purpose: want.purpose, article: want.articleId }, instead)
    return null
  } finally {
    await settleTokens(db, usageId, used)
  }
}
