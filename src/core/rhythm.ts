/** When to look at a source again: from what it publishes and what it asks for; poll.ts keeps the answer. */

const minuteMs = 60_000
/** No source is read more often than this, none more seldom than that. */
export const shortestGapMs = 5 * minuteMs
export const longestGapMs = 24 * 60 * minuteMs

export interface PollSeen {
  /** When its items were published, in any order; empty where nothing changed or nothing is dated. */
  publishedAt: readonly Date[]
  /** New items among them. */
  found: number
  /** The last gap, and whether it was ever polled before. */
  gapMs: number
  isFirst: boolean
  /** What the feed and the server ask for: ttl, sy:updatePeriod, max-age, Expires; milliseconds, 0 for nothing. */
  askedMs: number
}

/** Fewer dated items show no rhythm. */
const fewest = 4
/** So many of the newest count: how a source publishes now, not last year. */
const newest = 20
/** Looks so many times between two publications, so that nothing waits long and little is asked in vain. */
const looksBetween = 3

/**
 * The median time between two publications, in milliseconds; null where there are too few. Items published in one go
 * count as one.
 */
export function publishingGap(publishedAt: readonly Date[]): number | null {
  const times = [...new Set(publishedAt.map((at) => Math.floor(at.getTime() / minuteMs)))]
    .toSorted((a, b) => b - a)
    .slice(0, newest)
  if (times.length < fewest) return null
  const gaps = times.slice(1).map((time, index) => (times[index]! - time) * minuteMs)
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!
}

/** Milliseconds until the next poll, between five minutes and a day. */
export function nextGap(seen: PollSeen, now: Date): number {
  const past = seen.publishedAt.filter((at) => at <= now)
  const rhythm = publishingGap(past)
  const latest = Math.max(...past.map((at) => at.getTime()))
  let gap: number
  if (rhythm === null) gap = seen.isFirst ? seen.gapMs : seen.gapMs * (seen.found > 0 ? 0.7 : 1.25)
  // A source that fell silent is looked at more and more seldom.
  else gap = Math.max(rhythm / looksBetween, (now.getTime() - latest) / 12)
  return Math.round(
    Math.min(longestGapMs, Math.max(shortestGapMs, Math.min(seen.askedMs, longestGapMs), gap)),
  )
}

/** The gap again, up to a tenth longer or shorter: always the same for the same source, so that sources spread out. */
export function spreadGap(gapMs: number, sourceId: number): number {
  return Math.round(gapMs * (0.95 + ((sourceId * 2_654_435_761) % 1000) / 10_000))
}

const hourMs = 60 * minuteMs

/**
 * Returns `at`, or the first full hour after it that is none of the `quietHours` of the week (in UTC, from Sunday
 * midnight), at the same minute, so that sources stay spread out. A source quiet all week is read all the same.
 */
export function afterQuiet(at: Date, quietHours: readonly number[]): Date {
  if (quietHours.length === 0) return at
  const quiet = new Set(quietHours)
  for (let hours = 0; hours < 7 * 24; hours += 1) {
    const later = new Date(at.getTime() + hours * hourMs)
    if (!quiet.has(later.getUTCDay() * 24 + later.getUTCHours())) return later
  }
  return at
}

/**
 * Milliseconds to wait after `failures` failed polls in a row before this one: twice as long each time, up to a day,
 * less up to a third, so that sources of one broken host do not come back together.
 */
export function backOffGap(gapMs: number, failures: number, sourceId: number): number {
  const full = Math.min(longestGapMs, gapMs * 2 ** Math.min(10, failures))
  return Math.round(full * (1 - (((sourceId + failures * 7919) * 2_654_435_761) % 1000) / 3000))
}

/** After so many of its usual gaps, and at least so long, a source's silence is worth a word. */
const silentGaps = 8
const leastSilenceMs = 14 * 24 * 60 * minuteMs

/** Whether a source that last published at `latest` is silent against its own rhythm. */
export function isSilent(latest: Date, rhythmMs: number, now: Date): boolean {
  return now.getTime() - latest.getTime() > Math.max(leastSilenceMs, silentGaps * rhythmMs)
}
