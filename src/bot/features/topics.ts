/** /topics: every offered topic as a button that follows it or stops following; /start shows the same buttons. */
import type { InlineKeyboardButton } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { listOwnTopics } from '../../db/interests.ts'
import { follow, listFollowedTopics, unfollow } from '../../db/subscriptions.ts'
import { listTopicChoices, listTopics, type TopicChoice } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { makeThreads } from '../threads.ts'
import { matchTopics } from '../topic-match.ts'
import { button, inRows, marked, type Screen, send, show } from '../screen.ts'

/** The one topic that `words` name, or are near to where `nearToo`; null for none or several. */
export async function topicFor(ctx: BotContext, words: string, nearToo: boolean) {
  const { exact, near } = matchTopics(await listTopics(ctx.needs.db), words)
  const found = exact.length > 0 || !nearToo ? exact : near
  return found.length === 1 ? found[0]! : null
}

/** The topics that everybody is offered. */
export async function listOffered(ctx: BotContext): Promise<TopicChoice[]> {
  return listTopicChoices(ctx.needs.db)
}

/** A topic that this chat may see: one that all are offered, or one of its own. */
export async function findVisibleTopic(ctx: BotContext, id: number): Promise<TopicChoice | undefined> {
  const topics = [...(await listOffered(ctx)), ...(await listOwnTopics(ctx.needs.db, ctx.subscriber.id))]
  return topics.find((topic) => topic.id === id)
}

/**
 * Toggle buttons, two in a row, whose presses come as `verb` with the topic's id and 1 or 0. Each says what it
 * will do, so that a double tap does not undo itself.
 */
export async function topicButtons(
  ctx: BotContext,
  verb: string,
  followed: readonly number[],
): Promise<InlineKeyboardButton[][]> {
  const { locale } = ctx
  const buttons = (await listOffered(ctx)).map((topic) => {
    const name = topicName(topic.names, locale.tag)
    const on = followed.includes(topic.id)
    return button(marked(ctx, on, name), verb, topic.id, on ? 0 : 1)
  })
  return inRows(buttons, 2)
}

/** The buttons of the topics that this chat's people made, and the one that makes another. */
async function ownTopicButtons(ctx: BotContext) {
  const { bot, tag } = ctx.locale
  const own = await listOwnTopics(ctx.needs.db, ctx.subscriber.id)
  return [
    ...inRows(
      own.map((topic) => button(`✎ ${topicName(topic.names, tag)}`, 'my-topic', topic.id)),
      2,
    ),
    [button(bot.buttons.ownTopic, 'interest', 0)],
  ]
}

async function topicsScreen(ctx: BotContext): Promise<Screen> {
  const { bot } = ctx.locale
  const followed = await listFollowedTopics(ctx.needs.db, ctx.subscriber.id)
  const rows = await topicButtons(ctx, 'topic', followed)
  return {
    title: bot.topics.title,
    body: [
      rows.length === 0 ? bot.topics.none : bot.topics.choose,
      followed.length === 0 ? null : bot.topics.following(followed.length),
    ],
    buttons: [
      ...rows,
      ...(await ownTopicButtons(ctx)),
      [button(bot.buttons.myList, 'list', 0), button(bot.buttons.digestNow, 'preview', 0)],
    ],
  }
}

/** Follows a topic and makes sure that a digest will tell of it; false where it was followed already. */
export async function followTopic(ctx: BotContext, topicId: number): Promise<boolean> {
  const { needs, subscriber } = ctx
  const isNew = await follow(needs.db, subscriber.id, { topicId }, needs.now())
  await ensureSchedule(needs.db, subscriber, threadOf(ctx), needs.now())
  if (subscriber.threads_by_subject) await makeThreads(ctx)
  return isNew
}

/** Does what a toggle button says. Throws UserError 'gone' for a topic that is offered no more. */
export async function toggleTopic(ctx: BotContext, [id, on]: string[]): Promise<void> {
  const topicId = Number(id)
  if (!(await listOffered(ctx)).some((topic) => topic.id === topicId)) throw new UserError('gone')
  if (on === '1') await followTopic(ctx, topicId)
  else await unfollow(ctx.needs.db, ctx.subscriber.id, { topicId })
}

export const topics: Feature = {
  commands: {
    topics: { run: async (ctx) => send(ctx, await topicsScreen(ctx)) },
  },
  presses: {
    topic: {
      run: async (ctx, args) => {
        await toggleTopic(ctx, args)
        await show(ctx, await topicsScreen(ctx))
      },
    },
    topics: { run: async (ctx) => show(ctx, await topicsScreen(ctx)) },
  },
}
