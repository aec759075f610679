/** Reads dates that count back from the time of reading, in the languages of our locales; for page-date.ts and entry.ts. */
import { Temporal } from 'temporal-polyfill'
import { normaliseDigits } from './date-words.ts'
import { parseDate } from './dates.ts'

const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
type Unit = (typeof units)[number]

/** How a language says that something is past, its words for one, and names that Intl does not write. */
interface Speech {
  past: RegExp
  one: RegExp
  more: Partial<Record<Unit, string>>
}

/** The number is written in digits or signs by the time that a text is looked up. */
const han = /(?!)/u
const chinese: Speech = {
  past: /[之以]?前$/u,
  one: han,
  more: {
    minute: '分',
    hour: '个小时 個小時 个钟头 個鐘頭 钟头 鐘頭 個鐘',
    day: '日',
    week: '星期 个星期 個星期 礼拜 禮拜 个礼拜 個禮拜',
    month: '月',
  },
}
const speeches: Readonly<Record<string, Speech>> = {
  en: {
    past: / ago$/u,
    one: /^(?:an?|one) /u,
    more: { second: 'secs', minute: 'mins', hour: 'hrs', week: 'wks', month: 'mos', year: 'yrs' },
  },
  'zh-Hans': chinese,
  'zh-Hant': chinese,
  ja: { past: /前$/u, one: han, more: { week: '週', month: 'ヶ月 カ月 ヵ月 ケ月 箇月' } },
  de: { past: /^vor /u, one: /^eine[mnr] /u, more: { hour: 'h', month: 'mon' } },
  fr: { past: /^il y ?a /u, one: /^une? /u, more: { year: 'année années' } },
  es: { past: /^hace | atrás$/gu, one: /^una? /u, more: { hour: 'hs hrs' } },
  pt: { past: /^há | atrás$/gu, one: /^uma? /u, more: { hour: 'hs' } },
  ru: { past: / назад$/u, one: /^(?:одн[уа] |один )?/u, more: { day: 'сутки суток' } },
  ar: {
    past: /^(?:قبل|منذ) /u,
    one: /^/u,
    more: { day: 'ايام', week: 'اسابيع اسبوع', month: 'شهور', year: 'عام اعوام' },
  },
  hi: {
    past: / (?:पहले|पूर्व)$/u,
    one: /^एक /u,
    more: { hour: 'घंटा घण्टे घण्टा', week: 'हफ्ते हफ़्ते हफ्ता', month: 'महीने महीना', year: 'साल' },
  },
  id: { past: / (?:yang )?lalu$/u, one: /^(?:satu |se)/u, more: {} },
}

interface Amount {
  unit: Unit
  /** null where a number stands before the words. */
  count: number | null
}

interface Words {
  speech: Speech
  amounts: ReadonlyMap<string, Amount>
  /** By its name how many days ago a day was. */
  days: ReadonlyMap<string, number>
}

let known: Words[] | null = null

/** Numbers that between them ask for every plural of these languages. */
const numbers = [1, 2, 3, 5, 11, 21, 100]

/** Built on first use: few pages and fewer feeds date themselves so. */
function allWords(): Words[] {
  known ??= Object.entries(speeches).map(([language, speech]) => wordsOf(language, speech))
  return known
}

function wordsOf(language: string, speech: Speech): Words {
  const amounts = new Map<string, Amount>()
  const add = (words: string, unit: Unit, count: number | null) => {
    // Whoever writes it in other languages than English may mean minutes or months.
    if (!amounts.has(words) && (words !== 'm' || language === 'en')) amounts.set(words, { unit, count })
  }
  for (const style of language === 'en'
    ? (['long', 'short', 'narrow'] as const)
    : (['long', 'short'] as const)) {
    const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style })
    for (const unit of units)
      for (const number of numbers) {
        const written = withoutPast(folded(format.format(-number, unit)), speech)
        if (written !== null) add(written.replace(/^\d+ ?/u, ''), unit, /^\d/u.test(written) ? null : number)
      }
  }
  for (const [unit, names] of Object.entries(speech.more) as [Unit, string][])
    for (const name of names.split(' ')) add(folded(name), unit, null)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = [0, 1, 2].map((ago): [string, number] => [folded(format.format(-ago, 'day')), ago])
  return { speech, amounts, days: new Map(days.filter(([name]) => !/\d/u.test(name))) }
}

