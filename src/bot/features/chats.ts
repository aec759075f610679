/** /chats: from the private chat, what each group and channel that a person looks after gets, and in which topic of a forum. */
import type { InlineKeyboardButton } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { listChatsOf } from '../../db/chats.ts'
import type { Subscriber } from '../../db/database.ts'
import { ensureSchedule, listSchedules, updateSchedule } from '../../db/schedules.ts'
import { updateSubscriber } from '../../db/subscribers.ts'
import { follow, listFollowedTopics, listSubscriptions, unfollow } from '../../db/subscriptions.ts'
import { speakFor, openManaged } from '../managed.ts'
import { type BotContext, type Feature } from '../context.ts'
import { lineOf, nameOf, numbered } from '../describe.ts'
import { clampPage, pageOf, turnPage } from '../paging.ts'
import { pauseDigests, resumeDigests } from '../pausing.ts'
import { makeThreads } from '../threads.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'
import { placeOf, placesOf, whereScreen } from './forum-screens.ts'
import { toggleTopic, topicButtons } from './topics.ts'

const mostChats = 40
/** What a channel or group asks its admin to allow the bot. https://core.telegram.org/bots/features#deep-linking */
const groupRights = 'manage_topics'
const channelRights = 'post_messages+edit_messages'

/** The chats of whoever opens it; what they may do there is asked anew when one is opened. */
export async function chatsScreen(ctx: BotContext): Promise<Screen> {
  const { chats: words } = ctx.locale.screens
  const found = ctx.from ? await listChatsOf(ctx.needs.db, ctx.me.id, ctx.from.id, mostChats) : []
  const link = `https://t.me/${ctx.me.username}`
  return {
    title: words.title,
    body: [found.length === 0 ? words.none : words.what],
    buttons: [
      ...found.map((chat) => [button(chat.title || `${chat.chat_id}`, 'at', chat.id)]),
      [{ text: words.addGroup, url: `${link}?startgroup=start&admin=${groupRights}` }],
      [{ text: words.addChannel, url: `${link}?startchannel&admin=${channelRights}` }],
      [button(ctx.locale.bot.buttons.back, 'help')],
    ],
  }
}

async function chatScreen(ctx: BotContext, chat: Subscriber, note: string | null = null): Promise<Screen> {
  const { bot, screens } = ctx.locale
  const { chats: words } = screens
  const { db } = ctx.needs
  const isForum = chat.kind === 'supergroup' && (await ctx.api.getChat(chat.chat_id)).is_forum === true
  const rows = await listSubscriptions(db, chat.id)
  const all = await listSchedules(db, chat.id)
  const places = await placesOf(ctx, chat)
  const topics = rows.filter((row) => row.topic_id !== null).length
  const isOn = chat.state === 'active'
  const lines = all.map((schedule, at) =>
    [
      numbered(ctx.locale, at + 1, lineOf(ctx.locale, schedule, rows)),
      isForum ? words.into(placeOf(ctx, places, schedule)) : null,
    ]
      .filter((line) => line !== null)
      .join(' '),
  )
  return {
    title: chat.title,
    body: [
      note,
      [isOn ? bot.state.on : bot.schedule.paused, screens.packs.contents(topics, rows.length - topics)].join(
        '\n',
      ),
      lines.length === 0 ? null : lines.join('\n'),
      isForum ? words.bySubjectHow : null,
    ],
    buttons: [
      [button(bot.buttons.topics, 'at-topics', chat.id), button(words.sources, 'at-sources', chat.id, 0)],
      isForum
        ? [
            ...(all.length > 0 ? [button(words.where, 'at-where', chat.id)] : []),
            button(
              marked(ctx, chat.threads_by_subject, words.bySubject),
              'at-subjects',
              chat.id,
              chat.threads_by_subject ? 0 : 1,
            ),
          ]
        : [],
      [button(isOn ? bot.commands.pause : bot.commands.resume, 'at-on', chat.id, isOn ? 0 : 1)],
      rows.length > 0 && all.some(({ window_from: from }) => from === null)
        ? [button(bot.buttons.firstDigest, 'at-begin', chat.id)]
        : [],
      [button(bot.buttons.back, 'chats')],
    ].filter((row) => row.length > 0),
  }
}

async function topicsScreen(ctx: BotContext, chat: Subscriber): Promise<Screen> {
  const { bot } = ctx.locale
  const rows = await topicButtons(
    speakFor(ctx, chat),
    'at-topic',
    await listFollowedTopics(ctx.needs.db, chat.id),
  )
  return {
    title: chat.title,
    body: [rows.length === 0 ? bot.topics.none : bot.topics.choose],
    buttons: [
      ...rows.map((row) => row.map((each) => withChat(each, chat.id))),
      [button(bot.buttons.back, 'at', chat.id)],
    ],
  }
}

/** The words of a toggle button with the chat's number in front of theirs. */
function withChat(each: InlineKeyboardButton, id: number): InlineKeyboardButton {
  if (!('callback_data' in each)) return each
  const [, verb = '', ...words] = each.callback_data.split(':')
  return button(each.text, verb, id, ...words)
}

