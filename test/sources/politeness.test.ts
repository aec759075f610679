/** Politeness per host: how many at once, how far apart, in which order; on a clock moved by hand. */
import { expect, test } from 'vitest'
import { createPoliteness, type PoliteClock } from '../../src/sources/politeness.ts'

/** A clock whose sleepers wake in order as `run` moves it to the next of them. */
function createClock(): PoliteClock & { run(): Promise<void> } {
  let now = 0
  let sleepers: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
    async run() {
      for (let idle = 0; idle < 5; ) {
        await new Promise((resolve) => setImmediate(resolve))
        const next = sleepers.toSorted((one, other) => one.at - other.at)[0]
        if (!next) idle += 1
        else {
          idle = 0
          now = Math.max(now, next.at)
          sleepers = sleepers.filter((each) => each !== next)
          next.wake()
        }
      }
    },
  }
}

test('two at once per host, starts apart, hosts apart from each other', async () => {
  const clock = createClock()
  const politeness = createPoliteness({ clock, concurrency: 2, spacingMs: 100 })
  const starts: string[] = []
  let active = 0
  let most = 0
  const visit = (url: string, name: string) =>
    politeness.run(url, async () => {
      starts.push(`${name}@${clock.now()}`)
      active += 1
      most = Math.max(most, active)
      await clock.sleep(1_000)
      active -= 1
    })
  const all = Promise.all([
    visit('https://a.example/1', 'a1'),
    visit('https://a.example/2', 'a2'),
    visit('https://a.example/3', 'a3'),
  ])
  await clock.run()
  await all
  expect(starts).toEqual(['a1@0', 'a2@100', 'a3@1000'])
  expect(most).toBe(2)
  const other = visit('https://b.example/', 'b')
  await clock.run()
  await other
  expect(starts.at(-1)).toBe('b@2000')
})

test('a failure frees its place, and a pause holds the whole host', async () => {
  const clock = createClock()
  const politeness = createPoliteness({ clock, concurrency: 1, spacingMs: 0 })
  const failing = politeness
    .run('https://a.example/', () => Promise.reject(new Error('down')))
    .catch((error: Error) => error.message)
  politeness.pause('https://a.example/other', 5_000)
  const later = politeness.run('https://a.example/', () => Promise.resolve(clock.now()))
  await clock.run()
  expect(await failing).toBe('down')
  expect(await later).toBe(5_000)
})
