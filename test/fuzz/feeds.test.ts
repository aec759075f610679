/** A short, repeatable piece of the fuzzing that `npm run fuzz` does at length. */
import { expect, test } from 'vitest'
import { fuzzCount } from './feeds.ts'

test('mangled feeds and random bytes break nothing', () => {
  expect(() => fuzzCount(1500, 20240506)).not.toThrow()
})
