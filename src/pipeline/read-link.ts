/** A link sent by a reader: its article summed up, or, where it is a feed, what following it would bring. */
import type { Block, Inline } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { listArticlesByUrl } from '../db/articles-by-url.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import { discoverFeeds } from '../sources/discover.ts'
import { type Article, extractArticle } from '../sources/page.ts'
import { listsArticles } from '../sources/page/listing.ts'
import { sourceName } from './add-source.ts'
import type { Pipeline } from './context.ts'
import { storeBestSource } from './find-source.ts'
import { contentHash } from './ingest.ts'
import { itemOf, type Reading, readUrl } from './read.ts'
import { reply } from './reply.ts'
import { followButton, tellSummary } from './tell-summary.ts'

/** Summarises what `url` says. Throws UserError where nothing can be read there; nothing is stored then. */
export async function readLink(
  pipeline: Pipeline,
  { url, form, language, ...to }: JobPayloads['read-link'],
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const locale = getLocale(to.locale)
  const reading = await readUrl(pipeline, url)
  const page = reading.kind === 'page' ? extractArticle(reading.html, reading.url, pipeline.now()) : null
  const feeds = reading.kind === 'page' ? discoverFeeds(reading.html, reading.url) : []
  if (reading.kind === 'feed' || (feeds.length > 0 && page && isFrontPage(reading, page))) {
    const found = await storeBestSource(pipeline, url, false).catch((error: unknown) => {
      // A feed that was only supposed to be there leaves the page to be read.
      if (page === null || page.text === '' || !(error instanceof UserError)) throw error
      return null
    })
    if (found) {
      const keyboard = { inline_keyboard: [[followButton(found.source.id, locale)]] }
      return reply(pipeline, to, feedBlocks(sourceName(found.source), found.titles, locale), keyboard)
    }
  }
  const item = page ? itemOf(page, reading.url) : 'items' in reading ? reading.items[0]?.item : undefined
  if (!item || item.text === '') throw new UserError('emptyArticle', { url })
  const [stored] = await listArticlesByUrl(pipeline.db, [...new Set([reading.url, item.url ?? url, url])], 1)
  await tellSummary(pipeline, to, subscriber, {
    item,
    article: { ...item, id: null, content_hash: contentHash(item) },
    from: { url: reading.url, editedAt: stored?.edited_at ?? null, feed: feeds[0] },
    form,
    language,
  })
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
