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
  ['', 'past', null],
] as const)('%s, in the %s', (text, direction, expected) => {
  expect(parseDay(text, '2026-03-02', direction)).toBe(expected)
})
