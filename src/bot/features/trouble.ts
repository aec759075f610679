/** The buttons under the news that a source fails: read it again now, or look on its site for where it went. */
import { UserError } from '../../core/errors.ts'
import { siteName } from '../../locales/site-name.ts'
import type { Source } from '../../db/database.ts'
import { findSource } from '../../db/sources.ts'
import { isFollowing } from '../../db/subscriptions.ts'
import { retrySource } from '../../db/troubled-sources.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { button, send, sendProgress } from '../screen.ts'

/** Only a source that this chat follows: the number in a button proves nothing. */
async function followedSource(ctx: BotContext, id: string | undefined): Promise<Source> {
  const source = await findSource(ctx.needs.db, Number(id))
  if (!source || !(await isFollowing(ctx.needs.db, ctx.subscriber.id, { sourceId: source.id })))
    throw new UserError('notFollowing')
  return source
}

export const trouble: Feature = {
  presses: {
    retry: {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const { title, url, id: sourceId } = await followedSource(ctx, id)
        await retrySource(ctx.needs.db, sourceId, ctx.needs.now())
        await send(ctx, {
          body: [bot.subscribe.retrying(nameOf(ctx.locale, { title, url }))],
          buttons: [[button(bot.buttons.myList, 'list', 0)]],
        })
      },
    },
    'find-feed': {
      run: async (ctx, [id]) => {
        const source = await followedSource(ctx, id)
        const site = source.site_url ?? new URL(source.url).origin
        // In a message of its own: what else can be done stays in reach, should nothing be found.
        const replyTo = await sendProgress(ctx, ctx.locale.bot.subscribe.looking(siteName(site)))
        await ctx.needs.enqueue(null, 'add-source', { ...replyTo, url: site, instead: source.id })
      },
    },
  },
}
