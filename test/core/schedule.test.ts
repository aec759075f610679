/** Due times: right through clock changes in every zone, strictly after, each once; and what people type for them. */
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { dueTimesBetween, inQuietHours, localTime, nextDue } from '../../src/core/schedule.ts'
import { parseDays, parseTimes, parseZone, zoneAt } from '../../src/core/schedule-words.ts'

const at = (text: string): Date => new Date(text)
const due = (timeZone: string, times: string[], after: string, days?: number[]): string =>
  nextDue({ times, timeZone, ...(days ? { days } : {}) }, at(after)).toISOString()

describe('nextDue', () => {
  test.each([
    ['a plain morning', 'Asia/Shanghai', ['08:30'], '2026-03-02T00:00:00Z', '2026-03-02T00:30:00.000Z'],
    ['strictly after', 'Asia/Shanghai', ['08:30'], '2026-03-02T00:30:00Z', '2026-03-03T00:30:00.000Z'],
    [
      'the earliest of several',
      'UTC',
      ['20:00', '08:00'],
      '2026-03-02T09:00:00Z',
      '2026-03-02T20:00:00.000Z',
    ],
    [
      'a skipped time, at the end of the gap',
      'America/New_York',
      ['02:30'],
      '2026-03-08T05:00:00Z',
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'a repeated time, at the first',
      'America/New_York',
      ['01:30'],
      '2026-11-01T04:00:00Z',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'a repeated time, once',
      'America/New_York',
      ['01:30'],
      '2026-11-01T05:30:00Z',
      '2026-11-02T06:30:00.000Z',
    ],
    [
      'a half-hour change',
      'Australia/Lord_Howe',
      ['02:15'],
      '2026-10-03T00:00:00Z',
      '2026-10-03T15:30:00.000Z',
    ],
    ['midnight skipped', 'Africa/Cairo', ['00:00'], '2026-04-23T20:00:00Z', '2026-04-23T22:00:00.000Z'],
    ['a day that never was', 'Pacific/Apia', ['08:00'], '2011-12-29T19:00:00Z', '2011-12-30T10:00:00.000Z'],
    ['a fixed offset', '+05:45', ['08:00'], '2026-03-02T00:00:00Z', '2026-03-02T02:15:00.000Z'],
  ])('%s', (_, timeZone, times, after, expected) => {
    expect(due(timeZone, times, after)).toBe(expected)
  })

  test('weekdays are those of the zone', () => {
    // Sunday evening in UTC is Monday morning in Auckland.
    expect(due('Pacific/Auckland', ['08:00'], '2026-03-01T00:00:00Z', [1])).toBe('2026-03-01T19:00:00.000Z')
    expect(due('UTC', ['08:00'], '2026-03-02T09:00:00Z', [1])).toBe('2026-03-09T08:00:00.000Z')
  })

  test('a rule that is never due is refused', () => {
    expect(() => nextDue({ times: [], timeZone: 'UTC' }, at('2026-03-02T00:00:00Z'))).toThrow(RangeError)
  })

  test('in every zone, over a year, each local day has one digest', () => {
    const from = at('2026-01-01T00:00:00Z')
    const to = at('2027-01-01T00:00:00Z')
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      const times = dueTimesBetween({ times: ['02:30'], timeZone }, from, to)
      const calendar = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' })
      const days = times.map((time) => calendar.format(time))
      expect(new Set(days).size, timeZone).toBe(days.length)
      expect(times.length, timeZone).toBeGreaterThanOrEqual(364)
      expect(times.length, timeZone).toBeLessThanOrEqual(366)
    }
  })
})

test('local time and quiet hours, over midnight too', () => {
  expect(localTime(at('2026-03-02T00:05:00Z'), 'Asia/Tokyo')).toEqual({
    date: '2026-03-02',
    time: '09:05',
    weekday: 1,
  })
  const quiet = { from: '22:00', to: '07:00', timeZone: 'UTC' }
  expect(inQuietHours(at('2026-03-02T23:00:00Z'), quiet)).toBe(true)
  expect(inQuietHours(at('2026-03-02T06:59:00Z'), quiet)).toBe(true)
  expect(inQuietHours(at('2026-03-02T07:00:00Z'), quiet)).toBe(false)
  expect(inQuietHours(at('2026-03-02T12:00:00Z'), { ...quiet, from: '11:00', to: '13:00' })).toBe(true)
})

describe('what people type', () => {
  test.each([
    ['8:30', ['08:30']],
    ['8', ['08:00']],
    ['8pm, 7:15am', ['07:15', '20:00']],
    ['早上八点半', ['08:30']],
    ['十二点', ['12:00']],
    ['18点 和 晚上9点', ['18:00', '21:00']],
    ['２０：００、08：00', ['08:00', '20:00']],
    ['12am', ['00:00']],
    ['noon', ['12:00']],
    ['每天 8:00 和 20:00', ['08:00', '20:00']],
    ['8点一刻、下午三点三刻', ['08:15', '15:45']],
    ['八点零五分和9点5分', ['08:05', '09:05']],
    ['晚上12点', ['00:00']],
    ['中午12点', ['12:00']],
    ['夜里兩點', ['02:00']],
    ['晚上七點半', ['19:30']],
    ['午前8時半、午後3時', ['08:30', '15:00']],
    ['half past eight', ['08:30']],
    ['quarter to seven pm and quarter past 7', ['07:15', '18:45']],
    ['eight in the morning', ['08:00']],
    ['9 in the evening', ['21:00']],
    ["7 o'clock", ['07:00']],
  ])('times in %s', (text, expected) => {
    expect(parseTimes(text)).toEqual(expected)
  })

  test.each(['', '25:00', '8:99', 'soon', '明天', '13pm', '8:30 or whenever', '🕗'])(
    'no times in %s',
    (text) => {
      expect(() => parseTimes(text)).toThrow(UserError)
    },
  )

  test.each([
    ['1-5', [1, 2, 3, 4, 5]],
    ['Mon, Wed and Friday', [1, 3, 5]],
    ['周一到周五', [1, 2, 3, 4, 5]],
    ['星期天', [7]],
    ['工作日', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    ['fri-mon', [1, 5, 6, 7]],
    ['每天', [1, 2, 3, 4, 5, 6, 7]],
  ])('days in %s', (text, expected) => {
    expect(parseDays(text)).toEqual(expected)
  })

  test.each(['', '8', 'someday', '初一'])('no days in %s', (text) => {
    expect(() => parseDays(text)).toThrow(UserError)
  })

  test.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    ['东京', 'Asia/Tokyo'],
    ['北京时间', 'Asia/Shanghai'],
    ['New York', 'America/New_York'],
    ['kolkata', 'Asia/Kolkata'],
    // The engine itself still says Calcutta and Kiev.
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['UTC+8', '+08:00'],
    ['GMT-3:30', '-03:30'],
    ['utc', 'UTC'],
  ])('the zone of %s', (text, expected) => {
    expect(parseZone(text)).toBe(expected)
  })

  test.each(['', 'Atlantis', 'UTC+99', '火星', 'مرحبا'])('no zone in %s', (text) => {
    expect(() => parseZone(text)).toThrow(UserError)
  })

  test('a place has a zone, off the globe has none', () => {
    expect(zoneAt(35.7, 139.7)).toBe('Asia/Tokyo')
    expect(() => zoneAt(999, 0)).toThrow(UserError)
  })
})
