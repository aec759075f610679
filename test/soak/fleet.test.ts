/** What a soak says about memory: a leak is found, a start is none, and a service that nobody measured is named. */
import { expect, test } from 'vitest'
import { listUnmeasured, type Sample, slopes } from './fleet.ts'

const minute = 60_000
/** A process that lives from `born` to `dead`, both in minutes, and holds `mb` at each; looked at every five seconds. */
function life(name: string, pid: number, [born, dead]: [number, number], mb: (minutes: number) => number) {
  const count = ((dead - born) * minute) / 5000
  return Array.from({ length: count }, (_, nth): Sample => {
    const at = born * minute + nth * 5000
    return { name, pid, at, mb: mb(at / minute) }
  })
}

test('only who had grown up before is judged, and a leak shows through the noise', () => {
  const noise = (minutes: number) => 3 * Math.abs(Math.sin(minutes * 40))
  const samples = [
    ...life('bot 1', 1, [0, 20], (minutes) => 120 + noise(minutes)),
    ...life('worker 1', 2, [3, 20], (minutes) => 150 + 2 * minutes + noise(minutes)),
    ...life('scheduler 2', 3, [9.9, 20], (minutes) => 80 + 60 * Math.min(1, minutes - 9.9)),
    ...life('sender 1', 4, [0, 14], () => 90),
  ]
  const measured = slopes(samples, 10 * minute, 20 * minute)
  expect(measured.map(({ name, whole }) => [name, whole])).toEqual([
    ['bot 1 (1)', true],
    ['worker 1 (2)', true],
    ['scheduler 2 (3)', false],
    ['sender 1 (4)', false],
  ])
  expect(Math.abs(measured[0]!.mbPerMinute)).toBeLessThan(0.2)
  expect(measured[1]!.mbPerMinute).toBeCloseTo(2, 0)
  expect(listUnmeasured(measured)).toEqual([
    'no scheduler lived through the last half',
    'no sender lived through the last half',
  ])
})
