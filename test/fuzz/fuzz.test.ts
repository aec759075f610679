/** A short, repeatable piece of the fuzzing that `npm run fuzz` does at length. */
import { expect, test } from 'vitest'
import * as feeds from './feeds.ts'
import * as pages from './pages.ts'
import * as posts from './posts.ts'

test.each([
  ['feeds', feeds, 1000],
  ['pages', pages, 150],
  ['posts', posts, 500],
] as const)('mangled %s and random bytes break nothing', (_name, { fuzzCount }, count) => {
  expect(() => fuzzCount(count, 20240506)).not.toThrow()
})
