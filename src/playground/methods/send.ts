/** Methods that put a new message into a chat. */
import type { InlineKeyboardMarkup, Message, ReplyKeyboardMarkup } from '@grammyjs/types'
import { getMessage, openChat, writableChat } from '../chats.ts'
import { badRequest } from '../failure.ts'
import { describeDocument, describePhoto, takeFile } from '../files.ts'
import { checkMarkup, keptKeyboard } from '../markup.ts'
import { type PostOptions, postMessage } from '../post.ts'
import { checkRich } from '../rich.ts'
import { checkText, maxCaptionLength } from '../text.ts'
import { type ChatState, newId, tell, type World } from '../world.ts'
import type { ApiParams, Call, Methods } from './call.ts'

type Common = Pick<
  ApiParams['sendMessage'],
  | 'chat_id'
  | 'message_thread_id'
  | 'reply_parameters'
  | 'reply_to_message_id'
  | 'reply_markup'
  | 'protect_content'
  | 'message_effect_id'
  | 'ephemeral_message_parameters'
>

/** Checks what all sending methods share, then posts `content` as the bot. */
function send(call: Call, params: Common, makeContent: (state: ChatState) => object): Message {
  const { world } = call
  const state = writableChat(world, params.chat_id, params.message_thread_id)
  checkMarkup(params.reply_markup, state.chat)
  const options: PostOptions = { threadId: params.message_thread_id, reply: replyOf(params) }
  const inline =
    params.reply_markup && 'inline_keyboard' in params.reply_markup ? params.reply_markup : undefined
  const keyboard = keptKeyboard(inline as InlineKeyboardMarkup | undefined)
  const content = {
    ...makeContent(state),
    ...(params.protect_content ? { has_protected_content: true } : {}),
    ...(params.message_effect_id && state.chat.type === 'private'
      ? { effect_id: params.message_effect_id }
      : {}),
    ...(keyboard ? { reply_markup: keyboard } : {}),
    ...ephemeral(world, state, params),
  }
  const message = postMessage(world, state, null, content, options)
  if (params.reply_markup && !inline) {
    world.otherMarkup.add(message)
    setKeyboard(world, state, params.reply_markup)
  }
  return message
}

function replyOf(params: Common) {
  if (params.reply_parameters) return params.reply_parameters
  return params.reply_to_message_id ? { message_id: params.reply_to_message_id } : undefined
}

/** For one person's eyes in a group. The message keeps its place in the playground's list, marked with its receiver. */
function ephemeral(world: World, state: ChatState, { ephemeral_message_parameters: asked }: Common): object {
  if (!asked) return {}
  const receiver = world.users.get(asked.receiver_user_id)
  if (state.chat.type === 'private' || state.chat.type === 'channel')
    throw badRequest('ephemeral messages can be sent in groups only')
  if (!receiver || !state.members.has(receiver.id)) throw badRequest('USER_NOT_PARTICIPANT')
  return { receiver_user: receiver, ephemeral_message_id: newId(world) }
}

function setKeyboard(world: World, state: ChatState, markup: object): void {
  if ('keyboard' in markup) state.keyboard = markup as ReplyKeyboardMarkup
  else if ('remove_keyboard' in markup) state.keyboard = null
  tell(world, { kind: 'chat', chat: state.chat.id })
}

function caption(
  params: Pick<ApiParams['sendDocument'], 'caption' | 'parse_mode' | 'caption_entities'>,
): object {
  if (!params.caption) return {}
  const { text, entities } = checkText(params.caption, {
    parseMode: params.parse_mode,
    entities: params.caption_entities,
    most: maxCaptionLength,
    least: 0,
  })
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

/** Text with its entities, as a message holds them: no empty lists. */
export function textContent(
  params: Pick<ApiParams['sendMessage'], 'text' | 'parse_mode' | 'entities' | 'link_preview_options'>,
) {
  const { text, entities } = checkText(params.text, {
    parseMode: params.parse_mode,
    entities: params.entities,
  })
  return {
    text,
    ...(entities.length > 0 ? { entities } : {}),
    ...(params.link_preview_options ? { link_preview_options: params.link_preview_options } : {}),
  }
}

/** What a copy takes along: everything but who, where and when. */
function copiedContent(message: Message): object {
  const {
    message_id: _id,
    from: _from,
    sender_chat: _sender,
    chat: _chat,
    date: _date,
    edit_date: _edited,
    message_thread_id: _thread,
    is_topic_message: _topic,
    reply_to_message: _reply,
    reply_markup: _markup,
    ...content
  } = message
  return content
}

export const sendMethods: Methods = {
  sendMessage: (call, params) => send(call, params, () => textContent(params)),
  sendDocument: (call, params) =>
    send(call, params, () => ({
      document: describeDocument(takeFile(call, params.document, 'documents')),
      ...caption(params),
    })),
  sendPhoto: (call, params) =>
    send(call, params, () => ({
      photo: [describePhoto(takeFile(call, params.photo, 'photos'))],
      ...caption(params),
    })),
  sendRichMessage: (call, params) =>
    send(call, params, () => ({ rich_message: checkRich(params.rich_message) })),
  sendLocation: (call, params) =>
    send(call, params, () => ({ location: { latitude: params.latitude, longitude: params.longitude } })),

  copyMessage: (call, params) => {
    const source = getMessage(
      openChat(call.world, params.from_chat_id),
      params.message_id,
      'message to copy not found',
    )
    return {
      message_id: send(call, params, () => ({ ...copiedContent(source), ...caption(params) })).message_id,
    }
  },
  forwardMessage: (call, params) => {
    const source = getMessage(
      openChat(call.world, params.from_chat_id),
      params.message_id,
      'message to forward not found',
    )
    const origin = source.sender_chat
      ? { type: 'channel', chat: source.sender_chat, message_id: source.message_id, date: source.date }
      : { type: 'user', sender_user: source.from, date: source.date }
    return send(call, params, () => ({ ...copiedContent(source), forward_origin: origin }))
  },

  sendChatAction: ({ world }, params) => {
    const state = writableChat(world, params.chat_id, params.message_thread_id)
    state.action = { name: params.action, at: Date.now() }
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },
  sendMessageDraft: ({ world }, params) => {
    const state = writableChat(world, params.chat_id)
    if (state.chat.type !== 'private') throw badRequest('drafts can be sent to private chats only')
    if (params.draft_id === 0) throw badRequest('draft_id must be non-zero')
    const { text, entities } = checkText(params.text ?? '', {
      parseMode: params.parse_mode,
      entities: params.entities,
      least: 0,
    })
    if (state.stoppedDrafts.has(params.draft_id)) return true
    state.draft = {
      id: params.draft_id,
      text,
      entities,
      canStop: params.can_stop ?? false,
      keepOnStop: params.keep_on_stop ?? false,
      at: Date.now(),
    }
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },
}
