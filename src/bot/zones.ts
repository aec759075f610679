/** The time zones that are offered as buttons: those where readers of a language mostly live. */

const chinese = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'America/New_York',
  'America/Los_Angeles',
  'Europe/London',
]
const other = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Australia/Sydney',
]

/** Eight zones for readers of `tag`; `current` joins them at the front where it is another. */
export function likelyZones(tag: string, current: string): string[] {
  const zones = tag.startsWith('zh') ? chinese : other
  return zones.includes(current) ? [...zones] : [current, ...zones.slice(0, 7)]
}

/** Where someone with this Telegram language probably is, until they say. */
export function guessZone(tag: string): string {
  return tag.startsWith('zh') ? 'Asia/Shanghai' : 'UTC'
}
