/** What a model's summary is held to: the shape asked for, and each line of it against the article; what fails gives way. */
import { z } from 'zod'
import { extractSummary } from '../core/extract.ts'
import { checkFaithful } from '../core/faithful.ts'
import {
  type Article,
  type CheckedBullet,
  checkBullets,
  isOtherLanguage,
  ownSentence,
} from './check-bullets.ts'
import { citedNumbers } from './ladder.ts'
import { languageName } from './language-name.ts'
import { cleanModelText } from './model-text.ts'

export interface SummariseInput {
  title: string
  text: string
  /** BCP-47 tag of the language to write in. */
  language: string
  /** Topics the model may name. */
  topics: readonly { slug: string; name: string }[]
  signal?: AbortSignal
  /** Told the points that are whole and borne out so far, whenever there is a further one; the answer is streamed then. */
  onProgress?: (points: readonly string[]) => void
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

const longest = { headline: 160, why: 300, event: 200, entity: 80 }
const mostBullets = 5
const mostEntities = 8

const bullet = z.object({ sentences: citedNumbers, text: z.string() })

/** The shape of an answer whose topics are among those given. */
export function schemaFor(topics: SummariseInput['topics']) {
  const slugs = topics.map((topic) => topic.slug)
  const known = (value: unknown) => (Array.isArray(value) ? value.filter((slug) => slugs.includes(slug)) : [])
  return z.object({
    bullets: z.array(bullet).min(1),
    headline: z.string().nullable().catch(null),
    why: z.string().nullable().catch(null),
    event: z.string().nullable().catch(null),
    entities: z.array(z.string()).catch([]),
    importance: z.int().min(1).max(5).nullable().catch(null),
    topics: z.preprocess(known, z.array(slugs.length > 0 ? z.enum(slugs) : z.string())).catch([]),
  })
}
export type Answer = z.infer<ReturnType<typeof schemaFor>>

export interface Judged {
  answer: Answer
  bullets: CheckedBullet[]
  /** In words for the model; none for a sound answer. */
  problems: string[]
}

/** Holds an answer against its article. */
export function judge(answer: Answer, article: Article, language: string): Judged {
  const bullets = checkBullets(answer.bullets.slice(0, mostBullets), article, language)
  const problems = bullets.flatMap(({ problems: found, text }, at) =>
    found.map((problem) => `- point ${at + 1} (${JSON.stringify(text)}): ${problem}`),
  )
  if (isOtherLanguage(bullets.map(({ text }) => text).join(' '), language))
    problems.push(`- the points are not written in ${languageName(language)}`)
  return { answer, bullets, problems }
}

/** The summary that an answer comes to; `first` is the one before its repair. */
export function finish(judged: Judged, first: Judged, article: Article, input: SummariseInput): ModelSummary {
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
    headline: trueHeadline(answer.headline, article, input.language),
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

/** The headline as it may be shown; null where there is none, or it says what the article does not. */
export const trueHeadline = (headline: string | null, article: Article, language: string): string | null =>
  trueLine(headline, longest.headline, article, language)

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

const begun = z.object({ bullets: z.array(bullet) })

/** The points of an answer in the making that are borne out, as `tellWholeParts` tells it; none in another language. */
export function pointsSoFar(value: unknown, article: Article, language: string): string[] {
  const read = begun.safeParse(value)
  if (!read.success) return []
  const points = checkBullets(read.data.bullets.slice(0, mostBullets), article, language)
    .filter(({ problems }) => problems.length === 0)
    .map(({ text }) => text)
  return isOtherLanguage(points.join(' '), language) ? [] : [...new Set(points)]
}
