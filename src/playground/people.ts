/** Who is there when the playground opens, and how more people and chats are added. */
import type { Chat, User } from '@grammyjs/types'
import type { ChatState, Status, World } from './world.ts'

/** Above 32 bits, as today's real ids are: code that keeps them in an int fails here and not in production. */
export const ids = {
  mei: 5_000_000_001,
  alex: 5_000_000_002,
  group: -4_100_000_001,
  forum: -1_002_000_000_001,
  channel: -1_002_000_000_002,
} as const

/** Adds a chat with nobody in it. */
export function addChat(world: World, chat: Chat, members: Iterable<[number, Status]> = []): ChatState {
  const state: ChatState = {
    chat,
    started: false,
    deactivated: false,
    migratedTo: null,
    members: new Map(members),
    botRights: {},
    topics: new Map(),
    messages: new Map(),
    nextMessageId: 1,
    keyboard: null,
    draft: null,
    stoppedDrafts: new Set(),
    action: null,
    menuButton: null,
    pinned: [],
    version: world.version,
  }
  world.chats.set(chat.id, state)
  return state
}

/** Adds a person and their private chat with the bot; `started` when they have written to it before. */
export function addPerson(world: World, user: User, started = false): ChatState {
  world.users.set(user.id, user)
  const state = addChat(world, {
    id: user.id,
    type: 'private',
    first_name: user.first_name,
    ...(user.last_name ? { last_name: user.last_name } : {}),
    ...(user.username ? { username: user.username } : {}),
  })
  state.started = started
  state.members.set(world.bot.id, 'member')
  return state
}

/** Adds `count` people who have started the bot, for fan-outs; returns their ids. */
export function addCrowd(world: World, count: number): number[] {
  const first = Math.max(6_000_000_000, ...world.users.keys()) + 1
  return Array.from({ length: count }, (_, index) => {
    const id = first + index
    addPerson(world, { id, is_bot: false, first_name: `Reader ${index + 1}`, language_code: 'en' }, true)
    return id
  })
}

/** Adds the people and chats that the playground opens with. */
export function addDefaultChats(world: World): void {
  addPerson(world, {
    id: ids.mei,
    is_bot: false,
    first_name: 'Mei',
    last_name: '林',
    username: 'mei_reads',
    language_code: 'zh-hans',
  })
  addPerson(world, {
    id: ids.alex,
    is_bot: false,
    first_name: 'Alex',
    username: 'alex_reads',
    language_code: 'en',
  })
  const members: [number, Status][] = [
    [ids.mei, 'creator'],
    [ids.alex, 'member'],
  ]
  addChat(world, { id: ids.group, type: 'group', title: 'Book club 读书会' }, members)
  const forum = addChat(
    world,
    { id: ids.forum, type: 'supergroup', title: 'Newsroom 新闻编辑部', is_forum: true },
    members,
  )
  forum.topics.set(2, { name: 'AI 人工智能', color: 0x6fb9f0, closed: false })
  forum.topics.set(3, { name: 'World 国际', color: 0xffd67e, closed: false })
  forum.nextMessageId = 4
  addChat(
    world,
    { id: ids.channel, type: 'channel', title: 'Morning paper 早报', username: 'morning_paper' },
    members,
  )
}
