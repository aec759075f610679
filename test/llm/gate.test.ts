/** The gate before a model’s server: never more calls at once or in a minute than allowed, first come first served. */
import { expect, test } from 'vitest'
import { createGate, createTurns } from '../../src/llm/gate.ts'

test('a place that is given up goes to who waits, and to nobody who comes at that moment', async () => {
  const gate = createGate(1)
  const begun: string[] = []
  let running = 0
  let most = 0
  const task = (name: string, work: Promise<void>) => async () => {
    begun.push(name)
    running += 1
    most = Math.max(most, running)
    await work
    running -= 1
  }
  const first = Promise.withResolvers<void>()
  const done = [gate(task('first', first.promise)), gate(task('second', Promise.resolve()))]
  // Calls that come in each of the moments in which the first one leaves.
  let moment = first.promise
  for (let at = 0; at < 5; at += 1) {
    moment = moment.then(() => void done.push(gate(task(`late ${at}`, Promise.resolve()))))
  }
  first.resolve()
  await moment
  await Promise.all(done)
  expect(most).toBe(1)
  expect(begun).toEqual(['first', 'second', 'late 0', 'late 1', 'late 2', 'late 3', 'late 4'])
})

test('who stops waiting leaves the row, and those behind move up', async () => {
  const gate = createGate(1)
  const first = Promise.withResolvers<void>()
  const stop = new AbortController()
  const held = gate(() => first.promise)
  const stopped = gate(() => Promise.resolve('ran'), stop.signal)
  const third = gate(() => Promise.resolve('ran'))
  stop.abort(new Error('enough'))
  await expect(stopped).rejects.toThrow('enough')
  first.resolve()
  await held
  expect(await third).toBe('ran')
})

test('a turn whose caller stopped waiting is the next caller’s', async () => {
  const waits: number[] = []
  const sleep = (ms: number, signal?: AbortSignal) => {
    waits.push(ms)
    return signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve()
  }
  const turn = createTurns(1, { now: () => 0, sleep })
  await turn()
  await expect(turn(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  await turn()
  await turn()
  expect(waits).toEqual([60_000, 60_000, 120_000])
})
