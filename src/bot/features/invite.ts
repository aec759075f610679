/** /invite NUMBER: an operator lets a person in where the bot is by invitation. */
import { upsertReader } from '../../db/readers.ts'
import type { BotContext, Feature } from '../context.ts'
import { takeWords } from './intent.ts'
import { send } from '../screen.ts'

async function invite(ctx: BotContext, text: string): Promise<void> {
  const { bot, tag } = ctx.locale
  const { config, db, now } = ctx.needs
  // To anybody else this command does not exist: it is words like any other.
  if (!config.adminIds.includes(ctx.from?.id ?? 0)) return takeWords(ctx, `invite ${text}`)
  if (!/^\d{1,15}$/u.test(text)) {
    return send(ctx, { body: [bot.inviteHow] })
  }
  await upsertReader(db, { userId: Number(text), locale: tag }, now())
  await send(ctx, { body: [bot.invited(text)] })
}

export const inviting: Feature = { commands: { invite: { run: invite } } }
