/** The buttons under a link's summary that keep the link for later, or look for what can be followed where it leads. */
import { siteName } from '../../locales/site-name.ts'
import { dropLink, saveLink } from '../../db/ratings.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, sendProgress, swapButton } from '../screen.ts'
import { linkOf } from './again.ts'

async function keep(ctx: BotContext, [on]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const { save } = ctx.locale.reading.story
  const link = linkOf(ctx)
  if (on === '1') await saveLink(db, ctx.subscriber.id, link, now())
  else await dropLink(db, ctx.subscriber.id, { url: link.url })
  await swapButton(
    ctx,
    on === '1' ? button(ctx.locale.bot.buttons.chosen(save), 'link-keep', 0) : button(save, 'link-keep', 1),
  )
}

async function lookForFeed(ctx: BotContext): Promise<void> {
  const { url } = linkOf(ctx)
  const replyTo = await sendProgress(ctx, ctx.locale.bot.subscribe.looking(siteName(url)))
  await ctx.needs.enqueue(null, 'add-source', { ...replyTo, url })
}

export const keptLinks: Feature = {
  presses: { 'link-keep': { run: keep }, 'link-follow': { run: lookForFeed } },
}
