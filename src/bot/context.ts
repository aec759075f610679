/** What every handler of the bot gets: grammY's context with our needs, the chat's row and its locale; and what a feature is. */
import type { Context } from 'grammy'
import type { Kysely } from 'kysely'
import type { Enqueue } from '../core/jobs.ts'
import type { Part } from '../core/render.ts'
import type { Telemetry } from '../core/telemetry.ts'
import type { Arrival } from '../db/arrivals.ts'
import type { Db, Subscriber, Tables } from '../db/database.ts'
import type { Locale } from '../locales/locales.ts'
import type { Log } from '../log.ts'
import type { Screen } from './screen.ts'

/** One feed of a list, with the folders it stands in, outermost first. */
export interface OpmlFeed {
  title: string
  url: string
  site: string | null
  folders: string[]
}

/** Pipeline stages that the bot starts itself, because the reader waits for them. */
export interface Stages {
  /** Plans the first digest of each schedule of this chat that has told nothing yet; a second call changes nothing. */
  startDigests(subscriberId: number, now: Date): Promise<void>
  /** The messages of a digest that was told, as they were. */
  renderPast(digestId: number): Promise<Part[]>
  /** Gives a reader's own topic the stored articles that belong to it; returns how many. */
  tagInterest(topicId: number): Promise<number>
  /** The feeds in a list of subscriptions. Throws UserError 'notOpml'. */
  readOpml(bytes: Uint8Array): readonly OpmlFeed[]
  /** The words of a text file, in whatever character set. */
  readText(bytes: Uint8Array): string
  /** A list of feeds as OPML. */
  writeOpml(feeds: readonly OpmlFeed[]): string
}

export interface BotConfig {
  /** Telegram user ids of the operators. */
  adminIds: readonly number[]
  inviteOnly: boolean
  /** Milliseconds between two polls of a source that was just added. */
  pollGapMs: number
  /** How often one person may make the bot do something, in a minute and, where it costs, in a day; unbound where left out. */
  perMinute?: number
  perDay?: number
  /** Days that the text of articles is kept. */
  retainDays: number
  /** Tokens of the model a day, and what they cost, as LLM_PRICES says it. */
  dailyTokens: number
  prices: string
  /** Who sees what is summed up; null without a model. */
  model: { name: string; host: string } | null
}

export interface BotNeeds {
  db: Kysely<Tables>
  enqueue: Enqueue<Db>
  now: () => Date
  log: Log
  telemetry?: Telemetry
  stages: Stages
  config: BotConfig
  /** Bytes of a file sent to the bot, by the path that getFile gave. Throws UserError 'fileLost'. */
  download: (filePath: string) => Promise<Uint8Array>
}

export type BotContext = Context & {
  needs: BotNeeds
  /** What was known when the update came. */
  arrival: Arrival
  /** The chat that this update came from. */
  subscriber: Subscriber
  locale: Locale
  /** Screens that are held back to be told together (together.ts); null where each is sent at once. */
  held: Screen[] | null
}

export interface Command {
  /** `text` is what followed the command. */
  run: (ctx: BotContext, text: string) => Promise<void>
  /** In a group anybody may use it, not only admins. */
  open?: boolean
  /** With this text it answers what was asked before, which therefore still waits. */
  answers?: string
}

export interface Press {
  run: (ctx: BotContext, args: string[]) => Promise<void>
  open?: boolean
  /** Its words name something that need not be this chat's own: it counts only where it stands under our message. */
  offered?: boolean
  /** Below a channel's post, which is everybody's: what to open in the presser's private chat instead, as /start takes it. */
  inChannel?: (ctx: BotContext, args: string[]) => string
}

/** One file of features/: its commands, its buttons by verb, and the typed answers that it waits for by kind. */
export interface Feature {
  commands?: Readonly<Record<string, Command>>
  presses?: Readonly<Record<string, Press>>
  answers?: Readonly<Record<string, (ctx: BotContext, text: string) => Promise<void>>>
}

/** The forum topic that the update came from, or null. */
export function threadOf(ctx: BotContext): number | null {
  const { msg } = ctx
  return msg?.is_topic_message === true ? (msg.message_thread_id ?? null) : null
}

/** Who a question is put to: a person in a chat; in a channel, where nobody has a name, the channel. */
export function askerOf(ctx: BotContext): { subscriberId: number; userId: number } {
  return { subscriberId: ctx.subscriber.id, userId: ctx.from?.id ?? 0 }
}
