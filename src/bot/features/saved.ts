/** /saved: articles kept for later, with their links; a tap takes one off the list, another takes that back. */
import type { Inline } from '../../core/blocks.ts'
import { UserError } from '../../core/errors.ts'
import { findCardArticle } from '../../db/past-digests.ts'
import { dropLink, listBookmarks, type SavedItem, saveLink, setBookmark } from '../../db/ratings.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { turnPage } from '../paging.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'

const pageSize = 10

/** How a button names what was saved: an article's number, or 'l' and the number of a link. */
export const keyOf = ({ id, articleId }: Pick<SavedItem, 'id' | 'articleId'>): string =>
  articleId === null ? `l${id}` : String(articleId)

async function savedScreen(
  ctx: BotContext,
  page: number,
  done: { key: string; note: string } | null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const offset = page * pageSize
  const { total, items } = await listBookmarks(ctx.needs.db, ctx.subscriber.id, { offset, limit: pageSize })
  return {
    title: reading.saved.title,
    body: [done?.note ?? null, total === 0 ? reading.saved.empty : reading.saved.tap],
    blocks: [
      {
        type: 'lines',
        lines: items.map(({ title, url }, index): Inline[] => [
          { text: `${offset + index + 1}. ` },
          { text: cleanLine(title, 120), isolate: true, ...(url === null ? {} : { url }) },
        ]),
      },
    ],
    buttons: [
      ...(done ? [[button(bot.buttons.undo, 'saved-keep', done.key, page)]] : []),
      ...inRows(
        items.map((item, index) => button(`✕ ${offset + index + 1}`, 'saved-drop', keyOf(item), page)),
        5,
      ),
      turnPage(ctx, page, Math.ceil(total / pageSize), 'saved', (to) => [to]),
    ].filter((row) => row.length > 0),
  }
}

async function drop(ctx: BotContext, [key = '', page]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const { items } = await listBookmarks(db, ctx.subscriber.id, { offset: 0, limit: 10_000 })
  const item = items.find((each) => keyOf(each) === key)
  if (item?.articleId === null) {
    // Nothing else remembers a link: it waits in the question, so that it can be taken back.
    const link = await dropLink(db, ctx.subscriber.id, { id: item.id })
    await ask(ctx, 'dropped-link', { key, ...link })
  } else if (item) await setBookmark(db, ctx.subscriber.id, item.articleId, false, now())
  const note = ctx.locale.reading.saved.removed(cleanLine(item?.title ?? '', 80))
  await show(ctx, await savedScreen(ctx, Number(page) || 0, item ? { key, note } : null))
}

async function keepAgain(ctx: BotContext, [key = '', page]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  if (key.startsWith('l')) {
    const { kind, payload } = (await openQuestion(ctx)) ?? {}
    if (kind !== 'dropped-link' || payload?.['key'] !== key) throw new UserError('gone')
    const link = { url: String(payload['url']), title: String(payload['title']) }
    await saveLink(db, ctx.subscriber.id, link, now())
    await closeQuestion(ctx)
  } else {
    // Only what this chat has been told of: a made-up number must not show what another reads.
    if (!(await findCardArticle(db, ctx.subscriber.id, Number(key)))) throw new UserError('gone')
    await setBookmark(db, ctx.subscriber.id, Number(key), true, now())
  }
  await show(ctx, await savedScreen(ctx, Number(page) || 0, null))
}

export const saved: Feature = {
  commands: { saved: { run: async (ctx) => send(ctx, await savedScreen(ctx, 0, null)) } },
  presses: {
    saved: {
      run: async (ctx, [page]) => show(ctx, await savedScreen(ctx, Number(page) || 0, null)),
    },
    'saved-drop': { run: drop },
    'saved-keep': { offered: true, run: keepAgain },
  },
}
