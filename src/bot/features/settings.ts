/** /settings: one screen edited in place; what each of its buttons changes. */
import { UserError } from '../../core/errors.ts'
import { parseZone } from '../../core/schedule-words.ts'
import type { Schedule } from '../../db/database.ts'
import { reschedule } from '../../db/schedules.ts'
import { type SubscriberSettings, updateSubscriber } from '../../db/subscribers.ts'
import { formatClock, formatDay } from '../../locales/format.ts'
import { getLocale } from '../../locales/locales.ts'
import type { BotContext, Feature } from '../context.ts'
import { send, show } from '../screen.ts'
import { toggledTimes } from '../time-rows.ts'
import {
  daysScreen,
  layouts,
  lengths,
  original,
  scheduleOf,
  screens,
  settingsScreen,
  summaryLanguages,
  timeScreen,
} from './settings-screens.ts'
import { speak } from './start.ts'

/** Changes when the digests come, also for a chat that has none yet; returns what there is to say of it. */
export async function applySchedule(
  ctx: BotContext,
  changes: Partial<Pick<Schedule, 'times' | 'days' | 'time_zone'>>,
): Promise<string> {
  const { db, now } = ctx.needs
  await scheduleOf(ctx)
  if (changes.time_zone !== undefined)
    ctx.subscriber = await updateSubscriber(db, ctx.subscriber.id, { time_zone: changes.time_zone }, now())
  const { repeated, passed } = await reschedule(db, ctx.subscriber.id, changes, now())
  const { bot, reading, tag } = ctx.locale
  const zone = ctx.subscriber.time_zone
  if (passed) return `${bot.settings.saved} ${reading.schedules.passed}`
  if (!repeated) return bot.settings.saved
  return `${bot.settings.saved} ${reading.schedules.repeated(formatDay(tag, repeated, zone), formatClock(tag, repeated, zone))}`
}

async function toggleTime(ctx: BotContext, [figures, on]: string[]): Promise<void> {
  const times = toggledTimes((await scheduleOf(ctx)).times, figures, on)
  if (times) await applySchedule(ctx, { times })
  await show(ctx, await timeScreen(ctx, times ? null : ctx.locale.bot.settings.oneTime))
}

async function change(ctx: BotContext, settings: SubscriberSettings): Promise<void> {
  ctx.subscriber = await updateSubscriber(ctx.needs.db, ctx.subscriber.id, settings, ctx.needs.now())
  await show(ctx, await settingsScreen(ctx, ctx.locale.bot.settings.saved))
}

const oneOf = <T extends string>(choices: readonly T[], text: string | undefined): T => {
  const choice = choices.find((each) => each === text)
  if (choice === undefined) throw new UserError('gone')
  return choice
}

export const settings: Feature = {
  commands: { settings: { run: async (ctx) => send(ctx, await settingsScreen(ctx)) } },
  presses: {
    ...Object.fromEntries(
      Object.entries(screens).map(([verb, screen]) => [
        verb,
        { run: async (ctx: BotContext) => show(ctx, await screen(ctx)) },
      ]),
    ),
    time: { run: toggleTime },
    zone: {
      run: async (ctx, words) => {
        const note = await applySchedule(ctx, { time_zone: parseZone(words.join(':')) })
        await show(ctx, await settingsScreen(ctx, note))
      },
    },
    days: {
      run: async (ctx, [digits = '']) => {
        const days = [...new Set(digits.match(/[1-7]/gu))].map(Number)
        if (days.length === 0) throw new UserError('badDays')
        await applySchedule(ctx, { days })
        await show(ctx, await daysScreen(ctx))
      },
    },
    language: {
      run: async (ctx, [tag = '']) => {
        await speak(ctx, getLocale(tag).tag)
        await show(ctx, await settingsScreen(ctx, ctx.locale.bot.settings.saved))
      },
    },
    summaries: {
      run: (ctx, [language]) =>
        change(ctx, {
          summary_language: language === 'same' ? null : oneOf([original, ...summaryLanguages], language),
        }),
    },
    length: { run: (ctx, [length]) => change(ctx, { length: oneOf(lengths, length) }) },
    layout: { run: (ctx, [layout]) => change(ctx, { layout: oneOf(layouts, layout) }) },
  },
}
