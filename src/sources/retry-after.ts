/** Reads a Retry-After header for fetch.ts, and for whoever plans the next poll. */

const shortestMs = 1_000
const longestMs = 24 * 3_600_000

/**
 * Milliseconds to wait, from seconds or an HTTP date (RFC 9110, section 10.2.3), held between a second and a day;
 * null where the header is missing or says nothing readable. `now` is the server's own Date where it sent one.
 */
export function readRetryAfter(value: string | null, now: Date): number | null {
  // Two proxies may each have written one; the first is the nearest's.
  const text = value?.trim() ?? ''
  const seconds = /^\d+(?:\.\d+)?(?=\s*(?:,|$))/u.exec(text)?.[0]
  const wait = seconds === undefined ? timeOf(text) - now.getTime() : Number(seconds) * 1_000
  return Number.isNaN(wait) ? null : Math.min(longestMs, Math.max(shortestMs, wait))
}

/** One of the forms of an HTTP date, or of ISO 8601; NaN for all else, of which Date.parse would make something. */
function timeOf(text: string): number {
  if (/^\d{4}-\d\d-\d\dT/u.test(text)) return Date.parse(text)
  const date = /^[a-z]{3,9},? .*?\d\d:\d\d:\d\d(?: GMT| \d{4})?/iu.exec(text)?.[0]
  // The oldest form names no zone, and means the same.
  return date === undefined ? Number.NaN : Date.parse(/GMT$/iu.test(date) ? date : `${date} GMT`)
}