async function sourcesScreen(ctx: BotContext, chat: Subscriber, wanted: number): Promise<Screen> {
  const { bot, screens } = ctx.locale
  const { db } = ctx.needs
  const own = (await listSubscriptions(db, ctx.subscriber.id)).filter((row) => row.source_id !== null)
  const theirs = new Set((await listSubscriptions(db, chat.id)).flatMap((row) => row.source_id ?? []))
  const { page } = clampPage(wanted, own.length)
  const { rows, pages } = pageOf(own, page)
  return {
    title: chat.title,
    body: [own.length === 0 ? bot.list.empty : screens.chats.sourcesHow],
    buttons: [
      ...inRows(
        rows.map((row) => {
          const isOn = theirs.has(row.source_id!)
          return button(
            marked(ctx, isOn, nameOf(ctx.locale, row, 26)),
            'at-source',
            chat.id,
            row.source_id!,
            isOn ? 0 : 1,
            page,
          )
        }),
        2,
      ),
      turnPage(ctx, page, pages, 'at-sources', (to) => [chat.id, to]),
      [button(bot.buttons.back, 'at', chat.id)],
    ].filter((row) => row.length > 0),
  }
}

/** A press about one chat, whose admin presses it: asked of Telegram at that moment. */
const about = (run: (ctx: BotContext, chat: Subscriber, words: string[]) => Promise<Screen>) => ({
  run: async (ctx: BotContext, [id, ...words]: string[]) =>
    show(ctx, await run(ctx, await openManaged(ctx, Number(id)), words)),
})

async function setThread(ctx: BotContext, chat: Subscriber, [schedule, thread]: string[]): Promise<Screen> {
  const { db } = ctx.needs
  const wanted = Number(thread) || 0
  const places = await placesOf(ctx, chat)
  const found = (await listSchedules(db, chat.id)).find(({ id }) => id === Number(schedule))
  if (!found || (wanted !== 0 && !places.has(wanted))) throw new UserError('gone')
  await updateSchedule(db, found.id, { thread_id: wanted === 0 ? null : wanted })
  return chatScreen(ctx, chat, ctx.locale.bot.settings.saved)
}

async function setSource(ctx: BotContext, chat: Subscriber, [id, on, page]: string[]): Promise<Screen> {
  const { db, now } = ctx.needs
  const sourceId = Number(id)
  const own = await listSubscriptions(db, ctx.subscriber.id)
  if (!own.some((row) => row.source_id === sourceId)) throw new UserError('gone')
  if (on === '1') {
    await follow(db, chat.id, { sourceId }, now())
    await ensureSchedule(db, chat, null, now())
  } else await unfollow(db, chat.id, { sourceId })
  return sourcesScreen(ctx, chat, Number(page) || 0)
}

async function setSubjects(ctx: BotContext, chat: Subscriber, [on]: string[]): Promise<Screen> {
  const { db, now } = ctx.needs
  const threads = { threads_by_subject: on === '1' }
  // Made first: where Telegram refuses, the choice is not kept either.
  if (threads.threads_by_subject) await makeThreads(speakFor(ctx, chat))
  return chatScreen(ctx, await updateSubscriber(db, chat.id, threads, now()), ctx.locale.bot.settings.saved)
}

export const chats: Feature = {
  commands: {
    chats: {
      open: true,
      run: async (ctx) => {
        const { chats: words } = ctx.locale.screens
        const url = `https://t.me/${ctx.me.username}?start=chats`
        await send(
          ctx,
          ctx.chat?.type === 'private'
            ? await chatsScreen(ctx)
            : { body: [words.inPrivate], buttons: [[{ text: ctx.locale.screens.inline.open, url }]] },
        )
      },
    },
  },
  presses: {
    chats: { run: async (ctx) => show(ctx, await chatsScreen(ctx)) },
    at: about((ctx, chat) => chatScreen(ctx, chat)),
    'at-topics': about(topicsScreen),
    'at-topic': about(async (ctx, chat, words) => {
      await toggleTopic(speakFor(ctx, chat), words)
      return topicsScreen(ctx, chat)
    }),
    'at-sources': about((ctx, chat, [page]) => sourcesScreen(ctx, chat, Number(page) || 0)),
    'at-source': about(setSource),
    'at-where': about((ctx, chat, [schedule]) => whereScreen(ctx, chat, Number(schedule) || 0)),
    'at-thread': about(setThread),
    'at-subjects': about(setSubjects),
    'at-on': about(async (ctx, chat, [on]) => {
      const there = speakFor(ctx, chat)
      await (on === '1' ? resumeDigests(there) : pauseDigests(there, 'pause'))
      return chatScreen(ctx, there.subscriber)
    }),
    'at-begin': about(async (ctx, chat) => {
      await ctx.needs.stages.startDigests(chat.id, ctx.needs.now())
      return chatScreen(ctx, chat, ctx.locale.bot.start.onItsWay)
    }),
  },
}
