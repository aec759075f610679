/** Reads a Retry-After header for fetch.ts, and for whoever plans the next poll. */

const shortestMs = 1_000
const longestMs = 24 * 3_600_000

/**
 * Milliseconds to wait, from seconds or an HTTP date (RFC 9110, section 10.2.3), held between a second and a day;
 * null where the header is missing or says nothing readable. `now` is the server's own Date where it sent one.
 */
export function readRetryAfter(value: string | null, now: Date): number | null {
  const text = value?.trim() ?? ''
  if (text === '') return null
  const wait = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? null : Math.min(longestMs, Math.max(shortestMs, wait))
}
