/** Finds chats and says whether the bot may act in them, in Telegram's words. */
import type { Chat, ChatMember, Message } from '@grammyjs/types'
import { ApiFailure, badRequest, forbidden } from './failure.ts'
import type { ChatState, Status, World } from './world.ts'

/** Throws 400 "chat not found". A person who never met the bot is known to the playground but not to the bot. */
export function getChat(world: World, chatId: number | string): ChatState {
  // A form carries numbers as text.
  const isNumber = typeof chatId === 'number' || /^-?\d+$/u.test(chatId)
  const state = isNumber
    ? world.chats.get(Number(chatId))
    : [...world.chats.values()].find(({ chat }) => isNamed(chat, String(chatId)))
  if (!state) throw badRequest('chat not found')
  return state
}

function isNamed(chat: Chat, name: string): boolean {
  return (
    'username' in chat && chat.type !== 'private' && `@${chat.username}`.toLowerCase() === name.toLowerCase()
  )
}

const kindOf = (chat: Chat): string =>
  chat.type === 'channel' || chat.type === 'supergroup' ? `${chat.type} chat` : 'group chat'

/** The chat, where the bot may see it. Throws 403 or 400 as Telegram does for a chat that is lost to the bot. */
export function openChat(world: World, chatId: number | string): ChatState {
  const state = getChat(world, chatId)
  const { chat } = state
  if (state.migratedTo !== null)
    throw new ApiFailure(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: state.migratedTo,
    })
  const status = statusOf(state, world.bot.id)
  if (chat.type === 'private') {
    if (state.deactivated) throw forbidden('user is deactivated')
    if (status === 'kicked') throw forbidden('bot was blocked by the user')
    if (!state.started) throw forbidden("bot can't initiate conversation with a user")
    return state
  }
  if (state.deactivated) throw forbidden('the group chat was deleted')
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${kindOf(chat)}`)
  if (status === 'left') throw forbidden(`bot is not a member of the ${kindOf(chat)}`)
  return state
}

/** The chat, where the bot may also write, into `threadId` where given. */
export function writableChat(world: World, chatId: number | string, threadId?: number): ChatState {
  const state = openChat(world, chatId)
  const status = statusOf(state, world.bot.id)
  if (
    state.chat.type === 'channel' &&
    (status !== 'administrator' || state.botRights.can_post_messages === false)
  )
    throw badRequest('need administrator rights in the channel chat')
  if (status === 'restricted') throw badRequest('not enough rights to send text messages to the chat')
  if (threadId !== undefined && threadId !== 1) {
    const topic = state.topics.get(threadId)
    if (!topic) throw badRequest('message thread not found')
    if (topic.closed && status !== 'administrator') throw badRequest('TOPIC_CLOSED')
  }
  return state
}

/** What a person is in a chat; 'left' where they never were. */
export function statusOf(state: ChatState, userId: number): Status {
  return state.members.get(userId) ?? 'left'
}

/** Throws 400 unless the bot is an administrator with this right. */
export function requireRight(
  world: World,
  state: ChatState,
  right: keyof ChatState['botRights'],
  refusal: string,
): void {
  if (statusOf(state, world.bot.id) !== 'administrator' || state.botRights[right] !== true)
    throw badRequest(refusal)
}

const allRights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_send_welcome_messages: true,
}

/** Rights that an administrator is given where nobody says otherwise. */
export function defaultRights(chat: Chat) {
  return chat.type === 'channel'
    ? { ...allRights, can_post_messages: true, can_edit_messages: true }
    : { ...allRights, can_pin_messages: true, can_manage_topics: true }
}

/** A member as Telegram describes one. */
export function describeMember(world: World, state: ChatState, userId: number): ChatMember {
  const status = statusOf(state, userId)
  const user = userId === world.bot.id ? publicBot(world) : world.users.get(userId)
  if (!user) throw badRequest('user not found')
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false }
    case 'administrator':
      return {
        ...defaultRights(state.chat),
        ...(userId === world.bot.id ? state.botRights : {}),
        status,
        user,
      }
    case 'kicked':
      return { status, user, until_date: 0 }
    case 'restricted':
      return { ...restricted, status, user }
    default:
      return { status, user }
  }
}

const restricted = {
  is_member: true,
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  until_date: 0,
}

/** The bot as other people see it: `getMe` alone shows its abilities. */
export function publicBot({ bot }: World) {
  return { id: bot.id, is_bot: true as const, first_name: bot.first_name, username: bot.username }
}

/** Throws `badRequest(missing)` where the chat has no such message. */
export function getMessage(state: ChatState, messageId: number, missing: string): Message {
  const message = state.messages.get(messageId)
  if (!message) throw badRequest(missing)
  return message
}
