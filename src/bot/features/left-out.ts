/** What a digest left out, with the reason for each; any of it is sent now or put into the next digest. */
import { paragraph } from '../../core/blocks.ts'
import { UserError } from '../../core/errors.ts'
import { siteName } from '../../locales/site-name.ts'
import { setCarried, listCarried } from '../../db/carried.ts'
import { findLeftOut, listLeftOut } from '../../db/digest-items.ts'
import { findCardArticle } from '../../db/past-digests.ts'
import { formatField } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { turnPage } from '../paging.ts'
import { postPayload } from '../post-link.ts'
import { button, inRows, marked, type Screen, send, show, showProgress } from '../screen.ts'
import { titleBlock } from './stories.ts'

const pageSize = 10

async function leftOutScreen(ctx: BotContext, digestId: number, page: number): Promise<Screen> {
  const { bot, digests, reading, tag } = ctx.locale
  const offset = page * pageSize
  const { total, items } = await listLeftOut(ctx.needs.db, ctx.subscriber.id, digestId, pageSize, offset)
  const reasonOf = (reason: string | null) => digests.reasons[reason ?? ''] ?? digests.otherReason
  const lines = items.map(
    (item, index) =>
      `${offset + index + 1}. ${formatField(tag, cleanLine(item.title, 90), reasonOf(item.reason))}`,
  )
  const pages = Math.ceil(total / pageSize)
  return {
    title: digests.leftOutTitle,
    body: [
      lines.length === 0 ? digests.nothingLeftOut : lines.join('\n'),
      lines.length === 0 ? null : reading.story.chooseLeftOut,
      pages > 1 ? bot.list.page(page + 1, pages) : null,
    ],
    buttons: [
      ...inRows(
        items.map((item, index) =>
          button(String(offset + index + 1), 'left', digestId, item.articleId, page),
        ),
        5,
      ),
      turnPage(ctx, page, pages, 'left-page', (to) => [digestId, to]),
      [button(reading.story.close, 'card-close')],
    ].filter((row) => row.length > 0),
  }
}

async function cardScreen(ctx: BotContext, words: string[], note: string | null): Promise<Screen> {
  const { bot, digests, reading } = ctx.locale
  const [digestId = 0, articleId = 0, page = 0] = words.map(Number)
  const { db } = ctx.needs
  const item = await findLeftOut(db, ctx.subscriber.id, digestId, articleId)
  const article = await findCardArticle(db, ctx.subscriber.id, articleId)
  if (!item || !article) throw new UserError('gone')
  const wanted = (await listCarried(db, [item.scheduleId])).get(item.scheduleId)?.includes(articleId) === true
  const reason = digests.reasons[item.reason ?? ''] ?? digests.otherReason
  return {
    body: [],
    blocks: [
      titleBlock(article.title, article.url),
      paragraph(reading.story.leftOutWhy(reason)),
      ...(note === null ? [] : [paragraph(note)]),
    ],
    buttons: [
      ...(article.url === null ? [] : [[button(reading.story.sendNow, 'left-now', digestId, articleId)]]),
      [
        button(
          marked(ctx, wanted, reading.story.intoNext),
          'left-next',
          digestId,
          articleId,
          page,
          wanted ? 0 : 1,
        ),
      ],
      [button(bot.buttons.back, 'left-page', digestId, page)],
    ],
  }
}

async function intoNext(ctx: BotContext, words: string[]): Promise<void> {
  const [digestId = 0, articleId = 0, , on] = words.map(Number)
  const { db, now } = ctx.needs
  const item = await findLeftOut(db, ctx.subscriber.id, digestId, articleId)
  if (!item) throw new UserError('gone')
  await setCarried(db, item.scheduleId, articleId, on === 1, now())
  const { story } = ctx.locale.reading
  await show(ctx, await cardScreen(ctx, words, on === 1 ? story.willCome : story.undone))
}

async function sendNow(ctx: BotContext, words: string[]): Promise<void> {
  const [, articleId = 0] = words.map(Number)
  const article = await findCardArticle(ctx.needs.db, ctx.subscriber.id, articleId)
  if (!article || article.url === null) throw new UserError('gone')
  const replyTo = await showProgress(ctx, ctx.locale.bot.links.reading(siteName(article.url)))
  await ctx.needs.enqueue(null, 'read-link', { ...replyTo, url: article.url })
}

export const leftOut: Feature = {
  presses: {
    more: {
      run: async (ctx, [id]) => send(ctx, await leftOutScreen(ctx, Number(id), 0)),
      open: true,
      inChannel: (ctx, [id]) => postPayload(ctx, 'more', id),
    },
    'left-page': {
      run: async (ctx, [id, page]) => show(ctx, await leftOutScreen(ctx, Number(id), Number(page) || 0)),
      open: true,
    },
    left: { run: async (ctx, words) => show(ctx, await cardScreen(ctx, words, null)) },
    'left-now': { run: sendNow },
    'left-next': { run: intoNext },
  },
}
