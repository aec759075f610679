/** Later stages let a burst's earlier ones finish, however long they take to write, but never wait for ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from '../../src/pipeline/pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch(wait: Promise<void>) {
  const seen = { over: false }
  void wait.then(() => (seen.over = true))
  return seen
}

test('what is still being written holds back the later stages, and a moment after it', async () => {
  const pace = createPace()
  const writing = Promise.withResolvers<void>()
  const written = pace.during('enrich', () => writing.promise)
  const later = watch(pace.quiet('enrich'))
  const earlier = watch(pace.quiet('read'))
  await vi.advanceTimersByTimeAsync(5000)
  expect({ later: later.over, earlier: earlier.over }).toEqual({ later: false, earlier: true })
  writing.resolve()
  await written
  await vi.advanceTimersByTimeAsync(20)
  expect(later.over).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  expect(later.over).toBe(true)
})

test('what fails holds nothing back, and what never ends only so long', async () => {
  const pace = createPace()
  await expect(pace.during('read', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const failed = watch(pace.quiet('enrich'))
  await vi.advanceTimersByTimeAsync(100)
  expect(failed.over).toBe(true)
  void pace.during('read', () => new Promise(() => undefined))
  const stuck = watch(pace.quiet('enrich'))
  await vi.advanceTimersByTimeAsync(31_000)
  expect(stuck.over).toBe(true)
})
