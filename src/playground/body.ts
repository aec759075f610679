/** Reads the parameters and files of a Bot API request: query, form, JSON or multipart, as clients send them. */
import type { IncomingMessage } from 'node:http'
import { ApiFailure, badRequest } from './failure.ts'
import { isRecord } from '../core/is-record.ts'
import type { Upload } from './methods/call.ts'
import { parseMultipart } from './multipart.ts'

/** Telegram takes files of 50 MB; the rest of a request is small. */
const maxBytes = 51 * 1024 * 1024

export interface Parameters {
  params: Record<string, unknown>
  uploads: Map<string, Upload>
}

/** The bytes of a request's body. Throws 413 beyond 51 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    // Read to its end all the same: a client that still writes would not hear the answer.
    if (length > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (length > maxBytes) throw new ApiFailure(413, 'Request Entity Too Large')
  return Buffer.concat(chunks)
}

/** Parameters of the query and the body together. Throws a 400 for a body that is not what it claims to be. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const params: Record<string, unknown> = Object.fromEntries(query)
  const uploads = new Map<string, Upload>()
  const bytes = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { params, uploads }
  if (type.startsWith('application/json')) return { params: { ...params, ...parseObject(bytes) }, uploads }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { params: { ...params, ...Object.fromEntries(new URLSearchParams(bytes.toString())) }, uploads }
  if (!type.startsWith('multipart/form-data')) return { params, uploads }
  const parts = parseMultipart(bytes, type)
  if (!parts) throw badRequest("can't parse the form")
  for (const part of parts) {
    if (part.fileName === null) params[part.name] = part.bytes.toString('utf8')
    else uploads.set(part.name, { name: part.fileName, type: part.type, bytes: part.bytes })
  }
  return { params, uploads }
}

/** An object from JSON. Throws a 400 for anything else. */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isRecord(value)) return value
  } catch {
    // Told below, as for every other body that is no object.
  }
  throw badRequest("can't parse JSON object")
}
