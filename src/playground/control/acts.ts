/** What people do in the playground: write, press, send files, add and remove the bot; each becomes an update for it. */
import type { Message, MessageEntity, User } from '@grammyjs/types'
import { defaultRights, describeMember, getChat, getMessage, statusOf } from '../chats.ts'
import { detectEntities } from '../detect-entities.ts'
import { badRequest } from '../failure.ts'
import { describeDocument, storeFile } from '../files.ts'
import { addChat } from '../people.ts'
import { postMessage, replaceMessage } from '../post.ts'
import { pushUpdate } from '../updates.ts'
import { type ChatState, newId, type Status, tell, unixNow, type World } from '../world.ts'
import { describeMedia } from './media.ts'
import type { EditMessage, Press, SendDocument, SendMessage, SetMember } from './shapes.ts'
import { isSeenBy } from './views.ts'

function getUser(world: World, id: number): User {
  const user = world.users.get(id)
  if (!user) throw badRequest('user not found')
  return user
}

/** Posts as a person and lets the bot know, as far as it may read here. */
function postAsPerson(
  world: World,
  state: ChatState,
  from: User,
  content: object,
  options: Parameters<typeof postMessage>[4],
): Message {
  if (state.chat.type === 'private') {
    // Writing to a bot that one has blocked unblocks it first.
    if (statusOf(state, world.bot.id) === 'kicked') setBotStatus(world, state, from, 'member')
    state.started = true
  }
  const message = postMessage(world, state, from, content, options)
  if (!mayRead(world, state, message)) return message
  pushUpdate(
    world,
    state.chat.type === 'channel' ? { channel_post: message as never } : { message: message as never },
  )
  return message
}

/** Privacy mode: in a group a bot that is no admin reads commands, replies to it and mentions. https://core.telegram.org/bots/features#privacy-mode */
function mayRead(world: World, state: ChatState, message: Message): boolean {
  const status = statusOf(state, world.bot.id)
  if (status === 'left' || status === 'kicked') return false
  if (state.chat.type === 'private' || status === 'administrator') return true
  if (state.chat.type === 'channel') return false
  const text = message.text ?? message.caption ?? ''
  const isService = 'migrate_to_chat_id' in message || 'migrate_from_chat_id' in message
  return (
    isService ||
    text.startsWith('/') ||
    text.includes(`@${world.bot.username}`) ||
    message.reply_to_message?.from?.id === world.bot.id
  )
}

/** A person writes. */
export function sendMessage(world: World, given: SendMessage): { message_id: number } {
  const state = getChat(world, given.chat)
  const from = getUser(world, given.from)
  const { text } = given
  const own: MessageEntity[] = given.entities ?? []
  const entities = text ? [...own, ...detectEntities(text, own)] : []
  const words = text === undefined ? {} : { text, ...(entities.length > 0 ? { entities } : {}) }
  const content = {
    ...(given.media ? describeMedia(given.media, { text, entities, album: given.album }) : words),
    ...(given.location ? { location: given.location } : {}),
    ...(given.shared ? { chat_shared: describeShared(world, given.shared) } : {}),
    ...(given.forwarded_from === undefined
      ? {}
      : { forward_origin: describeOrigin(world, given.forwarded_from) }),
    ...(given.quote === undefined ? {} : { quote: describeQuote(state, given) }),
  }
  if (Object.keys(content).length === 0) throw badRequest('message text is empty')
  const reply = given.reply_to === undefined ? undefined : { message_id: given.reply_to }
  if (state.keyboard?.one_time_keyboard) state.keyboard = null
  return postAsPerson(world, state, from, content, { threadId: given.thread, reply })
}

/** A person changes what they wrote before. https://core.telegram.org/bots/api#update */
export function editMessage(world: World, given: EditMessage): { ok: true } {
  const state = getChat(world, given.chat)
  const before = getMessage(state, given.message, 'message to edit not found')
  if (before.from?.id !== given.from) throw badRequest("message can't be edited")
  const { text, location } = given
  const entities = text === undefined ? [] : detectEntities(text, [])
  const words = 'caption' in before ? { caption: text, caption_entities: entities } : { text, entities }
  const edited = {
    ...before,
    ...(text === undefined ? {} : words),
    ...(location ? { location } : {}),
    edit_date: unixNow(world),
  } as Message
  replaceMessage(world, state, edited)
  if (mayRead(world, state, edited)) pushUpdate(world, { edited_message: edited as never })
  return { ok: true }
}

/** A chosen chat with what a bot can ask to be told of it. https://core.telegram.org/bots/api#chatshared */
function describeShared(world: World, shared: NonNullable<SendMessage['shared']>) {
  const { chat } = getChat(world, shared.chat_id)
  const username = 'username' in chat ? chat.username : undefined
  return { ...shared, ...('title' in chat ? { title: chat.title } : {}), ...(username ? { username } : {}) }
}

