/** A question: answered from the stored articles that its words find, by the model or by their own sentences. */
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import type { JobPayloads, ReplyTo, Retelling } from '../core/jobs.ts'
import { leansBack, questionTerms } from '../core/question.ts'
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
/** Signs of the question before that are told again. */
const longestQuoted = 200
/** Articles given to the model, and shown without one. */
const mostRead = 6
const mostShown = 4
/** Characters of each that the model reads. */
const longestRead = 6000

/** Answers from what this chat may see, or from the articles named; where there is nothing, with a way on. */
export async function answerQuestion(
  pipeline: Pipeline,
  { question, articleIds, earlier, wish, form, language, ...to }: JobPayloads['answer'],
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const { articles, terms, goesOnFrom } = articleIds
    ? { articles: await listArticles(pipeline.db, articleIds), terms: questionTerms(question, mostTerms) }
    : await findArticles(pipeline, question, earlier, subscriber.id)
  const locale = getLocale(to.locale)
  if (articles.length === 0) return sayNothing(pipeline, to, locale)
  const chosen = subscriber.summary_language ?? to.locale
  const asked = {
    question: [goesOnFrom && truncate(goesOnFrom, longestQuoted), question, wish].filter(Boolean).join('\n'),
    articles,
    language: language ?? (chosen === 'original' ? to.locale : chosen),
    readerId: subscriber.reader_id,
  }
  const told: Told = { now: pipeline.now(), timeZone: subscriber.time_zone, form, language }
  const together =
    goesOnFrom === undefined
      ? []
      : [paragraph(locale.bot.answer.together(truncate(goesOnFrom, longestQuoted)))]
  const blocksOf = (answered: Answered): Block[] => [
    ...together,
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
      : [...together, ...sentenceBlocks(articles, terms, told, locale)]
  await reply(pipeline, to, blocks, null, shown)
}

/**
 * The articles that hold what is asked. A question that says too little by itself, or finds nothing so, goes on from the
 * one before it: it is searched for with the words of that, and `goesOnFrom` is that question.
 */
async function findArticles(
  { db }: Pipeline,
  question: string,
  earlier: string | undefined,
  subscriberId: number,
): Promise<{ articles: Article[]; terms: string[]; goesOnFrom?: string }> {
  const search = async (words: string) => {
    const terms = questionTerms(words, mostTerms)
    return { articles: await searchArticles(db, terms, { subscriberId, limit: mostRead }), terms }
  }
  const together = async () => {
    if (earlier === undefined) return null
    const terms = [...new Set([...questionTerms(earlier, mostTerms), ...questionTerms(question, mostTerms)])]
    const found = await searchArticles(db, terms.slice(0, mostTerms), { subscriberId, limit: mostRead })
    // A question of its own that finds nothing is none that goes on, unless these tell something of it.
    const own = new Set(questionTerms(question, mostTerms))
    const articles = leansBack(question)
      ? found
      : found.filter(({ title, text }) => tokenize(`${title}\n${text}`).some((term) => own.has(term)))
    return articles.length > 0 ? { articles, terms, goesOnFrom: earlier } : null
  }
  const first = leansBack(question) ? await together() : null
  if (first) return first
  const alone = await search(question)
  return alone.articles.length > 0 ? alone : ((await together()) ?? alone)
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

/** When, where on earth, and how an answer is given. */
interface Told extends Retelling {
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
  const shown = articles.slice(0, told.form === 'short' ? 1 : told.form === 'long' ? mostRead : mostShown)
  const sentences = told.form === 'long' ? mostInDetail : told.form === 'short' ? 1 : mostSentences
  const isOther = told.language !== undefined && shown.some(({ language }) => language !== told.language)
  return [
    ...shown.map(
      (article): Block => ({
        type: 'group',
        blocks: [
          { type: 'lines', lines: [titleLine(article, told, locale)] },
          { type: 'quote', text: [{ text: tellingSentences(article, terms, sentences) }] },
        ],
      }),
    ),
    { type: 'paragraph', text: [{ text: locale.digests.keySentences, italic: true }] },
    ...(isOther ? [paragraph(locale.screens.again.noModel)] : []),
  ]
}

const longestSentence = 400
const mostSentences = 2
const mostInDetail = 5

/** The sentence with most of the asked words and the one with most of those it lacks, as they stand in the text; the first where none has any. */
function tellingSentences(article: Article, terms: readonly string[], most: number): string {
  const sentences = splitSentences(article.text)
  const words = sentences.map((sentence) => new Set(tokenize(sentence)))
  const missing = new Set(terms)
  const chosen: number[] = []
  while (chosen.length < most) {
    const found = words.map((each) => [...missing].filter((term) => each.has(term)))
    const best = found.reduce((most, each, at) => (each.length > found[most]!.length ? at : most), 0)
    if (found.length === 0 || found[best]!.length === 0) break
    for (const term of found[best]!) missing.delete(term)
    chosen.push(best)
  }
  // In detail, what follows belongs to it too.
  for (
    let at = (chosen[0] ?? 0) + 1;
    most > mostSentences && chosen.length < most && at < sentences.length;
    at += 1
  )
    if (!chosen.includes(at)) chosen.push(at)
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
