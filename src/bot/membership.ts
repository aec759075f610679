/** The bot's own coming and going: blocked and unblocked, added and removed, given and denied the right to write, moved. */
import type { ChatMember, InlineKeyboardButton } from 'grammy/types'
import { noteAdmin } from '../db/chats.ts'
import { findSubscriber, moveSubscriber, setSubscriberState } from '../db/subscribers.ts'
import { getLocale } from '../locales/locales.ts'
import { createChat, titleOf } from './chat.ts'
import type { BotContext } from './context.ts'
import { revive } from './pausing.ts'
import { button } from './screen.ts'

const isGone = (member: ChatMember) => member.status === 'left' || member.status === 'kicked'

function mayWrite(member: ChatMember, isChannel: boolean): boolean {
  if (member.status === 'restricted') return member.can_send_messages
  if (isChannel) return member.status === 'administrator' && member.can_post_messages === true
  return !isGone(member)
}

/** Tells the person who changed the membership, in private; they may never have spoken to the bot, which is fine. */
async function tellInPrivate(
  ctx: BotContext,
  text: string,
  buttons: InlineKeyboardButton[] = [],
): Promise<void> {
  if (!ctx.from) return
  try {
    await ctx.api.sendMessage(
      ctx.from.id,
      text,
      buttons.length > 0 ? { reply_markup: { inline_keyboard: [buttons] } } : {},
    )
  } catch (error) {
    ctx.needs.log.debug({ err: error }, 'the owner could not be told in private')
  }
}

/** Takes a my_chat_member update. */
export async function takeMembership(ctx: BotContext): Promise<void> {
  const change = ctx.myChatMember
  if (!change) return
  const { db, now } = ctx.needs
  const { chat, old_chat_member: before, new_chat_member: after } = change
  const isChannel = chat.type === 'channel'
  const known = await findSubscriber(db, ctx.me.id, chat.id)
  const { bot } = getLocale(known?.locale ?? ctx.from?.language_code)
  if (chat.type === 'private') {
    if (!known) return
    if (isGone(after)) await setSubscriberState(db, known.id, 'blocked', 'blocked', now())
    else if (known.state === 'blocked' || known.state === 'gone') await revive(ctx.needs, known.id)
    return
  }
  if (isGone(after)) {
    if (known) await setSubscriberState(db, known.id, 'gone', 'kicked', now())
    await tellInPrivate(ctx, bot.chat.gone(titleOf(chat)))
    return
  }
  const subscriber = known ?? (await createChat(ctx, chat))
  // Whoever adds or promotes a bot is an admin, or is found not to be when it matters.
  if (ctx.from) await noteAdmin(db, { botId: ctx.me.id, chatId: chat.id, userId: ctx.from.id }, now())
  if (!mayWrite(after, isChannel)) {
    await setSubscriberState(db, subscriber.id, 'paused', 'noRights', now())
    await tellInPrivate(
      ctx,
      isChannel ? bot.chat.channelNoRights(titleOf(chat)) : noRights(ctx, subscriber.locale),
    )
    return
  }
  // A pause that somebody asked for stays; one that lost rights caused ends with them.
  const lost =
    subscriber.state === 'gone' || subscriber.state === 'blocked' || subscriber.reason === 'noRights'
  if (lost) await revive(ctx.needs, subscriber.id)
  const isNew = isGone(before) || !mayWrite(before, isChannel)
  if (!isNew) return
  if (isChannel)
    await tellInPrivate(ctx, bot.chat.channelHello(titleOf(chat)), [
      button(titleOf(chat), 'at', subscriber.id),
    ])
  else await ctx.reply(bot.chat.groupHello)
}

function noRights(ctx: BotContext, locale: string): string {
  return getLocale(locale).notices.noRights(ctx.chat ? titleOf(ctx.chat) : '')
}

/** A group that became a supergroup has a new id; everything about it stays. */
export async function takeMigration(ctx: BotContext, from: number, to: number): Promise<void> {
  const { db, now } = ctx.needs
  const known = await findSubscriber(db, ctx.me.id, from)
  if (known) await moveSubscriber(db, known.id, to, now())
}
