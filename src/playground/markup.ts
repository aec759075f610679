/** Checks keyboards beyond their types: sizes, bytes, and which buttons a kind of chat may have. */
import type { Chat, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton } from '@grammyjs/types'
import { ApiFailure, badRequest } from './failure.ts'

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const maxDataBytes = 64
const maxCopyLength = 256
/** Telegram's own servers stop at these; a digest never comes near. */
const maxButtons = 100
const maxRow = 8
const maxMarkupBytes = 10_240

type ReplyMarkup = { inline_keyboard: InlineKeyboardButton[][] } | { keyboard: KeyboardButton[][] } | object

/** Throws 400 for a keyboard that Telegram would not take in a chat of this kind. */
export function checkMarkup(markup: ReplyMarkup | undefined, chat: Chat): void {
  if (!markup) return
  if (Buffer.byteLength(JSON.stringify(markup)) > maxMarkupBytes) throw badRequest('reply markup is too long')
  if ('inline_keyboard' in markup) {
    checkRows(markup.inline_keyboard)
    for (const button of markup.inline_keyboard.flat()) checkInlineButton(button, chat)
  } else if (chat.type === 'channel') {
    throw badRequest('reply keyboards are not supported in channels')
  } else if ('keyboard' in markup) {
    checkRows(markup.keyboard)
    for (const button of markup.keyboard.flat()) checkReplyButton(button, chat)
  }
}

/** The keyboard as it is kept on a message; one without buttons is none. */
export function keptKeyboard(markup: InlineKeyboardMarkup | undefined): InlineKeyboardMarkup | undefined {
  const rows = markup?.inline_keyboard.filter((row) => row.length > 0) ?? []
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

function checkRows(rows: readonly (readonly unknown[])[]): void {
  if (rows.some((row) => row.length > maxRow) || rows.flat().length > maxButtons)
    throw badRequest('reply markup is too long')
}

function checkInlineButton(button: InlineKeyboardButton, chat: Chat): void {
  if (button.text.trim() === '') throw badRequest("can't parse inline keyboard button: text is empty")
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data)
    if (bytes < 1 || bytes > maxDataBytes) throw badRequest('BUTTON_DATA_INVALID')
  }
  if ('url' in button && !isButtonUrl(button.url))
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`)
  if ('copy_text' in button) {
    const length = [...button.copy_text.text].length
    if (length < 1 || length > maxCopyLength) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  if ('web_app' in button) {
    if (chat.type !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
    if (!button.web_app.url.startsWith('https://')) throw badRequest('BUTTON_URL_INVALID')
  }
}

function isButtonUrl(url: string): boolean {
  try {
    return ['http:', 'https:', 'tg:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

function checkReplyButton(button: KeyboardButton, chat: Chat): void {
  if (typeof button === 'string') return
  if (button.text.trim() === '') throw badRequest("can't parse keyboard button: text is empty")
  const asks = ['request_chat', 'request_users', 'request_location', 'request_contact', 'web_app'].find(
    (each) => each in button,
  )
  if (asks && chat.type !== 'private')
    throw new ApiFailure(
      400,
      `Bad Request: ${asks.replace('request_', '')} can be requested in private chats only`,
    )
}
