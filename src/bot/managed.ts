/** Lets an admin act in private for a group or channel: who may is asked of Telegram each time. */
import { UserError } from '../core/errors.ts'
import { forgetAdmin } from '../db/chats.ts'
import type { Subscriber } from '../db/database.ts'
import { findSubscriberById, setSubscriberState } from '../db/subscribers.ts'
import { judgeError } from '../telegram/errors.ts'
import type { BotContext } from './context.ts'
import { isAdmin } from './rights.ts'

/** The same update, about another chat's row: what is followed or changed is that chat's; answers go where it came from. */
export function speakFor(ctx: BotContext, subscriber: Subscriber): BotContext {
  return Object.assign(Object.create(ctx) as BotContext, { subscriber })
}

/**
 * The chat of that number, for whoever is an admin there now. Throws UserError 'gone' for what is no group or channel
 * of this bot, 'chatLost' where the bot is out, 'notAdminThere' where the person is no admin any more.
 */
export async function openManaged(ctx: BotContext, id: number): Promise<Subscriber> {
  const { db, now } = ctx.needs
  const chat = Number.isSafeInteger(id) ? await findSubscriberById(db, id) : undefined
  const isOurs = chat !== undefined && chat.bot_id === ctx.me.id && chat.kind !== 'private'
  if (!isOurs || !ctx.from || ctx.chat?.type !== 'private') throw new UserError('gone')
  const { title } = chat
  try {
    if (isAdmin(await ctx.api.getChatMember(chat.chat_id, ctx.from.id))) return chat
  } catch (error) {
    if (judgeError(error).kind !== 'gone') throw error
    if (!(await forgetAdmin(db, chat.id, ctx.from.id))) throw new UserError('gone')
    await setSubscriberState(db, chat.id, 'gone', 'kicked', now())
    throw new UserError('chatLost', { title })
  }
  // Whoever made the number up is told nothing of the chat, not even its name.
  if (!(await forgetAdmin(db, chat.id, ctx.from.id))) throw new UserError('gone')
  throw new UserError('notAdminThere', { title })
}
