/** Tells the summary of a link or of a reader's own text in one of its forms, with buttons for the others. */
import type { Item } from '../core/article.ts'
import { type Block, type Inline, paragraph } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import type { ReplyTo, Retelling, SummaryForm } from '../core/jobs.ts'
import type { Subscriber, Summary } from '../db/database.ts'
import { truncate } from '../core/text.ts'
import { formatDay, formatMoment } from '../locales/format.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { siteName } from '../locales/site-name.ts'
import { offerSource } from './add-source.ts'
import type { Pipeline } from './context.ts'
import { button, type Keyboard } from './enqueue-delivery.ts'
import { reply } from './reply.ts'
import { stoppedLine, whileStreaming } from './stream.ts'
import { ensureSummary, extractedSummary, extractModel, extractWords, type Summarised } from './summarise.ts'

/** Points shown, by the chat's chosen length. */
const pointsByLength: Readonly<Record<Subscriber['length'], number>> = { short: 2, standard: 3, long: 5 }

/** No sentence is longer; a text without a full stop is. */
const longestPoint = 800

/** As many as a summary has. */
const mostPoints = 8

export interface Telling extends Retelling {
  item: Item
  article: Summarised
  /** The page it stands on; null for a text that the reader sent. */
  from: {
    url: string
    editedAt: Date | null
    /** A feed that the page names. */
    feed: string | undefined
  } | null
}

/** A telling with everything in it decided. */
type Told = Telling & { form: SummaryForm; points: number; timeZone: string; now: Date }

/** Makes the summary, or takes the one that is there, and answers with it. Throws UserError 'emptyText' where a text says nothing. */
export async function tellSummary(
  pipeline: Pipeline,
  to: ReplyTo,
  subscriber: Subscriber,
  telling: Telling,
): Promise<void> {
  const locale = getLocale(to.locale)
  const { article, form = 'summary' } = telling
  const points = form === 'short' ? 1 : form === 'long' ? mostPoints : pointsByLength[subscriber.length]
  const told: Told = { ...telling, form, points, timeZone: subscriber.time_zone, now: pipeline.now() }
  let soFar: readonly string[] = []
  const blocksSoFar = () => {
    const bullets = soFar.map((text) => ({ text }))
    return summaryBlocks(told, { headline: null, bullets, why: null, model: '' }, locale)
  }
  const { result, shown } = await whileStreaming(pipeline, to, subscriber, (stream) => {
    const onProgress = (points: readonly string[]) => {
      soFar = points
      stream?.show(blocksSoFar())
    }
    return form === 'sentences'
      ? extractedSummary(pipeline, article)
      : ensureSummary(pipeline, article, {
          language: languageOf(told, subscriber.summary_language ?? to.locale, to.locale),
          readerId: subscriber.reader_id,
          hurry: true,
          ...(stream ? { watched: { signal: stream.signal, onProgress } } : {}),
        })
  })
  if (!result) {
    const blocks = [...blocksSoFar(), stoppedLine(soFar.length > 0, locale)]
    return reply(pipeline, to, blocks, stoppedButtons(told, locale), shown)
  }
  const summary = lengthen(result, article, points)
  // A page has its title at least.
  if (telling.from === null && summary.bullets.length === 0) throw new UserError('emptyText')
  await reply(
    pipeline,
    to,
    summaryBlocks(told, summary, locale),
    await buttons(pipeline, told, summary, locale),
    shown,
  )
}

/** A stored extract holds few sentences; where more are wanted, they are chosen anew. */
function lengthen(summary: Summary, article: Summarised, points: number): Summary {
  if (summary.model !== extractModel || points <= summary.bullets.length) return summary
  return { ...summary, bullets: extractWords(article, points).bullets }
}

/** A button that tells it in another form. */
const offer = (text: string, wanted: SummaryForm, { article: { textId } }: Told) =>
  button(text, 'again', wanted, ...(textId === undefined ? [] : [textId]))

/** What can be had in place of a summary that was stopped. */
function stoppedButtons(told: Told, { screens }: Locale): Keyboard {
  const { bySummary, keySentences } = screens.labels
  return {
    inline_keyboard: [[offer(bySummary, 'summary', told), offer(keySentences, 'sentences', told)]],
  }
}

/** The language that it is told in; `usual` is what the chat chose. */
function languageOf({ form, language }: Told, usual: string, mine: string): string {
  if (language !== undefined) return language
  if (form === 'mine') return mine
  return form === 'own' ? 'original' : usual
}

