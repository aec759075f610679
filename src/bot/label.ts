/** Makes outside words fit a button or a line: safe, on one line, and cut between graphemes. */
import { stripUnsafe, truncate } from '../core/text.ts'

/** Longest button label: what a phone shows on one line. */
const maxLabel = 30

/** One line of at most `max` UTF-16 units. */
export function cleanLine(text: string, max: number): string {
  return truncate(stripUnsafe(text).replaceAll(/\s+/gu, ' ').trim(), max)
}

/** One line that fits a button. */
export function cleanLabel(text: string): string {
  return cleanLine(text, maxLabel)
}
