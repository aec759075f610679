/** The buttons under what a job answered: follow its source, stop following, and take that back. */
import { UserError } from '../../core/errors.ts'
import type { Source } from '../../db/database.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { findSource } from '../../db/sources.ts'
import { follow, isFollowing, unfollow } from '../../db/subscriptions.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { nameOf } from '../describe.ts'
import { button, show, swapButton } from '../screen.ts'

/** The source a button names. A client can make up button words, so one that is not shared must be on our keyboard. */
async function sourceOf(ctx: BotContext, id: string | undefined): Promise<Source> {
  const source = await findSource(ctx.needs.db, Number(id))
  if (!source) throw new UserError('gone')
  const keyboard = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? []
  const offered = keyboard
    .flat()
    .some((each) => 'callback_data' in each && each.callback_data.split(':')[2] === String(source.id))
  const known = await isFollowing(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })
  if (!source.shared && !offered && !known) throw new UserError('gone')
  return source
}

async function startFollowing(ctx: BotContext, source: Source): Promise<void> {
  const { db, now } = ctx.needs
  await follow(db, ctx.subscriber.id, { sourceId: source.id }, now())
  await ensureSchedule(db, ctx.subscriber, threadOf(ctx), now())
}

const titleOf = (ctx: BotContext, { title, url }: Source) => nameOf(ctx.locale, { names: null, title, url })

export const following: Feature = {
  presses: {
    follow: {
      run: async (ctx, [id]) => {
        const source = await sourceOf(ctx, id)
        await startFollowing(ctx, source)
        await swapButton(ctx, button(ctx.locale.bot.buttons.unfollowSource, 'unfollow', source.id))
      },
    },
    unfollow: {
      run: async (ctx, [id]) => {
        const source = await sourceOf(ctx, id)
        await unfollow(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })
        await swapButton(ctx, button(ctx.locale.bot.buttons.followSource, 'follow', source.id))
      },
    },
    'undo-follow': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const source = await sourceOf(ctx, id)
        await unfollow(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })
        await show(ctx, {
          body: [bot.subscribe.unfollowed(titleOf(ctx, source))],
          buttons: [
            [
              button(bot.buttons.followSource, 'redo-follow', source.id),
              button(bot.buttons.myList, 'list', 0),
            ],
          ],
        })
      },
    },
    'redo-follow': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const source = await sourceOf(ctx, id)
        await startFollowing(ctx, source)
        await show(ctx, {
          body: [bot.subscribe.followed(titleOf(ctx, source))],
          buttons: [
            [button(bot.buttons.undo, 'undo-follow', source.id), button(bot.buttons.myList, 'list', 0)],
          ],
        })
      },
    },
  },
}