/** Lower case, with digits of one kind, and without the dots and marks that some leave out. */
function folded(text: string): string {
  return normaliseDigits(text)
    .toLowerCase()
    .replace(/[\u064B-\u0652\u200E\u200F.॰]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/[’‘`]/gu, "'")
    .trim()
}

/** What is left of a text that says that something is past; null for another. */
function withoutPast(text: string, { past }: Speech): string | null {
  const rest = text.replace(past, '')
  return rest === text ? null : rest.trim()
}

/** Nothing longer is such a date. */
const longest = 60
const about =
  /(?<![\p{L}\d])(?:about|around|over|etwa|ca|circa|rund|environ|aproximadamente|cerca de|около|примерно|sekitar|लगभग|حوالي) |^[大]?[约約]/gu

/**
 * Returns the instant that `text` names by how long before `now` it was ("3 hours ago"), or by a day and perhaps a time
 * ("昨天 10:30", of which the zone is taken for UTC, as everywhere); null where it names none, or languages differ in which.
 */
export function parseRelative(text: string, now: Date): Date | null {
  if (text.length > longest) return null
  const plain = folded(text).replace(about, '')
  if (plain === '') return null
  if (justNow.test(plain)) return now
  const found = allWords().flatMap(
    (words) => amountAgo(plain, words, now) ?? namedDay(plain, words, now) ?? [],
  )
  const [first] = found
  if (!first || found.some((each) => each.getTime() !== first.getTime())) return null
  // Who writes from the east is there already.
  return first > now ? now : first
}

/** No more than a minute ago, in the words of the libraries that write such dates. */
const justNow =
  /^(?:just now|(?:a )?(?:few seconds|moment)s? ago|moments ago|[刚剛]{2}|[几幾]秒前|数秒前|たった今|gerade eben|vor (?:ein paar sekunden|wenigen (?:sekunden|augenblicken))|à l'instant|il y a (?:quelques|un instant|quelques secondes)|ahora mismo|hace (?:unos (?:segundos|instantes)|un (?:momento|instante))|agora mesmo|há (?:poucos segundos|instantes)|только что|несколько секунд назад|الان|منذ (?:ثوان|لحظات)|अभी(?:-?\s?अभी)?|baru saja|beberapa detik (?:yang )?lalu)$/u

const joints =
  /\s*[,،、]\s*(?:(?:and|und|et|y|e|и|dan) )?|\s+(?:and|und|et|y|e|и|dan|और)\s+|\s+و\s?(?=\d)|(?<=\p{L}) ?(?=\d)/u

/** "1 day, 3 hours ago": each amount is of a smaller unit than the one before it. */
function amountAgo(text: string, { speech, amounts }: Words, now: Date): Date | null {
  const rest = withoutPast(text, speech)
  if (rest === null) return null
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC')
  let last: number = units.length
  for (const part of rest.split(joints)) {
    const amount = amountOf(part, speech, amounts)
    const size = amount ? units.indexOf(amount.unit) : last
    if (!amount || size >= last || amount.count > 9999) return null
    at = at.subtract({ [`${amount.unit}s`]: amount.count })
    last = size
  }
  return at.year < oldest ? null : new Date(at.epochMilliseconds)
}

/** Before the web nothing was published there. */
const oldest = 1990

function amountOf(
  part: string,
  { one }: Speech,
  amounts: Words['amounts'],
): { unit: Unit; count: number } | null {
  if (/^半个?個?小[时時]$/u.test(part)) return { unit: 'minute', count: 30 }
  const [, digits, words = ''] =
    /^(\d{1,4}) ?(.+)$/u.exec(part.replace(/^[一二两兩三四五六七八九十]+/u, inDigits)) ?? []
  if (digits !== undefined) {
    const amount = amounts.get(words)
    return amount?.count === null ? { unit: amount.unit, count: Number(digits) } : null
  }
  const whole = amounts.get(part)
  if (whole && whole.count !== null) return { unit: whole.unit, count: whole.count }
  const single = one.test(part) ? amounts.get(part.replace(one, '')) : undefined
  return single ? { unit: single.unit, count: 1 } : null
}

/** Up to nineteen, and the tens. */
function inDigits(written: string): string {
  const value = (sign = '') => Math.max(0, '〇一二三四五六七八九'.indexOf(sign.replace(/[两兩]/u, '二')))
  const [tens, ones] = written.split('十')
  return ones === undefined ? String(value(written)) : String((value(tens) || 1) * 10 + value(ones))
}

const beforeClock = /^[\s,،、|·-]*(?:(?:at|um|à|a las|às|as|в|الساعة|pukul|jam|को) )?/u
const clock = /^\D{0,8}\d{1,2} ?(?:[:h] ?\d\d|[时時点點](?: ?\d\d分?)?)\D{0,12}$/u

function namedDay(text: string, { days }: Words, now: Date): Date | null {
  for (const [name, ago] of days) {
    if (!text.startsWith(name)) continue
    const rest = text.slice(name.length)
    const time = rest.replace(beforeClock, '')
    if (
      time !== '' &&
      (!clock.test(time) || (/^\p{L}/u.test(rest) && /^[\p{sc=Latn}\p{sc=Cyrl}]/u.test(rest)))
    )
      continue
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
    return parseDate(`${today.subtract({ days: ago }).toString()} ${time}`)
  }
  return null
}
