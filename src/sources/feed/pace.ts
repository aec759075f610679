/** When a feed says it is worth reading: RSS ttl, skipHours, skipDays, the syndication module; feed.ts hands it on. */
import { firstText } from './entry.ts'
import { childOf, childrenOf, textOf, type XmlNode } from './tree.ts'

const hourMs = 3_600_000
/** https://web.resource.org/rss/1.0/modules/syndication/ */
const periods: Readonly<Record<string, number>> = {
  hourly: hourMs,
  daily: 24 * hourMs,
  weekly: 7 * 24 * hourMs,
  monthly: 30 * 24 * hourMs,
  yearly: 365 * 24 * hourMs,
}

/** Milliseconds between updates as the channel states them; 0 where it says nothing. */
export function paceOf(channel: XmlNode): number {
  // https://www.rssboard.org/rss-specification: ttl is in minutes.
  const ttl = numberIn(channel, 'ttl')
  if (ttl > 0) return ttl * 60_000
  const frequency = numberIn(channel, 'sy:updatefrequency')
  const named = firstText(channel, ['sy:updateperiod']).trim().toLowerCase()
  // The module takes a day where only the frequency is told.
  const period = periods[named === '' && frequency > 0 ? 'daily' : named] ?? 0
  return period / (frequency || 1)
}

/** The number that an element begins with, as in `60 minutes`; 0 where there is none. */
function numberIn(channel: XmlNode, name: string): number {
  return Number(/^\s*(\d+(?:\.\d+)?)/u.exec(firstText(channel, [name]))?.[1] ?? 0)
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Hours of the week, in UTC from Sunday midnight, in which the channel asks not to be read; 0.91 counted to 24. */
export function quietHoursOf(channel: XmlNode): number[] {
  const named = (list: string, element: string) => {
    const node = childOf(channel, list)
    return node ? childrenOf(node, element).map((child) => textOf(child).trim().toLowerCase()) : []
  }
  const quietDays = new Set(named('skipdays', 'day').map((day) => days.indexOf(day)))
  const written = named('skiphours', 'hour').filter((hour) => /^\d\d?$/u.test(hour))
  const quietHours = new Set(written.map((hour) => Number(hour) % 24))
  return Array.from({ length: 7 * 24 }, (_, hour) => hour).filter(
    (hour) => quietDays.has(Math.floor(hour / 24)) || quietHours.has(hour % 24),
  )
}
