/** Methods about chats: who and what they are, their members, topics, menu button, and leaving them. */
import type { ChatMember } from '@grammyjs/types'
import { describeMember, getChat, openChat, requireRight } from '../chats.ts'
import { badRequest } from '../failure.ts'
import { postMessage } from '../post.ts'
import { type ChatState, tell, type World } from '../world.ts'
import type { Methods } from './call.ts'

/** Colours that Telegram offers for topics. https://core.telegram.org/bots/api#createforumtopic */
const topicColors = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f]

function openForum(world: World, chatId: number | string): ChatState {
  const state = openChat(world, chatId)
  if (!('is_forum' in state.chat) || !state.chat.is_forum) throw badRequest('the chat is not a forum')
  requireRight(world, state, 'can_manage_topics', 'not enough rights to create a topic')
  return state
}

function changeTopic(
  world: World,
  chatId: number | string,
  threadId: number,
  change: { name?: string; closed?: boolean },
): true {
  const state = openForum(world, chatId)
  const topic = state.topics.get(threadId)
  if (!topic) throw badRequest('message thread not found')
  if (change.closed !== undefined && change.closed === topic.closed) throw badRequest('TOPIC_NOT_MODIFIED')
  state.topics.set(threadId, { ...topic, ...change })
  tell(world, { kind: 'chat', chat: state.chat.id })
  return true
}

function listMembers(world: World, state: ChatState): ChatMember[] {
  return [...state.members.keys()].map((id) => describeMember(world, state, id))
}

const isPresent = ({ status }: ChatMember) => status !== 'left' && status !== 'kicked'

export const chatMethods: Methods = {
  getChat: ({ world }, params) => {
    const { chat, pinned, messages } = openChat(world, params.chat_id)
    const top = pinned.at(-1)
    const message = top === undefined ? undefined : messages.get(top)
    return {
      ...chat,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
      },
      ...(message ? { pinned_message: message } : {}),
    }
  },
  getChatMember: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    if (params.user_id !== world.bot.id && !world.users.has(params.user_id))
      throw badRequest('PARTICIPANT_ID_INVALID')
    return describeMember(world, state, params.user_id)
  },
  getChatAdministrators: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    if (state.chat.type === 'private') throw badRequest('there are no administrators in the private chat')
    return listMembers(world, state).filter(
      ({ status }) => status === 'creator' || status === 'administrator',
    )
  },
  getChatMemberCount: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    return state.chat.type === 'private' ? 2 : listMembers(world, state).filter(isPresent).length
  },
  leaveChat: ({ world }, params) => {
    const state = openChat(world, params.chat_id)
    if (state.chat.type === 'private')
      throw badRequest("chat member status can't be changed in private chats")
    state.members.set(world.bot.id, 'left')
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },

  createForumTopic: ({ world }, params) => {
    const state = openForum(world, params.chat_id)
    const length = [...params.name].length
    if (length < 1 || length > 128) throw badRequest('TOPIC_TITLE_INVALID')
    const color = params.icon_color ?? topicColors[state.topics.size % topicColors.length]!
    const created = { name: params.name, icon_color: color }
    const { message_id: threadId } = postMessage(world, state, null, { forum_topic_created: created })
    state.topics.set(threadId, { name: params.name, color, closed: false })
    tell(world, { kind: 'chat', chat: state.chat.id })
    return { message_thread_id: threadId, ...created }
  },
  editForumTopic: ({ world }, params) =>
    changeTopic(world, params.chat_id, params.message_thread_id, params.name ? { name: params.name } : {}),
  closeForumTopic: ({ world }, params) =>
    changeTopic(world, params.chat_id, params.message_thread_id, { closed: true }),
  reopenForumTopic: ({ world }, params) =>
    changeTopic(world, params.chat_id, params.message_thread_id, { closed: false }),
  deleteForumTopic: ({ world }, params) => {
    const state = openForum(world, params.chat_id)
    if (!state.topics.delete(params.message_thread_id)) throw badRequest('message thread not found')
    for (const [id, message] of state.messages)
      if (message.message_thread_id === params.message_thread_id) state.messages.delete(id)
    tell(world, { kind: 'chat', chat: state.chat.id })
    return true
  },

  setChatMenuButton: ({ world }, params) => {
    const button = params.menu_button ?? { type: 'default' as const }
    if (params.chat_id === undefined) world.menuButton = button
    else getChat(world, params.chat_id).menuButton = button
    return true
  },
  getChatMenuButton: ({ world }, params) =>
    (params.chat_id === undefined ? null : getChat(world, params.chat_id).menuButton) ?? world.menuButton,
  getUserProfilePhotos: ({ world }, params) => {
    if (!world.users.has(params.user_id)) throw badRequest('user not found')
    return { total_count: 0, photos: [] }
  },
}
