/** /saved: articles kept for later, with their links; a tap takes one off the list, another takes that back. */
import { UserError } from '../../core/errors.ts'
import { findCardArticle } from '../../db/past-digests.ts'
import { setBookmark, listBookmarks } from '../../db/ratings.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'

const pageSize = 10

async function savedScreen(
  ctx: BotContext,
  page: number,
  done: { id: number; note: string } | null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const offset = page * pageSize
  const { total, items } = await listBookmarks(ctx.needs.db, ctx.subscriber.id, { offset, limit: pageSize })
  const pages = Math.ceil(total / pageSize)
  return {
    title: reading.saved.title,
    body: [
      done?.note ?? null,
      total === 0
        ? reading.saved.empty
        : items
            .map(
              (item, index) =>
                `${offset + index + 1}. ${cleanLine(item.title, 120)}${item.url === null ? '' : `\n${item.url.slice(0, 250)}`}`,
            )
            .join('\n'),
      total === 0 ? null : reading.saved.tap,
    ],
    buttons: [
      ...(done ? [[button(bot.buttons.undo, 'saved-keep', done.id, page)]] : []),
      ...inRows(
        items.map((item, index) => button(`✕ ${offset + index + 1}`, 'saved-drop', item.id, page)),
        5,
      ),
      [
        ...(page > 0 ? [button(bot.buttons.previous, 'saved', page - 1)] : []),
        ...(page < pages - 1 ? [button(bot.buttons.next, 'saved', page + 1)] : []),
      ],
    ].filter((row) => row.length > 0),
  }
}

async function drop(ctx: BotContext, [id, page]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const { items } = await listBookmarks(db, ctx.subscriber.id, { offset: 0, limit: 10_000 })
  const item = items.find((each) => each.id === Number(id))
  await setBookmark(db, ctx.subscriber.id, Number(id), false, now())
  const note = ctx.locale.reading.saved.removed(cleanLine(item?.title ?? '', 80))
  await show(ctx, await savedScreen(ctx, Number(page) || 0, item ? { id: item.id, note } : null))
}

export const saved: Feature = {
  commands: { saved: { run: async (ctx) => void (await send(ctx, await savedScreen(ctx, 0, null))) } },
  presses: {
    saved: {
      run: async (ctx, [page]) => void (await show(ctx, await savedScreen(ctx, Number(page) || 0, null))),
    },
    'saved-drop': { run: drop },
    'saved-keep': {
      offered: true,
      run: async (ctx, [id, page]) => {
        const { db, now } = ctx.needs
        // Only what this chat has been told of: a made-up number must not show what another reads.
        if (!(await findCardArticle(db, ctx.subscriber.id, Number(id)))) throw new UserError('gone')
        await setBookmark(db, ctx.subscriber.id, Number(id), true, now())
        await show(ctx, await savedScreen(ctx, Number(page) || 0, null))
      },
    },
  },
}
