/** Asks the model, in one call for many pairs, which pairs of articles report the same event. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { createMarker } from './article-text.ts'
import type { Model, ModelAnswer } from './model.ts'
import { citedNumbers, completeStructured } from './ladder.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'

/** One side of a pair: what is known of an article. */
export interface PairSide {
  title: string
  text: string
  publishedAt: Date | null
}

export type Pair = readonly [PairSide, PairSide]

/** Pairs judged in one call at most: more make answers careless. */
export const mostPairs = 20
const longest = { title: 200, text: 240 }
const mostCalls = 2
const schema = z.object({ same: citedNumbers })

/** Tokens that judging these pairs may cost at most, all calls counted. */
export async function judgeTokens(pairs: readonly Pair[]): Promise<number> {
  const prompt = await loadPrompt('stories')
  const { system, user } = ask(prompt, pairs)
  return mostCalls * (estimateTokens(system + user) + 2 * prompt.maxTokens)
}

/** For each of at most `mostPairs` pairs whether both report one event. Throws BadAnswer, and what `model.complete` throws. */
export async function judgePairs(
  model: Model,
  pairs: readonly Pair[],
  onAnswer: (answer: ModelAnswer) => void,
): Promise<boolean[]> {
  const prompt = await loadPrompt('stories')
  const { maxTokens, temperature } = prompt
  const call = { name: 'stories', schema, maxTokens, temperature, ...ask(prompt, pairs) }
  const { same } = await completeStructured(model, call, onAnswer)
  return pairs.map((_, at) => same.includes(at + 1))
}

function ask(prompt: Prompt, pairs: readonly Pair[]): { system: string; user: string } {
  const lines = pairs.map(([one, other], at) => `Pair ${at + 1}\nA: ${lineOf(one)}\nB: ${lineOf(other)}`)
  const user = fillPart(prompt, 'User', { marker: createMarker(), pairs: lines.join('\n\n') })
  return { system: fillPart(prompt, 'System'), user }
}

function lineOf({ title, text, publishedAt }: PairSide): string {
  const day = publishedAt?.toISOString().slice(0, 10) ?? 'no date'
  return `(${day}) ${cleanModelText(title, longest.title)} | ${cleanModelText(text, longest.text)}`
}
