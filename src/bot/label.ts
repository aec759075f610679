/** Makes outside words fit a button or a line: safe, on one line, and cut between graphemes. */
import { UserError } from '../core/errors.ts'
import { stripUnsafe, truncate } from '../core/text.ts'

/** Longest button label: what a phone shows on one line. */
const maxLabel = 30

/** One line of at most `max` UTF-16 units. */
export function cleanLine(text: string, max: number): string {
  return truncate(stripUnsafe(text).replaceAll(/\s+/gu, ' ').trim(), max)
}

/** Longest name that a person gives to something, in UTF-16 units. */
const maxName = 60

/** A name that a person typed. Throws UserError 'badName' where it is empty or too long. */
export function typedName(text: string): string {
  const name = cleanLine(text, maxName + 1)
  if (name === '' || name.length > maxName) throw new UserError('badName', { limit: maxName })
  return name
}

/** One line that fits a button. */
export function cleanLabel(text: string): string {
  return cleanLine(text, maxLabel)
}
