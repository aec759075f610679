/** The buttons under the summary of a link or a text: shorter, longer, in another language, or its key sentences, in the same message. */
import type { Message } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { type SummaryForm, summaryForms } from '../../core/jobs.ts'
import type { BotContext, Feature } from '../context.ts'
import { answerHere, editIfPossible } from '../screen.ts'

/** The first link of a message and its words, or null. */
export function firstLink({
  text = '',
  entities = [],
}: Pick<Message, 'text' | 'entities'>): { url: string; title: string } | null {
  const link = entities.find((entity) => entity.type === 'text_link')
  return link ? { url: link.url, title: text.slice(link.offset, link.offset + link.length) } : null
}

/** The same of the pressed message: the article's. Telegram's own copy of our message, so nobody made it up. */
export function linkOf(ctx: BotContext): { url: string; title: string } {
  const message = ctx.callbackQuery?.message
  const link = message && 'text' in message ? firstLink(message) : null
  if (!link) throw new UserError('gone')
  return link
}

/** Forms that a model may have to write first, which takes seconds. */
const byModel: ReadonlySet<SummaryForm> = new Set(['mine', 'own', 'summary'])

/** Says below the message that it is being worked on, and takes its buttons away until it is told anew. */
async function addLine(ctx: BotContext, line: string): Promise<void> {
  const message = ctx.callbackQuery?.message
  if (!message || !('text' in message) || message.text === undefined) return
  await editIfPossible(
    ctx.editMessageText(`${message.text}\n\n${line}`, {
      entities: message.entities ?? [],
      link_preview_options: { is_disabled: true },
    }),
  )
}

export const again: Feature = {
  presses: {
    again: {
      open: true,
      run: async (ctx, [wanted, id]) => {
        const form = summaryForms.find((each) => each === wanted)
        if (!form) throw new UserError('gone')
        const replyTo = answerHere(ctx)
        if (!replyTo) throw new UserError('gone')
        const textId = Number(id ?? 0)
        const url = textId > 0 ? null : linkOf(ctx).url
        if (byModel.has(form)) await addLine(ctx, ctx.locale.screens.again.writing)
        if (url === null) await ctx.needs.enqueue(null, 'read-text', { ...replyTo, textId, form })
        else await ctx.needs.enqueue(null, 'read-link', { ...replyTo, url, form })
      },
    },
  },
}
