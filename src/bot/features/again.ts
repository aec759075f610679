/** The buttons under the summary of a link: shorter, longer, in another language, or its key sentences, in the same message. */
import { UserError } from '../../core/errors.ts'
import { type SummaryForm, summaryForms } from '../../core/jobs.ts'
import type { BotContext, Feature } from '../context.ts'
import { answerHere, editIfPossible } from '../screen.ts'

/** The first link of the message and its words: the article's. Telegram's own copy of our message, so nobody made it up. */
export function linkOf(ctx: BotContext): { url: string; title: string } {
  const message = ctx.callbackQuery?.message
  const entities = message && 'entities' in message ? (message.entities ?? []) : []
  const text = message && 'text' in message ? (message.text ?? '') : ''
  const link = entities.find((entity) => entity.type === 'text_link')
  if (!link) throw new UserError('gone')
  return { url: link.url, title: text.slice(link.offset, link.offset + link.length) }
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
      run: async (ctx, [wanted]) => {
        const form = summaryForms.find((each) => each === wanted)
        if (!form) throw new UserError('gone')
        const replyTo = answerHere(ctx)
        if (!replyTo) throw new UserError('gone')
        const { url } = linkOf(ctx)
        if (byModel.has(form)) await addLine(ctx, ctx.locale.screens.again.writing)
        await ctx.needs.enqueue(null, 'read-link', { ...replyTo, url, form })
      },
    },
  },
}
