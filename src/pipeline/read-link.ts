/** A link sent by a reader: its article summed up, or, where it is a feed, what following it would bring. */
import type { Item } from '../core/article.ts'
import type { Block, Inline } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads, SummaryForm } from '../core/jobs.ts'
import { siteName } from '../locales/site-name.ts'
import type { Subscriber, Summary } from '../db/database.ts'
import { listArticlesByUrl } from '../db/articles-by-url.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { formatDay, formatMoment } from '../locales/format.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { discoverFeeds } from '../sources/discover.ts'
import { type Article, extractArticle } from '../sources/page.ts'
import { listsArticles } from '../sources/page/listing.ts'
import { offerSource, sourceName } from './add-source.ts'
import type { Pipeline } from './context.ts'
import type { Keyboard } from './enqueue-delivery.ts'
import { findSource } from './find-source.ts'
import { contentHash } from './ingest.ts'
import { itemOf, type Reading, readUrl } from './read.ts'
import { reply } from './reply.ts'
import { stoppedLine, whileStreaming } from './stream.ts'
import { ensureSummary, extractedSummary, extractModel } from './summarise.ts'

/** Points shown, by the chat's chosen length. */
const pointsByLength: Readonly<Record<Subscriber['length'], number>> = { short: 2, standard: 3, long: 5 }

/** As many as a summary has. */
const mostPoints = 8

/** Summarises what `url` says. Throws UserError where nothing can be read there; nothing is stored then. */
export async function readLink(
  pipeline: Pipeline,
  { url, form = 'summary', ...to }: JobPayloads['read-link'],
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const locale = getLocale(to.locale)
  const reading = await readUrl(pipeline, url)
  const page = reading.kind === 'page' ? extractArticle(reading.html, reading.url) : null
  const feeds = reading.kind === 'page' ? discoverFeeds(reading.html, reading.url) : []
  if (reading.kind === 'feed' || (feeds.length > 0 && page && isFrontPage(reading, page))) {
    const { source, titles } = await findSource(pipeline, url, false)
    const keyboard = { inline_keyboard: [[followButton(source.id, locale)]] }
    return reply(pipeline, to, feedBlocks(sourceName(source), titles, locale), keyboard)
  }
  const item = page ? itemOf(page, reading.url) : 'items' in reading ? reading.items[0]?.item : undefined
  if (!item || item.text === '') throw new UserError('emptyArticle', { url })
  const language = languageOf(form, subscriber.summary_language ?? to.locale, to.locale)
  const article = { ...item, id: null, content_hash: contentHash(item) }
  const points = form === 'short' ? 1 : form === 'long' ? mostPoints : pointsByLength[subscriber.length]
  const [stored] = await listArticlesByUrl(pipeline.db, [...new Set([reading.url, item.url ?? url, url])], 1)
  const where = {
    url: reading.url,
    timeZone: subscriber.time_zone,
    editedAt: stored?.edited_at ?? null,
    now: pipeline.now(),
  }
  let soFar: readonly string[] = []
  const blocksSoFar = () => {
    const bullets = soFar.map((text) => ({ text }))
    return summaryBlocks(item, { headline: null, bullets, why: null, model: '' }, points, where, locale)
  }
  const { result, shown } = await whileStreaming(pipeline, to, subscriber, (stream) => {
    const onProgress = (told: readonly string[]) => {
      soFar = told
      stream?.show(blocksSoFar())
    }
    return form === 'sentences'
      ? extractedSummary(pipeline, article)
      : ensureSummary(pipeline, article, {
          language,
          readerId: subscriber.reader_id,
          hurry: true,
          ...(stream ? { watched: { signal: stream.signal, onProgress } } : {}),
        })
  })
  if (!result) {
    const blocks = [...blocksSoFar(), stoppedLine(soFar.length > 0, locale)]
    return reply(pipeline, to, blocks, stoppedButtons(locale), shown)
  }
  await reply(
    pipeline,
    to,
    summaryBlocks(item, result, points, where, locale),
    await buttons(
      pipeline,
      { summary: result, points, feed: feeds[0], form, language: item.language },
      locale,
    ),
    shown,
  )
}

/** What can be had in place of a summary that was stopped. */
function stoppedButtons({ screens }: Locale): Keyboard {
  const { bySummary, keySentences } = screens.labels
  return {
    inline_keyboard: [
      [
        { text: bySummary, callback_data: encodeCallback('again', 'summary') },
        { text: keySentences, callback_data: encodeCallback('again', 'sentences') },
      ],
    ],
  }
}

/** The language that a form is told in; `usual` is what the chat chose. */
function languageOf(form: SummaryForm, usual: string, mine: string): string {
  if (form === 'mine') return mine
  return form === 'own' ? 'original' : usual
}

