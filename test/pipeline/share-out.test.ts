/** Dividing work into jobs: nothing lost, a fleet busy with little, no part too large. */
import { expect, test } from 'vitest'
import { shareOut } from '../../src/pipeline/share-out.ts'

test.each([
  [0, 0, 0],
  [1, 1, 1],
  [4, 1, 4],
  [40, 10, 4],
  [320, 32, 10],
  [5000, 50, 100],
])('%i pieces become %i jobs of %i', (count, jobs, size) => {
  const work = Array.from({ length: count }, (_, at) => at)
  const parts = shareOut(work, 100)
  expect(parts.flat()).toEqual(work)
  expect(parts).toHaveLength(jobs)
  expect(Math.max(0, ...parts.map((part) => part.length))).toBe(size)
})
