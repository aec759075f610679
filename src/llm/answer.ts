/** Answers a question from stored articles: each statement cites articles and is checked against them, or it is left out. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { checkFaithful } from '../core/faithful.ts'
import { stripUnsafe } from '../core/text.ts'
import { createMarker, numberSentences } from './article-text.ts'
import type { Model, ModelAnswer } from './client.ts'
import { parseLooseJson } from './json.ts'
import { citedNumbers, completeStructured } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'

export interface AnswerInput {
  question: string
  articles: readonly { id: number; title: string; text: string; publishedAt: Date | null }[]
  /** BCP-47 tag of the language to answer in. */
  language: string
  signal?: AbortSignal
  /** Told the answer so far, whenever a further statement is whole and borne out. */
  onText?: (text: string) => void
}

/** Tokens of all articles together that are shown at most. */
const articlesTokens = 9000
const longest = { question: 500, title: 300, statement: 500 }
const mostStatements = 5
const mostCalls = 2

/** Tokens that an answer to this may cost at most, all its calls counted. */
export async function answerTokens(input: AnswerInput): Promise<number> {
  const prompt = await loadPrompt('answer')
  const { system, user } = ask(prompt, input)
  return mostCalls * (estimateTokens(system + user) + 2 * prompt.maxTokens)
}

const schema = z.object({
  answered: z.boolean(),
  statements: z.array(z.object({ articles: citedNumbers, text: z.string() })),
})

/**
 * The answer in the language asked for, a paragraph a statement, with the ids of the articles it rests on; null where
 * the articles do not hold it. Throws BadAnswer, and what `model.complete` throws.
 */
export async function answerWithModel(
  model: Model,
  input: AnswerInput,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<{ text: string; articleIds: number[] } | null> {
  const prompt = await loadPrompt('answer')
  const { maxTokens, temperature } = prompt
  const { onText, signal } = input
  const call = {
    name: 'answer',
    schema,
    maxTokens,
    temperature,
    ...ask(prompt, input),
    ...(signal ? { signal } : {}),
    ...(onText ? { onProgress: tellProgress(onText, input) } : {}),
  }
  const answer = await completeStructured(model, call, onAnswer)
  const kept = answer.answered ? keepSupported(answer.statements, input) : []
  if (kept.length === 0) return null
  return { text: textOf(kept), articleIds: [...new Set(kept.flatMap((statement) => statement.ids))] }
}

const textOf = (kept: readonly { text: string }[]): string => kept.map(({ text }) => text).join('\n\n')

const partial = z.object({ answered: z.literal(true), statements: schema.shape.statements })

/** Shows each statement as soon as it is whole and borne out, never a half one. */
function tellProgress(onText: (text: string) => void, input: AnswerInput): (text: string) => void {
  let told = ''
  let closed = 0
  return (soFar) => {
    const last = soFar.lastIndexOf('}') + 1
    if (last === closed) return
    closed = last
    const read = partial.safeParse(parsePartial(soFar))
    const text = read.success ? textOf(keepSupported(read.data.statements, input)) : ''
    if (text === '' || text === told) return
    told = text
    onText(text)
  }
}

function parsePartial(text: string): unknown {
  try {
    return parseLooseJson(text).value
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function ask(prompt: Prompt, input: AnswerInput): { system: string; user: string } {
  const budget = articlesTokens / Math.max(1, input.articles.length)
  const articles = input.articles.map(({ title, text, publishedAt }, at) =>
    [
      `Article ${at + 1}: ${cleanModelText(title, longest.title)}`,
      `Published: ${publishedAt?.toISOString().slice(0, 10) ?? 'unknown'}`,
      numberSentences(text, budget).lines,
    ].join('\n'),
  )
  const user = fillPart(prompt, 'User', {
    language: languageName(input.language),
    marker: createMarker(),
    question: cleanModelText(input.question, longest.question),
    articles: articles.join('\n\n'),
  })
  return { system: fillPart(prompt, 'System'), user }
}

function keepSupported(
  statements: readonly { articles: number[]; text: string }[],
  { articles, language }: AnswerInput,
): { text: string; ids: number[] }[] {
  return statements.slice(0, mostStatements).flatMap(({ articles: numbers, text }) => {
    const cited = [...new Set(numbers)].flatMap((number) => articles[number - 1] ?? [])
    const summary = cleanModelText(text, longest.statement)
    if (cited.length === 0 || summary === '') return []
    const source = stripUnsafe(cited.map((article) => `${article.title}\n${article.text}`).join('\n'))
    const { unsupported } = checkFaithful({ source, summary, language })
    return unsupported.length > 0 ? [] : [{ text: summary, ids: cited.map((article) => article.id) }]
  })
}
