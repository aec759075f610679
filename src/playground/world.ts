/** State of the playground for one bot: people, chats, messages, updates waiting, files; in memory, gone with the program. */
import type {
  BotCommand,
  Chat,
  ChatAdministratorRights,
  ChatMember,
  InlineQueryResult,
  InlineQueryResultsButton,
  MenuButton,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  Update,
  User,
  UserFromGetMe,
} from '@grammyjs/types'
import { addDefaultChats } from './people.ts'

export type Status = ChatMember['status']

export interface ChatState {
  chat: Chat
  /** A person has written to the bot, without which it may not write to them. */
  started: boolean
  deactivated: boolean
  /** Set once a group became a supergroup. */
  migratedTo: number | null
  /** By user id, the bot among them. Nobody listed is "left". */
  members: Map<number, Status>
  botRights: Partial<ChatAdministratorRights>
  topics: Map<number, { name: string; color: number; closed: boolean }>
  messages: Map<number, Message>
  nextMessageId: number
  /** The reply keyboard that a client shows below the chat. */
  keyboard: ReplyKeyboardMarkup | null
  draft: {
    id: number
    text: string
    entities: MessageEntity[]
    canStop: boolean
    /** It stays in sight when it is stopped. */
    keepOnStop: boolean
    at: number
  } | null
  /** Drafts that their reader stopped: nothing more of them is shown. */
  stoppedDrafts: Set<number>
  action: { name: string; at: number } | null
  menuButton: MenuButton | null
  pinned: number[]
  /** Counts changes, so that a waiting client is told once. */
  version: number
}

export interface Callback {
  id: string
  chatId: number | null
  messageId: number | null
  from: number
  data: string
  answer: { text: string; alert: boolean; url: string } | null
  /** Real milliseconds: Telegram forgets a query after a while. */
  at: number
}

export interface Inline {
  id: string
  from: number
  query: string
  answer: {
    results: readonly InlineQueryResult[]
    nextOffset: string
    button?: InlineQueryResultsButton
  } | null
}

export interface StoredFile {
  id: string
  uniqueId: string
  path: string
  name: string
  type: string
  bytes: Uint8Array
}

export interface LoggedCall {
  id: number
  /** Domain time, ISO. */
  at: string
  method: string
  params: Record<string, unknown>
  ok: boolean
  code: number
  description: string
  /** What a fault did to the call: nothing, or kept the answer back before or after acting. */
  dropped: 'before' | 'after' | null
  ms: number
  result: unknown
}

/** Something that the chat page or a waiting test wants to know. */
export type Happening =
  | { kind: 'chat'; chat: number }
  | { kind: 'call'; call: LoggedCall }
  | { kind: 'callback'; callback: Callback }
  | { kind: 'inline'; inline: Inline }
  | { kind: 'clock'; now: string }
  /** The bot has done with updates that waited for it. */
  | { kind: 'confirmed' }
  | { kind: 'reset' }

export interface World {
  token: string
  now: () => Date
  bot: UserFromGetMe
  users: Map<number, User>
  chats: Map<number, ChatState>
  updates: { waiting: Update[]; nextId: number; allowed: ReadonlySet<string> | null }
  /** Ends the getUpdates call that waits: another one or a webhook took its place, or the server closes. */
  poller: { end: (reason: 'conflict' | 'webhook' | 'close') => void } | null
  /** Told of a new update: a waiting poller or the webhook. */
  wake: (() => void) | null
  webhook: {
    url: string
    secret: string
    maxConnections: number
    lastError: { at: number; message: string } | null
  }
  callbacks: Map<string, Callback>
  inlines: Map<string, Inline>
  files: Map<string, StoredFile>
  /** Inline keyboards are kept on the message; messages with another kind of markup cannot be edited. */
  otherMarkup: WeakSet<Message>
  commands: Map<string, readonly BotCommand[]>
  texts: Map<string, string>
  menuButton: MenuButton
  calls: LoggedCall[]
  nextCallId: number
  nextId: number
  version: number
  listeners: Set<(happening: Happening) => void>
}

/** Creates the world of `token` with Mei, Alex, a group, a forum and a channel in it. */
export function createWorld(token: string, now: () => Date): World {
  const world: World = {
    token,
    now,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Gazette',
      username: 'gazette_playground_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    },
    users: new Map(),
    chats: new Map(),
    updates: { waiting: [], nextId: 100_000_001, allowed: null },
    poller: null,
    wake: null,
    webhook: { url: '', secret: '', maxConnections: 40, lastError: null },
    callbacks: new Map(),
    inlines: new Map(),
    files: new Map(),
    otherMarkup: new WeakSet(),
    commands: new Map(),
    texts: new Map(),
    menuButton: { type: 'commands' },
    calls: [],
    nextCallId: 1,
    nextId: 1,
    version: 0,
    listeners: new Set(),
  }
  addDefaultChats(world)
  return world
}

/** Back to no webhook; a poller that waits goes on waiting. */
export function removeWebhook(world: World): void {
  if (world.webhook.url) world.wake = null
  world.webhook = { url: '', secret: '', maxConnections: 40, lastError: null }
}

/**
 * Everybody and everything as at the start; updates and ids go on, so that the bot takes nothing for seen before, and
 * what it has said of itself when it started stays.
 */
export function resetWorld(world: World): void {
  const { updates, nextId, nextCallId, listeners, poller, wake, webhook, chats } = world
  const { commands, texts, menuButton } = world
  Object.assign(world, createWorld(world.token, world.now), {
    nextId,
    nextCallId,
    listeners,
    poller,
    wake,
    webhook,
    commands,
    texts,
    menuButton,
    updates: { ...updates, waiting: [] },
  })
  for (const [id, { nextMessageId }] of chats) {
    const state = world.chats.get(id)
    if (state) state.nextMessageId = nextMessageId
  }
  tell(world, { kind: 'reset' })
}

/** Unix seconds of domain time, as Telegram dates everything. */
export const unixNow = (world: World): number => Math.floor(world.now().getTime() / 1000)

/** A new identifier, unique in this world. */
export const newId = (world: World): number => world.nextId++

/** Tells the page and waiting tests. */
export function tell(world: World, happening: Happening): void {
  world.version++
  if (happening.kind === 'chat') {
    const state = world.chats.get(happening.chat)
    if (state) state.version = world.version
  }
  for (const listener of world.listeners) listener(happening)
}
