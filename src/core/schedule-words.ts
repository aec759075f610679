/** Reads what people type for a schedule: times, weekdays and time zones, in English and Chinese. */
import tzLookup from 'tz-lookup'
import { UserError } from './errors.ts'
import { cityZones } from './city-zones.ts'
import { parseChineseNumber, unitWords } from './number-words.ts'

/** Chinese numbers below a hundred in digits: 二十三 -> 23. */
export function withDigits(text: string): string {
  return text.replace(
    /[零〇一二两兩三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两兩三四五六七八九]/gu,
    (word) => String(parseChineseNumber(word.replace('兩', '两'))),
  )
}

const hourWord = new RegExp(`\\b(?:${unitWords.slice(1, 13).join('|')})\\b`, 'gu')

/** How hours are spoken, each as the pattern below reads it: '8点一刻' as 8:15, 'half past eight' as 8:30. */
const spoken: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [hourWord, (word) => String(unitWords.indexOf(word!))],
  [/half past (\d{1,2})/gu, '$1:30'],
  [/quarter past (\d{1,2})/gu, '$1:15'],
  [/quarter to (\d{1,2})/gu, (_, hour) => `${(Number(hour) + 11) % 12 || 12}:45`],
  [/\s*o['’]?clock/gu, ''],
  [/(?<!\d)12\s+(?:at night|de la noche|da noite|malam|ночи)/gu, '00:00'],
  [
    /(?<=[\dh])\s+(?:in the morning|de la mañana|утра|صباح[اًً]*|du matin|da manhã|morgens|pagi)(?![\p{L}\p{M}])/gu,
    'am',
  ],
  [
    /(?<=[\dh])\s+(?:in the (?:afternoon|evening)|at night|de la (?:tarde|noche)|вечера|дня|مساء[اًً]*|du soir|de l'après-midi|da (?:tarde|noite)|abends|nachmittags|sore|malam)(?![\p{L}\p{M}])/gu,
    'pm',
  ],
  [/(?:शाम|रात|दोपहर)(?:\s+(?:को|के))?\s+(\d{1,2}(?::\d{2})?)/gu, '$1pm'],
  [/([点點时時])\s*1\s*刻/gu, '$115分'],
  [/([点點时時])\s*3\s*刻/gu, '$145分'],
  [/([点點时時])\s*(?:0\s*)?(\d)\s*分/gu, '$10$2分'],
  [/noon/gu, '12:00'],
  [/midnight/gu, '00:00'],
]

const timePattern =
  /(?:(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜裡|深夜|半夜|今晚|午前|午後|夕方|夜)\s*)?(?<![\d:])(\d{1,2})(?:\s*[:：.h時时点點]\s*(\d{2}|半)?\s*分?)?\s*(a\.?m\.?|p\.?m\.?)?(?![\d:])/giu

/**
 * Times of day named in `text`, as sorted 'HH:MM'. Takes '8:30', '20', '8pm', '早上八点半', '18点', several with commas or an 'and' of any language that we speak.
 * Throws UserError 'badTime' where there is none or one is impossible.
 */
export function parseTimes(text: string): string[] {
  let clean = withDigits(text.normalize('NFKC').trim().toLowerCase())
  for (const [pattern, written] of spoken) clean = clean.replace(pattern, written as string)
  const rest = clean.replace(timePattern, ' ')
  const times = [...clean.matchAll(timePattern)].map((match) => readTime(match))
  // Anything but separators and filler beside the times means that we misread.
  const filler =
    /(?<!\p{L})(?:every|everyday|day|daily|at|and|y|e|et|und|dan|и|و|और)(?!\p{L})|每天|每日|和|与|跟|と|[\s,，、،;；؛/&+。.]/giu
  if (times.length === 0 || times.includes(null) || rest.replace(filler, '') !== '')
    throw new UserError('badTime', { text })
  return [...new Set(times as string[])].toSorted()
}

function readTime([, part, hourText, minuteText, half]: RegExpMatchArray | RegExpExecArray): string | null {
  let hour = Number(hourText)
  const minute = minuteText === undefined ? 0 : minuteText === '半' ? 30 : Number(minuteText)
  const isNight = /晚上|夜|今晚/u.test(part ?? '')
  const afternoon =
    half?.startsWith('p') === true ||
    /下午|傍晚|午後|夕方/u.test(part ?? '') ||
    (part === '中午' && hour < 6) ||
    // The night goes on after twelve: 夜里两点.
    (isNight && hour > 4)
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  if (hour === 12 && (half?.startsWith('a') === true || part === '凌晨' || isNight)) hour = 0
  else if (afternoon && hour < 12) hour += 12
  if (hour === 24 && minute === 0) hour = 0
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The weekdays in English and Chinese as people shorten them, 1 = Monday. */
export const dayNames: readonly (readonly [RegExp, number])[] = [
  [/mon(?:day)?s?|(?:周|星期|礼拜|禮拜|週)一/giu, 1],
  [/tue(?:s(?:day)?)?s?|(?:周|星期|礼拜|禮拜|週)二/giu, 2],
  [/wed(?:nesday)?s?|(?:周|星期|礼拜|禮拜|週)三/giu, 3],
  [/thu(?:rs?(?:day)?)?s?|(?:周|星期|礼拜|禮拜|週)四/giu, 4],
  [/fri(?:day)?s?|(?:周|星期|礼拜|禮拜|週)五/giu, 5],
  [/sat(?:urday)?s?|(?:周|星期|礼拜|禮拜|週)六/giu, 6],
  [/sun(?:day)?s?|(?:周|星期|礼拜|禮拜|週)[日天]/giu, 7],
]

/** Weekdays named in `text`, sorted, 1 = Monday: 'mon,wed', '1-5', 'weekdays', '工作日', '周一到周五', 'every day'. Throws UserError 'badDays'. */
export function parseDays(text: string): number[] {
  let clean = text.normalize('NFKC').trim().toLowerCase()
  if (/^(?:every ?day|daily|all|每天|每日|天天)$/u.test(clean)) return [1, 2, 3, 4, 5, 6, 7]
  clean = clean.replace(/weekdays?|workdays?|工作日|平日/gu, '1-5').replace(/weekends?|周末|週末/gu, '6,7')
  for (const [pattern, day] of dayNames) clean = clean.replace(pattern, String(day))
  const days = new Set<number>()
  const rest = clean.replace(
    /([1-7])\s*(?:-|–|to|到|至|~)\s*([1-7])|([1-7])/gu,
    (_, from?: string, to?: string, one?: string) => {
      if (one !== undefined) days.add(Number(one))
      else
        for (let day = Number(from); ; day = (day % 7) + 1) {
          days.add(day)
          if (day === Number(to)) break
        }
      return ' '
    },
  )
  if (days.size === 0 || rest.replace(/and|和|[\s,，、;；/&+]/gu, '') !== '')
    throw new UserError('badDays', { text })
  return [...days].toSorted((a, b) => a - b)
}

/** What the engine still calls by the names of old (https://github.com/eggert/tz/blob/main/backward), by today's. */
const todaysNames: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}

let zones: Map<string, string> | null = null

function zoneNames(): Map<string, string> {
  if (zones) return zones
  const found = new Map<string, string>()
  for (const old of Intl.supportedValuesOf('timeZone')) {
    const name = todaysName(old)
    found.set(old.toLowerCase(), name)
    found.set(name.toLowerCase(), name)
    const city = name.split('/').at(-1)
    if (city !== undefined && name.includes('/')) found.set(city.replaceAll('_', ' ').toLowerCase(), name)
  }
  for (const [city, zone] of Object.entries(cityZones)) found.set(city.toLowerCase(), zone)
  zones = found
  return found
}

/** The zone that `text` names: an IANA name in any case, a city in English or Chinese, 'UTC+8', '+05:30'. Throws UserError 'badZone'. */
export function parseZone(text: string): string {
  const clean = text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
  const offset = /^(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?$/u.exec(clean)
  if (offset) {
    const [, sign, hours, minutes = '00'] = offset
    if (Number(hours) > 14 || Number(minutes) > 59) throw new UserError('badZone', { text })
    return `${sign === '+' ? '+' : '-'}${hours!.padStart(2, '0')}:${minutes}`
  }
  if (/^(?:utc|gmt|z)$/u.test(clean)) return 'UTC'
  const named =
    zoneNames().get(clean) ??
    zoneNames().get(clean.replace(/(?:时间|時間|time|市)$/u, '').trim()) ??
    zoneNames().get(clean.replaceAll(' ', '_'))
  if (named !== undefined) return named
  if (clean.includes('/') && isZone(clean))
    return todaysName(new Intl.DateTimeFormat('en', { timeZone: clean }).resolvedOptions().timeZone)
  throw new UserError('badZone', { text })
}

const todaysName = (zone: string): string => todaysNames[zone] ?? zone

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zone at a place, offline. Throws UserError 'badZone' for coordinates off the globe. */
export function zoneAt(latitude: number, longitude: number): string {
  try {
    return tzLookup(latitude, longitude)
  } catch (error) {
    throw new UserError('badZone', { text: `${latitude}, ${longitude}` }, { cause: error })
  }
}
