/** Dates of every kind that feeds and pages carry, and what is not a date. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/sources/dates.ts'

const cases: Record<string, readonly (readonly [string, string])[]> = {
  'RFC 822 and its odd zones': [
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 1 Jan 2004 19:48:21 +0800', '2004-01-01T11:48:21Z'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['01 Jan 99 19:48 EST', '1999-01-02T00:48:00Z'],
    ['Thu, 01 Jan 2004 19:48:21 PDT', '2004-01-02T02:48:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 GMT+8', '2004-01-01T11:48:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 UTC+0530', '2004-01-01T14:18:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 -08:00', '2004-01-02T03:48:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 +0100 (CET)', '2004-01-01T18:48:21Z'],
    ['Thu, 01 January 2004 19:48:21 Z', '2004-01-01T19:48:21Z'],
    ['Thursday, January 1, 2004 7:48 PM', '2004-01-01T19:48:00Z'],
    ['Thu, 01-Jan-2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21Z'],
    ['Thu Jan 1 19:48:21 EST 2004', '2004-01-02T00:48:21Z'],
    ['Thu, 01 Jul 2004 12:00:00 ET', '2004-07-01T16:00:00Z'],
    ['Thu, 01 Jan 2004 12:00:00 AT', '2004-01-01T16:00:00Z'],
    ['Thu, 01 Jan 2004 12:00:00 Europe/Berlin', '2004-01-01T11:00:00Z'],
    ['Thu, 31 Jun 2004 10:00:00 GMT', '2004-07-01T10:00:00Z'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
    ['01 Jan 2004', '2004-01-01T00:00:00Z'],
    ['Mon, 06 May 2024 24:00:00 GMT', '2024-05-07T00:00:00Z'],
  ],
  'ISO 8601 and its shortenings': [
    ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55Z'],
    ['2003-12-31T10:14:55.250-08:00', '2003-12-31T18:14:55.250Z'],
    ['2003-12-31t10:14:55z', '2003-12-31T10:14:55Z'],
    ['2003-12-31T10:14:55+0800', '2003-12-31T02:14:55Z'],
    ['2003-12-31T10:14:55+08', '2003-12-31T02:14:55Z'],
    ['2003-12-31T10:14Z', '2003-12-31T10:14:00Z'],
    ['2003-12-31 10:14:55', '2003-12-31T10:14:55Z'],
    ['2003-12-31 10:14:55 +0000 UTC', '2003-12-31T10:14:55Z'],
    ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58Z'],
    ['2003-12-31', '2003-12-31T00:00:00Z'],
    ['2003-12', '2003-12-01T00:00:00Z'],
    ['2003', '2003-01-01T00:00:00Z'],
    ['20031231', '2003-12-31T00:00:00Z'],
    ['20031231T101455Z', '2003-12-31T10:14:55Z'],
    ['03-12-31', '2003-12-31T00:00:00Z'],
    ['2003-335', '2003-12-01T00:00:00Z'],
    ['2003335', '2003-12-01T00:00:00Z'],
    ['2003-12-31T10Z', '2003-12-31T10:00:00Z'],
    ['0312', '2003-12-01T00:00:00Z'],
    ['-0312', '2003-12-01T00:00:00Z'],
    ['031231', '2003-12-31T00:00:00Z'],
    ['2024-W19-1', '2024-05-06T00:00:00Z'],
    ['2026W01', '2025-12-29T00:00:00Z'],
  ],
  'seconds and milliseconds since 1970': [
    ['1714962600', '2024-05-06T02:30:00Z'],
    ['1714962600000', '2024-05-06T02:30:00Z'],
    ['1714962600.5', '2024-05-06T02:30:00.500Z'],
  ],
  'East Asian forms': [
    ['2024年05月06日 10:30', '2024-05-06T10:30:00Z'],
    ['星期一, 06 五月 2024 10:30:00 +0800', '2024-05-06T02:30:00Z'],
    ['周一, 06 5月 2024 10:30:00 +0800', '2024-05-06T02:30:00Z'],
    ['5 月 6, 2024', '2024-05-06T00:00:00Z'],
    ['2024年5月6日 下午3:05', '2024-05-06T15:05:00Z'],
    ['2024年05月06日10时30分15秒', '2024-05-06T10:30:15Z'],
    ['2024年5月6日', '2024-05-06T00:00:00Z'],
    ['２０２４年５月６日　１０：３０', '2024-05-06T10:30:00Z'],
    ['二〇二四年五月二十六日', '2024-05-26T00:00:00Z'],
    ['民國113年5月6日', '2024-05-06T00:00:00Z'],
    ['令和6年5月6日 午後1時20分', '2024-05-06T13:20:00Z'],
    ['2024/05/06 10:30 北京时间', '2024-05-06T02:30:00Z'],
    ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
    ['2024-05-06 星期一 10:30', '2024-05-06T10:30:00Z'],
  ],
  'month names of other languages': [
    ['6. Mai 2024, 10:30 Uhr', '2024-05-06T10:30:00Z'],
    ['mer., 14 févr. 2024 08:00:00 +0100', '2024-02-14T07:00:00Z'],
    ['mar, 05 mar 2024 10:00:00 GMT', '2024-03-05T10:00:00Z'],
    ['6 de mayo de 2024', '2024-05-06T00:00:00Z'],
    ['вт, 6 февраля 2024 10:30', '2024-02-06T10:30:00Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['6 Ekim 2023', '2023-10-06T00:00:00Z'],
    ['12 października 2023', '2023-10-12T00:00:00Z'],
    ['٦ مايو ٢٠٢٤', '2024-05-06T00:00:00Z'],
    ['6 พฤษภาคม 2567', '2024-05-06T00:00:00Z'],
  ],
  'number orders': [
    ['31/12/2003 10:00', '2003-12-31T10:00:00Z'],
    ['12/31/2003', '2003-12-31T00:00:00Z'],
    ['31.12.2003', '2003-12-31T00:00:00Z'],
    ['6.5.24 10:30', '2024-05-06T10:30:00Z'],
  ],
}

for (const [kind, dates] of Object.entries(cases))
  test.each(dates)(`${kind}: %s`, (text, expected) => {
    expect(parseDate(text)?.toISOString()).toBe(new Date(expected).toISOString())
  })

/** Kinds of dates as feeds and pages write them, with the instant that each means; null for none. */
const written = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/dates.json'), 'utf8'),
) as Record<string, [string, string | null][]>

