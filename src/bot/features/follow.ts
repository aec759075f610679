/** The buttons under what a job answered: follow its source, stop following, and take that back. */
import { UserError } from '../../core/errors.ts'
import type { Source } from '../../db/database.ts'
import { replaceSource } from '../../db/covered-things.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { findSource } from '../../db/sources.ts'
import { follow, isFollowing, unfollow } from '../../db/subscriptions.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { nameOf } from '../describe.ts'
import { button, isOnKeyboard, marked, pressedLabel, type Screen, show, swapButton } from '../screen.ts'

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

/** Follows a source; in the place of `instead`, where that is followed. */
export async function startFollowing(
  ctx: BotContext,
  source: Pick<Source, 'id'>,
  instead = 0,
): Promise<void> {
  const { db, now } = ctx.needs
  await db.transaction().execute(async (trx) => {
    if (instead > 0) await replaceSource(trx, ctx.subscriber.id, { from: instead, to: source.id })
    await follow(trx, ctx.subscriber.id, { sourceId: source.id }, now())
    await ensureSchedule(trx, ctx.subscriber, threadOf(ctx), now())
  })
}

/** One of several feeds: its button says whether it is followed, and the others stay. */
async function pick(ctx: BotContext, [id, on, instead]: string[]): Promise<void> {
  const source = await sourceOf(ctx, id)
  if (on === '1') await startFollowing(ctx, source, Number(instead))
  else await unfollow(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })
  const name = pressedLabel(ctx).replace(ctx.locale.bot.buttons.chosen(''), '')
  await swapButton(
    ctx,
    button(marked(ctx, on === '1', name), 'pick-feed', source.id, on === '1' ? 0 : 1, instead ?? 0),
  )
}

const titleOf = (ctx: BotContext, { title, url }: Pick<Source, 'title' | 'url'>) =>
  nameOf(ctx.locale, { title, url })

/** Says that a source is followed, now or already, with the way to take it back. */
export function followedScreen(
  ctx: BotContext,
  source: Pick<Source, 'id' | 'title' | 'url'>,
  already = false,
  instead: number | string = 0,
): Screen {
  const { buttons, subscribe } = ctx.locale.bot
  const title = titleOf(ctx, source)
  const undo = already ? [] : [button(buttons.undo, 'undo-follow', source.id, instead)]
  return {
    body: [already ? subscribe.already(title) : subscribe.followed(title)],
    buttons: [[...undo, button(buttons.myList, 'list', 0)]],
  }
}

/** Whether the pressed button says which source it is about: where there are several, it goes on saying so. */
const isNamed = (ctx: BotContext): boolean =>
  ![ctx.locale.bot.buttons.followSource, ctx.locale.bot.buttons.unfollowSource].includes(pressedLabel(ctx))

export const following: Feature = {
  presses: {
    follow: {
      run: async (ctx, [id]) => {
        const source = await sourceOf(ctx, id)
        await startFollowing(ctx, source)
        const { buttons } = ctx.locale.bot
        const label = isNamed(ctx) ? buttons.unfollow(titleOf(ctx, source)) : buttons.unfollowSource
        await swapButton(ctx, button(label, 'unfollow', source.id))
      },
    },
    unfollow: {
      run: async (ctx, [id]) => {
        const source = await sourceOf(ctx, id)
        await unfollow(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })
        const { buttons } = ctx.locale.bot
        const label = isNamed(ctx) ? buttons.follow(titleOf(ctx, source)) : buttons.followSource
        await swapButton(ctx, button(label, 'follow', source.id))
      },
    },
    'pick-feed': { run: pick },
    'undo-follow': {
      run: async (ctx, [id, instead = '0']) => {
        const { bot } = ctx.locale
        const source = await sourceOf(ctx, id)
        const { db } = ctx.needs
        // Only what our own message offers comes back: made-up words could name a source of somebody else's.
        const before = isOnKeyboard(ctx) ? await findSource(db, Number(instead)) : undefined
        if (before)
          await db
            .transaction()
            .execute((trx) => replaceSource(trx, ctx.subscriber.id, { from: source.id, to: before.id }))
        else await unfollow(db, ctx.subscriber.id, { sourceId: source.id })
        await show(ctx, {
          body: [bot.subscribe.unfollowed(titleOf(ctx, source))],
          buttons: [
            [
              button(bot.buttons.followSource, 'redo-follow', source.id, instead),
              button(bot.buttons.myList, 'list', 0),
            ],
          ],
        })
      },
    },
    'redo-follow': {
      run: async (ctx, [id, instead = '0']) => {
        const source = await sourceOf(ctx, id)
        await startFollowing(ctx, source, Number(instead))
        await show(ctx, followedScreen(ctx, source, false, instead))
      },
    },
  },
}
