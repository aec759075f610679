/** How often a feed says it is worth reading: RSS ttl and the syndication module; feed.ts hands it on. */
import { firstText } from './entry.ts'
import type { XmlNode } from './tree.ts'

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
  const ttl = Number(firstText(channel, ['ttl']))
  if (ttl > 0) return ttl * 60_000
  const period = periods[firstText(channel, ['sy:updateperiod']).trim().toLowerCase()]
  if (period === undefined) return 0
  const frequency = Number(firstText(channel, ['sy:updatefrequency'])) || 1
  return frequency > 0 ? period / frequency : period
}
