/** Long lists on one screen: which rows a page shows, and the buttons that turn to another. */
import type { InlineKeyboardButton } from 'grammy/types'
import type { BotContext } from './context.ts'
import { button } from './screen.ts'

export const pageSize = 8

/** The page nearest to the one wanted; old buttons may ask for one that is no more. */
export function clampPage(wanted: number, total: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Number.isInteger(wanted) ? Math.min(Math.max(0, wanted), pages - 1) : 0
  return { page, pages }
}

/** The rows of the page that is wanted, or of the nearest that there is. */
export function pageOf<T>(
  items: readonly T[],
  wanted: number,
): { rows: readonly T[]; page: number; pages: number } {
  const { page, pages } = clampPage(wanted, items.length)
  return { rows: items.slice(page * pageSize, (page + 1) * pageSize), page, pages }
}

/** The row that turns pages; empty where there is only one. `args` are the button's words for a page. */
export function turnPage(
  ctx: BotContext,
  page: number,
  pages: number,
  verb: string,
  args: (page: number) => (string | number)[],
): InlineKeyboardButton[] {
  const { previous, next } = ctx.locale.bot.buttons
  return [
    ...(page > 0 ? [button(previous, verb, ...args(page - 1))] : []),
    ...(page < pages - 1 ? [button(next, verb, ...args(page + 1))] : []),
  ]
}