function describeOrigin(world: World, channel: number) {
  const { chat } = getChat(world, channel)
  return { type: 'channel', chat, message_id: 1, date: unixNow(world) }
}

function describeQuote(state: ChatState, { quote = '', reply_to: repliedTo }: SendMessage) {
  const text = repliedTo === undefined ? '' : (state.messages.get(repliedTo)?.text ?? '')
  const position = text.indexOf(quote)
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID')
  return { text: quote, position, is_manual: true }
}

/** A person sends a file. */
export function sendDocument(world: World, given: SendDocument): { message_id: number } {
  const { name, type } = given
  const file = storeFile(world, { name, type, bytes: Buffer.from(given.base64, 'base64') })
  const content = { document: describeDocument(file), ...(given.caption ? { caption: given.caption } : {}) }
  return postAsPerson(world, getChat(world, given.chat), getUser(world, given.from), content, {})
}

/** A person taps an inline button. The answer comes as a happening. */
export function press(world: World, given: Press): { id: string } {
  const state = getChat(world, given.chat)
  const from = getUser(world, given.from)
  const message = getMessage(state, given.message, 'message not found')
  if (!isSeenBy(message, from.id)) throw badRequest('message not found')
  const buttons = 'reply_markup' in message ? (message.reply_markup?.inline_keyboard.flat() ?? []) : []
  const data =
    given.data ??
    buttons.flatMap((each) =>
      'callback_data' in each && each.text === given.button ? [each.callback_data] : [],
    )[0]
  if (data === undefined) throw badRequest('there is no such button')
  const id = String(newId(world))
  world.callbacks.set(id, {
    id,
    chatId: state.chat.id,
    messageId: message.message_id,
    from: from.id,
    data,
    answer: null,
    at: Date.now(),
  })
  pushUpdate(world, {
    callback_query: { id, from, message: message as never, chat_instance: String(state.chat.id), data },
  })
  return { id }
}

/** A person stops the message that is being written for them. */
export function stopDraft(world: World, given: { chat: number }): { ok: true } {
  const state = getChat(world, given.chat)
  const { draft, chat } = state
  if (!draft?.canStop || chat.type !== 'private') throw badRequest('there is nothing to stop')
  state.stoppedDrafts.add(draft.id)
  state.draft = draft.keepOnStop ? { ...draft, canStop: false } : null
  pushUpdate(world, { stopped_message_generation: { chat, draft_id: draft.id } })
  tell(world, { kind: 'chat', chat: chat.id })
  return { ok: true }
}

/** A person types `@bot words` somewhere. */
export function askInline(
  world: World,
  given: { from: number; query: string; offset: string },
): { id: string } {
  const id = String(newId(world))
  world.inlines.set(id, { id, from: given.from, query: given.query, answer: null })
  pushUpdate(world, {
    inline_query: { id, from: getUser(world, given.from), query: given.query, offset: given.offset },
  })
  return { id }
}

/** Somebody adds, promotes, removes or blocks the bot, or another person. */
export function setMember(world: World, given: SetMember): { ok: true } {
  const state = getChat(world, given.chat)
  const by = getUser(world, given.from)
  if (given.user !== undefined && given.user !== world.bot.id) {
    state.members.set(getUser(world, given.user).id, given.status)
    tell(world, { kind: 'chat', chat: state.chat.id })
    return { ok: true }
  }
  setBotStatus(world, state, by, given.status, given.rights)
  return { ok: true }
}

function setBotStatus(
  world: World,
  state: ChatState,
  by: User,
  status: Status,
  rights?: Record<string, boolean>,
): void {
  const before = describeMember(world, state, world.bot.id)
  state.members.set(world.bot.id, status)
  state.botRights = status === 'administrator' ? { ...defaultRights(state.chat), ...rights } : {}
  pushUpdate(world, {
    my_chat_member: {
      chat: state.chat,
      from: by,
      date: unixNow(world),
      old_chat_member: before,
      new_chat_member: describeMember(world, state, world.bot.id),
    },
  })
  tell(world, { kind: 'chat', chat: state.chat.id })
}

/** A group becomes a supergroup with another id; both chats get the service messages. */
export function migrate(world: World, chatId: number): { chat: number } {
  const state = getChat(world, chatId)
  if (state.chat.type !== 'group') throw badRequest('only a group can be upgraded')
  const chat = -1_003_000_000_000 - newId(world)
  const after = addChat(world, { id: chat, type: 'supergroup', title: state.chat.title }, state.members)
  after.botRights = state.botRights
  const [creator] = [...state.members].find(([, status]) => status === 'creator') ?? []
  const by = getUser(world, creator ?? [...world.users.keys()][0]!)
  postAsPerson(world, state, by, { migrate_to_chat_id: chat }, {})
  postAsPerson(world, after, by, { migrate_from_chat_id: chatId }, {})
  state.migratedTo = chat
  return { chat }
}
