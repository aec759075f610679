/** Words and links without a command: links are read, topics offered, and everything else is a question. */
import type { MessageEntity } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { questionTerms, searchedFor } from '../../core/question.ts'
import { tokenize } from '../../core/tokens.ts'
import { listTopics } from '../../db/topic-samples.ts'
import { topicName } from '../../locales/locales.ts'
import { asksToFollow } from '../../locales/wishes.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { extractLinks, withoutLinks } from '../links.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, send, sendProgress, showProgress } from '../screen.ts'
import { matchTopics } from '../topic-match.ts'
import { askQuestion, goesOn } from './asking.ts'
import { helpScreen, wayOn } from './help.ts'
import { matchSources, sourceButton } from './named-source.ts'
import { offerLinks, readLinks } from './summary.ts'
import { addSources, maxLinks } from './subscribe.ts'

/** Understands what a reader wrote: links, the names of topics and sources, or a question. */
export async function takeWords(
  ctx: BotContext,
  words: string,
  entities: readonly MessageEntity[] = [],
): Promise<void> {
  const links = extractLinks(words, entities)
  if (links.length > 0 && asksToFollow(words)) return addSources(ctx, links.slice(0, maxLinks))
  if (links.length > 1) return offerLinks(ctx, links)
  const [link] = links
  if (link !== undefined) {
    await readLinks(ctx, links)
    const asked = questionBeside(words, entities)
    if (asked === null) return
    return askQuestion(ctx, await sendProgress(ctx, ctx.locale.bot.answer.searching), asked, { about: link })
  }
  const question = words.trim()
  if (/^[?？؟\s]+$/u.test(question)) return send(ctx, helpScreen(ctx))
  // A thumb up or a smile says no more than that it was read.
  if (/^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u.test(question) && !/\p{N}/u.test(question))
    return send(ctx, { body: [ctx.locale.bot.talk.anyTime] })
  if (!/[\p{L}\p{N}]/u.test(question))
    return send(ctx, { body: [ctx.locale.bot.unreadable], buttons: wayOn(ctx) })
  const wanted = searchedFor(question)
  if (wanted !== null) return search(ctx, wanted)
  if (goesOn(ctx, question)) return search(ctx, question)
  const { exact, near } = matchTopics(await listTopics(ctx.needs.db), question)
  const found = [...exact, ...near]
  const named = await matchSources(ctx, question)
  const sources = [...named.exact, ...named.near]
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
      ...sources.map((source) => sourceButton(ctx, source)),
      ...(first ? [[button(bot.buttons.digestNow, 'preview', first.id)]] : []),
      [button(bot.buttons.ask, 'search'), button(bot.buttons.ownTopic, 'interest', 'asked')],
    ],
  })
}

/** With fewer words, a question beside a link asks for no more than what is told of it anyway. */
const leastAsked = 3
/** More is a post that links to something. */
const longestAsked = 200

/** What is asked of the page that a message links to; null where nothing is. */
function questionBeside(words: string, entities: readonly MessageEntity[]): string | null {
  const asked = withoutLinks(words, entities)
  if (asked.length > longestAsked || !/[?？؟]$/u.test(asked)) return null
  const isOwn = questionTerms(asked, leastAsked).some((term) => [...term].length > 1)
  return isOwn && tokenize(asked).length >= leastAsked ? asked : null
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
