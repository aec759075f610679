/** /summary and links sent by themselves: one is read at once; of several, the reader says what to do with them. */
import { isLongText } from '../../core/long-text.ts'
import { UserError } from '../../core/errors.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { extractLinks } from '../links.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, send, showLinkProgress } from '../screen.ts'
import { remember } from '../shown.ts'
import { readText, takeLongText } from './long-text.ts'
import { addSources, maxLinks } from './subscribe.ts'

/** Who asks for a summary of this many characters has it, short as they are. */
const leastAsked = 200

/** The deep link by which inline mode hands over a link that waits in the private chat. */
export const readPayload = 'read'

/** Hands each link to the read-link job, with a progress message of its own that the job edits. */
export async function readLinks(ctx: BotContext, urls: readonly string[]): Promise<void> {
  for (const wanted of await showLinkProgress(ctx, urls, ctx.locale.bot.links.reading))
    await ctx.needs.enqueue(null, 'read-link', wanted)
  const [only, ...others] = urls
  if (only !== undefined && others.length === 0) await remember(ctx, { url: only })
}

/** Asks what to do with several links. */
export async function offerLinks(ctx: BotContext, urls: readonly string[]): Promise<void> {
  const { bot } = ctx.locale
  const taken = urls.slice(0, maxLinks)
  await ask(ctx, 'links', { urls: taken })
  await send(ctx, {
    body: [bot.links.several(urls.length), urls.length > maxLinks ? bot.links.tooMany(maxLinks) : null],
    buttons: [[button(bot.buttons.summarise, 'read-links'), button(bot.buttons.followAll, 'follow-links')]],
  })
}

/** The links that the last question was about, which ends with it. Throws UserError 'gone' where it was answered. */
export async function takeLinks(ctx: BotContext): Promise<string[]> {
  const question = await openQuestion(ctx)
  const urls = question?.kind === 'links' ? question.payload['urls'] : null
  if (!Array.isArray(urls)) throw new UserError('gone')
  await closeQuestion(ctx)
  return urls.filter((url) => typeof url === 'string')
}

async function summary(ctx: BotContext, text: string): Promise<void> {
  const { bot } = ctx.locale
  const repliedTo = ctx.msg?.reply_to_message
  const words = text === '' ? (repliedTo?.text ?? repliedTo?.caption ?? '') : text
  const links =
    text === '' && repliedTo
      ? extractLinks(words, repliedTo.entities ?? repliedTo.caption_entities ?? [])
      : extractLinks(text)
  // Our own messages are about what they link to; of anybody else's, whatever it is is to be summed up.
  const isOurs = text === '' && repliedTo?.from?.id === ctx.me.id
  const isAsked = links.length === 0 && words.length >= (text === '' ? 1 : leastAsked)
  if (!isOurs && (isLongText(words) || isAsked))
    return text !== '' && ctx.msg ? takeLongText(ctx, ctx.msg, words) : readText(ctx, words)
  if (links.length > 0) {
    if (links.length > maxLinks) await send(ctx, { body: [bot.links.tooMany(maxLinks)] })
    await readLinks(ctx, links.slice(0, maxLinks))
    return
  }
  if (text !== '') throw new UserError('badUrl', { url: cleanLine(text, 100) })
  await ask(ctx, 'summary')
  await send(ctx, { body: [bot.links.askSummary] })
}

export const summaries: Feature = {
  commands: { summary: { run: summary, open: true } },
  answers: {
    summary: async (ctx, text) => {
      await closeQuestion(ctx)
      await summary(ctx, text)
    },
  },
  presses: {
    'read-links': { run: async (ctx) => readLinks(ctx, await takeLinks(ctx)), open: true },
    'follow-channel': {
      run: async (ctx) => {
        const asked = await openQuestion(ctx)
        const channel = asked?.kind === 'links' ? asked.payload['channel'] : null
        if (typeof channel !== 'string') throw new UserError('gone')
        await addSources(ctx, [channel])
      },
    },
    'follow-links': { run: async (ctx) => addSources(ctx, await takeLinks(ctx)) },
  },
}
