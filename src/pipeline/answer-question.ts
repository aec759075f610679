/** A question: answered from the stored articles that its words find, by the model or by their own sentences. */
import type { Block, Inline } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import type { JobPayloads, ReplyTo } from '../core/jobs.ts'
import { questionTerms } from '../core/question.ts'
import { splitSentences } from '../core/sentences.ts'
import { truncate } from '../core/text.ts'
import { tokenize } from '../core/tokens.ts'
import type { Article } from '../db/database.ts'
import { listArticles } from '../db/articles.ts'
import { searchArticles } from '../db/search.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { formatDay, formatMoment } from '../locales/format.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { type Answered, answerTokens, answerWithModel } from '../llm/answer.ts'
import type { Pipeline } from './context.ts'
import { reply } from './reply.ts'
import { spend } from './spend.ts'
import { stoppedLine, type Stream, whileStreaming } from './stream.ts'

const mostTerms = 24
/** Articles given to the model, and shown without one. */
const mostRead = 6
const mostShown = 4
/** Characters of each that the model reads. */
const longestRead = 6000

/** Answers from what this chat may see, or from the articles named; where there is nothing, with a way on. */
export async function answerQuestion(
  pipeline: Pipeline,
  { question, articleIds, ...to }: JobPayloads['answer'],
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const terms = questionTerms(question, mostTerms)
  const articles = articleIds
    ? await listArticles(pipeline.db, articleIds)
    : await searchArticles(pipeline.db, terms, { subscriberId: subscriber.id, limit: mostRead })
  const locale = getLocale(to.locale)
  if (articles.length === 0) return sayNothing(pipeline, to, locale)
  const chosen = subscriber.summary_language ?? to.locale
  const asked = {
    question,
    articles,
    language: chosen === 'original' ? to.locale : chosen,
    readerId: subscriber.reader_id,
  }
  const told: Told = { now: pipeline.now(), timeZone: subscriber.time_zone }
  const blocksOf = (answered: Answered): Block[] => [
    ...answered.text.split(/\n{2,}/u).map((text): Block => ({ type: 'paragraph', text: [{ text }] })),
    sourceLines(
      articles.filter(({ id }) => answered.articleIds.includes(id)),
      told,
      locale,
    ),
  ]
  let soFar: Block[] = []
  const { result, stopped, shown } = await whileStreaming(pipeline, to, subscriber, (stream) =>
    askModel(pipeline, asked, stream, (answered) => {
      soFar = blocksOf(answered)
      stream?.show(soFar)
    }),
  )
  const blocks = stopped
    ? [...soFar, stoppedLine(soFar.length > 0, locale)]
    : result
      ? blocksOf(result)
      : sentenceBlocks(articles.slice(0, mostShown), terms, told, locale)
  await reply(pipeline, to, blocks, null, shown)
}

async function sayNothing(pipeline: Pipeline, to: ReplyTo, { bot }: Locale): Promise<void> {
  await reply(pipeline, to, [{ type: 'paragraph', text: [{ text: bot.answer.nothing }] }], {
    inline_keyboard: [
      [
        { text: bot.buttons.topics, callback_data: encodeCallback('topics') },
        { text: bot.buttons.help, callback_data: encodeCallback('help') },
      ],
    ],
  })
}

/** The model's answer, or null where there is no model, no budget, no answer in the articles, or only trouble. */
async function askModel(
  pipeline: Pipeline,
  asked: { question: string; articles: readonly Article[]; language: string; readerId: number | null },
  stream: Stream | null,
  onProgress: (soFar: Answered) => void,
): Promise<Answered | null> {
  const { question, articles } = asked
  const input = {
    question,
    language: asked.language,
    articles: articles.map(({ id, title, text, published_at: publishedAt }) => ({
      id,
      title,
      text: text.slice(0, longestRead),
      publishedAt,
    })),
    ...(stream ? { signal: stream.signal, onProgress } : {}),
  }
  const want = {
    tokens: await answerTokens(input),
    purpose: 'answer' as const,
    readerId: asked.readerId,
    articleId: null,
  }
  return spend(
    pipeline,
    want,
    'no answer by the model, the articles’ own sentences stand in',
    (model, onAnswer) => answerWithModel(model, input, onAnswer),
  )
}

/** When, and where on earth, an answer is given. */
interface Told {
  now: Date
  timeZone: string
}

/** Without the model: the articles' own sentences that tell most. */
function sentenceBlocks(
  articles: readonly Article[],
  terms: readonly string[],
  told: Told,
  locale: Locale,
): Block[] {
  return [
    ...articles.map(
      (article): Block => ({
        type: 'group',
        blocks: [
          { type: 'lines', lines: [titleLine(article, told, locale)] },
          { type: 'quote', text: [{ text: tellingSentences(article, terms) }] },
        ],
      }),
    ),
    { type: 'paragraph', text: [{ text: locale.digests.keySentences, italic: true }] },
  ]
}

const longestSentence = 400
const mostSentences = 2

/** The sentence with most of the asked words and the one with most of those it lacks, as they stand in the text; the first where none has any. */
function tellingSentences(article: Article, terms: readonly string[]): string {
  const sentences = splitSentences(article.text)
  const words = sentences.map((sentence) => new Set(tokenize(sentence)))
  const missing = new Set(terms)
  const chosen: number[] = []
  while (chosen.length < mostSentences) {
    const found = words.map((each) => [...missing].filter((term) => each.has(term)))
    const best = found.reduce((most, each, at) => (each.length > found[most]!.length ? at : most), 0)
    if (found.length === 0 || found[best]!.length === 0) break
    for (const term of found[best]!) missing.delete(term)
    chosen.push(best)
  }
  const told = chosen
    .toSorted((one, other) => one - other)
    .map((at) => truncate(sentences[at]!, longestSentence))
  return told.join('\n') || truncate(sentences[0] ?? article.title, longestSentence)
}

function titleLine(article: Article, { now, timeZone }: Told, { tag, digests }: Locale): Inline[] {
  const url = article.url ?? article.original_url
  const day = formatDay(tag, article.published_at ?? article.found_at, timeZone, now)
  const edited = article.edited_at
    ? ` · ${digests.edited(formatMoment(tag, article.edited_at, now, timeZone))}`
    : ''
  return [
    { text: article.title, bold: true, isolate: true, ...(url ? { url } : {}) },
    { text: ` · ${day}${edited}`, italic: true },
  ]
}

function sourceLines(articles: readonly Article[], told: Told, locale: Locale): Block {
  return {
    type: 'lines',
    lines: [
      [{ text: locale.bot.answer.sources, bold: true }],
      ...articles.map((article) => [{ text: '• ' }, ...titleLine(article, told, locale)]),
    ],
  }
}
