/** Draws the days of `gazette stats` in the terminal: one line a day, bars scaled to the highest. */
import type { Day } from '../db/daily.ts'

const barWidth = 30
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of `value` where `most` fills the width, exact to an eighth of a character. */
function renderBar(value: number, most: number): string {
  const filled = most === 0 ? 0 : Math.round((value / most) * barWidth * 8)
  // Something is never drawn as nothing.
  const units = value > 0 ? Math.max(1, filled) : 0
  return '█'.repeat(Math.floor(units / 8)) + eighths[units % 8]!
}

/** Lines for the terminal: articles as bars, beside digests and messages of the same day. */
export function renderDays(days: readonly Day[]): string[] {
  const most = Math.max(0, ...days.map(({ articles }) => articles))
  if (days.every(({ articles, digests, messages }) => articles + digests + messages === 0))
    return [`Nothing was read or sent in the last ${days.length} days.`]
  return [
    `Day         ${'New articles'.padEnd(barWidth + 8)} Digests  Messages`,
    ...days.map(({ day, articles, digests, messages }) => {
      const bar = renderBar(articles, most).padEnd(barWidth)
      return `${day}  ${bar} ${String(articles).padStart(7)} ${String(digests).padStart(8)}  ${String(messages).padStart(8)}`
    }),
  ]
}
