/** Feeds mangled words to what reads typed words: filters, times, weekdays, zones and days. */
import { Temporal } from 'temporal-polyfill'
import { parseDay } from '../../src/core/day-words.ts'
import { UserError } from '../../src/core/errors.ts'
import { cleanPhrase, findPhrase, longestPhrase, searchable } from '../../src/core/filter.ts'
import { nextDue } from '../../src/core/schedule.ts'
import { parseDays, parseTimes, parseZone, zoneAt } from '../../src/core/schedule-words.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const typed = [
  '8:30',
  '早上八点半',
  '8am and 6pm every day',
  '18点, 20:15',
  'weekdays',
  '周一到周五',
  'mon,wed-fri',
  '工作日和周末',
  'Asia/Shanghai',
  'UTC+05:30',
  'new york time',
  '北京时间',
  '2026-03-01',
  '3月1日',
  'yesterday',
  '12/24',
  'climate change',
  'C++',
  '新能源 汽车',
  'a(b|c)*d',
  '👩‍👩‍👧 family',
]
const tokens = [
  ':',
  '：',
  '.',
  'h',
  '点',
  '半',
  '分',
  'am',
  'p.m.',
  '凌晨',
  '下午',
  '二十',
  '十',
  '两',
  '24',
  '00',
  '99',
  ',',
  '、',
  '和',
  ' and ',
  '-',
  '–',
  '到',
  'to',
  'mon',
  'sundays',
  '周日',
  '星期天',
  '+',
  'UTC',
  'gmt-',
  '/',
  '年',
  '月',
  '日',
  '0',
  '1',
  '12',
  '31',
  '(a+)+$',
  '\\',
  '[',
  '*',
  '.*',
  '^',
  '\u0301',
  '\u202E',
  '\0',
  '\uD800',
  ' '.repeat(500),
  '1'.repeat(500),
  'a'.repeat(500),
  '八'.repeat(500),
  '8:'.repeat(200),
  '\u0301'.repeat(300),
]
/** https://core.telegram.org/bots/api#message: text has up to 4096 characters. */
const mostUnits = 4096

function readTyped(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes).slice(0, mostUnits)
  const times = refusable(() => parseTimes(text))
  for (const time of times ?? [])
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time)) throw new Error(`the time is ${time}`)
  const days = refusable(() => parseDays(text))
  for (const day of days ?? [])
    if (!Number.isInteger(day) || day < 1 || day > 7) throw new Error(`the day is ${day}`)
  const zone = refusable(() => parseZone(text))
  const [latitude = 0, longitude = 0] = bytes
  refusable(() => zoneAt(latitude - 128, (longitude - 128) * 2))
  // What was read is good for a schedule.
  const rule = { times: times ?? ['08:00'], days: days ?? [1], timeZone: zone ?? 'UTC' }
  const after = new Date('2026-03-01T00:00:00Z')
  if (!(nextDue(rule, after) > after)) throw new Error('the next time is not later')
  for (const direction of ['past', 'future'] as const) {
    const day = parseDay(text, '2026-03-01', direction)
    if (day !== null) Temporal.PlainDate.from(day)
  }
  const phrase = cleanPhrase(text)
  checkPhrase(text, phrase)
}

function checkPhrase(text: string, phrase: string): void {
  if (phrase.length > longestPhrase) throw new Error(`a word of ${phrase.length} units`)
  if (!phrase.isWellFormed()) throw new Error('a word with half a character')
  if (cleanPhrase(phrase) !== phrase) throw new Error('a word that changes when it is cleaned again')
  findPhrase(searchable(text.repeat(5)), [phrase, phrase.slice(0, 1), 'a'])
  if (phrase !== '' && findPhrase(searchable(`. ${phrase} .`), [phrase]) !== phrase)
    throw new Error('a word that is not found in itself')
}

function refusable<Result>(read: () => Result): Result | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return null
  }
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'phrases',
  fixtures: inBytes(typed),
  tokens,
  read: readTyped,
})
