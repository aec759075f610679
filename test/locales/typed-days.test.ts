/** Every day is read as each language shows it: what a screen says can be sent back. */
import { expect, test } from 'vitest'
import { parseDay } from '../../src/core/day-words.ts'
import { formatDate, formatDay } from '../../src/locales/format.ts'
import { locales } from '../../src/locales/locales.ts'

test.each(Object.keys(locales))('%s', (tag) => {
  for (let days = 0; days < 365; days += 8) {
    const at = new Date(Date.UTC(2027, 0, 1 + days, 12))
    const date = at.toISOString().slice(0, 10)
    const shown = [
      formatDate(tag, at, 'UTC'),
      formatDay(tag, at, 'UTC'),
      formatDay(tag, at, 'UTC', new Date('2020-01-01')),
    ]
    for (const text of shown) expect(parseDay(text, '2027-01-01', 'future', tag), text).toBe(date)
  }
})
