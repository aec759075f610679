/** The buttons of a summary that look inside: where a point comes from. */
import { UserError } from '../../core/errors.ts'
import { findSummaryById } from '../../db/summaries.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { send } from '../screen.ts'

async function showEvidence(ctx: BotContext, [id, index]: string[]): Promise<void> {
  const { bot } = ctx.locale
  const summary = await findSummaryById(ctx.needs.db, Number(id))
  const bullet = summary?.bullets[Number(index)]
  if (!bullet) throw new UserError('gone')
  await send(ctx, {
    title: bot.summary.evidenceTitle(Number(index) + 1),
    body: [
      cleanLine(bullet.text, 600),
      ...bullet.evidence.slice(0, 5).map((sentence) => `“${cleanLine(sentence, 500)}”`),
    ],
  })
}

export const inside: Feature = {
  presses: {
    // A point may come from a text that another reader pasted: only who was told it may look.
    evidence: { run: showEvidence, open: true, offered: true },
    gone: { run: () => Promise.reject(new UserError('gone')), open: true },
  },
}
