/** "Shorter", "in English": what was just told, or is replied to, told anew in words as its buttons do it. */
import type { Message } from 'grammy/types'
import { parseCallback } from '../../core/callback.ts'
import { textOfSubject } from '../../core/jobs.ts'
import { readRetelling } from '../../locales/retellings.ts'
import { formatField } from '../../locales/format.ts'
import { localeNames, type LocaleTag } from '../../locales/locales.ts'
import { readWishes } from '../../locales/wishes.ts'
import type { BotContext } from '../context.ts'
import { isOurs, itemsOf } from '../replied-items.ts'
import { requireRight } from '../rights.ts'
import { button, send, showProgress } from '../screen.ts'
import { isList, recall, remember, type Shown, type ShownList } from '../shown.ts'
import { firstLink } from './again.ts'
import { screens } from './settings-screens.ts'
import { speak } from './start.ts'

type Retellable = Exclude<Shown, ShownList>

/** Takes a wish for another length or language; false where the words are none, or nothing here can be told anew. */
export async function takeRetelling(ctx: BotContext, msg: Message, words: string): Promise<boolean> {
  const wanted = readRetelling(ctx.locale.tag, words)
  if (!wanted) return false
  const target = targetOf(ctx, msg.reply_to_message)
  if (target) await retell(ctx, target, { ...wanted, wish: words })
  // Said of nothing, it is meant for all that is to come; of a digest, for its articles.
  else if (ctx.chat?.type === 'private' && msg.reply_to_message) return false
  // '摘要用英文' is about summaries, not about what the bot speaks.
  else if (readWishes(ctx.locale.tag, words).some(({ kind }) => kind === 'summaries')) return false
  else if ('language' in wanted) await changeLanguage(ctx, wanted.language)
  else if (ctx.chat?.type === 'private') await send(ctx, await screens['set-length']!(ctx))
  else return false
  return true
}

/** Speaks another language from now on, and says so in it, with the way back. */
async function changeLanguage(ctx: BotContext, tag: LocaleTag): Promise<void> {
  await requireRight(ctx)
  const before = ctx.locale.tag
  await speak(ctx, tag)
  const { bot } = ctx.locale
  const undo = before === tag ? [] : [button(bot.buttons.undo, 'language', before)]
  await send(ctx, {
    body: [bot.settings.saved, formatField(tag, bot.settings.language, localeNames[tag])],
    buttons: [[...undo, button(bot.buttons.otherLanguage, 'set-language')]],
  })
}

/** What the wish is about: the summary or answer replied to; without a reply, what was shown last. */
function targetOf(ctx: BotContext, repliedTo: Message['reply_to_message']): Retellable | null {
  const last = recall(ctx)
  // What a list tells is as long, and in the language, as the settings say.
  if (!repliedTo) return last && !isList(last) ? whatWasTold(last) : null
  if (!isOurs(ctx, repliedTo)) return null
  const told = summaryIn(repliedTo)
  if (told) return told
  const isAnswer = itemsOf(repliedTo).every(({ number }) => number === null)
  return last && 'question' in last && isAnswer && repliedTo.message_id >= last.messageId ? last : null
}

/** Where nothing answered a question, what it was put to. */
function whatWasTold(last: Retellable): Retellable | null {
  if (!('question' in last) || last.empty !== true) return last
  const textId = textOfSubject(last.about ?? '')
  return textId === null ? null : { textId, messageId: last.messageId, partAt: null }
}

/** What a summary of ours sums up, by its buttons and its link. */
export function summaryIn(message: NonNullable<Message['reply_to_message']>): Retellable | null {
  const buttons = (message.reply_markup?.inline_keyboard.flat() ?? []).flatMap(
    (each) => ('callback_data' in each ? parseCallback(each.callback_data) : null) ?? [],
  )
  const again = buttons.find(({ verb }) => verb === 'again')
  const textId = Number(again?.args[1])
  if (textId > 0) return { textId, messageId: message.message_id, partAt: null }
  const url = again || buttons.some(({ verb }) => verb === 'link-keep') ? firstLink(message)?.url : undefined
  return url === undefined ? null : { url }
}

/** Tells it anew. */
export async function retell(
  ctx: BotContext,
  target: Retellable,
  how: NonNullable<ReturnType<typeof readRetelling>> & { wish: string },
): Promise<void> {
  const { wish, ...retelling } = how
  const replyTo = await showProgress(ctx, ctx.locale.screens.again.writing)
  const { enqueue } = ctx.needs
  if ('url' in target) await enqueue(null, 'read-link', { ...replyTo, ...target, ...retelling })
  else if ('textId' in target)
    await enqueue(null, 'read-text', { ...replyTo, textId: target.textId, ...retelling })
  else {
    const { messageId: _before, empty: _empty, ...asked } = target
    await enqueue(null, 'answer', { ...replyTo, ...asked, ...retelling, wish })
  }
  await remember(ctx, target)
}
