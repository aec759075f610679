/** `@bot words` or a link, in any chat: stored articles to send there, with their first sentences. */
import type { InlineQueryResultArticle, MessageEntity } from 'grammy/types'
import { extractSummary } from '../../core/extract.ts'
import type { Block } from '../../core/blocks.ts'
import { questionTerms } from '../../core/question.ts'
import { renderBlocks } from '../../core/render.ts'
import { siteName } from '../../locales/site-name.ts'
import { listArticlesByUrl } from '../../db/articles-by-url.ts'
import { listArticles } from '../../db/articles.ts'
import type { Article } from '../../db/database.ts'
import { savePending } from '../../db/pending.ts'
import { searchArticles } from '../../db/search.ts'
import { findSubscriber } from '../../db/subscribers.ts'
import { formatDay } from '../../locales/format.ts'
import { getLocale, type Locale } from '../../locales/locales.ts'
import type { BotContext } from '../context.ts'
import { readPayload } from './summary.ts'
import { requireEntry } from '../operators.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'

/** https://core.telegram.org/bots/api#answerinlinequery takes 50; a phone shows a few. */
const perPage = 10
const mostPages = 5
const mostTerms = 24
/** Seconds that Telegram may show one person the same results. */
const cacheSeconds = 300
const linkPatienceMs = 15 * 60_000

/** Takes an inline query. */
export async function takeInline(ctx: BotContext): Promise<void> {
  const query = ctx.inlineQuery
  if (!query) return
  await requireEntry(ctx)
  const { db, now } = ctx.needs
  const chat = await findSubscriber(db, ctx.me.id, query.from.id)
  const locale = getLocale(chat?.locale ?? query.from.language_code)
  const page = Math.min(mostPages, Math.max(0, Math.trunc(Number(query.offset)) || 0))
  const [link] = extractLinks(query.query)
  const found = link
    ? await articlesAt(ctx, link)
    : await searchArticles(db, questionTerms(query.query, mostTerms), {
        subscriberId: chat?.id ?? 0,
        limit: perPage,
        offset: page * perPage,
      })
  const unread = link !== undefined && found.length === 0 && chat !== undefined
  // Its link is too long for a start parameter: it waits in the private chat.
  if (unread)
    await savePending(
      db,
      { subscriberId: chat.id, userId: query.from.id },
      { kind: 'links', payload: { urls: [link] } },
      new Date(now().getTime() + linkPatienceMs),
    )
  const { inline } = locale.screens
  const text = unread
    ? inline.readIt
    : found.length === 0 && query.query !== ''
      ? inline.nothing
      : inline.open
  await ctx.answerInlineQuery(
    found.map((article) => resultOf(article, locale, chat?.time_zone ?? 'UTC')),
    {
      cache_time: unread ? 0 : cacheSeconds,
      is_personal: true,
      next_offset: !link && found.length === perPage && page + 1 < mostPages ? String(page + 1) : '',
      button: { text, start_parameter: unread ? readPayload : 'inline' },
    },
  )
}

async function articlesAt(ctx: BotContext, link: string): Promise<Article[]> {
  const { db } = ctx.needs
  const found = await listArticlesByUrl(db, [link], 1)
  return listArticles(
    db,
    found.map(({ id }) => id),
  )
}

function resultOf(article: Article, locale: Locale, timeZone: string): InlineQueryResultArticle {
  const { title, text, language } = article
  const url = article.url ?? article.original_url
  const sentences = extractSummary({ title, text, language, maxSentences: 3, maxChars: 600 })
  const about = [
    url ? siteName(url) : null,
    formatDay(locale.tag, article.published_at ?? article.found_at, timeZone),
  ]
  const line = about.filter((part) => part !== null).join(' · ')
  const blocks: Block[] = [
    {
      type: 'lines',
      lines: [[{ text: title || line, bold: true, ...(url ? { url } : {}) }], [{ text: line, italic: true }]],
    },
    { type: 'lines', lines: sentences.map((sentence) => [{ text: '• ' }, { text: sentence }]) },
  ]
  const [part] = renderBlocks(blocks)
  return {
    type: 'article',
    id: String(article.id),
    title: cleanLine(title || line, 120),
    description: cleanLine(`${line} · ${sentences[0] ?? ''}`, 200),
    input_message_content: {
      message_text: part?.text ?? title,
      entities: (part?.entities ?? []) as MessageEntity[],
      link_preview_options: { is_disabled: true },
    },
  }
}
