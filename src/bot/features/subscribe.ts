/** /subscribe: an address goes to the job that finds its feed, the name of a topic is followed here. */
import { UserError } from '../../core/errors.ts'
import { namesIn } from '../../core/source-name.ts'
import { formatList } from '../../locales/format.ts'
import { listTopics, type TopicChoice } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'
import { proposeTopic } from './interests.ts'
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
      topics
        .slice(0, 1)
        .flatMap((topic) => [
          ...(fresh.length === 1 && fresh[0] ? [button(bot.buttons.undo, 'drop', 't', topic.id, 0)] : []),
          button(bot.buttons.digestNow, 'preview', topic.id),
        ]),
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
    return send(ctx, {
      body: [bot.subscribe.ask],
      buttons: [
        [button(bot.buttons.topics, 'topics')],
        // Telegram lets a chat be asked for in private chats only.
        ...(isPrivate ? [[button(ctx.locale.screens.labels.chooseChannel, 'pick-channel')]] : []),
      ],
    })
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
  // 'AI news' is AI, where nothing is called so.
  const matches = [text, ...namesIn(text)].map((name) => matchTopics(offered, name))
  const { exact, near } = matches.find((each) => each.exact.length > 0) ?? matches[0]!
  const sources = await matchSources(ctx, text)
  if (await followNamed(ctx, sources, exact)) return
  if (exact.length > 0) {
    return send(ctx, await followTopics(ctx, exact))
  }
  const isNear = near.length + sources.near.length > 0
  // A topic of one's own is a person's; a channel's posts are nobody's.
  if (!isNear && ctx.from) return proposeTopic(ctx, text, { mayBeSite: true })
  const choices = isNear ? near : offered
  if (choices.length + sources.near.length === 0) throw new UserError('noTopic')
  if (ctx.from) await ask(ctx, 'search', { question: text, mayBeSite: true })
  await send(ctx, {
    body: isNear ? [bot.topics.which] : [bot.topics.noSuch(cleanLine(text, 60)), bot.list.howToAdd],
    buttons: [
      ...inRows(
        choices.map((topic) => button(topicName(topic.names, tag), 'follow-topic', topic.id)),
        2,
      ),
      ...sources.near.map((source) => sourceButton(ctx, source)),
      // Near a name is not that name.
      ...(ctx.from ? [[button(bot.buttons.noneOfThese, 'interest', 'asked')]] : []),
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
