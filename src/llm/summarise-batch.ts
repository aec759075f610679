/** Several short articles summarised in one call; each entry is held against its own article alone, and a bad one is left for a call of its own. */
import { z } from 'zod'
import { estimateTokens } from '../core/budget.ts'
import { type Model, type ModelAnswer, ModelRefused } from './model.ts'
import type { Article } from './check-bullets.ts'
import {
  judge,
  type Judged,
  type ModelSummary,
  schemaFor,
  type SummariseInput,
  trueHeadline,
} from './judge-summary.ts'
import { BadAnswer, completeStructured, mayTakeSchema } from './ladder.ts'
import { languageName } from './language-name.ts'
import { fillPart, loadPrompt } from './prompt.ts'
import { fence, repairWithModel, summariseTokens } from './summarise.ts'

/** Articles in one call, and tokens of them together. */
const mostMembers = 5
const mostTokens = 3000
/** Tokens of an article that may share a call. */
const longestMember = 900
/** Tokens of one entry of the answer. */
const entryTokens = 700
/** After so many batches in a row of which nothing could be used, this model gets no more. */
const mostFailures = 2

const failures = new WeakMap<Model, number>()

/** Whether this model takes articles together, as far as is known. */
export const takesBatches = (model: Model): boolean =>
  mayTakeSchema(model) && (failures.get(model) ?? 0) < mostFailures

/** What speaks to a model rather than to a reader: an article that does is summarised where it is alone. */
const addressesModels =
  /\b(?:ignore|disregard|forget)\b.{0,20}\b(?:all|any|the|previous|prior|above|your)\b.{0,30}\b(?:instructions?|prompts?|rules?)\b|\b(?:system prompt|as an ai|dear ai|developer mode)\b|\b(?:other|previous|next|all|these) (?:articles?|summar(?:y|ies)|entries)\b.{0,60}\b(?:must|should|say|write|add|change|replace|set)\b|"(?:summaries|bullets|headline|importance|topics)"\s*:|<<<|忽略.{0,12}(?:指令|指示|规则|要求|提示)|(?:提示词|系统提示|亲爱的人工智能|开发者模式)|(?:其他|其它|其余|下一|上一|所有|每)篇?.{0,4}(?:文章|摘要|新闻).{0,20}(?:改|写|加|设|换|标)/isu

/** Whether an article may share a call: it is short, and does not speak to whoever summarises it. */
export const mayShareCall = ({ title, text }: { title: string; text: string }): boolean =>
  estimateTokens(text) <= longestMember && !addressesModels.test(`${title}\n${text}`)

/** Divides inputs into batches that fit a call; one that is left by itself comes as a batch of one. */
export function divide<Input extends { text: string }>(inputs: readonly Input[]): Input[][] {
  const batches: Input[][] = []
  let tokens = 0
  for (const input of inputs) {
    const cost = estimateTokens(input.text)
    const last = batches.at(-1)
    if (last && last.length < mostMembers && tokens + cost <= mostTokens) {
      last.push(input)
      tokens += cost
    } else {
      batches.push([input])
      tokens = cost
    }
  }
  return batches
}

/** Tokens that one article's part of a batch, and its repair, may cost at most. */
export async function batchTokens(input: SummariseInput): Promise<number> {
  return (await summariseTokens(input)) + entryTokens
}

/**
 * The summaries of a batch in one language, in order; null for what is to be summarised alone. `onCost` is told what
 * each of them cost: its part of the shared call by its length, and its own repair. Throws what `model.complete` throws.
 */
export async function summariseBatch(
  model: Model,
  inputs: readonly SummariseInput[],
  onCost: (at: number, cost: Pick<ModelAnswer, 'inputTokens' | 'outputTokens'>) => void,
): Promise<(ModelSummary | null)[]> {
  const judged = await askTogether(model, inputs, onCost)
  const summaries: (ModelSummary | null)[] = []
  for (const [at, input] of inputs.entries()) {
    const first = judged[at] ?? null
    summaries.push(first && (await repairWithModel(model, input, first, (answer) => onCost(at, answer))))
  }
  return summaries
}