describe.each(Object.entries(written))('as written: %s', (_kind, dates) => {
  test.each(dates)('%j', (text, expected) => {
    expect(parseDate(text)?.toISOString() ?? null).toBe(
      expected === null ? null : new Date(expected).toISOString(),
    )
  })
})

test('a text without a zone is read in the zone given, a text with one is not', () => {
  const shanghai = { timeZone: 'Asia/Shanghai' }
  expect(parseDate('2024年05月06日 10:30', shanghai)).toEqual(new Date('2024-05-06T02:30:00Z'))
  expect(parseDate('2024-07-01 12:00', { timeZone: 'America/New_York' })).toEqual(
    new Date('2024-07-01T16:00:00Z'),
  )
  expect(parseDate('2024-05-06T10:30:00Z', shanghai)).toEqual(new Date('2024-05-06T10:30:00Z'))
})

test.each([
  '',
  ' ',
  'yesterday',
  'soon',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2024-13-01',
  '2024-00-10',
  '2024-05-06T61:00:00Z',
  'Thu, 01 Xyz 2004 10:00:00 GMT',
  '5月6日',
  '42',
  'x'.repeat(300),
  'Chapter 5 of 12',
])('no date: %s', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('any instant comes back from its ISO and RFC 822 forms', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-02'), max: new Date('2100-12-30'), noInvalidDate: true }),
      (date) => {
        expect(parseDate(date.toISOString())).toEqual(date)
        expect(parseDate(date.toUTCString())?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000)
      },
    ),
  )
})

test('no text makes it throw', () => {
  const unit = fc.constantFrom(...'0123456789:-/.+ T年月日 JanZ٤\u202E'.split(''))
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const date = parseDate(text)
      expect(date === null || !Number.isNaN(date.getTime())).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
