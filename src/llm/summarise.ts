/** The summary of one article by the model: every point cites sentences, is checked against them, repaired once, or replaced. */
import { estimateTokens } from '../core/budget.ts'
import { RetryLater, UserError } from '../core/errors.ts'
import { createMarker, numberSentences } from './article-text.ts'
import type { Article } from './check-bullets.ts'
import { type Model, type ModelAnswer, ModelRefused } from './model.ts'
import {
  finish,
  judge,
  type Judged,
  type ModelSummary,
  pointsSoFar,
  schemaFor,
  type SummariseInput,
} from './judge-summary.ts'
import { BadAnswer, completeStructured } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'
import { tellWholeParts } from './whole-parts.ts'

/** Tokens of the article that are shown at most. */
const articleTokens = 6000
const longestTitle = 300
/** Calls made at most: the answer, a second where it cannot be read, and the repair. */
const mostCalls = 3

/** Name and version of the prompt, stored with the summary. */
export async function summaryVersion(): Promise<string> {
  return (await loadPrompt('summarise')).version
}

/** Tokens that a summary of this input may cost at most, all its calls counted. */
export async function summariseTokens(input: SummariseInput): Promise<number> {
  const prompt = await loadPrompt('summarise')
  const { system, user } = ask(prompt, input)
  return mostCalls * (estimateTokens(system + user) + 2 * prompt.maxTokens)
}

/**
 * Summarises; every call's answer is told to `onAnswer`, used or not. Throws BadAnswer where the model gives nothing
 * that can be used, and what `model.complete` throws.
 */
export async function summariseWithModel(
  model: Model,
  input: SummariseInput,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<ModelSummary> {
  const prompt = await loadPrompt('summarise')
  const { call, article } = callFor(prompt, input)
  const asked = { ...call, ...tellPoints(input, article) }
  const first = judge(await completeStructured(model, asked, onAnswer), article, input.language)
  return repairWithModel(model, input, first, onAnswer)
}

/** The summary that an answer comes to, after a second call where it says what its article does not. */
export async function repairWithModel(
  model: Model,
  input: SummariseInput,
  first: Judged,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<ModelSummary> {
  const prompt = await loadPrompt('summarise')
  const { call, article } = callFor(prompt, input)
  if (first.problems.length === 0) return finish(first, first, article, input)
  const words = { answer: JSON.stringify(first.answer), problems: first.problems.join('\n') }
  const user = `${call.user}\n\n${fillPart(prompt, 'Repair', words)}`
  try {
    const answer = await completeStructured(model, { ...call, user, tries: 1 }, onAnswer)
    const second = judge(answer, article, input.language)
    return finish(second.problems.length <= first.problems.length ? second : first, first, article, input)
  } catch (error) {
    // The first answer is paid for, and what is wrong with it is known: it does.
    if (error instanceof BadAnswer || error instanceof ModelRefused)
      return finish(first, first, article, input)
    if (error instanceof UserError || error instanceof RetryLater) return finish(first, first, article, input)
    throw error
  }
}

/** Streams the answer where somebody watches it being written. */
function tellPoints({ onProgress, language }: SummariseInput, article: Article) {
  if (!onProgress) return {}
  let told = ''
  const tell = (value: unknown) => {
    const points = pointsSoFar(value, article, language)
    const text = points.join('\n')
    if (text === '' || text === told) return
    told = text
    onProgress(points)
  }
  return { onProgress: tellWholeParts(tell) }
}

function callFor(prompt: Prompt, input: SummariseInput) {
  const { system, user, sentences } = ask(prompt, input)
  const call = {
    name: 'summary',
    schema: schemaFor(input.topics),
    system,
    user,
    maxTokens: prompt.maxTokens,
    temperature: prompt.temperature,
    ...(input.signal ? { signal: input.signal } : {}),
  }
  return { call, article: { title: input.title, sentences } }
}

function ask(prompt: Prompt, input: SummariseInput) {
  const { marker, title, lines, sentences } = fence(input)
  const user = fillPart(prompt, 'User', { marker, title, sentences: lines, ...wishes(input) })
  return { system: `${fillPart(prompt, 'System')}\n\n${fillPart(prompt, 'One')}`, user, sentences }
}

/** What of an article stands between its markers. */
export function fence(input: SummariseInput) {
  const { sentences, lines } = numberSentences(input.text, articleTokens)
  return {
    marker: createMarker(),
    title: cleanModelText(input.title, longestTitle),
    lines,
    sentences,
  }
}

/** What is asked of the summaries. */
const wishes = ({ language, topics }: SummariseInput) => ({
  language: languageName(language),
  topics: topics.map(({ slug, name }) => `${slug} (${name})`).join(', ') || 'none',
})