async function askTogether(
  model: Model,
  inputs: readonly SummariseInput[],
  onCost: (at: number, cost: Pick<ModelAnswer, 'inputTokens' | 'outputTokens'>) => void,
): Promise<(Judged | null)[]> {
  const prompt = await loadPrompt('summarise')
  const members = inputs.map((input, at) => ({ input, id: idOf(at), ...fence(input) }))
  const articles = members.map(({ id, marker, title, lines }) =>
    fillPart(prompt, 'Member', { id, marker, title, sentences: lines }),
  )
  const user = fillPart(prompt, 'Batch', {
    language: languageName(inputs[0]!.language),
    articles: articles.join('\n\n'),
    ids: members.map(({ id }) => id).join(', '),
  })
  let answered: ModelAnswer | null = null
  let entries: readonly Entry[] = []
  try {
    const { summaries } = await completeStructured(
      model,
      {
        name: 'summaries',
        schema,
        system: `${fillPart(prompt, 'System')}\n\n${fillPart(prompt, 'Several')}`,
        user,
        maxTokens: entryTokens * inputs.length,
        temperature: prompt.temperature,
        tries: 1,
        strict: true,
      },
      (answer) => {
        answered = answer
      },
    )
    entries = summaries.filter((entry) => entry !== null)
  } catch (error) {
    if (!(error instanceof BadAnswer || error instanceof ModelRefused)) throw error
  }
  if (answered) share(answered, articles, onCost)
  const judged = members.map(({ id, input, sentences }) => {
    // Two entries for one article: nobody can say which is meant.
    const [found, second] = entries.filter((each) => each.id === id)
    if (!found || second) return null
    const article = { title: input.title, sentences }
    const held = judge({ ...found, importance: null, topics: [] }, article, input.language)
    return isOfArticle(held, article, input.language) ? held : null
  })
  failures.set(model, judged.some(Boolean) ? 0 : (failures.get(model) ?? 0) + 1)
  return judged
}

/** Two letters that tell the members apart, new in each call, so that no article can name another. */
const idOf = (at: number): string => `${'abcdefghij'[at]}${Math.floor(Math.random() * 1296).toString(36)}`

/**
 * Without what no code can hold against the article alone: where several share a call, one of them could set another's
 * importance or topics.
 */
const entry = schemaFor([]).omit({ importance: true, topics: true }).extend({ id: z.string() })
type Entry = z.infer<typeof entry>
const schema = z.object({ summaries: z.array(entry.nullable().catch(null)) })

/** Whether an entry is about its article: else it is another's, or an invention, and no repair is worth its price. */
function isOfArticle({ answer, bullets }: Judged, article: Article, language: string): boolean {
  const sound = bullets.filter(({ problems }) => problems.length === 0).length
  const headline = answer.headline === null || trueHeadline(answer.headline, article, language) !== null
  return headline && sound * 2 > bullets.length
}

/** Divides what the call cost by the articles' lengths; the last takes what rounding leaves. */
function share(
  { inputTokens, outputTokens }: ModelAnswer,
  articles: readonly string[],
  onCost: (at: number, cost: Pick<ModelAnswer, 'inputTokens' | 'outputTokens'>) => void,
): void {
  const total = articles.reduce((sum, { length }) => sum + length, 0)
  let [inputLeft, outputLeft] = [inputTokens, outputTokens]
  for (const [at, { length }] of articles.entries()) {
    const isLast = at === articles.length - 1
    const input = isLast ? inputLeft : Math.round((inputTokens * length) / total)
    const output = isLast ? outputLeft : Math.round(outputTokens / articles.length)
    inputLeft -= input
    outputLeft -= output
    onCost(at, { inputTokens: input, outputTokens: output })
  }
}
