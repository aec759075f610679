/** Pays for one piece of the model's work: reserved under both caps before it, settled from what it used after it. */
import { RetryLater, UserError } from '../core/errors.ts'
import { findTokenLimit } from '../db/readers.ts'
import { reserveTokens, settleTokens } from '../db/usage.ts'
import { type Model, type ModelAnswer, ModelRefused } from '../llm/model.ts'
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
  /** Told when the model cannot be had now, and after how many milliseconds another try may be worth it. */
  onOutage?: ((waitMs: number) => void) | undefined
}

/** Another try is worth it after this, where the server does not say. */
const outageMs = 30_000

/** What the far side can do wrong; anything else is our bug. */
export function isModelTrouble(error: unknown): boolean {
  return (
    error instanceof UserError ||
    error instanceof RetryLater ||
    error instanceof ModelRefused ||
    error instanceof BadAnswer
  )
}

/** How long to wait before the model is asked again; null where that would not help. */
export function outageOf(error: unknown): number | null {
  if (error instanceof RetryLater) return error.delayMs
  return error instanceof UserError && error.key === 'modelUnreachable' ? outageMs : null
}

/** Tokens that are set aside; settling charges what was used of them. */
export interface Reserved {
  used: { inputTokens: number; outputTokens: number }
  add(cost: Pick<ModelAnswer, 'inputTokens' | 'outputTokens'>): void
  settle(): Promise<void>
}

/** Sets tokens aside under both caps; null where there are not enough left. */
export async function reserve(
  { db, settings, now }: Pipeline,
  model: Model,
  want: Spending,
): Promise<Reserved | null> {
  const { tokens, purpose, readerId, articleId } = want
  const at = now()
  const own = readerId === null ? null : await findTokenLimit(db, readerId)
  const usageId = await db
    .transaction()
    .execute((trx) =>
      reserveTokens(
        trx,
        { tokens, purpose, readerId, articleId, model: model.name, at, day: at.toISOString().slice(0, 10) },
        { perDay: settings.dailyTokens, perReader: own ?? settings.readerDailyTokens },
      ),
    )
  if (usageId === null) return null
  const used = { inputTokens: 0, outputTokens: 0 }
  return {
    used,
    add: ({ inputTokens, outputTokens }) => {
      used.inputTokens += inputTokens
      used.outputTokens += outputTokens
    },
    settle: () => settleTokens(db, usageId, used),
  }
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
  const { model, log } = pipeline
  const reserved = model && (await reserve(pipeline, model, want))
  if (!model || !reserved) return null
  try {
    return await work(model, reserved.add)
  } catch (error) {
    if (!isModelTrouble(error)) throw error
    log.warn({ err: error, purpose: want.purpose, article: want.articleId }, instead)
    const waitMs = outageOf(error)
    if (waitMs !== null) want.onOutage?.(waitMs)
    return null
  } finally {
    await reserved.settle()
  }
}
