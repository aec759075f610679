/** A question about one text: what the reader sent, or the page of a link; answered from it and from nothing else. */
import { type Block, paragraph } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import { type JobPayloads, textOfSubject } from '../core/jobs.ts'
import { findInText, isFound, passageOf } from '../core/passages.ts'
import { detectLanguage } from '../core/language.ts'
import { leansBack, questionTerms } from '../core/question.ts'
import { truncate } from '../core/text.ts'
import { listArticles } from '../db/articles.ts'
import { listArticlesByUrl } from '../db/articles-by-url.ts'
import type { Subscriber } from '../db/database.ts'
import { findText } from '../db/texts.ts'
import type { Answered } from '../llm/answer.ts'
import { languageName } from '../locales/format.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { siteName } from '../locales/site-name.ts'
import { longestQuoted, sentencesByForm } from './answer-blocks.ts'
import { streamAnswer } from './ask-model.ts'
import type { Pipeline } from './context.ts'
import { readArticle } from './read.ts'
import { itemFromText } from './read-text.ts'
import { reply } from './reply.ts'
import { extractWords } from './summarise.ts'

/** Tokens of the text that the model reads. */
const mostTokens = 9000
/** Signs of a name that is made of a text's first words; where each is a word, fewer are enough. */
const longestName = 60
const longestHanName = 24
const longestSentence = 400

/** The one thing that a question is about. */
export interface Subject {
  title: string
  text: string
  language: string
  publishedAt: Date | null
  /** Null for a text that the reader sent. */
  url: string | null
}

/** What `about` names, if it is still there and says something. */
export async function findSubject(
  pipeline: Pipeline,
  about: string,
  subscriber: Subscriber,
): Promise<Subject | null> {
  const textId = textOfSubject(about)
  if (textId !== null) {
    const stored = await findText(pipeline.db, textId, subscriber.id)
    return stored ? { ...itemFromText(stored.body), url: null } : null
  }
  const known = await listArticlesByUrl(pipeline.db, [about], 1)
  const [stored] = await listArticles(
    pipeline.db,
    known.map(({ id }) => id),
  )
  // Of what was read long ago the words are gone.
  if (stored && stored.text !== '') return { ...stored, publishedAt: stored.published_at, url: about }
  try {
    return { ...(await readArticle(pipeline, about)), url: about }
  } catch (error) {
    // It was read a moment ago; what cannot be read now leaves what is stored.
    if (error instanceof UserError) return null
    throw error
  }
}

/** By what a reader knows it: its title, else its first words. */
const nameOf = ({ title, text }: Subject): string =>
  truncate(
    title || text.replaceAll(/\s+/gu, ' '),
    /\p{Script=Han}/u.test((title || text).slice(0, longestHanName)) ? longestHanName : longestName,
  )

/** What is said where the text does not answer. */
export const notThere = (subject: Subject, { bot }: Locale): Block =>
  paragraph(bot.answer.notIn(nameOf(subject)))

/** Scripts that tell a question's language apart from a text's, however short it is. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Han}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
]

/** What is said where a question is in another language than the text, and no model understands both. */
export function otherLanguage(subject: Subject, question: string, { tag, bot }: Locale): Block[] {
  const asked = primary(detectLanguage(question))
  const shares = scripts.some((script) => script.test(question) && script.test(subject.text))
  const isOther = asked !== primary(subject.language) && (!shares || asked === primary(tag))
  return isOther ? [paragraph(bot.answer.otherLanguage(languageName(tag, subject.language)))] : []
}

const primary = (language: string): string => language.split('-')[0]!

/** Answers from the text alone, if it can. `shown`: only a new message ends what was shown while that was tried. */
export async function answerFromText(
  pipeline: Pipeline,
  subject: Subject,
  { question, earlier, wish, form, language, ...to }: JobPayloads['answer'],
  subscriber: Subscriber,
): Promise<{ isAnswered: boolean; isJudged: boolean; shown: boolean }> {
  const locale = getLocale(to.locale)
  const before = leansBack(question) ? earlier : undefined
  const said = [before, question].filter((part) => part !== undefined).join('\n')
  const from = fromLine(subject, locale)
  const chosen = subscriber.summary_language ?? to.locale
  const asked = {
    question: [before && truncate(before, longestQuoted), question, wish].filter(Boolean).join('\n'),
    articles: [{ ...subject, id: 0, text: passageOf(subject.text, said, mostTokens) }],
    language: language ?? (chosen === 'original' ? to.locale : chosen),
    readerId: subscriber.reader_id,
  }
  const blocksOf = ({ text }: Answered): Block[] => [
    ...text.split(/\n{2,}/u).map((part) => paragraph(part)),
    from,
  ]
  const answer = await streamAnswer(pipeline, to, subscriber, asked, blocksOf)
  const blocks = answer.isJudged
    ? answer.blocks
    : sentencesOf(subject, said, { form, language }, from, locale)
  if (blocks) await reply(pipeline, to, blocks, null, answer.shown)
  return { isAnswered: blocks !== null, isJudged: answer.isJudged, shown: answer.shown }
}

/** Without the model: the text's own sentences that tell most of what is asked; null where they tell too little. */
function sentencesOf(
  subject: Subject,
  question: string,
  { form, language }: Pick<JobPayloads['answer'], 'form' | 'language'>,
  from: Block,
  { digests, screens }: Locale,
): Block[] | null {
  const most = sentencesByForm(form)
  const finding = findInText(subject.text, subject.title, question, most)
  // A question without words of its own asks what it is all about.
  if (questionTerms(question, 1).length > 0 && !isFound(finding, question)) return null
  const told =
    finding.sentences.length > 0
      ? finding.sentences
      : extractWords(subject, most).bullets.map(({ text }) => text)
  if (told.length === 0) return null
  const isOther = language !== undefined && language !== subject.language
  return [
    {
      type: 'quote',
      text: [{ text: told.map((sentence) => truncate(sentence, longestSentence)).join('\n') }],
    },
    from,
    paragraph(digests.keySentences, { italic: true }),
    ...(isOther ? [paragraph(screens.again.noModel)] : []),
  ]
}

function fromLine(subject: Subject, { bot }: Locale): Block {
  const { url } = subject
  if (url === null) return paragraph(bot.answer.fromYours(nameOf(subject)))
  return {
    type: 'lines',
    lines: [
      [{ text: bot.answer.sources, bold: true }],
      [
        { text: '• ' },
        { text: subject.title || url, bold: true, isolate: true, url },
        { text: ` · ${siteName(url)}`, italic: true },
      ],
    ],
  }
}
