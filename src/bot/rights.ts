/** Who may change what a group or channel gets: its admins, asked of Telegram at that moment. */
import type { ChatMember } from 'grammy/types'
import { UserError } from '../core/errors.ts'
import { noteAdmin } from '../db/chats.ts'
import type { BotContext } from './context.ts'

/** True in private, for what a channel posts itself, for an anonymous admin, and for an admin by name. */
export async function mayChange(ctx: BotContext): Promise<boolean> {
  const { chat } = ctx
  if (!chat) return false
  if (chat.type === 'private' || ctx.channelPost) return true
  if (ctx.message?.sender_chat?.id === chat.id) return true
  if (!ctx.from) return false
  const member = await ctx.getChatMember(ctx.from.id)
  if (!isAdmin(member)) return false
  const { db, now } = ctx.needs
  await noteAdmin(db, { botId: ctx.me.id, chatId: chat.id, userId: ctx.from.id }, now())
  return true
}

/** Throws UserError 'adminsOnly' for whoever may not change what the chat gets. */
export async function requireRight(ctx: BotContext): Promise<void> {
  if (!(await mayChange(ctx))) throw new UserError('adminsOnly')
}

export const isAdmin = ({ status }: ChatMember): boolean => status === 'creator' || status === 'administrator'
