/** Answers a request with JSON; the server and its control routes use it. */
import type { ServerResponse } from 'node:http'

/** Answers with JSON, never cached. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value))
}
