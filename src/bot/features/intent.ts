/** Words and links without a command: links are read, topics offered, and everything else is a question. */
import type { MessageEntity } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { findSharedSources } from '../../db/foresee.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import { asksToFollow } from '../../locales/wishes.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, send, showProgress } from '../screen.ts'
import { matchTopics } from '../topic-match.ts'
import { askQuestion, goesOn } from './asking.ts'
import { wayOn } from './help.ts'
import { offerLinks, readLinks } from './summary.ts'
import { addSources, maxLinks } from './subscribe.ts'

const mostSources = 3
/** Understands what a reader wrote: links, the names of topics and sources, or a question. */
export async function takeWords(
  ctx: BotContext,
  words: string,
  entities: readonly MessageEntity[] = [],
): Promise<void> {
  const links = extractLinks(words, entities)
  if (links.length > 0 && asksToFollow(words)) return addSources(ctx, links.slice(0, maxLinks))
  if (links.length > 1) return offerLinks(ctx, links)
  if (links.length === 1) return readLinks(ctx, links)
  const question = words.trim()
  if (!/[\p{L}\p{N}]/u.test(question))
    return void (await send(ctx, { body: [ctx.locale.bot.unreadable], buttons: wayOn(ctx) }))
  if (goesOn(ctx, question)) return search(ctx, question)
  const { exact, near } = matchTopics(await listTopics(ctx.needs.db), question)
  const found = [...exact, ...near]
  const sources = await namedSources(ctx, question)
  if (found.length + sources.length === 0) return search(ctx, question)
  const { bot, tag } = ctx.locale
  await ask(ctx, 'search', { question })
  const [first] = found
  await send(ctx, {
    body: [bot.topics.matches(cleanLine(question, 60))],
    buttons: [
      ...inRows(
        found.map((topic) => button(topicName(topic.names, tag), 'about-topic', topic.id)),
        1,
      ),
      ...sources.map((source) => [
        button(bot.buttons.follow(nameOf(ctx.locale, { names: null, ...source })), 'follow', source.id),
      ]),
      ...(first ? [[button(bot.buttons.digestNow, 'preview', first.id)]] : []),
      [button(bot.buttons.ask, 'search'), button(bot.buttons.ownTopic, 'interest', 'asked')],
    ],
  })
}

/** The public sources that a few words name. */
export async function namedSources(ctx: BotContext, question: string) {
  const words = question.split(/\s+/u).filter((word) => word.length > 1)
  if (words.length === 0 || words.length > 4 || /[?？]/u.test(question)) return []
  return findSharedSources(ctx.needs.db, words, mostSources)
}

async function search(ctx: BotContext, question: string): Promise<void> {
  const replyTo = await showProgress(ctx, ctx.locale.bot.answer.searching)
  await askQuestion(ctx, replyTo, question)
}

export const intent: Feature = {
  presses: {
    'find-answer': {
      open: true,
      run: async (ctx) => {
        const message = ctx.callbackQuery?.message
        const text = message && 'text' in message ? (message.text ?? '') : ''
        await search(ctx, (text.split('\n')[0] ?? '').replaceAll(/^“|”$/gu, ''))
      },
    },
    search: {
      open: true,
      run: async (ctx) => {
        const asked = await openQuestion(ctx)
        const question = asked?.kind === 'search' ? asked.payload['question'] : null
        if (typeof question !== 'string') throw new UserError('gone')
        await closeQuestion(ctx)
        await search(ctx, question)
      },
    },
  },
}
