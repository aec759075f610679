/** Wishes for how digests read: longer or shorter, or summed up in another language; done at once, with the way back. */
import { updateSubscriber } from '../../db/subscribers.ts'
import { formatField } from '../../locales/format.ts'
import { languageNamed } from '../../locales/retellings.ts'
import type { BotContext } from '../context.ts'
import { requireRight } from '../rights.ts'
import { button, send } from '../screen.ts'
import { lengths, screens, summaryName } from './settings-screens.ts'

/** Makes digests one step longer, or shorter for -1; where there is no further step, shows all. */
export async function stepLength(ctx: BotContext, by: 1 | -1): Promise<boolean> {
  await requireRight(ctx)
  const { db, now } = ctx.needs
  const { length: before } = ctx.subscriber
  const next = lengths[lengths.indexOf(before) + by]
  if (next === undefined) {
    await send(ctx, await screens['set-length']!(ctx))
    return true
  }
  ctx.subscriber = await updateSubscriber(db, ctx.subscriber.id, { length: next }, now())
  const { bot, tag } = ctx.locale
  await sendChange(ctx, formatField(tag, bot.settings.length, bot.settings.lengths[next]), ['length', before])
  return true
}

/** Sums up in the language that `name` means from now on; false where it is none of ours. */
export async function changeSummaries(ctx: BotContext, name: string): Promise<boolean> {
  const { bot, tag } = ctx.locale
  const language = languageNamed(tag, name)
  if (language === null) return false
  await requireRight(ctx)
  const { db, now } = ctx.needs
  const { summary_language: before } = ctx.subscriber
  ctx.subscriber = await updateSubscriber(db, ctx.subscriber.id, { summary_language: language }, now())
  const said = formatField(tag, bot.settings.summaryLanguage, summaryName(ctx, language))
  await sendChange(ctx, said, ['summaries', before ?? 'same'])
  return true
}

async function sendChange(ctx: BotContext, said: string, undo: readonly [string, string]): Promise<void> {
  const { buttons, settings } = ctx.locale.bot
  await send(ctx, {
    body: [settings.saved, said],
    buttons: [[button(buttons.undo, ...undo), button(buttons.settings, 'settings')]],
  })
}
