/** Methods that change or remove a message that is there. */
import type { InlineKeyboardMarkup, Message } from '@grammyjs/types'
import { isDeepStrictEqual } from 'node:util'
import { getMessage, openChat, requireRight } from '../chats.ts'
import { badRequest } from '../failure.ts'
import { checkMarkup, keptKeyboard } from '../markup.ts'
import { replaceMessage } from '../post.ts'
import { checkText, maxCaptionLength } from '../text.ts'
import { type ChatState, tell, unixNow, type World } from '../world.ts'
import type { Methods } from './call.ts'
import { textContent } from './send.ts'

/** A bot may delete a message for this long. https://core.telegram.org/bots/api#deletemessage */
const deletableSeconds = 48 * 3600

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

interface Target {
  chat_id?: number | string
  message_id?: number
  inline_message_id?: string
  reply_markup?: InlineKeyboardMarkup
}

function findEditable(world: World, target: Target): { state: ChatState; message: Message } {
  const { chat_id: chatId, message_id: messageId } = placeOf(target)
  const state = openChat(world, chatId)
  const message = getMessage(state, messageId, 'message to edit not found')
  const isOwn =
    message.from?.id === world.bot.id ||
    message.sender_chat?.id === state.chat.id ||
    message.via_bot?.id === world.bot.id
  if (!isOwn || world.otherMarkup.has(message)) throw badRequest("message can't be edited")
  checkMarkup(target.reply_markup, state.chat)
  return { state, message }
}

/** An inline message's identifier says where the playground keeps it: `chat.message`. */
function placeOf(target: Target): { chat_id: number | string; message_id: number } {
  if (target.inline_message_id !== undefined) {
    const [chat, message] = target.inline_message_id.split('.').map(Number)
    if (!Number.isInteger(chat) || !Number.isInteger(message)) throw badRequest('MESSAGE_ID_INVALID')
    return { chat_id: chat!, message_id: message! }
  }
  if (target.chat_id === undefined) throw badRequest('chat_id is empty')
  if (target.message_id === undefined) throw badRequest('message identifier is not specified')
  return { chat_id: target.chat_id, message_id: target.message_id }
}

/** Replaces `fields` of the message; the old keyboard goes unless the call repeats it. */
function edit(world: World, target: Target, fields: readonly string[], content: object): Message | true {
  const { state, message } = findEditable(world, target)
  const keyboard = keptKeyboard(target.reply_markup)
  const kept = Object.fromEntries(
    Object.entries(message).filter(([name]) => !fields.includes(name) && name !== 'reply_markup'),
  )
  const edited = {
    ...kept,
    ...content,
    ...(keyboard ? { reply_markup: keyboard } : {}),
  } as unknown as Message
  if (isDeepStrictEqual(edited, message)) throw badRequest(notModified)
  const stored = replaceMessage(world, state, { ...edited, edit_date: unixNow(world) })
  return target.inline_message_id === undefined ? stored : true
}

function remove(world: World, state: ChatState, message: Message): void {
  const isOwn =
    message.from?.id === world.bot.id || (state.chat.type === 'channel' && state.botRights.can_post_messages)
  const isOld = unixNow(world) - message.date > deletableSeconds
  if (isOld && state.chat.type !== 'channel') throw badRequest("message can't be deleted")
  if (!isOwn && state.chat.type !== 'private')
    requireRight(world, state, 'can_delete_messages', "message can't be deleted")
  state.messages.delete(message.message_id)
  tell(world, { kind: 'chat', chat: state.chat.id })
}

export const editMethods: Methods = {
  editMessageText: ({ world }, params) => {
    if (params.text === undefined) throw badRequest('message text is empty')
    const { message } = findEditable(world, params)
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const content = textContent({ ...params, text: params.text })
    return edit(world, params, ['text', 'entities', 'link_preview_options'], content)
  },
  editMessageCaption: ({ world }, params) => {
    const { message } = findEditable(world, params)
    if (!message.document && !message.photo) throw badRequest('there is no caption in the message to edit')
    const { text, entities } = checkText(params.caption ?? '', {
      parseMode: params.parse_mode,
      entities: params.caption_entities,
      most: maxCaptionLength,
      least: 0,
    })
    return edit(world, params, ['caption', 'caption_entities'], {
      ...(text ? { caption: text } : {}),
      ...(entities.length > 0 ? { caption_entities: entities } : {}),
    })
  },
  editMessageReplyMarkup: ({ world }, params) => edit(world, params, [], {}),

  deleteMessage: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    remove(world, state, getMessage(state, params.message_id, 'message to delete not found'))
    return true
  },
  deleteMessages: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    // Those that are not there are passed over. https://core.telegram.org/bots/api#deletemessages
    for (const id of params.message_ids) {
      const message = state.messages.get(id)
      if (message) remove(world, state, message)
    }
    return true
  },
  pinChatMessage: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    getMessage(state, params.message_id, 'message to pin not found')
    requirePin(world, state)
    state.pinned = [...state.pinned.filter((id) => id !== params.message_id), params.message_id]
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },
  unpinChatMessage: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    requirePin(world, state)
    const id = params.message_id ?? state.pinned.at(-1)
    state.pinned = state.pinned.filter((each) => each !== id)
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },
  unpinAllChatMessages: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    requirePin(world, state)
    state.pinned = []
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },
}

function requirePin(world: World, state: ChatState): void {
  if (state.chat.type === 'private') return
  const right = state.chat.type === 'channel' ? 'can_edit_messages' : 'can_pin_messages'
  requireRight(world, state, right, 'not enough rights to manage pinned messages in the chat')
}
