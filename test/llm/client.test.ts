/** The client against a server that does everything wrong: each fault becomes the error the stages know. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RetryLater, UserError } from '../../src/core/errors.ts'
import { createModel } from '../../src/llm/client.ts'
import { type Model, ModelRefused } from '../../src/llm/model.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'

let server: ModelServer
let at: number
let model: Model
beforeEach(async () => {
  server = await startModelServer()
  at = 0
  model = create()
})
afterEach(() => server.close())

const create = (options: { timeoutMs?: number; concurrency?: number } = {}) =>
  createModel({ model: 'test', baseUrl: server.url, time: () => at, ...options })
const call = { system: 'Be brief.', user: 'Say something.', maxTokens: 50, temperature: 0 }
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

test('sends what every server takes, and gives back text and cost', async () => {
  server.script({ text: '好的' })
  expect(await model.complete(call)).toEqual({
    text: '好的',
    finish: 'stop',
    inputTokens: 6,
    outputTokens: 1,
    estimated: false,
  })
  expect(server.calls).toEqual([{ ...call, model: 'test', mode: 'plain', schema: null, stream: false }])
})

test('a server that does not count is counted for, and never short', async () => {
  server.script({ text: '一二三四', usage: false })
  const answer = await model.complete(call)
  expect(answer.estimated).toBe(true)
  expect(answer.outputTokens).toBeGreaterThanOrEqual(4)
})

test('streams piece by piece', async () => {
  const pieces: string[] = []
  server.script({ text: 'A sentence that comes in several pieces.' })
  const answer = await model.complete({ ...call, onText: (piece) => void pieces.push(piece) })
  expect(answer).toMatchObject({
    text: 'A sentence that comes in several pieces.',
    finish: 'stop',
    estimated: false,
  })
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(answer.text)
})

test('429 asks to wait as long as the server says', async () => {
  server.script({ status: 429, retryAfter: 7 }, { status: 429 })
  const first = await failure(model.complete(call))
  expect(first).toBeInstanceOf(RetryLater)
  expect((first as RetryLater).delayMs).toBe(7000)
  const second = await failure(model.complete(call))
  expect(second).toBeInstanceOf(RetryLater)
  expect((second as RetryLater).delayMs).toBeGreaterThan(0)
  expect(server.calls).toHaveLength(2)
})

test('a wait that is out of all reason is held to an hour', async () => {
  for (const retryAfter of [1e9, Infinity]) {
    server.script({ status: 429, retryAfter })
    expect(await failure(model.complete(call))).toMatchObject({ name: 'RetryLater', delayMs: 3_600_000 })
  }
})

test.each([
  ['a 500', { status: 500 }],
  ['a 503', { status: 503 }],
  ['an answer cut off on the wire', { cutAfter: 20 }],
])('%s is an outage', async (_, step) => {
  server.script(step)
  expect(await failure(model.complete(call))).toMatchObject({ name: 'UserError', key: 'modelUnreachable' })
})

test('a stream cut off is an outage', async () => {
  server.script({ cutAfter: 10, text: 'A sentence that is cut.' })
  const error = await failure(model.complete({ ...call, onText: () => {} }))
  expect(error).toBeInstanceOf(UserError)
})

test('a server that never answers is given up', async () => {
  server.script({ hang: true })
  const error = await failure(create({ timeoutMs: 50 }).complete(call))
  expect(error).toMatchObject({ key: 'modelUnreachable' })
})

test('nobody there is an outage', async () => {
  await server.close()
  expect(await failure(model.complete(call))).toMatchObject({ key: 'modelUnreachable' })
})

test.each([400, 401, 404, 413])('a %d is a refusal that names no secrets', async (status) => {
  server.script({ status })
  const error = await failure(model.complete(call))
  expect(error).toBeInstanceOf(ModelRefused)
  expect((error as ModelRefused).status).toBe(status)
  expect((error as ModelRefused).message).not.toContain('scripted')
})

test('who asked can stop it', async () => {
  server.script({ hang: true })
  const stop = new AbortController()
  const answer = failure(model.complete({ ...call, signal: stop.signal }))
  await server.seen(1)
  stop.abort()
  expect(await answer).toMatchObject({ name: 'AbortError' })
})

test('after three outages nothing is sent for a while, then one try decides', async () => {
  server.always({ status: 500 })
  for (let tries = 0; tries < 3; tries += 1) await failure(model.complete(call))
  const shut = await failure(model.complete(call))
  expect(shut).toBeInstanceOf(RetryLater)
  expect(server.calls).toHaveLength(3)
  at += (shut as RetryLater).delayMs
  server.always(undefined)
  expect(await model.complete(call)).toMatchObject({ finish: 'stop' })
  expect(await model.complete(call)).toMatchObject({ finish: 'stop' })
})

test('no more calls are under way than allowed', async () => {
  server.always({ hang: true })
  const stop = new AbortController()
  const pair = create({ concurrency: 2 })
  const answers = [1, 2, 3].map(() => failure(pair.complete({ ...call, signal: stop.signal })))
  await server.seen(2)
  expect(server.calls).toHaveLength(2)
  stop.abort()
  await Promise.all(answers)
})
