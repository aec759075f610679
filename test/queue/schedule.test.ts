/** The clock ticks: they keep coming whatever happens to the machine's clock, and never two of a kind at once. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Pipeline } from '../../src/pipeline/context.ts'
import { silentLog } from '../../src/log.ts'
import { startTicks } from '../../src/queue/schedule.ts'

let ran: string[]
let busy: Promise<void>
let stop: () => Promise<void>

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T12:00:01Z') })
  ran = []
  busy = Promise.resolve()
  const timed = async (_name: string, { tick }: Record<string, string>) => {
    ran.push(tick!)
    await busy
  }
  stop = startTicks({ log: silentLog, telemetry: { timed } } as unknown as Pipeline)
})
afterEach(async () => {
  await stop()
  vi.useRealTimers()
})

/** How often the tick `name` runs in the next `seconds`. */
async function countOf(name: string, seconds: number): Promise<number> {
  ran = []
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  return ran.filter((each) => each === name).length
}

test('each runs at its seconds', async () => {
  expect(await countOf('plan', 20)).toBe(4)
  expect(await countOf('poll', 60)).toBe(4)
  expect(await countOf('prune', 3600)).toBe(1)
})

test('a clock that is set back by a day, or forward by thirty years, keeps no tick waiting and brings no flood', async () => {
  await countOf('plan', 7)
  vi.setSystemTime(new Date('2026-03-01T12:00:08Z'))
  expect(await countOf('plan', 20)).toBe(4)
  vi.setSystemTime(new Date('2056-03-01T12:00:08Z'))
  expect(await countOf('plan', 20)).toBe(4)
  expect(await countOf('prune', 3600)).toBeGreaterThan(0)
})

test('a tick that takes long is not begun again before it has ended, and stopping waits for it', async () => {
  let end: () => void = () => undefined
  busy = new Promise((resolve) => (end = resolve))
  expect(await countOf('plan', 60)).toBe(1)
  let stopped = false
  const stopping = stop().then(() => (stopped = true))
  await vi.advanceTimersByTimeAsync(1000)
  expect(stopped).toBe(false)
  end()
  await stopping
})