/** The other ways to tell it. */
function formButtons(
  pipeline: Pipeline,
  told: Told,
  summary: Summary,
  { screens, tag }: Locale,
): Keyboard['inline_keyboard'] {
  const { labels } = screens
  const { points, form, item } = told
  const isExtract = summary.model === extractModel
  const inMine = summary.language === tag
  return [
    [
      ...(points > 1 && summary.bullets.length > 1 ? [offer(labels.shorter, 'short', told)] : []),
      ...(lengthen(summary, told.article, mostPoints).bullets.length > points
        ? [offer(labels.longer, 'long', told)]
        : []),
    ],
    pipeline.model
      ? [
          form === 'sentences'
            ? offer(labels.bySummary, 'summary', told)
            : offer(labels.keySentences, 'sentences', told),
          ...(isExtract || item.language === tag
            ? []
            : [inMine ? offer(labels.itsLanguage, 'own', told) : offer(labels.myLanguage, 'mine', told)]),
        ]
      : [],
  ].filter((row) => row.length > 0)
}

/** Whose it is, when and where it appeared; nothing where nothing of it is known. */
function aboutLine({ item, from, timeZone, now }: Told, { bot, digests, tag }: Locale): Inline[][] {
  const about = [
    item.author === null ? null : bot.summary.by(item.author),
    item.originalAuthor === null ? null : bot.summary.originallyBy(item.originalAuthor),
    item.publishedAt === null ? null : formatDay(tag, item.publishedAt, timeZone, now),
    from?.editedAt ? digests.edited(formatMoment(tag, from.editedAt, now, timeZone)) : null,
    from && siteName(from.url),
  ].filter((part) => part !== null)
  return about.length > 0 ? [[{ text: about.join(' · '), italic: true }]] : []
}

function summaryBlocks(
  told: Told,
  summary: Pick<Summary, 'headline' | 'why' | 'model'> & { bullets: readonly { text: string }[] },
  locale: Locale,
): Block[] {
  const { item, from, form, points } = told
  const { bot, screens, tag } = locale
  const extract = summary.model === extractModel
  const title = summary.headline ?? (item.title || (from?.url ?? ''))
  const wanted = told.language ?? (form === 'mine' ? tag : item.language)
  const lines: Inline[][] = [
    ...(title === '' ? [] : [[{ text: title, bold: true, ...(from ? { url: from.url } : {}) }]]),
    ...aboutLine(told, locale),
  ]
  return [
    ...(lines.length > 0 ? [{ type: 'lines' as const, lines }] : []),
    ...(summary.bullets.length > 0
      ? [
          {
            type: 'lines' as const,
            lines: summary.bullets
              .slice(0, points)
              .map(({ text }): Inline[] => [{ text: '• ' }, { text: truncate(text, longestPoint) }]),
          },
        ]
      : []),
    ...(summary.why ? [paragraph(bot.summary.why(summary.why))] : []),
    ...(extract ? [paragraph(bot.summary.keySentences, { italic: true })] : []),
    ...(extract && wanted !== item.language ? [paragraph(screens.again.noModel)] : []),
  ]
}

/** The button that follows a source. */
export function followButton(sourceId: number, { bot }: Locale) {
  return button(bot.buttons.followSource, 'follow', sourceId)
}

async function buttons(
  pipeline: Pipeline,
  told: Told,
  summary: Summary,
  locale: Locale,
): Promise<Keyboard | null> {
  const { points, from } = told
  const isExtract = summary.model === extractModel
  const evidence = isExtract
    ? []
    : summary.bullets
        .slice(0, points)
        .map((_, index) => button(locale.bot.buttons.evidence(index + 1), 'evidence', summary.id, index))
  const rows = [
    ...evidence.flatMap((_, at) => (at % 2 === 0 ? [evidence.slice(at, at + 2)] : [])),
    ...formButtons(pipeline, told, summary, locale),
    ...(from ? [await linkButtons(pipeline, from.feed, locale)] : []),
  ]
  return rows.length > 0 ? { inline_keyboard: rows } : null
}

/** What can be done with the page itself. */
async function linkButtons(pipeline: Pipeline, feed: string | undefined, locale: Locale) {
  return [
    button(locale.reading.story.save, 'link-keep', 1),
    feed === undefined
      ? button(locale.bot.buttons.followSource, 'link-follow')
      : followButton((await offerSource(pipeline, feed)).id, locale),
  ]
}
