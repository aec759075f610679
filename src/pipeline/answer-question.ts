/** A question: answered from the one text it is about, or from the stored articles that its words find, by the model or by their own sentences. */
import { type Block, paragraph } from '../core/blocks.ts'
import type { JobPayloads, ReplyTo } from '../core/jobs.ts'
import { leansBack, questionTerms } from '../core/question.ts'
import { truncate } from '../core/text.ts'
import { tokenize } from '../core/tokens.ts'
import type { Article } from '../db/database.ts'
import { listArticles } from '../db/articles.ts'
import { searchArticles } from '../db/search.ts'
import { dropAbout, noteMiss } from '../db/shown.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import type { Answered } from '../llm/answer.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import {
  longestQuoted,
  mostRead,
  mostTerms,
  sentenceBlocks,
  sourceLines,
  type Told,
} from './answer-blocks.ts'
import { answerFromText, findSubject, notThere, otherLanguage } from './answer-from-text.ts'
import { streamAnswer } from './ask-model.ts'
import type { Pipeline } from './context.ts'
import { button } from './enqueue-delivery.ts'
import { reply } from './reply.ts'

/** Characters of each article that the model reads. */
const longestRead = 6000

/** Answers from the text that the question is about, else from what this chat may see or the articles named; where there is nothing, with a way on. */
export async function answerQuestion(pipeline: Pipeline, job: JobPayloads['answer']): Promise<void> {
  const { question, articleIds, earlier, wish, form, language, missed = false, ...to } = job
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const locale = getLocale(to.locale)
  const subject = to.about === undefined ? null : await findSubject(pipeline, to.about, subscriber)
  const inText = subject && (await answerFromText(pipeline, subject, job, subscriber))
  if (inText?.isAnswered) return
  // Whoever read a page goes on to other things; a text of one's own is what one is busy with.
  if (subject?.url) await dropAbout(pipeline.db, subscriber.id, to.messageId)
  else if (subject) await noteMiss(pipeline.db, subscriber.id, to.messageId, 'missed')
  const { articles, terms, goesOnFrom } = articleIds
    ? { articles: await listArticles(pipeline.db, articleIds), terms: questionTerms(question, mostTerms) }
    : await findArticles(pipeline, question, earlier, subscriber.id)
  // Said once: whoever asks on knows that there is a text, and that it does not tell everything.
  const before = subject && !missed ? [notThere(subject, locale)] : []
  if (articles.length === 0) {
    await noteMiss(pipeline.db, subscriber.id, to.messageId, 'empty')
    if (subject && !inText?.isJudged) before.push(...otherLanguage(subject, question, locale))
    return sayNothing(pipeline, to, before, locale, inText?.shown)
  }
  const chosen = subscriber.summary_language ?? to.locale
  const asked = {
    question: [goesOnFrom && truncate(goesOnFrom, longestQuoted), question, wish].filter(Boolean).join('\n'),
    articles: articles.map(({ id, title, text, published_at: publishedAt }) => ({
      id,
      title,
      text: text.slice(0, longestRead),
      publishedAt,
    })),
    language: language ?? (chosen === 'original' ? to.locale : chosen),
    readerId: subscriber.reader_id,
  }
  const told: Told = { now: pipeline.now(), timeZone: subscriber.time_zone, form, language }
  if (before.length > 0) before.push(paragraph(locale.bot.answer.elsewhere))
  if (goesOnFrom !== undefined)
    before.push(paragraph(locale.bot.answer.together(truncate(goesOnFrom, longestQuoted))))
  const blocksOf = (answered: Answered): Block[] => [
    ...before,
    ...answered.text.split(/\n{2,}/u).map((part) => paragraph(part)),
    sourceLines(
      articles.filter(({ id }) => answered.articleIds.includes(id)),
      told,
      locale,
    ),
  ]
  const answer = await streamAnswer(pipeline, to, subscriber, asked, blocksOf)
  const blocks = answer.blocks ?? [...before, ...sentenceBlocks(articles, terms, told, locale)]
  await reply(pipeline, to, blocks, null, answer.shown || inText?.shown)
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

async function sayNothing(
  pipeline: Pipeline,
  to: ReplyTo,
  before: readonly Block[],
  { bot }: Locale,
  shown = false,
): Promise<void> {
  const keyboard = {
    inline_keyboard: [[button(bot.buttons.topics, 'topics'), button(bot.buttons.help, 'help')]],
  }
  await reply(pipeline, to, [...before, paragraph(bot.answer.nothing)], keyboard, shown)
}