/** The other ways to tell it. */
function formButtons(
  pipeline: Pipeline,
  told: { summary: Summary; points: number; form: SummaryForm; language: string },
  { screens, tag }: Locale,
): Keyboard['inline_keyboard'] {
  const { labels } = screens
  const { summary, points, form, language } = told
  const isExtract = summary.model === extractModel
  const offer = (text: string, wanted: SummaryForm) => ({
    text,
    callback_data: encodeCallback('again', wanted),
  })
  const inMine = summary.language === tag
  return [
    [
      ...(points > 1 && summary.bullets.length > 1 ? [offer(labels.shorter, 'short')] : []),
      ...(summary.bullets.length > points ? [offer(labels.longer, 'long')] : []),
    ],
    pipeline.model
      ? [
          form === 'sentences' ? offer(labels.bySummary, 'summary') : offer(labels.keySentences, 'sentences'),
          ...(isExtract || language === tag
            ? []
            : [inMine ? offer(labels.itsLanguage, 'own') : offer(labels.myLanguage, 'mine')]),
        ]
      : [],
  ].filter((row) => row.length > 0)
}

/** A page that lists articles, or has none of its own: whoever sends it means the site, where that has a feed. */
function isFrontPage(reading: Reading, { text }: Article): boolean {
  return text === '' || (reading.kind === 'page' && listsArticles(reading.html, reading.url, text))
}

function feedBlocks(name: string, titles: readonly string[], { bot }: Locale): Block[] {
  return [
    { type: 'heading', text: [{ text: name }] },
    {
      type: 'lines',
      lines: [
        [{ text: bot.subscribe.latest }],
        ...titles.map((title): Inline[] => [{ text: '• ' }, { text: title, isolate: true }]),
      ],
    },
  ]
}

function summaryBlocks(
  item: Item,
  summary: Pick<Summary, 'headline' | 'why' | 'model'> & { bullets: readonly { text: string }[] },
  points: number,
  where: { url: string; timeZone: string; editedAt: Date | null; now: Date },
  { bot, digests, tag }: Locale,
): Block[] {
  const words = bot.summary
  const extract = summary.model === extractModel
  const about = [
    item.author === null ? null : words.by(item.author),
    item.originalAuthor === null ? null : words.originallyBy(item.originalAuthor),
    item.publishedAt === null ? null : formatDay(tag, item.publishedAt, where.timeZone, where.now),
    where.editedAt === null
      ? null
      : digests.edited(formatMoment(tag, where.editedAt, where.now, where.timeZone)),
    siteName(where.url),
  ].filter((part) => part !== null)
  return [
    {
      type: 'lines',
      lines: [
        [{ text: summary.headline ?? (item.title || where.url), bold: true, url: where.url }],
        [{ text: about.join(' · '), italic: true }],
      ],
    },
    ...(summary.bullets.length > 0
      ? [
          {
            type: 'lines' as const,
            lines: summary.bullets.slice(0, points).map(({ text }): Inline[] => [{ text: '• ' }, { text }]),
          },
        ]
      : []),
    ...(summary.why ? [{ type: 'paragraph' as const, text: [{ text: words.why(summary.why) }] }] : []),
    ...(extract ? [{ type: 'paragraph' as const, text: [{ text: words.keySentences, italic: true }] }] : []),
  ]
}

function followButton(sourceId: number, { bot }: Locale) {
  return { text: bot.buttons.followSource, callback_data: encodeCallback('follow', sourceId) }
}

async function buttons(
  pipeline: Pipeline,
  told: {
    summary: Summary
    points: number
    feed: string | undefined
    form: SummaryForm
    /** The article's own. */
    language: string
  },
  locale: Locale,
): Promise<Keyboard | null> {
  const { summary, points, feed } = told
  const isExtract = summary.model === extractModel
  const evidence = isExtract
    ? []
    : summary.bullets.slice(0, points).map((_, index) => ({
        text: locale.bot.buttons.evidence(index + 1),
        callback_data: encodeCallback('evidence', summary.id, index),
      }))
  const rows = [
    ...evidence.flatMap((_, at) => (at % 2 === 0 ? [evidence.slice(at, at + 2)] : [])),
    ...formButtons(pipeline, told, locale),
    [
      { text: locale.reading.story.save, callback_data: encodeCallback('link-keep', 1) },
      feed === undefined
        ? { text: locale.bot.buttons.followSource, callback_data: encodeCallback('link-follow') }
        : followButton((await offerSource(pipeline, feed)).id, locale),
    ],
  ]
  return rows.length > 0 ? { inline_keyboard: rows } : null
}
