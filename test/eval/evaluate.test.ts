/** The judging of a model, tried on the local one: an honest model does well in its own language, an inventing one does not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { evaluate, renderTable } from './evaluate.ts'

let server: ModelServer
beforeAll(async () => {
  server = await startModelServer()
})
afterAll(() => server.close())

const lineOf = (table: string, name: string) =>
  table
    .split('\n')
    .find((line) => line.trimStart().startsWith(name))
    ?.trim()
    .split(/\s{2,}/u)

test('an honest model, an inventing one and a broken one get the figures they deserve', async () => {
  const config = readConfig({ OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'local' })
  const told: string[] = []
  const honest = renderTable('local', await evaluate(config, 1, (line) => told.push(line)), 'local=1/2')
  expect(lineOf(honest, 'en -> en')?.slice(1, 4)).toEqual(['1', '0', '100 %'])
  expect(Number(lineOf(honest, 'all')?.at(-2))).toBeGreaterThan(0)
  server.always({
    text: JSON.stringify({
      bullets: [{ sentences: [1], text: 'Mayor Ilsa Brandt paid 987,654 crowns for a submarine in 1911.' }],
    }),
  })
  const lying = renderTable('local', await evaluate(config, 1, (line) => told.push(line)))
  expect(lineOf(lying, 'en -> en')?.slice(3, 5)).toEqual(['0 %', '100 %'])
  expect(told).toEqual([])
  server.always({ status: 500 })
  const broken = renderTable('local', await evaluate(config, 1, (line) => told.push(line)))
  expect(lineOf(broken, 'all')?.slice(1, 3)).toEqual(['4', '4'])
  expect(told).toHaveLength(4)
})
