/** The rest of a loop: it ends at its time or at a wake, and a wake that comes too early is not kept for the next. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPause } from '../src/pause.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function begin(pause: ReturnType<typeof createPause>, ms: number) {
  const rest = { over: false }
  void pause.rest(ms).then(() => (rest.over = true))
  return rest
}

test('it lasts as long as it was told', async () => {
  const rest = begin(createPause(), 1000)
  await vi.advanceTimersByTimeAsync(999)
  expect(rest.over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(rest.over).toBe(true)
})

test('a wake ends the rest under way and leaves no timer, and one before a rest does nothing', async () => {
  const pause = createPause()
  pause.wake()
  const first = begin(pause, 1000)
  await vi.advanceTimersByTimeAsync(1)
  expect(first.over).toBe(false)
  pause.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(first.over).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
  const second = begin(pause, 1000)
  await vi.advanceTimersByTimeAsync(999)
  expect(second.over).toBe(false)
})
