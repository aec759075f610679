/** Tells whether a feed begins its dates with the day or with the month where they leave that open, for feed.ts. */
import { parseDate } from '../dates.ts'
import { childOf, textOf, type XmlNode } from './tree.ts'

interface Dated {
  publishedAt: Date | null
}

const numbers = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d\d)(?!\d)/u
/** Americans alone write the month first; English of no country may be theirs. */
const monthFirst = /^\s*en(?:$|[-_]us)/iu

/** What the dates of a feed have told so far; those of `open` fit both ways. */
export interface DateOrder {
  hasDayFirst: boolean
  hasMonthFirst: boolean
  open: { item: Dated; text: string }[]
}

/** Takes down what the date `text` of `item` tells. */
export function noteDate(order: DateOrder, item: Dated, text: string): void {
  const found = text.includes('/') ? numbers.exec(text) : null
  if (!found) return
  if (Number(found[1]) > 12) order.hasDayFirst = true
  else if (Number(found[2]) > 12) order.hasMonthFirst = true
  else order.open.push({ item, text })
}

/**
 * Reads the open dates again with the day first, as another date of the feed or its language has it; without either the
 * American order stands.
 */
export function settleDates({ hasDayFirst, hasMonthFirst, open }: DateOrder, channel: XmlNode): void {
  if (hasMonthFirst || open.length === 0 || !(hasDayFirst || isElsewhere(channel))) return
  for (const { item, text } of open) item.publishedAt = parseDate(text, { dayFirst: true })
}

function isElsewhere(channel: XmlNode): boolean {
  const element = childOf(channel, 'language') ?? childOf(channel, 'dc:language')
  const inherited = channel.attributes['xml:lang'] ?? channel.parent?.attributes['xml:lang']
  const language = (element ? textOf(element) : inherited) || 'en'
  return !monthFirst.test(language)
}
