/** Rows of hours to tap, for the screens of settings and schedules: usual ones, and those that are chosen. */
import type { InlineKeyboardButton } from 'grammy/types'
import { formatTime } from '../locales/format.ts'
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
