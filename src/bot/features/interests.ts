/** Topics of a reader's own: stated in plain words, shown before they are kept, then renamed, reworded or deleted by buttons. */
import { UserError } from '../../core/errors.ts'
import {
  deleteOwnTopic,
  findOwnTopic,
  type OwnTopic,
  renameTopic,
  updateInterest,
} from '../../db/interests.ts'
import { isFollowing } from '../../db/subscriptions.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { ownerOf } from '../owner.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, type Screen, send, show, showProgress } from '../screen.ts'
import { followTopic } from './topics.ts'

/** An interest is a phrase, not an essay. UTF-16 units. */
const longestPhrase = 120
const longestName = 40

/**
 * Makes a topic of a reader's words and shows what it would bring, and the site of that name if it `mayBeSite`; `replaces`
 * is the topic it would change, or null.
 */
export async function proposeTopic(
  ctx: BotContext,
  words: string,
  { replaces = null, mayBeSite = false }: { replaces?: number | null; mayBeSite?: boolean } = {},
): Promise<void> {
  const phrase = cleanLine(words, longestPhrase)
  if (phrase === '') throw new UserError('emptyInterest')
  const ownerId = await ownerOf(ctx)
  const replyTo = await showProgress(ctx, ctx.locale.bot.interests.trying(cleanLine(phrase, 60)))
  await ctx.needs.enqueue(null, 'propose-interest', {
    ...replyTo,
    phrase,
    ownerId,
    replaces,
    mayBeSite,
  })
}

/** A topic that this chat follows or this person made. Throws UserError 'gone' for any other. */
async function requireTopic(ctx: BotContext, id: unknown): Promise<OwnTopic> {
  const topic = await findOwnTopic(ctx.needs.db, Number(id))
  const isTheirs =
    topic !== undefined &&
    ((await isFollowing(ctx.needs.db, ctx.subscriber.id, { topicId: topic.id })) ||
      topic.owner_id === (await ownerOf(ctx)))
  if (!isTheirs) throw new UserError('gone')
  return topic
}

const nameOf = (ctx: BotContext, topic: OwnTopic) => cleanLine(topicName(topic.names, ctx.locale.tag), 60)

function topicScreen(ctx: BotContext, topic: OwnTopic, note: string | null = null): Screen {
  const { bot } = ctx.locale
  const { phrase, terms, related } = topic.interest
  const words = [...new Set([...terms.map(({ text }) => text), ...related])].join(' · ')
  return {
    title: nameOf(ctx, topic),
    body: [note, bot.interests.statedAs(cleanLine(phrase, 120)), bot.interests.words(cleanLine(words, 600))],
    buttons: [
      [button(bot.buttons.digestNow, 'preview', topic.id)],
      [
        button(bot.buttons.rename, 'rename-topic', topic.id),
        button(bot.buttons.otherWords, 'interest', topic.id),
      ],
      [button(bot.buttons.deleteTopic, 'delete-topic', topic.id)],
      [button(bot.buttons.topics, 'topics')],
    ],
  }
}

async function keep(ctx: BotContext, [id, replaced]: string[]): Promise<void> {
  const { db, stages } = ctx.needs
  const { bot } = ctx.locale
  let topic = await requireTopic(ctx, id)
  if (Number(replaced) > 0) {
    const old = await requireTopic(ctx, replaced)
    const change = { name: topicName(topic.names, ctx.locale.tag), interest: topic.interest }
    await db.transaction().execute(async (trx) => {
      await updateInterest(trx, old.id, change)
      await deleteOwnTopic(trx, topic.id)
    })
    topic = await requireTopic(ctx, old.id)
  }
  await followTopic(ctx, topic.id)
  await stages.tagInterest(topic.id)
  await show(ctx, topicScreen(ctx, topic, bot.topics.followed(nameOf(ctx, topic))))
}

async function askWords(ctx: BotContext, [id]: string[]): Promise<void> {
  const { bot } = ctx.locale
  const asked = await openQuestion(ctx)
  // What was just asked or searched for can become a topic without being typed again.
  const said = id === 'asked' && asked?.kind === 'search' ? asked.payload['question'] : null
  if (typeof said === 'string') {
    await closeQuestion(ctx)
    return proposeTopic(ctx, said, { mayBeSite: asked?.payload['mayBeSite'] === true })
  }
  await ask(ctx, 'interest', { replaces: Number(id) > 0 ? Number(id) : null })
  await send(ctx, {
    title: bot.interests.title,
    body: [bot.interests.ask],
    buttons: [[button(bot.buttons.back, 'topics')]],
  })
}

async function takeInterest(ctx: BotContext, words: string): Promise<void> {
  const replaces = (await openQuestion(ctx))?.payload['replaces']
  await closeQuestion(ctx)
  await proposeTopic(ctx, words, { replaces: typeof replaces === 'number' ? replaces : null })
}

async function takeName(ctx: BotContext, words: string): Promise<void> {
  const name = cleanLine(words, longestName)
  const id = (await openQuestion(ctx))?.payload['topicId']
  await closeQuestion(ctx)
  const topic = await requireTopic(ctx, id)
  if (name === '') throw new UserError('emptyInterest')
  await renameTopic(ctx.needs.db, topic.id, name)
  await send(ctx, topicScreen(ctx, await requireTopic(ctx, id), ctx.locale.bot.settings.saved))
}

export const interests: Feature = {
  answers: { interest: takeInterest, 'rename-topic': takeName },
  presses: {
    interest: { run: askWords },
    'keep-topic': { run: keep },
    'discard-topic': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const topic = await requireTopic(ctx, id)
        if (!(await isFollowing(ctx.needs.db, ctx.subscriber.id, { topicId: topic.id })))
          await deleteOwnTopic(ctx.needs.db, topic.id)
        await show(ctx, {
          body: [bot.interests.discarded],
          buttons: [[button(bot.buttons.topics, 'topics')]],
        })
      },
    },
    'my-topic': {
      run: async (ctx, [id]) => show(ctx, topicScreen(ctx, await requireTopic(ctx, id))),
    },
    'rename-topic': {
      run: async (ctx, [id]) => {
        const topic = await requireTopic(ctx, id)
        await ask(ctx, 'rename-topic', { topicId: topic.id })
        const { bot } = ctx.locale
        await send(ctx, {
          body: [bot.interests.askName(nameOf(ctx, topic))],
          buttons: [[button(bot.buttons.back, 'my-topic', topic.id)]],
        })
      },
    },
    'delete-topic': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const topic = await requireTopic(ctx, id)
        await show(ctx, {
          body: [bot.interests.confirmDelete(nameOf(ctx, topic))],
          buttons: [
            [button(bot.buttons.back, 'my-topic', topic.id)],
            [button(bot.buttons.deleteTopic, 'forget-topic', topic.id)],
          ],
        })
      },
    },
    'forget-topic': {
      run: async (ctx, [id]) => {
        const { bot } = ctx.locale
        const topic = await requireTopic(ctx, id)
        await deleteOwnTopic(ctx.needs.db, topic.id)
        await show(ctx, {
          body: [bot.interests.deleted(nameOf(ctx, topic))],
          buttons: [[button(bot.buttons.topics, 'topics')]],
        })
      },
    },
  },
}
