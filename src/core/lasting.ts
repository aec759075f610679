/** Splits for how long a wish is meant off it: 'mute crypto for a week' is 'mute crypto', until a day; bot/features/tastes.ts does it. */
import { Temporal } from 'temporal-polyfill'
import { parseFutureDay } from './day-words.ts'
import { countOf } from './number-words.ts'

export interface Lasting {
  /** The wish without its span. */
  rest: string
  /** The local date on which it ends, 'YYYY-MM-DD'; 'ever' for good, null where it says 'for now'. */
  until: string | null
}

interface Today {
  date: string
  tag: string
}

/** Stand before a span, and before a day. */
const forWords =
  /^(?:for|für|por|durante|pendant|pour|на|selama|untuk|لمدة)(?: (?:the|next|coming|die|los|las|les))*\s+/u
const untilWords =
  /^(?:until|till|'til|til|bis(?: zum| zur)?|hasta(?: el| la)?|até(?: o| a)?|jusqu'(?:au |à )|до|sampai|hingga|حتى)\s*/u
/** Stand behind either. */
const behind = /\s+(?:तक|के लिए)$/u
/** A number and its unit at the end of these is part of a name or of a comparison: 'the last 7 days', 'more than 3 days'. */
const goesOn =
  /(?<![\p{L}\p{M}])(?:first|last|past|next|every|per|than|of|in|the|a|about|over|under|los|las|de|die|der|les|des)$/u
const mostWords = 6

/** What says it without a number. */
const named: readonly (readonly [RegExp, 'ever' | 'now' | 'day' | 'week' | 'month'])[] = [
  [/^(?:for (?:good|ever)|forever|permanently|永久|永远|永遠|一直)$/u, 'ever'],
  [
    /^(?:for (?:now|a while|the moment|the time being)|until further notice|temporarily|暂时|暫時|先|(?:一阵子|一陣子|一段时间|一段時間))$/u,
    'now',
  ],
  [/^(?:(?:for )?today|今天|今日)$/u, 'day'],
  [/^(?:(?:for )?this week|(?:这|這|本)(?:个|個)?(?:周|週|星期|礼拜|禮拜))$/u, 'week'],
  [/^(?:(?:for )?this month|(?:这|這|本)(?:个|個)?月)$/u, 'month'],
]

function namedEnd(text: string, { date }: Today): Lasting['until'] | undefined {
  const what = named.find(([pattern]) => pattern.test(text))?.[1]
  if (what === undefined || what === 'ever') return what
  if (what === 'now') return null
  const today = Temporal.PlainDate.from(date)
  if (what === 'day') return today.add({ days: 1 }).toString()
  if (what === 'week') return today.add({ days: 8 - today.dayOfWeek }).toString()
  return today.with({ day: 1 }).add({ months: 1 }).toString()
}

/** The end that words between spaces name, with what leads to it; undefined for none. `before` is what stands before them. */
function spacedEnd(text: string, before: string, today: Today): Lasting['until'] | undefined {
  const whole = namedEnd(text, today)
  if (whole !== undefined) return whole
  const read = (words: string) => parseFutureDay(words, today.date, today.tag) ?? undefined
  const bare = text.replace(behind, '')
  if (untilWords.test(bare)) return read(bare.replace(untilWords, ''))
  const span = bare.replace(forWords, '')
  if (span !== text) return read(span)
  const [first = '', unit] = text.split(' ')
  const isCounted = /^\d{1,3}$/u.test(first) || countOf(first) !== null
  return unit !== undefined && isCounted && text.split(' ').length === 2 && !goesOn.test(before)
    ? read(text)
    : undefined
}

const hanNumber = '(?:\\d{1,3}|[一二两兩三四五六七八九十]{1,3}|半)'
const hanSpan = `${hanNumber}\\s*(?:小时|小時|天|日|周|週|年|[个個]?(?:星期|礼拜|禮拜)|[个個]半?月)`
const hanNamed =
  '暂时|暫時|先|永久|永远|永遠|一直|今天|今日|(?:这|這|本)(?:个|個)?(?:周|週|星期|礼拜|禮拜|月)|一阵子|一陣子|一段时间|一段時間'
const hanTails: readonly RegExp[] = [
  new RegExp(`^(.+?)(?:直?到|至)(.{1,12}?)(?:为止|為止|之前|前)?$`, 'u'),
  // 第一周 and 前三天 are parts of something.
  new RegExp(
    `^(.+?)(?<![第前后後近每去未来來的度\\d])(?:先|持续|持續)?(${hanSpan}|${hanNamed})(?:时间|時間)?$`,
    'u',
  ),
]
const hanHeads: readonly RegExp[] = [
  new RegExp(`^(?:在|直?到)?(.{1,8}?)(?:之?前|まで)(?:は)?[、，, ]?(.+)$`, 'u'),
  new RegExp(
    `^(?:请|請|未来|未來|接下来|接下來|这|這)?(${hanSpan}|${hanNamed})(?:之?内|之?內|以内|以內|里|裡|間|间)?(?:は)?[、，, ]?(.+)$`,
    'u',
  ),
]

function hanEnd(text: string, today: Today): Lasting['until'] | undefined {
  const whole = namedEnd(text, today)
  if (whole !== undefined) return whole
  const counted = text
    .replace(/^半年$/u, '6个月')
    .replace(/^半[个個]月$/u, '15天')
    .replace(/[週]$/u, '周')
    .replace(/個/gu, '个')
  const tags = today.tag === 'ja' ? ['ja', 'zh-Hans'] : ['zh-Hans']
  return tags.map((tag) => parseFutureDay(counted, today.date, tag)).find((day) => day !== null) ?? undefined
}

/** The span that `text`, a short message, says at its end or its beginning, and the rest; null where it says none. */
export function splitLasting(text: string, date: string, tag: string): Lasting | null {
  const today = { date, tag }
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s,，]*(?:please|pls|thanks|thank you|谢谢|謝謝|好吗|好嗎|吧|了)?[\s.!。！~]*$/u, '')
    .trim()
  const words = said.split(' ')
  for (let count = Math.min(mostWords, words.length - 1); count > 0; count -= 1)
    for (const isTail of [true, false]) {
      const [at, end] = isTail ? [words.length - count, words.length] : [0, count]
      const span = words
        .slice(at, end)
        .join(' ')
        .replace(/[,，]$/u, '')
      const rest = (isTail ? words.slice(0, at) : words.slice(end)).join(' ')
      const until = spacedEnd(span, isTail ? rest : '', today)
      if (until !== undefined) return { rest, until }
    }
  for (const [patterns, spanAt] of [
    [hanTails, 2],
    [hanHeads, 1],
  ] as const)
    for (const pattern of patterns) {
      const match = pattern.exec(said)
      const until = match ? hanEnd(match[spanAt]!.trim(), today) : undefined
      if (match && until !== undefined) return { rest: match[3 - spanAt]!.trim(), until }
    }
  return null
}
