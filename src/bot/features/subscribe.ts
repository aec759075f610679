/** /subscribe: an address goes to the job that finds its feed, the name of a topic is followed here. */
import { UserError } from '../../core/errors.ts'
import { formatList } from '../../locales/format.ts'
import { listTopics, type TopicChoice } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, inRows, type Screen, send, show, showLinkProgress } from '../screen.ts'
import { matchTopics } from '../topic-match.ts'
import { matchSources, followNamed, sourceButton } from './named-source.ts'
import { followTopic, listOffered } from './topics.ts'

/** The most links taken from one message. */
export const maxLinks = 10

/** Hands each address to the add-source job, with a progress message of its own that the job edits. */
export async function addSources(ctx: BotContext, urls: readonly string[]): Promise<void> {
  for (const wanted of await showLinkProgress(ctx, urls, ctx.locale.bot.subscribe.looking))
    await ctx.needs.enqueue(null, 'add-source', wanted)
}

/** Follows topics and says so. */
async function followTopics(ctx: BotContext, topics: readonly TopicChoice[]): Promise<Screen> {
  const { bot, tag } = ctx.locale
  const fresh: boolean[] = []
  for (const topic of topics) fresh.push(await followTopic(ctx, topic.id))
  const names = formatList(
    tag,
    topics.map((topic) => topicName(topic.names, tag)),
  )
  return {
    body: [fresh.some(Boolean) ? bot.topics.followed(names) : bot.topics.already(names)],
    buttons: [
      topics.slice(0, 1).map((topic) => button(bot.buttons.digestNow, 'preview', topic.id)),
      [button(bot.buttons.myList, 'list', 0), button(bot.buttons.topics, 'topics')],
    ],
  }
}

/** Follows what `text` names, an address or a subject; asks for it where it is empty. */
export async function subscribe(ctx: BotContext, text: string): Promise<void> {
  const { bot, tag } = ctx.locale
  if (text === '') {
    await ask(ctx, 'subscribe')
    const isPrivate = ctx.chat?.type === 'private'
    await send(ctx, {
      body: [bot.subscribe.ask],
      buttons: [
        [button(bot.buttons.topics, 'topics')],
        // Telegram lets a chat be asked for in private chats only.
        ...(isPrivate ? [[button(ctx.locale.screens.labels.chooseChannel, 'pick-channel')]] : []),
      ],
    })
    return
  }
  const links = extractLinks(text)
  if (links.length > 0) {
    if (links.length > maxLinks) await send(ctx, { body: [bot.links.tooMany(maxLinks)] })
    await addSources(ctx, links.slice(0, maxLinks))
    return
  }
  // What was meant as an address but is none is told as such.
  if (/^\S+:\/\//u.test(text)) throw new UserError('badUrl', { url: cleanLine(text, 100) })
  const offered = await listTopics(ctx.needs.db)
  const { exact, near } = matchTopics(offered, text)
  const sources = await matchSources(ctx, text)
  if (await followNamed(ctx, sources, exact)) return
  if (exact.length > 0) {
    await send(ctx, await followTopics(ctx, exact))
    return
  }
  const isNear = near.length + sources.near.length > 0
  const choices = isNear ? near : offered
  if (choices.length + sources.near.length === 0) throw new UserError('noTopic')
  await send(ctx, {
    body: isNear ? [bot.topics.which] : [bot.topics.noSuch(cleanLine(text, 60)), bot.list.howToAdd],
    buttons: [
      ...inRows(
        choices.map((topic) => button(topicName(topic.names, tag), 'follow-topic', topic.id)),
        2,
      ),
      ...sources.near.map((source) => sourceButton(ctx, source)),
    ],
  })
}

export const subscribing: Feature = {
  commands: { subscribe: { run: subscribe } },
  answers: {
    subscribe: async (ctx, text) => {
      await closeQuestion(ctx)
      await subscribe(ctx, text)
    },
  },
  presses: {
    'follow-topic': {
      run: async (ctx, [id]) => {
        const topic = (await listOffered(ctx)).find((each) => each.id === Number(id))
        if (!topic) throw new UserError('gone')
        await show(ctx, await followTopics(ctx, [topic]))
      },
    },
  },
}
