/** The local Bot API server: answers bots as Telegram does, people through /control, and browsers with the chat page. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readParameters } from './body.ts'
import { answerControl, type ControlNeeds } from './control/routes.ts'
import { ApiFailure } from './failure.ts'
import { createFaults, failureOf, type Fault, type Faults } from './faults.ts'
import { sendJson } from './json.ts'
import { callMethod } from './methods/table.ts'
import { isOwnRequest } from './origin.ts'
import { createWorld, type LoggedCall, removeWebhook, tell, type World } from './world.ts'

export interface BotApiOptions {
  token: string
  /** Domain time. */
  now: () => Date
  host?: string
  /** 0 for any free one. */
  port?: number
  /** Moves domain time; absent where nobody may. */
  advance?: (to: Date) => Promise<void>
  /** Serves every path that is not the API's or /control's. */
  page?: (path: string) => Promise<{ type: string; body: string | Uint8Array } | null>
  /** Told to the page, which suggests them. */
  suggestions?: readonly string[]
}

export interface BotApi {
  url: string
  world: World
  faults: Faults
  /** Stops listening, so that connections are refused, or starts again on the same port. */
  setReachable(reachable: boolean): Promise<void>
  close(): Promise<void>
}

/** Longer than any client rests between two calls of one conversation. */
const keepAliveMs = 65_000
/** Calls kept for the inspector. */
const keptCalls = 2000

/** Starts listening. Rejects where the port is taken. */
export async function startBotApi(options: BotApiOptions): Promise<BotApi> {
  const world = createWorld(options.token, options.now)
  const faults = createFaults()
  const control: ControlNeeds = {
    world,
    faults,
    advance: options.advance,
    suggestions: options.suggestions ?? [],
  }
  const server = createServer((request, response) => {
    route(request, response, options, control).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy()
      const failure = error instanceof ApiFailure ? error : null
      if (!failure) process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
      sendJson(response, failure?.code ?? 500, { ok: false, description: failure?.message ?? 'Internal' })
    })
  })
  // A client that is busy for a second must not find closed what it is about to write to.
  server.keepAliveTimeout = keepAliveMs
  const host = options.host ?? '127.0.0.1'
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  const unlisten = () =>
    new Promise<void>((resolve) => {
      world.poller?.end('close')
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(options.port ?? 0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    world,
    faults,
    setReachable: (reachable) => (reachable ? listen(port) : unlisten()),
    close: () => {
      removeWebhook(world)
      return unlisten()
    },
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: BotApiOptions,
  control: ControlNeeds,
): Promise<void> {
  if (!isOwnRequest(request.headers, options.host ?? ''))
    throw new ApiFailure(403, 'Forbidden: another host or origin')
  const url = URL.parse(request.url ?? '/', 'http://localhost')
  if (!url) throw new ApiFailure(404, 'Not Found')
  const api = /^\/bot([^/]+)\/(\w+)$/u.exec(url.pathname)
  if (api) return answerBot(request, response, url, control, api[1] === options.token, api[2]!)
  const file = /^\/file\/bot([^/]+)\/(.+)$/u.exec(url.pathname)
  if (file) return sendFile(response, control.world, file[1] === options.token, file[2]!)
  if (url.pathname.startsWith('/control/')) return answerControl(control, request, response, url)
  const page = await options.page?.(url.pathname)
  if (!page) return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  response
    .writeHead(200, {
      'content-type': page.type,
      'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self'",
      'cache-control': 'no-store',
    })
    .end(page.body)
}

async function answerBot(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { world, faults }: ControlNeeds,
  isOurs: boolean,
  method: string,
): Promise<void> {
  if (!isOurs) return sendJson(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' })
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const started = performance.now()
  let params: Record<string, unknown> = {}
  let fault: Fault | undefined
  let outcome: { code: number; description: string; body: Record<string, unknown> }
  try {
    const read = await readParameters(request, url.searchParams)
    params = read.params
    fault = faults.take(method, params['chat_id'])
    if (fault?.kind === 'slow') await rest(fault.ms ?? 1000, gone.signal)
    if (fault?.kind === 'error') throw failureOf(fault)
    if (fault?.kind === 'drop-before' || gone.signal.aborted) outcome = { code: 0, description: '', body: {} }
    else {
      faults.spend(method, params['chat_id'])
      const result = await callMethod({ world, uploads: read.uploads, signal: gone.signal }, method, params)
      outcome = { code: 200, description: '', body: { ok: true, result } }
    }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    const { code, message, parameters } = error
    outcome = {
      code,
      description: message,
      body: { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) },
    }
  }
  const dropped = outcome.code === 0 ? 'before' : fault?.kind === 'drop-after' ? 'after' : null
  if (method !== 'getUpdates')
    logCall(world, {
      id: world.nextCallId++,
      at: world.now().toISOString(),
      method,
      params,
      ok: outcome.code === 200,
      code: outcome.code,
      description: outcome.description,
      dropped,
      ms: Math.round(performance.now() - started),
      result: outcome.body['result'] ?? null,
    })
  if (dropped) return void response.destroy()
  sendJson(response, outcome.code, outcome.body)
}

function logCall(world: World, call: LoggedCall): void {
  world.calls.push(call)
  if (world.calls.length > keptCalls) world.calls.splice(0, world.calls.length - keptCalls)
  tell(world, { kind: 'call', call })
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function sendFile(response: ServerResponse, world: World, isOurs: boolean, path: string): void {
  const file = [...world.files.values()].find((each) => each.path === path)
  if (!isOurs || !file) return sendJson(response, isOurs ? 404 : 401, { ok: false, description: 'Not Found' })
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
}
