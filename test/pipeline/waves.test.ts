/** Waves of results: everything comes once, in batches of what came together, and nothing waits for the slowest. */
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inWaves } from '../../src/pipeline/waves.ts'

async function collect<T>(waves: AsyncGenerator<T[]>): Promise<T[][]> {
  const all: T[][] = []
  for await (const wave of waves) all.push(wave)
  return all
}

test('results that come one after the other share waves of the size asked for', async () => {
  const tasks = Array.from({ length: 25 }, (_, at) => () => setTimeout(1 + (at % 3), at))
  const waves = await collect(inWaves(tasks, 10))
  expect(waves.flat().toSorted((a, b) => a - b)).toEqual(tasks.map((_, at) => at))
  expect(waves.map((wave) => wave.length)).toEqual([10, 10, 5])
})

test('what is done is handed over while another is still at it', async () => {
  let finish: (value: string) => void = () => undefined
  const waves = inWaves([async () => 'quick', () => new Promise<string>((resolve) => (finish = resolve))], 10)
  expect((await waves.next()).value).toEqual(['quick'])
  finish('slow')
  expect(await collect(waves)).toEqual([['slow']])
})

test('no tasks are no waves, and a failure ends them', async () => {
  expect(await collect(inWaves([], 10))).toEqual([])
  const failing = inWaves([async () => 1, async () => Promise.reject(new Error('broken'))], 10)
  await expect(collect(failing)).rejects.toThrow('broken')
})
