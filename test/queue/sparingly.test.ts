/** Errors that come by the hundred: the first is told at once, the others by their number. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sparingly } from '../../src/queue/sparingly.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('of many errors in a row one is told every ten seconds, with how many there were', () => {
  const told: unknown[] = []
  const take = sparingly((error, passedOver) => told.push([error, passedOver]), 10_000)
  for (let second = 0; second < 25; second += 1) {
    for (let worker = 0; worker < 3; worker += 1) take(second)
    vi.advanceTimersByTime(1000)
  }
  expect(told).toEqual([
    [0, 0],
    [10, 29],
    [20, 29],
  ])
  vi.advanceTimersByTime(3_600_000)
  take('another')
  expect(told.at(-1)).toEqual(['another', 14])
})
