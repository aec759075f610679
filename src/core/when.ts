/** Reads a wish for other hours or days out of a sentence: 'send it on weekdays at 7 and 19', '每天早上8点半发给我'. */
import { UserError } from './errors.ts'
import { listWeekdays } from './day-names.ts'
import { dayNames, parseTimes } from './schedule-words.ts'

/** What a language says around hours and days; patterns are matched against lower-case text. */
export interface WhenWords {
  everyDay: RegExp
  weekdays: RegExp
  weekend: RegExp
  /** What stands before or after an hour and makes a bare number one: 'at 7', '19 Uhr'. */
  clock: RegExp
  /** The parts of a day with the hour that each stands for where days are named and no hour is. */
  parts: readonly (readonly [RegExp, string])[]
  /** 'only', 'send it', 'please': they ask for it and say nothing of when. */
  around: RegExp
}

export interface When {
  /** Sorted 'HH:MM'. */
  times?: string[]
  /** Sorted, 1 = Monday. */
  days?: number[]
}

/** Stand for days that were read, so that the rest can be read as hours: signs for private use, one for each weekday. */
const firstSign = 0xe000
const sign = (day: number): string => String.fromCharCode(firstSign + day)
const anySign = /[\ue001-\ue007]/gu
/** '周一到五' and '周一三五' name the week once. */
const hanRow =
  /(?<=周|星期|礼拜|禮拜|週)[一二三四五六日天](?:\s*[、,，和到至~-]?\s*[一二三四五六日天](?![点點时時]))+/gu
const range =
  /([\ue001-\ue007])\s*(?:-|–|~|to|through|到|至|から|bis|a|à|al|по|إلى|से|sampai|hingga)\s*([\ue001-\ue007])/gu
const separators = /[\s,，、،;；/&+]|(?<!\p{L})(?:and|y|e|et|und|dan|и|و|और|on)(?!\p{L})|[和与跟と]/gu
const clear =
  /[\d零〇一二两兩三四五六七八九十]\s*[:：時时点點]|\d\s*h(?!\p{L})|\d\s*[ap]\.?m|past|noon|midnight|凌晨|早上|上午|中午|下午|傍晚|晚上|午前|午後/u
/** An hour that names no hour, as somebody mistypes it: '25:00'. */
const likeTime = /^\d{1,2}\s*[:：]\s*\d{2}$/u

/** What `text` says of days, and the rest of it, which may say hours; null where several hours have days of their own. */
function readDays(text: string, tag: string, words: WhenWords) {
  const typed = text.normalize('NFKC').toLowerCase().trim()
  const marked = markDays(typed, tag, words).replace(words.around, ' ')
  const signs = [...marked.matchAll(anySign)]
  const days = [...new Set(signs.map(([each]) => each.charCodeAt(0) - firstSign))].toSorted((a, b) => a - b)
  // Days that stand apart have hours of their own, which one digest cannot have.
  const among = marked.slice(signs[0]?.index, signs.at(-1)?.index)
  if (days.length > 0 && among.replace(anySign, '').replace(separators, '') !== '') return null
  return {
    some: days.length > 0 ? { days } : {},
    hours: marked.replace(anySign, ' ').replace(words.clock, ' ').trim(),
    isAsked: typed.search(words.around) >= 0,
    hasClock: marked.search(words.clock) >= 0,
  }
}

/**
 * The hours and days that `text` asks for; null where it says anything else as well, or names only a day or a bare
 * number that could be part of a question. Throws UserError 'badTime' for nothing but an hour that does not exist.
 */
export function parseWhen(text: string, tag: string, words: WhenWords): When | null {
  const read = readDays(text, tag, words)
  if (read === null) return null
  const { some, hours, isAsked, hasClock } = read
  // A day alone may be a question about it.
  const part = 'days' in some && isAsked ? partOf(text, hours, words) : null
  if (part !== null) return { times: [part], ...some }
  if (hours.replace(separators, '') === '') return 'days' in some && isAsked ? some : null
  if (!('days' in some) && !clear.test(hours) && !hasClock) return null
  try {
    return { times: parseTimes(hours), ...some }
  } catch (error) {
    if (error instanceof UserError && !likeTime.test(hours)) return null
    throw error
  }
}

/** The hour of the part of a day that `text` names, where `hours`, what is left of it beside the days, says nothing else. */
function partOf(text: string, hours: string, { parts }: WhenWords): string | null {
  const part = parts.find(([pattern]) => pattern.test(text.normalize('NFKC').toLowerCase()))
  return part && hours.replace(part[0], '').replace(separators, '') === '' ? part[1] : null
}

/**
 * The same where `text` says more before or after the hours, 'send me tech news every day at 8', with the rest of it:
 * 'tech news'. Null where no hour is clear.
 */
export function splitWhen(text: string, tag: string, words: WhenWords): { when: When; rest: string } | null {
  // Every message comes by here, and hardly one names an hour.
  const read = clear.test(text.normalize('NFKC').toLowerCase()) ? readDays(text, tag, words) : null
  if (read === null) return null
  const parts = read.hours.split(/\s+/u)
  for (let count = parts.length - 1; count > 0; count -= 1)
    for (const at of [count, -count]) {
      const sides = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')] as const
      const [hours, rest] = at > 0 ? sides : [sides[1], sides[0]]
      const times = clear.test(hours) ? timesOf(hours) : null
      if (times) return { when: { times, ...read.some }, rest: rest.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '') }
    }
  return null
}

function timesOf(hours: string): string[] | null {
  try {
    return parseTimes(hours)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

const signsOf = (from: number, to: number): string => {
  let signs = ''
  for (let day = from; ; day = (day % 7) + 1) {
    signs += sign(day)
    if (day === to) return signs
  }
}

/** The whole word, also in the plural; where words stand side by side without spaces, wherever it stands. */
const bounded = (name: string): string =>
  /[\p{Script=Han}\p{Script=Hiragana}]/u.test(name)
    ? RegExp.escape(name)
    : `(?<![\\p{L}\\p{M}])${RegExp.escape(name)}s?(?![\\p{L}\\p{M}])`

/** `text` with a sign in place of each day that it names. */
function markDays(text: string, tag: string, words: WhenWords): string {
  let marked = text
    .replace(words.everyDay, signsOf(1, 7))
    .replace(words.weekdays, signsOf(1, 5))
    .replace(words.weekend, signsOf(6, 7))
    .replace(hanRow, (row) => row.replace(/(?<=.)[一二三四五六日天]/gu, (day) => `周${day}`))
  for (const [name, day] of listWeekdays(tag))
    marked = marked.replace(new RegExp(bounded(name), 'gu'), sign(day))
  for (const [name, day] of dayNames) marked = marked.replace(name, sign(day))
  return marked.replace(range, (_, from: string, to: string) =>
    signsOf(from.charCodeAt(0) - firstSign, to.charCodeAt(0) - firstSign),
  )
}
