/** How an answer to a question looks: the articles it rests on, and, without a model, their own sentences. */
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import type { Retelling } from '../core/jobs.ts'
import { splitSentences } from '../core/sentences.ts'
import { truncate } from '../core/text.ts'
import { tokenize } from '../core/tokens.ts'
import type { Article } from '../db/database.ts'
import { formatDay, formatMoment } from '../locales/format.ts'
import type { Locale } from '../locales/locales.ts'

/** Words of a question that are looked for. */
export const mostTerms = 24
/** Signs of the question before that are told again. */
export const longestQuoted = 200
/** Articles given to the model, and shown in detail without one. */
export const mostRead = 6
const mostShown = 4
const longestSentence = 400
const mostSentences = 2
const mostInDetail = 5

/** When, where on earth, and how an answer is given. */
export interface Told extends Retelling {
  now: Date
  timeZone: string
}

/** How many sentences of a text stand for an answer. */
export const sentencesByForm = (form: Retelling['form']): number =>
  form === 'long' ? mostInDetail : form === 'short' ? 1 : mostSentences

/** Without the model: the articles' own sentences that tell most. */
export function sentenceBlocks(
  articles: readonly Article[],
  terms: readonly string[],
  told: Told,
  locale: Locale,
): Block[] {
  const shown = articles.slice(0, told.form === 'short' ? 1 : told.form === 'long' ? mostRead : mostShown)
  const sentences = sentencesByForm(told.form)
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
    paragraph(locale.digests.keySentences, { italic: true }),
    ...(isOther ? [paragraph(locale.screens.again.noModel)] : []),
  ]
}

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

/** An article by its title, with its day. */
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

/** What an answer rests on. */
export function sourceLines(articles: readonly Article[], told: Told, locale: Locale): Block {
  return {
    type: 'lines',
    lines: [
      [{ text: locale.bot.answer.sources, bold: true }],
      ...articles.map((article) => [{ text: '• ' }, ...titleLine(article, told, locale)]),
    ],
  }
}
