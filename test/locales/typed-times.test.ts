/** Hours are read as each language lists them: what a screen says can be sent back. */
import { expect, test } from 'vitest'
import { describeTimes } from '../../src/bot/describe.ts'
import { parseTimes } from '../../src/core/schedule-words.ts'
import { locales } from '../../src/locales/locales.ts'

const times = ['07:30', '12:00', '18:45']

test.each(Object.keys(locales))('%s', (tag) => {
  for (const some of [times, times.slice(1), times.slice(2)]) {
    const shown = describeTimes(tag, some)
    expect(parseTimes(shown), shown).toEqual(some)
  }
})

test('hours are shown with the mark of the language', () => {
  expect(describeTimes('en', times)).toBe('07:30, 12:00 and 18:45')
  expect(describeTimes('id', times)).toBe('07.30, 12.00, dan 18.45')
})

test('a comma of any script parts hours, and a word that says something else is refused', () => {
  for (const comma of [',', '，', '、', '،', ';', '؛'])
    expect(parseTimes(`8:00${comma} 18:30`)).toEqual(['08:00', '18:30'])
  for (const text of ['8:00 etwa 18:30', '8:00 позже', '8:00 yes'])
    expect(() => parseTimes(text)).toThrow('badTime')
})
