/** What people and chats look like from a client; the control routes answer with these. */
import { getChat, publicBot, statusOf } from '../chats.ts'
import { findCommands } from '../methods/profile.ts'
import type { Message } from '@grammyjs/types'
import type { ChatState, World } from '../world.ts'
import type { ChatEntry, ChatView } from './shapes.ts'

/** A draft and a chat action vanish by themselves after this, in real time. https://core.telegram.org/bots/api#sendchataction */
const actionMs = 5000
const draftMs = 30_000

/** Every chat that can be opened; a group that became a supergroup is seen as that only. */
export function listChats(world: World): ChatEntry[] {
  return [...world.chats.values()]
    .filter((state) => state.migratedTo === null)
    .map((state) => entryOf(world, state))
}

function entryOf(world: World, state: ChatState): ChatEntry {
  return {
    chat: state.chat,
    version: state.version,
    last: [...state.messages.values()].findLast((message) => message.receiver_user === undefined) ?? null,
    botStatus: statusOf(state, world.bot.id),
  }
}

/** The chat as `userId`'s client shows it. Throws 400 "chat not found". */
export function viewChat(world: World, chatId: number, userId: number): ChatView {
  const state = getChat(world, chatId)
  const { draft, action } = state
  const now = Date.now()
  return {
    ...entryOf(world, state),
    messages: [...state.messages.values()].filter((message) => isSeenBy(message, userId)),
    keyboard: state.keyboard,
    draft: draft && now - draft.at < draftMs ? draft : null,
    action: action && now - action.at < actionMs ? action.name : null,
    commands: findCommands(world, chatId, world.users.get(userId)?.language_code),
    topics: [...state.topics].map(([id, { name, closed }]) => ({ id, name, closed })),
    userStatus: statusOf(state, userId),
    waiting: world.updates.waiting.length,
  }
}

/** False for a message that only somebody else may see. */
export function isSeenBy({ receiver_user: receiver }: Message, userId: number): boolean {
  return receiver === undefined || receiver.id === userId
}

/** The bot as everybody sees it. */
export const viewBot = publicBot
