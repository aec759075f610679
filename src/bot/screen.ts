/** Screens: a text with a bold title and buttons, sent anew or put in place of the message whose button was pressed. */
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'
import type { Block } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import type { ReplyTo } from '../core/jobs.ts'
import { renderBlocks } from '../core/render.ts'
import { splitGraphemes } from '../core/text.ts'
import { linkName, siteName } from '../locales/site-name.ts'
import { judgeError } from '../telegram/errors.ts'
import { type BotContext, threadOf } from './context.ts'
import { cleanLabel } from './label.ts'
import { listItems } from './replied-items.ts'
import { rememberList, rememberUndo } from './shown.ts'

export interface Screen {
  title?: string
  /** Paragraphs; null ones are left out. */
  body: readonly (string | null)[]
  /** What follows the body, with links and styles; it has to fit one message. */
  blocks?: readonly Block[]
  /** Styles of a body that is one text without a title, as rendered elsewhere. */
  entities?: readonly MessageEntity[]
  buttons?: readonly (readonly InlineKeyboardButton[])[]
}

/** A button of our own: its label is cut to fit. */
export function button(label: string, verb: string, ...args: (string | number)[]): InlineKeyboardButton {
  return { text: cleanLabel(label), callback_data: encodeCallback(verb, ...args) }
}

/** Columns of text that a label may take where that many buttons share a phone's row; more are cut with "…" there. */
const roomBeside = [Infinity, Infinity, 20, 12, 8, 6, 5, 4, 3]

/** Columns that a label takes: signs of East Asia and pictures are two wide. The tick is not counted, so that a tap moves nothing. */
function widthOf(label: string): number {
  const wide = label.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/gu,
  )
  return [...splitGraphemes(label.replace(/^✓ /u, ''))].length + (wide?.length ?? 0)
}

/** A label with a mark where what it names is on, or chosen. */
export const marked = ({ locale }: Pick<BotContext, 'locale'>, isOn: boolean, label: string): string =>
  isOn ? locale.bot.buttons.chosen(label) : label

/** Buttons in rows of up to `width`, in order; a row holds fewer where a phone would cut a label in it. */
export function inRows(buttons: readonly InlineKeyboardButton[], width: number): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  let widest = 0
  for (const each of buttons) {
    const row = rows.at(-1)
    const label = widthOf(each.text)
    const needed = Math.max(widest, label)
    if (row && row.length < width && needed <= (roomBeside[row.length + 1] ?? 0)) {
      row.push(each)
      widest = needed
    } else {
      rows.push([each])
      widest = label
    }
  }
  return rows
}

/** The text and entities of a screen. */
export function renderScreen({
  title,
  body,
  entities = [],
  blocks = [],
}: Pick<Screen, 'title' | 'body' | 'entities' | 'blocks'>): {
  text: string
  entities: MessageEntity[]
} {
  const words = [title ?? null, ...body].filter((part) => part !== null && part !== '').join('\n\n')
  const bold: MessageEntity[] = title ? [{ type: 'bold', offset: 0, length: title.length }] : [...entities]
  const [part] = blocks.length > 0 ? renderBlocks(blocks) : []
  if (!part) return { text: words, entities: bold }
  const before = words === '' ? '' : `${words}\n\n`
  const moved = part.entities.map(
    (entity) => ({ ...entity, offset: entity.offset + before.length }) as MessageEntity,
  )
  return { text: before + part.text, entities: [...bold, ...moved] }
}

function callOptions(screen: Screen, entities: MessageEntity[]) {
  return {
    entities,
    link_preview_options: { is_disabled: true },
    ...(screen.buttons ? { reply_markup: { inline_keyboard: screen.buttons.map((row) => [...row]) } } : {}),
  }
}

/** Sends a screen as a new message, or holds it back where several are told together. */
export async function send(ctx: BotContext, screen: Screen): Promise<void> {
  if (ctx.held) ctx.held.push(screen)
  else await post(ctx, screen)
}

/** Puts a screen where the pressed button was, or sends it where none was; or holds it back. */
export async function show(ctx: BotContext, screen: Screen): Promise<void> {
  if (ctx.held) ctx.held.push(screen)
  else await put(ctx, screen)
}

/** Sends it and returns the message's id. */
async function post(ctx: BotContext, screen: Screen): Promise<number> {
  const { text, entities } = renderScreen(screen)
  const message = await ctx.reply(text, callOptions(screen, entities))
  await rememberList(ctx, listItems(text, entities))
  await rememberUndo(ctx, screen.buttons)
  return message.message_id
}

