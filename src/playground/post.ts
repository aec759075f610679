/** Puts messages into chats, from the bot or from a person, and tells whoever watches. */
import type { Message, ReplyParameters, User } from '@grammyjs/types'
import { getMessage, publicBot } from './chats.ts'
import { badRequest } from './failure.ts'
import { type ChatState, tell, unixNow, type World } from './world.ts'

export interface PostOptions {
  threadId?: number | undefined
  reply?: ReplyParameters | undefined
}

/** Adds a message with this content; `from` null is the bot, or the channel itself. Returns the stored message. */
export function postMessage(
  world: World,
  state: ChatState,
  from: User | null,
  content: object,
  { threadId, reply }: PostOptions = {},
): Message {
  const replied = reply && findReplied(state, reply)
  const thread = threadId ?? replied?.message_thread_id
  const sender =
    state.chat.type === 'channel' ? { sender_chat: state.chat } : { from: from ?? publicBot(world) }
  const message = {
    message_id: state.nextMessageId++,
    ...(thread !== undefined && thread !== 1 ? { message_thread_id: thread, is_topic_message: true } : {}),
    ...sender,
    chat: state.chat,
    date: unixNow(world),
    ...(replied ? { reply_to_message: withoutReply(replied) } : {}),
    ...content,
  } as unknown as Message
  state.messages.set(message.message_id, message)
  // A real message ends the preview and the "typing" line.
  if (from === null) {
    state.draft = null
    state.action = null
  }
  tell(world, { kind: 'chat', chat: state.chat.id })
  return message
}

/** A message in a reply carries no further reply. */
function withoutReply(message: Message): Message {
  const { reply_to_message: _further, ...rest } = message
  return rest as Message
}

function findReplied(state: ChatState, reply: ReplyParameters): Message | undefined {
  if (reply.message_id === undefined) throw badRequest('REPLY_MESSAGE_ID_INVALID')
  if (reply.chat_id !== undefined && reply.chat_id !== state.chat.id)
    throw badRequest('replies to other chats are not supported by this local server')
  if (reply.allow_sending_without_reply && !state.messages.has(reply.message_id)) return undefined
  return getMessage(state, reply.message_id, 'message to be replied not found')
}

/** Puts a changed message in the place of the old one, so that updates already queued keep what they showed. */
export function replaceMessage(world: World, state: ChatState, message: Message): Message {
  state.messages.set(message.message_id, message)
  tell(world, { kind: 'chat', chat: state.chat.id })
  return message
}
