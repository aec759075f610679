/** Rows of hours and of days to tap, for the screens of settings and schedules, and what a tapped hour leads to. */
import type { InlineKeyboardButton } from 'grammy/types'
import { parseTimes } from '../core/schedule-words.ts'
import { formatTime, weekdayName } from '../locales/format.ts'
import type { BotContext } from './context.ts'
import { button, inRows, marked } from './screen.ts'

const offeredTimes = ['06:30', '07:00', '08:00', '09:00', '12:00', '18:00', '20:00', '22:00']

/** A button for each hour; a press of `verb` brings `args`, the hour's figures, and whether it is to be chosen. */
export function timeRows(
  ctx: BotContext,
  times: readonly string[],
  verb: string,
  ...args: number[]
): InlineKeyboardButton[][] {
  const all = [...new Set([...offeredTimes, ...times])].toSorted()
  const buttons = all.map((time) => {
    const isOn = times.includes(time)
    const label = marked(ctx, isOn, formatTime(ctx.locale.tag, time))
    return button(label, verb, ...args, time.replace(':', ''), isOn ? 0 : 1)
  })
  return inRows(buttons, 3)
}

/** The hour whose figures a button brings, as '08:30'. Throws UserError 'badTime'. */
export function timeOf(figures = ''): string {
  const [time = ''] = parseTimes(`${figures.slice(0, 2)}:${figures.slice(2)}`)
  return time
}

/** The hours with one more or one less, in order, as a button of `timeRows` asks; null where none would be left. */
export function toggledTimes(
  times: readonly string[],
  figures: string | undefined,
  on: string | undefined,
): string[] | null {
  const time = timeOf(figures)
  const others = times.filter((each) => each !== time)
  if (on !== '1') return others.length === 0 ? null : others
  return [...others, time].toSorted()
}

/** Usual choices, and a button for each day; a press of `verb` brings `args` and all the days that it leads to: a double tap is harmless. */
export function dayRows(
  ctx: BotContext,
  days: readonly number[],
  verb: string,
  ...args: number[]
): InlineKeyboardButton[][] {
  const { settings } = ctx.locale.bot
  const figuresOf = (all: readonly number[]) => all.toSorted((a, b) => a - b).join('')
  const chosen = figuresOf(days)
  const choice = (label: string, figures: string, isOn = chosen === figures) =>
    button(marked(ctx, isOn, label), verb, ...args, figures)
  const single = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const isOn = days.includes(day)
    const next = isOn ? days.filter((each) => each !== day) : [...days, day]
    return choice(weekdayName(ctx.locale.tag, day, 'short'), figuresOf(next) || chosen, isOn)
  })
  return [
    [choice(settings.everyDay, '1234567')],
    [choice(settings.weekdays, '12345'), choice(settings.weekend, '67')],
    ...inRows(single, 4),
  ]
}
