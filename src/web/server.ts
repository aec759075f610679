/** The web service: routes by method and path, a cap on what is taken in, and an answer to everything that fails. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import type { Log } from '../log.ts'

export interface Answer {
  status: number
  type: string
  body: string
}

export interface Route {
  method: 'GET' | 'POST'
  /** The whole path, or where it ends in '/' the beginning of it. */
  path: string
  /** `body` is what was posted, at most `maxBytes`; a longer one has been answered 413. */
  answer(request: { url: URL; headers: IncomingHttpHeaders; body: Buffer }): Promise<Answer>
  maxBytes?: number
  /** Looked at before a body is read: an answer turns the request away. */
  refuse?(request: { url: URL; headers: IncomingHttpHeaders }): Answer | null | Promise<Answer | null>
}

export interface WebNeeds {
  log: Log
  host: string
  port: number
  routes: readonly Route[]
}

export interface Web {
  /** Address it listens on, with the port it got. */
  url: string
  close(): Promise<void>
}

/** Who takes longer to send a request than this many milliseconds is cut off. */
const requestMs = 15_000

export const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value)}\n`,
})

/** Starts listening. Rejects where the port is taken. */
export async function startWeb(needs: WebNeeds): Promise<Web> {
  const server = createServer(
    { requestTimeout: requestMs, headersTimeout: requestMs },
    (request, response) => {
      const url = urlOf(request)
      answer(needs.routes, url, request).then(
        ({ status, type, body }) => {
          // What was not read to its end is in the way: the connection cannot serve another request.
          if (!request.complete) response.setHeader('connection', 'close')
          response
            .writeHead(status, {
              'content-type': type,
              'cache-control': 'no-store',
              'x-content-type-options': 'nosniff',
            })
            .end(request.method === 'HEAD' ? '' : body)
        },
        (error: unknown) => {
          needs.log.warn({ err: error, path: url.pathname }, 'a page failed')
          response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"failed"}\n')
        },
      )
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(needs.port, needs.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : needs.port
  const host = needs.host.includes(':') ? `[${needs.host}]` : needs.host
  return { url: `http://${host}:${port}`, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** What was asked for; what is no address asks for nothing we have. */
function urlOf(request: IncomingMessage): URL {
  const text = `http://localhost${request.url ?? '/'}`
  return new URL(URL.canParse(text) ? text : 'http://localhost/-')
}

async function answer(routes: readonly Route[], url: URL, request: IncomingMessage): Promise<Answer> {
  const here = routes.filter(({ path }) =>
    path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path,
  )
  if (here.length === 0) return json(404, { error: 'not found' })
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const route = here.find((each) => each.method === method)
  if (!route) return json(405, { error: 'method not allowed' })
  const refused = await route.refuse?.({ url, headers: request.headers })
  if (refused) return refused
  const body = await readBody(request, route.maxBytes ?? 0)
  return body === null
    ? json(413, { error: 'too large' })
    : route.answer({ url, headers: request.headers, body })
}

/** The whole body, or null where it is longer than `maxBytes`. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > maxBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
