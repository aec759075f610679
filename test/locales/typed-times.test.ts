/** Hours are read as each language lists them: what a screen says, and the examples it gives, can be sent back. */
import { expect, test } from 'vitest'
import { parseTimes } from '../../src/core/schedule-words.ts'
import { formatClock, formatList } from '../../src/locales/format.ts'
import { locales } from '../../src/locales/locales.ts'

const times = ['07:30', '12:00', '18:45']

test.each(Object.keys(locales))('%s', (tag) => {
  const shown = times.map((time) => formatClock(tag, new Date(`2026-11-20T${time}:00Z`), 'UTC'))
  for (const text of [formatList(tag, shown), formatList(tag, shown.slice(1))])
    expect(parseTimes(text), text).toEqual(
      times.slice(times.length - (text.match(/\d\d\D\d\d/gu)?.length ?? 0)),
    )
})

test('a comma of any script parts hours, and a word that says something else is refused', () => {
  for (const comma of [',', '，', '、', '،', ';', '؛'])
    expect(parseTimes(`8:00${comma} 18:30`)).toEqual(['08:00', '18:30'])
  for (const text of ['8:00 etwa 18:30', '8:00 вечера', '8:00 yes'])
    expect(() => parseTimes(text)).toThrow('badTime')
})
