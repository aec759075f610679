/** Asks the model what goes with an interest stated in plain words: a name, telling words in two languages, and headlines. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { createMarker } from './article-text.ts'
import type { Model, ModelAnswer } from './model.ts'
import { completeStructured } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'

export interface ExpandInput {
  phrase: string
  /** BCP-47 tag of the language of the name. */
  language: string
}

export interface Expansion {
  name: string
  keywords: string[]
  examples: string[]
}

const longest = { phrase: 200, name: 40, keyword: 40, example: 160 }
const most = { keywords: 12, examples: 4 }
const mostCalls = 2
const schema = z.object({ name: z.string(), keywords: z.array(z.string()), examples: z.array(z.string()) })

/** Tokens that it may cost at most, all calls counted. */
export async function expandTokens(input: ExpandInput): Promise<number> {
  const prompt = await loadPrompt('interest')
  const { system, user } = ask(prompt, input)
  return mostCalls * (estimateTokens(system + user) + 2 * prompt.maxTokens)
}

/** The words that go with an interest. Throws BadAnswer, and what `model.complete` throws. */
export async function expandInterest(
  model: Model,
  input: ExpandInput,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<Expansion> {
  const prompt = await loadPrompt('interest')
  const { maxTokens, temperature } = prompt
  const call = { name: 'interest', schema, maxTokens, temperature, ...ask(prompt, input) }
  const answer = await completeStructured(model, call, onAnswer)
  const cleaned = (texts: readonly string[], units: number, limit: number) =>
    [...new Set(texts.map((text) => cleanModelText(text, units)))].filter(Boolean).slice(0, limit)
  return {
    name: cleanModelText(answer.name, longest.name) || input.phrase,
    keywords: cleaned(answer.keywords, longest.keyword, most.keywords),
    examples: cleaned(answer.examples, longest.example, most.examples),
  }
}

function ask(prompt: Prompt, { phrase, language }: ExpandInput): { system: string; user: string } {
  const user = fillPart(prompt, 'User', {
    language: languageName(language),
    marker: createMarker(),
    interest: cleanModelText(phrase, longest.phrase),
  })
  return { system: fillPart(prompt, 'System'), user }
}
