/** A local OpenAI-compatible server for tests: answers prompts from their own sentences, and does wrong what a script says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { usualAnswer } from './model-answers.ts'

/** One call as the server saw it. */
export interface SeenCall {
  model: string
  system: string
  user: string
  /** Output mode asked for. */
  mode: 'schema' | 'json' | 'plain'
  schema: unknown
  stream: boolean
  maxTokens: number | null
  temperature: number | null
}

/** What the server does for one call, instead of or on top of its usual answer. */
export interface Step {
  /** HTTP status other than 200. */
  status?: number
  /** Seconds in the retry-after header. */
  retryAfter?: number
  /** The text of the answer, or what becomes of the usual one. */
  text?: string | ((usual: string, call: SeenCall) => string)
  finish?: 'stop' | 'length' | 'content_filter'
  refusal?: string
  /** False: the server does not say what it cost. */
  usage?: boolean
  /** The answer waits for this. */
  before?: () => Promise<unknown>
  /** Never answers. */
  hang?: boolean
  /** The connection breaks after this many characters of the answer. */
  cutAfter?: number
  /** A stream goes on only when this resolves, each time a further object of the answer is whole. */
  hold?: (object: number) => Promise<unknown>
}

export interface ModelServer {
  /** Base URL, with /v1. */
  url: string
  calls: readonly SeenCall[]
  /** What to do for the next calls, one step each; the usual answer after the last. */
  script(...steps: Step[]): void
  /** Forgets the steps that no call has come for. */
  clear(): void
  /** What to do for every call that no step is left for; undefined for the usual answer. */
  always(step: Step | undefined): void
  /** Modes that get a 400 from now on. */
  refuse(...modes: SeenCall['mode'][]): void
  /** Resolves as soon as `count` calls have come. */
  seen(count: number): Promise<void>
  /** Resolves as soon as `count` streams were broken off by who asked. */
  brokenOff(count: number): Promise<void>
  close(): Promise<void>
}

/** Starts the server on a free port of `host`; every answer takes `answerMs`. */
export async function startModelServer({ host = '127.0.0.1', answerMs = 0 } = {}): Promise<ModelServer> {
  const calls: SeenCall[] = []
  const steps: Step[] = []
  const coming = createCounter()
  const leaving = createCounter()
  let standing: Step = {}
  let refused: readonly SeenCall['mode'][] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return fail(response, 404, 'no such path')
    const call = seeCall(JSON.parse(await readText(request)) as RequestBody)
    calls.push(call)
    coming.add()
    if (answerMs > 0) await setTimeout(answerMs)
    if (refused.includes(call.mode)) return fail(response, 400, 'response_format is not supported')
    const step = steps.shift() ?? standing
    if (step.hang) return
    await step.before?.()
    if (step.status !== undefined) return fail(response, step.status, 'scripted', step.retryAfter)
    const usual = usualAnswer(call)
    const content = typeof step.text === 'function' ? step.text(usual, call) : (step.text ?? usual)
    if (call.stream) {
      response.on('close', () => response.writableFinished || step.cutAfter !== undefined || leaving.add())
      return sendStream(response, call, content, step)
    }
    const body = completion(call, content, step)
    if (step.cutAfter === undefined) return sendJson(response, 200, body)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
    response.write(JSON.stringify(body).slice(0, step.cutAfter), () => response.destroy())
  }

  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/v1`,
    calls,
    script: (...more) => void steps.push(...more),
    clear: () => {
      steps.length = 0
    },
    always: (step) => {
      standing = step ?? {}
    },
    refuse: (...modes) => {
      refused = modes
    },
    seen: coming.reached,
    brokenOff: leaving.reached,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Counts, and resolves for those who wait for a number. */
function createCounter() {
  let total = 0
  const waiting = new Set<() => void>()
  return {
    add: () => {
      total += 1
      for (const look of waiting) look()
    },
    reached: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (total < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

interface RequestBody {
  model: string
  messages: { role: string; content: string }[]
  stream?: boolean
  max_tokens?: number
  temperature?: number
  response_format?: { type: string; json_schema?: { schema?: unknown } }
}

function seeCall(body: RequestBody): SeenCall {
  const said = (role: string) => body.messages.find((message) => message.role === role)?.content ?? ''
  const format = body.response_format?.type
  return {
    model: body.model,
    system: said('system'),
    user: said('user'),
    mode: format === 'json_schema' ? 'schema' : format === 'json_object' ? 'json' : 'plain',
    schema: body.response_format?.json_schema?.schema ?? null,
    stream: body.stream ?? false,
    maxTokens: body.max_tokens ?? null,
    temperature: body.temperature ?? null,
  }
}

function usageOf(call: SeenCall, content: string) {
  const prompt = Math.ceil((call.system.length + call.user.length) / 4)
  const completed = Math.ceil(content.length / 4)
  return { prompt_tokens: prompt, completion_tokens: completed, total_tokens: prompt + completed }
}

function completion(call: SeenCall, content: string, step: Step) {
  const refusal = step.refusal ?? null
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 0,
    model: call.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: refusal === null ? content : null, refusal },
        finish_reason: step.finish ?? 'stop',
      },
    ],
    ...(step.usage === false ? {} : { usage: usageOf(call, content) }),
  }
}

/** UTF-16 units of one streamed piece. */
const pieceLength = 12

async function sendStream(
  response: ServerResponse,
  call: SeenCall,
  content: string,
  step: Step,
): Promise<void> {
  const send = (choice: object, more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 0, model: call.model, choices: [choice], ...more })}\n\n`,
    )
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const end = step.cutAfter ?? content.length
  let objects = 0
  for (let at = 0; at < end; at += pieceLength) {
    const piece = content.slice(at, Math.min(end, at + pieceLength))
    send({ index: 0, delta: { content: piece }, finish_reason: null })
    for (const _ of piece.matchAll(/\}/gu)) await step.hold?.((objects += 1))
    if (response.destroyed) return
  }
  if (step.cutAfter !== undefined) {
    response.write('', () => response.destroy())
    return
  }
  const usage = step.usage === false ? {} : { usage: usageOf(call, content) }
  send({ index: 0, delta: {}, finish_reason: step.finish ?? 'stop' }, usage)
  response.end('data: [DONE]\n\n')
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

function fail(response: ServerResponse, status: number, message: string, retryAfter?: number): void {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  sendJson(response, status, { error: { message, type: 'test', code: null, param: null } }, headers)
}
