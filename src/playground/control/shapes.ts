/** What /control takes and gives, JSON over HTTP; the chat page and the tests are written against this. */

/*
 *   GET  /control/state                     State: people, chats, clock, what to try first
 *   GET  /control/chats/ID?user=ID          ChatView as that person's client shows it
 *   POST /control/message                   SendMessage -> {message_id}
 *   POST /control/edit                      EditMessage -> {ok}: a person changes what they wrote
 *   POST /control/press                     Press -> {id} of the callback; its answer comes as an event
 *   POST /control/stop                      {chat} -> {ok}: ends the draft that the bot is writing there
 *   POST /control/document                  SendDocument -> {message_id}
 *   POST /control/member                    SetMember -> {ok}: adds, promotes, removes or blocks
 *   POST /control/migrate                   {chat} -> {chat} of the new supergroup
 *   POST /control/inline                    {from, query, offset?} -> {id}
 *   GET  /control/clock                     {now}
 *   POST /control/clock                     {to: ISO} or {by: ms} -> {now} when everything that was due is done
 *   POST /control/faults                    a Fault (faults.ts), {clear: true}, {limits} or {chances}
 *   GET  /control/calls?since=ID            LoggedCall[] after that id
 *   POST /control/reset                     {ok}: chats, messages and calls as at the start
 *   GET  /control/events                    server-sent events, each a Happening (world.ts)
 */
import type { BotCommand, Chat, Message, MessageEntity, ReplyKeyboardMarkup, User } from '@grammyjs/types'
import { z } from 'zod'
import { mediaKinds } from './media.ts'

const id = z.number().int()

export const sendMessageShape = z.object({
  chat: id,
  from: id,
  text: z.string().min(1).max(2_000_000).optional(),
  entities: z.array(z.custom<MessageEntity>((value) => typeof value === 'object')).optional(),
  reply_to: id.optional(),
  thread: id.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** A chat that was chosen by a request_chat button. */
  shared: z.object({ request_id: id, chat_id: id }).optional(),
  /** The channel that the message is forwarded from. */
  forwarded_from: id.optional(),
  /** What of the message replied to is quoted. */
  quote: z.string().optional(),
  /** Something else than words, which then are its caption; `album`: what it was sent together with. */
  media: mediaKinds.optional(),
  album: z.string().optional(),
})
export const editShape = z.object({
  chat: id,
  from: id,
  message: id,
  /** New words, or the caption's; none where a shared location moved. */
  text: z.string().min(1).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
})
export const pressShape = z.object({
  chat: id,
  message: id,
  from: id,
  /** The button's callback_data, or what it says. */
  data: z.string().optional(),
  button: z.string().optional(),
})
export const documentShape = z.object({
  chat: id,
  from: id,
  name: z.string().min(1).max(255),
  base64: z.base64(),
  type: z.string().default('application/octet-stream'),
  caption: z.string().optional(),
})
export const memberShape = z.object({
  chat: id,
  /** The bot where absent. */
  user: id.optional(),
  /** Who does it. */
  from: id,
  status: z.enum(['member', 'administrator', 'restricted', 'left', 'kicked', 'creator']),
  rights: z.record(z.string(), z.boolean()).optional(),
})
export const inlineShape = z.object({ from: id, query: z.string(), offset: z.string().default('') })
export const clockShape = z.union([
  z.object({ to: z.iso.datetime({ offset: true }) }),
  z.object({
    by: z
      .number()
      .min(0)
      .max(366 * 86_400_000),
  }),
])
const whole = z.number().int().min(0)
const faultShape = z.strictObject({
  kind: z.enum(['error', 'drop-before', 'drop-after', 'slow']),
  method: z.string().optional(),
  chat: id.optional(),
  times: whole.min(1).optional(),
  after: whole.optional(),
  code: whole.min(400).max(599).optional(),
  description: z.string().optional(),
  parameters: z.strictObject({ retry_after: whole.optional(), migrate_to_chat_id: id.optional() }).optional(),
  ms: whole.max(600_000).optional(),
})
const limit = whole.nullable().optional()
export const faultsShape = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({
    limits: z.strictObject({ perSecond: limit, perChatSecond: limit, perGroupMinute: limit }),
  }),
  z.strictObject({
    chances: z.partialRecord(
      z.enum(['error', 'flood', 'drop-before', 'drop-after', 'slow']),
      z.number().min(0).max(1),
    ),
  }),
  faultShape,
])
export const chatShape = z.object({ chat: id })

export type SendMessage = z.infer<typeof sendMessageShape>
export type EditMessage = z.infer<typeof editShape>
export type Press = z.infer<typeof pressShape>
export type SendDocument = z.infer<typeof documentShape>
export type SetMember = z.infer<typeof memberShape>

export interface ChatEntry {
  chat: Chat
  version: number
  /** Newest message, or null. */
  last: Message | null
  botStatus: string
}

export interface State {
  now: string
  bot: User
  users: User[]
  chats: ChatEntry[]
  /** Whether /control/clock takes POST. */
  canAdvance: boolean
  suggestions: readonly string[]
}

export interface ChatView extends ChatEntry {
  messages: Message[]
  keyboard: ReplyKeyboardMarkup | null
  draft: { text: string; entities: MessageEntity[]; canStop: boolean } | null
  /** 'typing' and its like, while it lasts. */
  action: string | null
  commands: readonly BotCommand[]
  topics: { id: number; name: string; closed: boolean }[]
  /** Status of the person in the chat. */
  userStatus: string
  /** Updates of all chats that the bot has not done with. */
  waiting: number
}
