/** Days as people type them. */
import { expect, test } from 'vitest'
import { parseDay } from '../../src/core/day-words.ts'

test.each([
  ['2026-12-24', 'future', '2026-12-24'],
  ['2026年12月24日', 'future', '2026-12-24'],
  ['１２月２４日', 'future', '2026-12-24'],
  ['1.5', 'future', '2027-01-05'],
  ['12/24', 'past', '2025-12-24'],
  ['yesterday', 'past', '2026-03-01'],
  ['前天', 'past', '2026-02-28'],
  ['明天', 'future', '2026-03-03'],
  ['2026-02-30', 'past', null],
  ['soon', 'future', null],
  ['24 December', 'future', '2026-12-24'],
  ['Dec. 24th, 2027', 'future', '2027-12-24'],
  ['the 5th of May', 'past', '2025-05-05'],
  ['March', 'future', null],
  ['2 men in March', 'future', null],
  ['31 June', 'future', null],
  ['', 'past', null],
  ['3d', 'future', '2026-03-05'],
  ['3 days', 'future', '2026-03-05'],
  ['1 week', 'future', '2026-03-09'],
  ['2 Months', 'future', '2026-05-02'],
  ['3 days', 'past', null],
  ['3 apples', 'future', null],
] as const)('%s, in the %s', (text, direction, expected) => {
  expect(parseDay(text, '2026-03-02', direction)).toBe(expected)
})

test.each([
  ['de', '24.12.', '2026-12-24'],
  ['de', '1.5.2027', '2027-05-01'],
  ['de', 'bis zum 3. März', '2026-03-03'],
  ['de', 'übermorgen', '2026-03-04'],
  ['es', '24 de mayo', '2026-05-24'],
  ['es', 'mañana', '2026-03-03'],
  ['fr', '1er août', '2026-08-01'],
  ['ru', 'до 24 декабря 2026 г.', '2026-12-24'],
  ['ru', '5 мая', '2026-05-05'],
  ['ar', '٢٤ ديسمبر', '2026-12-24'],
  ['ar', '٢٤ كانون الأول', '2026-12-24'],
  ['hi', '२४ दिसंबर', '2026-12-24'],
  ['id', 'sampai 17 Agustus', '2026-08-17'],
  ['pt', '7 de setembro', '2026-09-07'],
  ['ja', '12月24日(木)', '2026-12-24'],
  ['zh-Hant', '12月24號 週四', '2026-12-24'],
  ['pt', '24/12', '2026-12-24'],
  ['zh-Hans', '3天', '2026-03-05'],
  ['zh-Hans', '2 周', '2026-03-16'],
  ['zh-Hant', '1 個月', '2026-04-02'],
  ['ja', '3 日', '2026-03-05'],
  ['ru', '5 дней', '2026-03-07'],
  ['ar', '٣ أيام', '2026-03-05'],
  ['de', '2 Wo.', '2026-03-16'],
] as const)('in %s: %s', (tag, text, expected) => {
  expect(parseDay(text, '2026-03-02', 'future', tag)).toBe(expected)
})
