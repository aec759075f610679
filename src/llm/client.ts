/** The one door to a language model: chat completions of any OpenAI-compatible server, with limits, breaker and typed errors. Loaded only where one is configured. */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { type Breaker, createBreaker } from '../core/breaker.ts'
import { estimateTokens } from '../core/budget.ts'
import { RetryLater, UserError } from '../core/errors.ts'
import { createGate, createTurns } from './gate.ts'
import {
  isStop,
  type Model,
  type ModelAnswer,
  type ModelCall,
  ModelRefused,
  type OutputMode,
} from './model.ts'

export interface ModelOptions {
  model: string
  /** Address of the server's API, with /v1 where it has one; OpenAI's own unless told. */
  baseUrl?: string
  apiKey?: string
  timeoutMs?: number
  /** Calls under way at once to this server. */
  concurrency?: number
  /** Calls begun in any minute to this server; no limit unless told. */
  perMinute?: number
  /** A steady clock, milliseconds; the machine's own unless told. */
  time?: () => number
}

/** Creates the client; nothing is sent. The queue retries, so the client tries once again at most. */
export function createModel(options: ModelOptions): Model {
  const client = new OpenAI({
    apiKey: options.apiKey ?? 'none',
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    timeout: options.timeoutMs ?? 60_000,
    maxRetries: 0,
  })
  const gate = createGate(options.concurrency ?? 4)
  const turn = createTurns(options.perMinute ?? Number.POSITIVE_INFINITY)
  const breaker = createBreaker({
    firstMs: 10_000,
    mostMs: 300_000,
    time: options.time ?? (() => performance.now()),
  })
  return {
    name: options.model,
    baseUrl: client.baseURL,
    complete: (call) =>
      gate(
        () =>
          guarded(breaker, async () => {
            await turn(call.signal)
            return send(client, options.model, call)
          }),
        call.signal,
      ),
  }
}

async function guarded(breaker: Breaker, run: () => Promise<ModelAnswer>): Promise<ModelAnswer> {
  const wait = breaker.wait()
  if (wait > 0) throw new RetryLater('the model server is down', wait)
  try {
    const answer = await run()
    breaker.succeed()
    return answer
  } catch (error) {
    const translated = translate(error)
    if (translated instanceof UserError) breaker.fail()
    throw translated
  }
}

async function send(client: OpenAI, model: string, call: ModelCall): Promise<ModelAnswer> {
  const request = {
    model,
    messages: [
      { role: 'system' as const, content: call.system },
      { role: 'user' as const, content: call.user },
    ],
    max_tokens: call.maxTokens,
    temperature: call.temperature,
    ...responseFormat(call.output),
  }
  const options = call.signal ? { signal: call.signal } : {}
  if (call.onText) return stream(client, request, call, options)
  const answer = await begun(call, client.chat.completions.create({ ...request, stream: false }, options))
  const choice = answer.choices?.[0]
  const refused = Boolean(choice?.message?.refusal)
  return counted(call, {
    text: choice?.message?.content ?? '',
    finish: refused ? 'refusal' : finishOf(choice?.finish_reason),
    usage: answer.usage ?? null,
  })
}

async function stream(
  client: OpenAI,
  request: Omit<OpenAI.ChatCompletionCreateParamsStreaming, 'stream'>,
  call: ModelCall,
  options: { signal?: AbortSignal },
): Promise<ModelAnswer> {
  let text = ''
  let finish: ModelAnswer['finish'] = 'other'
  let usage: OpenAI.CompletionUsage | null = null
  const chunks = await begun(call, client.chat.completions.create({ ...request, stream: true }, options))
  try {
    for await (const chunk of chunks) {
      const choice = chunk.choices?.[0]
      const piece = choice?.delta?.content ?? ''
      text += piece
      if (piece !== '') call.onText?.(piece)
      if (choice?.finish_reason) finish = finishOf(choice.finish_reason)
      usage = chunk.usage ?? usage
    }
    // The client ends a stopped stream as if it were whole.
    call.signal?.throwIfAborted()
  } catch (error) {
    call.onLost?.(counted(call, { text, finish: 'other', usage }))
    throw error
  }
  return counted(call, { text, finish, usage })
}

/** Waits for the head of the answer; who stops before it is there has had the server read the prompt. */
async function begun<Answer>(call: ModelCall, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (isAborted(error)) call.onLost?.(counted(call, { text: '', finish: 'other', usage: null }))
    throw error
  }
}

function counted(
  call: ModelCall,
  answer: { text: string; finish: ModelAnswer['finish']; usage: OpenAI.CompletionUsage | null },
): ModelAnswer {
  const { usage, text, finish } = answer
  return {
    text,
    finish,
    inputTokens: usage?.prompt_tokens ?? estimateTokens(call.system + call.user),
    outputTokens: usage?.completion_tokens ?? (text === '' ? 0 : estimateTokens(text)),
    estimated: usage === null,
  }
}

function finishOf(reason: string | null | undefined): ModelAnswer['finish'] {
  if (reason === 'stop' || reason === 'length') return reason
  return reason === 'content_filter' ? 'refusal' : 'other'
}

function responseFormat(
  output: OutputMode | undefined,
): Pick<OpenAI.ChatCompletionCreateParams, 'response_format'> {
  if (output?.kind === 'schema')
    return {
      response_format: {
        type: 'json_schema',
        json_schema: { name: output.name, strict: true, schema: output.schema },
      },
    }
  return output?.kind === 'json' ? { response_format: { type: 'json_object' } } : {}
}

/** The client says it in its own way. */
const isAborted = (error: unknown): boolean => error instanceof APIUserAbortError || isStop(error)

/** Wait when a 429 does not say how long. */
const defaultWaitMs = 20_000
/** No answer is put off for longer, whatever the server says. */
const longestWaitMs = 3_600_000

/** Messages are ours: a server's own could hold the key or the article. */
function translate(error: unknown): unknown {
  if (isAborted(error)) return new DOMException('the call was stopped', 'AbortError')
  if (error instanceof APIConnectionTimeoutError || error instanceof APIConnectionError)
    return new UserError('modelUnreachable', {}, { cause: error })
  if (!(error instanceof APIError) || error.status === undefined)
    return new UserError('modelUnreachable', {}, { cause: error })
  if (error.status === 429) {
    const seconds = Number(error.headers?.get('retry-after'))
    const wait = seconds > 0 ? Math.min(longestWaitMs, seconds * 1000) : defaultWaitMs
    return new RetryLater('the model server asked us to wait', wait, { cause: error })
  }
  if (error.status >= 500 || error.status === 408)
    return new UserError('modelUnreachable', {}, { cause: error })
  return new ModelRefused(error.status, `the model server refused the request (${error.status})`, {
    cause: error,
  })
}
