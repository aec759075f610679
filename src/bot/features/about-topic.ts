/** A topic before it is followed: what it would have brought yesterday, how much a week, and how much of it comes already. */
import { UserError } from '../../core/errors.ts'
import { foresee, type Foreseen } from '../../db/foresee.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { cleanLine } from '../label.ts'
import { button, type Screen, show } from '../screen.ts'
import { listOffered } from './topics.ts'

const dayMs = 86_400_000

/** The lines that say what following something would bring. */
function foreseenLines(ctx: BotContext, seen: Foreseen): string[] {
  const { preview } = ctx.locale.screens
  return [
    preview.yesterday(seen.lastDay),
    seen.titles.map((title) => `• ${cleanLine(title, 120)}`).join('\n'),
    preview.week(seen.lastWeek),
    seen.lastWeek > 0 && seen.known > 0 ? preview.overlap(seen.known, seen.lastWeek) : '',
  ].filter((line) => line !== '')
}

async function aboutTopic(ctx: BotContext, id: number): Promise<Screen> {
  const topic = (await listOffered(ctx)).find((each) => each.id === id)
  if (!topic) throw new UserError('gone')
  const { bot, screens, tag } = ctx.locale
  const { db, now } = ctx.needs
  const seen = await foresee(db, ctx.subscriber.id, id, { now: now(), dayMs })
  const name = topicName(topic.names, tag)
  return {
    title: name,
    body: foreseenLines(ctx, seen),
    buttons: [
      [button(bot.buttons.follow(name), 'follow-topic', id)],
      [button(bot.buttons.digestNow, 'preview', id)],
      [button(screens.labels.allTopics, 'topics')],
    ],
  }
}

export const topicPreviews: Feature = {
  presses: {
    'about-topic': { run: async (ctx, [id]) => show(ctx, await aboutTopic(ctx, Number(id))) },
  },
}
