/** /delete: everything we keep about this chat, removed for good after one question, and said what it was. */
import { deletePacksOf } from '../../db/packs.ts'
import { deleteReader } from '../../db/readers.ts'
import { deleteSubscriber } from '../../db/subscribers.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, type Screen, send, show } from '../screen.ts'

async function removeAll(ctx: BotContext): Promise<void> {
  const { remove } = ctx.locale.bot
  const { id, kind, reader_id: readerId } = ctx.subscriber
  let packs = 0
  const removed = await ctx.needs.db.transaction().execute(async (trx) => {
    // A group is deleted by an admin, whose own chat stays.
    const isTheirs = kind === 'private' && readerId !== null
    // Before the chat: a source that only their own pack still names is to go too.
    if (isTheirs) packs = await deletePacksOf(trx, readerId)
    const counts = await deleteSubscriber(trx, id)
    if (isTheirs) await deleteReader(trx, readerId)
    return counts
  })
  await show(ctx, {
    title: remove.done,
    body: [
      remove.removed(removed.subscriptions, removed.schedules, removed.digests),
      removed.sources > 0 ? remove.sources(removed.sources) : null,
      packs > 0 ? remove.packs(packs) : null,
      remove.comeBack,
    ],
  })
}

function askScreen(ctx: BotContext): Screen {
  const { bot } = ctx.locale
  return {
    title: bot.remove.title,
    body: [bot.remove.what],
    buttons: [[button(bot.buttons.keep, 'keep')], [button(bot.buttons.deleteAll, 'delete-all')]],
  }
}

export const removing: Feature = {
  commands: {
    delete: { run: (ctx) => send(ctx, askScreen(ctx)) },
  },
  presses: {
    delete: { run: (ctx) => show(ctx, askScreen(ctx)) },
    keep: {
      run: async (ctx) => {
        const { bot } = ctx.locale
        await show(ctx, { body: [bot.remove.kept], buttons: [[button(bot.buttons.myList, 'list', 0)]] })
      },
    },
    'delete-all': { run: removeAll },
  },
}
