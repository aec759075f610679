/** The time zones that are offered as buttons: those where readers of a language mostly live. */

const eastAsia = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo']
const america = ['America/New_York', 'America/Los_Angeles']
const everywhere = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Australia/Sydney',
]

/** By language; what is missing up to eight comes from everywhere. */
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  zh: [...eastAsia, ...america, 'Europe/London'],
  'zh-Hant': ['Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Singapore', ...america, 'Europe/London'],
  es: [
    'Europe/Madrid',
    'America/Mexico_City',
    'America/Bogota',
    'America/Lima',
    'America/Santiago',
    'America/Argentina/Buenos_Aires',
    'America/New_York',
  ],
  ru: [
    'Europe/Moscow',
    'Europe/Kyiv',
    'Asia/Yekaterinburg',
    'Asia/Almaty',
    'Asia/Novosibirsk',
    'Asia/Vladivostok',
  ],
  ar: ['Africa/Cairo', 'Asia/Riyadh', 'Asia/Dubai', 'Asia/Baghdad', 'Africa/Casablanca', 'Africa/Algiers'],
  ja: ['Asia/Tokyo'],
  de: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'Europe/Zurich', 'America/Montreal', 'Africa/Dakar'],
  pt: ['America/Sao_Paulo', 'America/Manaus', 'Europe/Lisbon', 'Africa/Luanda'],
  hi: ['Asia/Kolkata', 'Asia/Dubai'],
  id: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Singapore'],
}

/** Where someone with this language probably is: only where most of its readers share one zone. */
const home: Readonly<Record<string, string>> = {
  zh: 'Asia/Shanghai',
  'zh-Hant': 'Asia/Taipei',
  ja: 'Asia/Tokyo',
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  ru: 'Europe/Moscow',
  hi: 'Asia/Kolkata',
  id: 'Asia/Jakarta',
  pt: 'America/Sao_Paulo',
}

const ofLanguage = <T>(table: Readonly<Record<string, T>>, tag: string): T | undefined =>
  table[tag] ?? table[tag.split('-')[0] ?? tag]

/** Eight zones for readers of `tag`; `current` joins them at the front where it is another. */
export function likelyZones(tag: string, current: string): string[] {
  const zones = [...new Set([...(ofLanguage(byLanguage, tag) ?? []), ...everywhere])].slice(0, 8)
  return zones.includes(current) ? zones : [current, ...zones.slice(0, 7)]
}

/** Where someone with this Telegram language probably is, until they say. */
export function guessZone(tag: string): string {
  return ofLanguage(home, tag) ?? 'UTC'
}
