/** The summary of one article by the model: every point cites sentences, is checked against them, repaired once, or replaced. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { checkFaithful } from '../core/faithful.ts'
import type { Model, ModelAnswer } from './client.ts'
import { createMarker, numberSentences } from './article-text.ts'
import { completeStructured } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'

export interface SummariseInput {
  title: string
  text: string
  /** BCP-47 tag of the language to write in. */
  language: string
  /** Topics the model may name. */
  topics: readonly { slug: string; name: string }[]
  signal?: AbortSignal
}

export interface ModelSummary {
  headline: string | null
  /** Two to four; `evidence` are the sentences of the article that a bullet rests on. */
  bullets: { text: string; evidence: string[] }[]
  why: string | null
  /** What happened in one line of English, whatever the language: by it the same news is found elsewhere. */
  event: string | null
  /** 1 trivial to 5 changes the lives of many. */
  importance: number | null
}

/** Tokens of the article that are shown at most. */
const articleTokens = 6000
const longest = { title: 300, headline: 160, bullet: 400, why: 300, event: 200 }
const mostBullets = 4
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

/** Numbers as models write them: 3, "3", "1, 2", "[4]". */
const numbers = z.preprocess(
  (value) =>
    [value]
      .flat()
      .flatMap((each) => (typeof each === 'string' ? (each.match(/\d+/gu) ?? []).map(Number) : [each])),
  z.array(z.int()),
)

function schemaFor(topics: SummariseInput['topics']) {
  const slugs = topics.map((topic) => topic.slug)
  return z.object({
    bullets: z.array(z.object({ sentences: numbers, text: z.string() })).min(1),
    headline: z.string().nullable().catch(null),
    why: z.string().nullable().catch(null),
    event: z.string().nullable().catch(null),
    importance: z.int().min(1).max(5).nullable().catch(null),
    topics: z.array(slugs.length > 0 ? z.enum(slugs) : z.string()).catch([]),
  })
}
type Answer = z.infer<ReturnType<typeof schemaFor>>

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
  const { system, user, sentences } = ask(prompt, input)
  const call = {
    name: 'summary',
    schema: schemaFor(input.topics),
    system,
    maxTokens: prompt.maxTokens,
    temperature: prompt.temperature,
    ...(input.signal ? { signal: input.signal } : {}),
  }
  const answer = await completeStructured(model, { ...call, user }, onAnswer)
  return finish(answer, sentences, input)
}

function ask(prompt: Prompt, input: SummariseInput) {
  const { sentences, lines } = numberSentences(input.text, articleTokens)
  const user = fillPart(prompt, 'User', {
    language: languageName(input.language),
    topics: input.topics.map(({ slug, name }) => `${slug} (${name})`).join(', ') || 'none',
    marker: createMarker(),
    title: cleanModelText(input.title, longest.title),
    sentences: lines,
  })
  return { system: fillPart(prompt, 'System'), user, sentences }
}

function finish(answer: Answer, sentences: readonly string[], input: SummariseInput): ModelSummary {
  const line = (text: string | null, units: number) =>
    text === null ? null : cleanModelText(text, units) || null
  const bullets = answer.bullets.slice(0, mostBullets).flatMap(({ text, sentences: cited }) => {
    const evidence = evidenceOf(cited, sentences)
    const clean = cleanModelText(text, longest.bullet)
    if (clean === '' || evidence.length === 0) return []
    const { unsupported } = checkFaithful({
      source: evidence.join('\n'),
      summary: clean,
      language: input.language,
    })
    return [{ text: unsupported.length === 0 ? clean : evidence[0]!, evidence }]
  })
  return {
    headline: line(answer.headline, longest.headline),
    bullets,
    why: line(answer.why, longest.why),
    event: line(answer.event, longest.event),
    importance: answer.importance,
  }
}

function evidenceOf(cited: readonly number[], sentences: readonly string[]): string[] {
  return [...new Set(cited)].flatMap((number) => sentences[number - 1] ?? [])
}
