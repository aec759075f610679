/** Answers a question from stored articles: each statement cites articles and is checked against them, or it is left out. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { checkFaithful } from '../core/faithful.ts'
import { stripUnsafe } from '../core/text.ts'
import { createMarker, numberSentences } from './article-text.ts'
import { isOtherLanguage } from './check-bullets.ts'
import type { Model, ModelAnswer } from './model.ts'
import { citedNumbers, completeStructured } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'
import { fillPart, loadPrompt, type Prompt } from './prompt.ts'
import { tellWholeParts } from './whole-parts.ts'

export interface AnswerInput {
  question: string
  articles: readonly { id: number; title: string; text: string; publishedAt: Date | null }[]
  /** BCP-47 tag of the language to answer in. */
  language: string
  signal?: AbortSignal
  /** Told the answer so far, whenever a further statement is whole and borne out; the answer is streamed then. */
  onProgress?: (soFar: Answered) => void
}

export interface Answered {
  /** A paragraph a statement. */
  text: string
  /** What it rests on. */
  articleIds: number[]
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

const statement = z.object({ articles: citedNumbers, text: z.string() })

const schemaFor = (language: string) =>
  z
    .object({ answered: z.boolean(), statements: z.array(statement) })
    .refine(({ statements }) => !isOtherLanguage(statements.map(({ text }) => text).join(' '), language), {
      error: `the statements are not written in ${languageName(language)}`,
    })

/**
 * The answer in the language asked for, with the ids of the articles it rests on; null where the articles do not hold
 * it. Throws BadAnswer, and what `model.complete` throws.
 */
export async function answerWithModel(
  model: Model,
  input: AnswerInput,
  onAnswer: (answer: ModelAnswer) => void,
): Promise<Answered | null> {
  const prompt = await loadPrompt('answer')
  const { maxTokens, temperature } = prompt
  const { onProgress, signal } = input
  const call = {
    name: 'answer',
    schema: schemaFor(input.language),
    maxTokens,
    temperature,
    ...ask(prompt, input),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: tellProgress(onProgress, input) } : {}),
  }
  const answer = await completeStructured(model, call, onAnswer)
  return answer.answered ? answeredBy(answer.statements, input) : null
}

type Statement = z.infer<typeof statement>

/** What of the statements is borne out; null for nothing. */
function answeredBy(statements: readonly Statement[], input: AnswerInput): Answered | null {
  const kept = keepSupported(statements, input)
  if (kept.length === 0) return null
  return {
    text: kept.map(({ text }) => text).join('\n\n'),
    articleIds: [...new Set(kept.flatMap(({ ids }) => ids))],
  }
}

const begun = z.object({ answered: z.literal(true), statements: z.array(statement) })

/** Shows each statement as soon as it is whole and borne out, and nothing in another language. */
function tellProgress(onProgress: (soFar: Answered) => void, input: AnswerInput): (text: string) => void {
  let told = ''
  return tellWholeParts((value) => {
    const read = begun.safeParse(value)
    const soFar = read.success ? answeredBy(read.data.statements, input) : null
    if (!soFar || soFar.text === told || isOtherLanguage(soFar.text, input.language)) return
    told = soFar.text
    onProgress(soFar)
  })
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
  statements: readonly Statement[],
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
