/** The address that WebSub hubs call: a check of what we asked for (GET), and new items (POST). */
import type { IncomingMessage } from 'node:http'

/** Stages that hubs reach through the web service. */
export interface HubStages {
  verify(token: string, query: URLSearchParams): Promise<string | null>
  accept(
    token: string,
    push: { body: Uint8Array; contentType: string | null; signature: string | null },
  ): Promise<boolean>
}

/** No hub has cause to push more than a feed that we would fetch. */
const maxBytes = 10_000_000

export interface Answer {
  status: number
  type: string
  body: string
}

const plain = (status: number, body = ''): Answer => ({ status, type: 'text/plain; charset=utf-8', body })

/** Answers a call to /hubs/TOKEN. */
export async function answerHub(stages: HubStages, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const token = url.pathname.split('/')[2] ?? ''
  if (request.method === 'GET') {
    const challenge = await stages.verify(token, url.searchParams)
    return challenge === null ? plain(404) : plain(200, challenge)
  }
  if (request.method !== 'POST') return plain(405)
  const body = await readBody(request)
  if (body === null) return plain(413)
  const header = request.headers['x-hub-signature']
  const known = await stages.accept(token, {
    body,
    contentType: request.headers['content-type'] ?? null,
    signature: typeof header === 'string' ? header : null,
  })
  return plain(known ? 202 : 410)
}

/** null where it is too long; the rest is not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
