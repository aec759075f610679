/** The buttons of a digest and of a summary that look inside: where a point comes from, and what was left out. */
import { UserError } from '../../core/errors.ts'
import { listLeftOut } from '../../db/digest-items.ts'
import { getSummary } from '../../db/summaries.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { send } from '../screen.ts'

/** Titles shown of what was left out: a phone screen or two, far below Telegram's limit. */
const mostShown = 30

async function showEvidence(ctx: BotContext, [id, index]: string[]): Promise<void> {
  const { bot } = ctx.locale
  const summary = await getSummary(ctx.needs.db, Number(id))
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

async function showLeftOut(ctx: BotContext, [id]: string[]): Promise<void> {
  const { digests } = ctx.locale
  const { total, items } = await listLeftOut(ctx.needs.db, ctx.subscriber.id, Number(id), mostShown)
  const lines = items.map(
    (item) => `• ${cleanLine(item.title, 90)}: ${digests.reasons[item.reason ?? ''] ?? digests.otherReason}`,
  )
  await send(ctx, {
    title: digests.leftOutTitle,
    body: [
      lines.length === 0 ? digests.nothingLeftOut : lines.join('\n'),
      total > items.length ? digests.andMore(total - items.length) : null,
    ],
  })
}

export const inside: Feature = {
  presses: {
    evidence: { run: showEvidence, open: true },
    more: { run: showLeftOut, open: true },
    gone: { run: () => Promise.reject(new UserError('gone')), open: true },
  },
}
