/** The summary of one article by the model: every point cites sentences, is checked against them, repaired once, or replaced. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { RetryLater, UserError } from '../core/errors.ts'
import { extractSummary } from '../core/extract.ts'
import { checkFaithful } from '../core/faithful.ts'
import { createMarker, numberSentences } from './article-text.ts'
import {
  type Article,
  type CheckedBullet,
  checkBullets,
  isOtherLanguage,
  ownSentence,
} from './check-bullets.ts'
import { type Model, type ModelAnswer, ModelRefused } from './client.ts'
import { BadAnswer, citedNumbers, completeStructured } from './ladder.ts'
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
  /** One to five; `evidence` are the sentences of the article that a bullet rests on. */
  bullets: { text: string; evidence: string[] }[]
  why: string | null
  /** What happened in one line of English, whatever the language: by it the same news is found elsewhere. */
  event: string | null
  /** 1 trivial to 5 changes the lives of many. */
  importance: number | null
  /** Names that stand in the article. */
  entities: string[]
  /** Slugs from the topics given. */
  topics: string[]
  /** How many bullets there are, how many of them the model had to correct, and how many the article's own words replace. */
  counts: { made: number; repaired: number; replaced: number }
}

/** Tokens of the article that are shown at most. */
const articleTokens = 6000
const longest = { title: 300, headline: 160, why: 300, event: 200, entity: 80 }
const mostBullets = 5
const mostEntities = 8
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

function schemaFor(topics: SummariseInput['topics']) {
  const slugs = topics.map((topic) => topic.slug)
  const known = (value: unknown) => (Array.isArray(value) ? value.filter((slug) => slugs.includes(slug)) : [])
  return z.object({
    bullets: z.array(z.object({ sentences: citedNumbers, text: z.string() })).min(1),
    headline: z.string().nullable().catch(null),
    why: z.string().nullable().catch(null),
    event: z.string().nullable().catch(null),
    entities: z.array(z.string()).catch([]),
    importance: z.int().min(1).max(5).nullable().catch(null),
    topics: z.preprocess(known, z.array(slugs.length > 0 ? z.enum(slugs) : z.string())).catch([]),
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
  const article = { title: input.title, sentences }
  const call = {
    name: 'summary',
    schema: schemaFor(input.topics),
    system,
    maxTokens: prompt.maxTokens,
    temperature: prompt.temperature,
    ...(input.signal ? { signal: input.signal } : {}),
  }
  const first = judge(await completeStructured(model, { ...call, user }, onAnswer), article, input.language)
  if (first.problems.length === 0) return finish(first, first, article, input)
  const words = { answer: JSON.stringify(first.answer), problems: first.problems.join('\n') }
  const again = `${user}\n\n${fillPart(prompt, 'Repair', words)}`
  try {
    const answer = await completeStructured(model, { ...call, user: again, tries: 1 }, onAnswer)
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

interface Judged {
  answer: Answer
  bullets: CheckedBullet[]
  problems: string[]
}

function judge(answer: Answer, article: Article, language: string): Judged {
  const bullets = checkBullets(answer.bullets.slice(0, mostBullets), article, language)
  const problems = bullets.flatMap(({ problems: found, text }, at) =>
    found.map((problem) => `- point ${at + 1} (${JSON.stringify(text)}): ${problem}`),
  )
  if (isOtherLanguage(bullets.map(({ text }) => text).join(' '), language))
    problems.push(`- the points are not written in ${languageName(language)}`)
  return { answer, bullets, problems }
}

function finish(judged: Judged, first: Judged, article: Article, input: SummariseInput): ModelSummary {
  const { answer } = judged
  let replaced = 0
  const bullets = judged.bullets.flatMap((bullet) => {
    if (bullet.problems.length === 0) return [{ text: bullet.text, evidence: bullet.evidence }]
    const own = ownSentence(bullet)
    if (own) replaced += 1
    return own ?? []
  })
  const told = bullets.filter(({ text }, at) => bullets.findIndex((other) => other.text === text) === at)
  const unsound = first.bullets.filter((bullet) => bullet.problems.length > 0).length
  return {
    headline: trueLine(answer.headline, longest.headline, article, input.language),
    bullets: told.length > 0 ? told : extracted(input),
    why: trueLine(answer.why, longest.why, article, input.language),
    event: trueLine(answer.event, longest.event, article, 'en'),
    importance: answer.importance,
    entities: knownNames(answer.entities, article),
    topics: answer.topics,
    counts: { made: told.length, repaired: Math.max(0, unsound - replaced), replaced },
  }
}

/** The names that do stand in the article. */
function knownNames(names: readonly string[], article: Article): string[] {
  const source = [article.title, ...article.sentences].join('\n').toLowerCase()
  const cleaned = names.map((name) => cleanModelText(name, longest.entity))
  return [...new Set(cleaned)]
    .filter((name) => name.length > 1 && source.includes(name.toLowerCase()))
    .slice(0, mostEntities)
}

/** A line without citations is held against the whole article; one that says something else is left out. */
function trueLine(text: string | null, units: number, article: Article, language: string): string | null {
  const summary = cleanModelText(text ?? '', units)
  if (summary === '') return null
  const source = [article.title, ...article.sentences].join('\n')
  return checkFaithful({ source, summary, language }).unsupported.length === 0 ? summary : null
}

/** Where no point is left: the article's own telling sentences. */
function extracted({ title, text, language }: SummariseInput): ModelSummary['bullets'] {
  return extractSummary({ title, text, language }).map((sentence) => ({
    text: sentence,
    evidence: [sentence],
  }))
}
