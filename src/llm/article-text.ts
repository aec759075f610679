/** Puts an article before a model: numbered sentences, cut to a budget of tokens, inside a fence nobody can guess. */
import { randomBytes } from 'node:crypto'
import { estimateTokens } from '../core/budget.ts'
import { splitSentences } from '../core/sentences.ts'
import { stripUnsafe, truncate } from '../core/text.ts'

/** A marker for the fence around outside text. It is new for each call, so no article can hold it. */
export const createMarker = (): string => randomBytes(9).toString('hex')

export interface Numbered {
  /** All sentences of the article; sentence n is at index n - 1. */
  sentences: string[]
  /** The lines shown to the model: `[n] sentence`, with a mark where the middle is left out. */
  lines: string
}

/** UTF-16 units of one sentence that are shown: a page without punctuation is one endless sentence. */
const longestSentence = 700
/** Share of the budget for the end of the article, where conclusions and corrections stand. */
const tailShare = 0.15

/** Numbers the sentences of `text` and keeps those that fit in `maxTokens`: the head and a little of the tail. */
export function numberSentences(text: string, maxTokens: number): Numbered {
  const sentences = splitSentences(stripUnsafe(text)).map((sentence) => truncate(sentence, longestSentence))
  const lines = sentences.map((sentence, at) => `[${at + 1}] ${sentence}`)
  const costs = lines.map((line) => estimateTokens(line))
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  if (total <= maxTokens) return { sentences, lines: lines.join('\n') }
  const tailBudget = maxTokens * tailShare
  const head = fitting(costs, maxTokens - tailBudget)
  const tail = Math.min(fitting(costs.toReversed(), tailBudget), lines.length - head)
  const shown = [...lines.slice(0, head), '[…]', ...lines.slice(lines.length - tail)]
  return { sentences, lines: shown.join('\n') }
}

/** How many of the first costs fit in the budget. */
function fitting(costs: readonly number[], budget: number): number {
  let left = budget
  const end = costs.findIndex((cost) => {
    left -= cost
    return left < 0
  })
  return end === -1 ? costs.length : end
}
