/** /delete: everything we keep about this chat, removed for good after one question, and said what it was. */
import { deleteReader } from '../../db/readers.ts'
import { deleteSubscriber } from '../../db/subscribers.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, send, show } from '../screen.ts'

async function removeAll(ctx: BotContext): Promise<void> {
  const { remove } = ctx.locale.bot
  const { id, kind, reader_id: readerId } = ctx.subscriber
  const removed = await ctx.needs.db.transaction().execute(async (trx) => {
    const counts = await deleteSubscriber(trx, id)
    // A group is deleted by an admin, whose own chat stays.
    if (kind === 'private' && readerId !== null) await deleteReader(trx, readerId)
    return counts
  })
  await show(ctx, {
    title: remove.done,
    body: [
      remove.removed(removed.subscriptions, removed.schedules, removed.digests),
      removed.sources > 0 ? remove.sources(removed.sources) : null,
      remove.comeBack,
    ],
  })
}

export const removing: Feature = {
  commands: {
    delete: {
      run: async (ctx) => {
        const { bot } = ctx.locale
        await send(ctx, {
          title: bot.remove.title,
          body: [bot.remove.what],
          buttons: [[button(bot.buttons.keep, 'keep')], [button(bot.buttons.deleteAll, 'delete-all')]],
        })
      },
    },
  },
  presses: {
    keep: {
      run: async (ctx) => {
        const { bot } = ctx.locale
        await show(ctx, { body: [bot.remove.kept], buttons: [[button(bot.buttons.myList, 'list', 0)]] })
      },
    },
    'delete-all': { run: removeAll },
  },
}
