/** Summarises the sample site's posts with a model and measures what can be measured without people; run.ts prints it. */
import type { Config } from '../../src/config.ts'
import { parsePrices, priceOf } from '../../src/core/budget.ts'
import { messageOf } from '../../src/core/errors.ts'
import { checkFaithful } from '../../src/core/faithful.ts'
import { detectLanguage } from '../../src/core/language.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { tokenize } from '../../src/core/tokens.ts'
import { summariseWithModel } from '../../src/llm/summarise.ts'
import { modelOf } from '../../src/make-pipeline.ts'
import { type Post, readPosts } from '../../src/playground/site/posts.ts'

/** What came of one article in one language. */
interface Outcome {
  from: string
  to: string
  failed: boolean
  bullets: number
  /** Bullets of the first answer that stood as they were. */
  sound: number
  replaced: number
  score: number
  inLanguage: boolean
  tokensABullet: number
  topicKnown: boolean
  inputTokens: number
  outputTokens: number
  ms: number
}

const languages = ['en', 'zh-Hans'] as const
const topics = topicCatalogue.map(({ slug, names }) => ({ slug, name: names.en }))

/** Judges the model on `perLanguage` posts of each language, each written in both; `tell` hears of every failure. */
export async function evaluate(
  config: Config,
  perLanguage: number,
  tell: (line: string) => void,
): Promise<Outcome[]> {
  const posts = await readPosts()
  const outcomes: Outcome[] = []
  for (const from of languages) {
    // Evenly spread over the set, so that a small number still meets most topics; the same ones each time.
    const own = posts.filter((post) => post.language === from && post.original === undefined)
    const step = Math.max(1, Math.floor(own.length / perLanguage))
    for (const post of own.filter((_, at) => at % step === 0).slice(0, perLanguage))
      for (const to of languages) outcomes.push(await judge(config, post, to, tell))
  }
  return outcomes
}

async function judge(config: Config, post: Post, to: string, tell: (line: string) => void): Promise<Outcome> {
  const model = await modelOf(config)
  if (!model) throw new Error('no model is set')
  const used = { inputTokens: 0, outputTokens: 0 }
  const began = performance.now()
  const outcome: Outcome = {
    from: post.language,
    to,
    failed: true,
    bullets: 0,
    sound: 0,
    replaced: 0,
    score: 0,
    inLanguage: false,
    tokensABullet: 0,
    topicKnown: false,
    ...used,
    ms: 0,
  }
  try {
    const summary = await summariseWithModel(
      model,
      { title: post.title, text: post.body, language: to, topics },
      (answer) => {
        used.inputTokens += answer.inputTokens
        used.outputTokens += answer.outputTokens
      },
    )
    const { made, repaired, replaced } = summary.counts
    const texts = summary.bullets.map(({ text }) => text)
    const source = `${post.title}\n${post.body}`
    Object.assign(outcome, {
      failed: false,
      bullets: made,
      sound: Math.max(0, made - repaired - replaced),
      replaced,
      score: checkFaithful({ source, summary: texts.join('\n'), language: to }).score,
      inLanguage: detectLanguage(texts.join('\n')) === to,
      tokensABullet: tokenize(texts.join('\n')).length / Math.max(1, texts.length),
      topicKnown: summary.topics.includes(post.topic),
    })
  } catch (error) {
    tell(`${post.slug} in ${to}: ${messageOf(error)}`)
  }
  return { ...outcome, ...used, ms: performance.now() - began }
}

const sum = (rows: readonly Outcome[], of: (row: Outcome) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)
const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`

/** The table: a line for each pair of languages and one for all. */
export function renderTable(model: string, rows: readonly Outcome[], prices = ''): string {
  const groups = languages.flatMap((from) => languages.map((to) => [from, to] as const))
  const lines = [
    ...groups.map(([from, to]) =>
      lineOf(
        `${from} -> ${to}`,
        rows.filter((row) => row.from === from && row.to === to),
        model,
        prices,
      ),
    ),
    lineOf('all', rows, model, prices),
  ]
  const head = [
    '',
    'n',
    'failed',
    'sound',
    'replaced',
    'score',
    'language',
    'terms',
    'topic',
    'tokens',
    'USD',
    's',
  ]
  const table = [head, ...lines]
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)))
  const body = table.map((cells) => cells.map((cell, column) => cell.padStart(widths[column]!)).join('  '))
  return [
    `${model} on the sample site's posts, which we wrote and gave their topics ourselves.`,
    'sound: bullets of the first answer that the check let stand; replaced: by the source’s own sentence; score: the',
    'check’s own, no judgement of people; language: summaries in the one asked for; terms: words or Han pairs a bullet;',
    'topic: the post’s topic is among those named; tokens, USD, s: an article.',
    ...body,
  ].join('\n')
}

function lineOf(name: string, rows: readonly Outcome[], model: string, prices: string): string[] {
  const done = rows.filter(({ failed }) => !failed)
  const bullets = sum(done, (row) => row.bullets)
  const usd = sum(rows, (row) => priceOf(parsePrices(prices), model, row) ?? Number.NaN)
  const mean = (of: (row: Outcome) => number, places: number) =>
    done.length === 0 ? '-' : (sum(done, of) / done.length).toFixed(places)
  return [
    name,
    String(rows.length),
    String(rows.length - done.length),
    share(
      sum(done, (row) => row.sound),
      bullets,
    ),
    share(
      sum(done, (row) => row.replaced),
      bullets,
    ),
    mean((row) => row.score, 2),
    share(done.filter(({ inLanguage }) => inLanguage).length, done.length),
    mean((row) => row.tokensABullet, 0),
    share(done.filter(({ topicKnown }) => topicKnown).length, done.length),
    rows.length === 0
      ? '-'
      : (sum(rows, (row) => row.inputTokens + row.outputTokens) / rows.length).toFixed(0),
    Number.isNaN(usd) || rows.length === 0 ? '-' : (usd / rows.length).toFixed(5),
    rows.length === 0 ? '-' : (sum(rows, (row) => row.ms) / rows.length / 1000).toFixed(1),
  ]
}
