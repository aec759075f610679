/** The breaker: it opens at the third failure in a row, ever longer, and calls that fail together count once. */
import { expect, test } from 'vitest'
import { createBreaker } from '../../src/core/breaker.ts'

function start() {
  const clock = { at: 0 }
  const breaker = createBreaker({ firstMs: 100, mostMs: 1000, time: () => clock.at })
  const fail = (times: number) => {
    for (let time = 0; time < times; time += 1) breaker.fail()
  }
  return { clock, breaker, fail }
}

test('two failures are chance, a third one waits, and an answer closes it', () => {
  const { breaker, fail } = start()
  fail(2)
  breaker.succeed()
  fail(2)
  expect(breaker.wait()).toBe(0)
  expect(breaker.isClosed()).toBe(true)
  fail(1)
  expect(breaker.wait()).toBe(100)
  expect(breaker.isClosed()).toBe(false)
  breaker.succeed()
  expect(breaker.wait()).toBe(0)
  expect(breaker.isClosed()).toBe(true)
})

test('what was under way with the third prolongs nothing, and each try after that doubles the wait up to the most', () => {
  const { clock, breaker, fail } = start()
  fail(3)
  clock.at = 60
  fail(1)
  expect(breaker.wait()).toBe(40)
  const waits: number[] = []
  for (let tries = 0; tries < 5; tries += 1) {
    clock.at += breaker.wait()
    fail(1)
    waits.push(breaker.wait())
  }
  expect(waits).toEqual([400, 800, 1000, 1000, 1000])
})
