/** A forwarded post, and a channel chosen by Telegram's own button: what to do with the channel it comes from. */
import type { Message } from 'grammy/types'
import { isLongText } from '../../core/long-text.ts'
import { insertText } from '../../db/texts.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'
import { ask } from '../questions.ts'
import { button, send } from '../screen.ts'
import { addSources, maxLinks } from './subscribe.ts'

/** What `chat_shared` repeats, so that we know what the channel was chosen for. */
const followRequest = 1

/** Takes a post forwarded from a channel; false for any other message. */
export async function takeForward(ctx: BotContext, msg: Message): Promise<boolean> {
  const origin = msg.forward_origin
  if (origin?.type !== 'channel') return false
  const { forward } = ctx.locale.screens
  const { bot } = ctx.locale
  const title = cleanLine(origin.chat.title, 60)
  const words = msg.text ?? msg.caption ?? ''
  const links = extractLinks(words, msg.entities ?? msg.caption_entities ?? [])
  const { username } = origin.chat
  const { db, now } = ctx.needs
  const textId = isLongText(words) ? await insertText(db, ctx.subscriber.id, words, now()) : null
  if (username === undefined && links.length === 0 && textId === null) {
    await send(ctx, { body: [forward.closed(title)], buttons: [[button(bot.buttons.help, 'help')]] })
    return true
  }
  const channel = username === undefined ? null : `https://t.me/${username}`
  await ask(ctx, 'links', { urls: links.slice(0, maxLinks), channel })
  await send(ctx, {
    body: [forward.from(title), username === undefined ? forward.closed(title) : null],
    buttons: [
      channel === null ? [] : [button(bot.buttons.followSource, 'follow-channel')],
      textId === null ? [] : [button(ctx.locale.screens.labels.bySummary, 'read-text', textId)],
      links.length === 0 || textId !== null ? [] : [button(bot.buttons.summarise, 'read-links')],
    ].filter((row) => row.length > 0),
  })
  return true
}

/** Takes the channel that a reader chose. */
export async function takeShared(
  ctx: BotContext,
  shared: NonNullable<Message['chat_shared']>,
): Promise<void> {
  const { forward } = ctx.locale.screens
  const remove = { reply_markup: { remove_keyboard: true as const } }
  if (shared.username === undefined) {
    await ctx.reply(forward.closed(cleanLine(shared.title ?? '', 60)), remove)
    return
  }
  // Only a message that removes it takes the button below the field away.
  await ctx.reply(forward.chosen(cleanLine(shared.title ?? shared.username, 60)), remove)
  await addSources(ctx, [`https://t.me/${shared.username}`])
}

async function chooseChannel(ctx: BotContext): Promise<void> {
  const { forward, labels } = ctx.locale.screens
  await ctx.reply(forward.choose, {
    reply_markup: {
      keyboard: [
        [
          {
            text: labels.chooseChannel,
            request_chat: {
              request_id: followRequest,
              chat_is_channel: true,
              chat_has_username: true,
              request_title: true,
              request_username: true,
            },
          },
        ],
      ],
      resize_keyboard: true,
      one_time_keyboard: true,
    },
  })
}

export const forwarding: Feature = {
  presses: { 'pick-channel': { run: chooseChannel } },
}