/** Puts it there and returns the message's id. */
async function put(ctx: BotContext, screen: Screen): Promise<number> {
  const shown = ctx.callbackQuery?.message
  if (!shown) return post(ctx, screen)
  const { text, entities } = renderScreen(screen)
  try {
    await ctx.editMessageText(text, callOptions(screen, entities))
  } catch (error) {
    const { kind } = judgeError(error)
    // The same screen again is what a double tap asks for; a message too old to edit gets a successor.
    if (kind === 'sendNew') return post(ctx, screen)
    if (kind !== 'done') throw error
  }
  await rememberList(ctx, listItems(text, entities))
  await rememberUndo(ctx, screen.buttons)
  return shown.message_id
}

/** What the pressed button says, by Telegram's own copy of our message; '' for none. */
export function pressedLabel({ callbackQuery }: BotContext): string {
  const rows = callbackQuery?.message?.reply_markup?.inline_keyboard ?? []
  return (
    rows.flat().find((each) => 'callback_data' in each && each.callback_data === callbackQuery?.data)?.text ??
    ''
  )
}

/** Replaces the pressed button by another, leaving the message and its other buttons alone. */
export async function swapButton(ctx: BotContext, replacement: InlineKeyboardButton): Promise<void> {
  const pressed = ctx.callbackQuery?.data
  const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? []
  // Sent back are buttons of the kinds that we make and nothing else: the rest a webhook's body may have made up.
  const swapped = rows.map((row) =>
    row.flatMap((each): InlineKeyboardButton[] => {
      const { text } = each
      if ('url' in each) return [{ text, url: each.url }]
      if ('copy_text' in each) return [{ text, copy_text: { text: each.copy_text.text } }]
      if (!('callback_data' in each)) return []
      return [each.callback_data === pressed ? replacement : { text, callback_data: each.callback_data }]
    }),
  )
  await editIfPossible(ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: swapped } }))
}

/** Waits for an edit that is only a help: a message that is so already, or too old to edit, stays as it is. */
export async function editIfPossible(edit: Promise<unknown>): Promise<void> {
  try {
    await edit
  } catch (error) {
    if (!['done', 'sendNew'].includes(judgeError(error).kind)) throw error
  }
}

function replyTo(ctx: BotContext, messageId: number): ReplyTo {
  const turn = ctx.callbackQuery?.id
  return {
    subscriberId: ctx.subscriber.id,
    messageId,
    threadId: threadOf(ctx),
    locale: ctx.locale.tag,
    ...(turn === undefined ? {} : { turn }),
  }
}

/** The pressed button's message as the place of an answer, left as it is until the answer is there; null for none. */
export function answerHere(ctx: BotContext): ReplyTo | null {
  const id = ctx.callbackQuery?.message?.message_id
  return id === undefined ? null : replyTo(ctx, id)
}

/** Says that slow work has begun; the job that does it edits this message when it is done. */
export async function showProgress(ctx: BotContext, text: string): Promise<ReplyTo> {
  return passing(ctx, replyTo(ctx, await put(ctx, { body: [text] })))
}

/** Marks the place of an answer that may be watched while it is written. */
const passing = (ctx: BotContext, to: ReplyTo): ReplyTo =>
  ctx.chat?.type === 'private' ? { ...to, passing: true } : to

/** The same in a message of its own: the one whose button was pressed stays as it is. */
export async function sendProgress(ctx: BotContext, text: string): Promise<ReplyTo> {
  return replyTo(ctx, await post(ctx, { body: [text] }))
}

/** The same for links: a message for each, the first where the pressed button was; of several each says which it is about. */
export async function showLinkProgress(
  ctx: BotContext,
  urls: readonly string[],
  words: (name: string) => string,
): Promise<(ReplyTo & { url: string })[]> {
  const [only, ...others] = urls
  // A chat shows one draft at a time: of several links none is watched while it is written.
  if (only !== undefined && others.length === 0)
    return [{ ...(await showProgress(ctx, words(siteName(only)))), url: only }]
  const messages = []
  for (const [index, url] of urls.entries()) {
    const sent = await (index === 0 ? put : post)(ctx, { body: [words(linkName(url))] })
    messages.push({ ...replyTo(ctx, sent), url, about: url })
  }
  return messages
}

/** Whether the button that was pressed stands under the message, as Telegram has it: then we put it there. */
export const isOnKeyboard = (ctx: BotContext): boolean => pressedLabel(ctx) !== ''
