/** What the Arabic catalogues build their sentences with. */
import { formatNumber, plural } from '../format.ts'

export const n = (value: number): string => formatNumber('ar', value)

/** Keeps the direction of what somebody else wrote to itself. */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** A number with its noun: one and two are words of their own. */
export const count = (
  value: number,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
): string =>
  plural('ar', value, {
    zero: `${n(value)} ${other}`,
    one,
    two,
    few: `${n(value)} ${few}`,
    many: `${n(value)} ${many}`,
    other: `${n(value)} ${other}`,
  })
