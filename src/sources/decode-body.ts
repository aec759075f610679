/** Reads an HTTP body for fetch.ts: undoes its content codings and stops as soon as the decoded bytes pass a cap. */
import { Readable, type Transform } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { UserError } from '../core/errors.ts'

/** The codings that `readBody` undoes, for the Accept-Encoding header. */
export const acceptedEncodings = 'gzip, deflate, br, zstd'

/** More layers than this are an attack, not a server's habit. */
const maxCodings = 3

/**
 * Returns the decoded bytes of `body`. Throws UserError 'tooLarge' as soon as either the received or the decoded
 * bytes pass `maxBytes`, so a small bomb never unfolds; other decoding faults come out as zlib's own errors.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity')
  if (codings.length > maxCodings) throw new UserError('unreachable', { reason: 'content-encoding' })
  const stages: Readable[] = [body]
  try {
    const first = await firstChunk(body, maxBytes)
    if (first.chunks.length === 0) return new Uint8Array(0)
    let current: Readable = Readable.from(replay(first.chunks, first.rest, maxBytes), { objectMode: false })
    stages.push(current)
    for (const [layer, coding] of codings.toReversed().entries()) {
      // Only the outermost layer's first bytes are known yet.
      const decoder = createDecoder(coding, layer === 0 ? first.head : null)
      if (!decoder) continue
      const source = current
      source.on('error', (error) => decoder.destroy(error))
      current = source.pipe(decoder)
      stages.push(current)
    }
    return await collect(current, maxBytes)
  } finally {
    for (const stage of stages) stage.on('error', () => undefined).destroy()
  }
}

interface Opening {
  chunks: Uint8Array[]
  rest: AsyncIterator<Uint8Array>
  /** The first two bytes, which tell the kind of deflate and whether gzip is really there. */
  head: readonly [number, number]
}

async function firstChunk(body: Readable, maxBytes: number): Promise<Opening> {
  const rest = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < 2) {
    const { value, done } = await rest.next()
    if (done === true) break
    chunks.push(value)
    size += value.length
    if (size > maxBytes) throw tooLarge(maxBytes)
  }
  const head = Buffer.concat(chunks.slice(0, 2)).subarray(0, 2)
  return { chunks: size === 0 ? [] : chunks, rest, head: [head[0] ?? 0, head[1] ?? 0] }
}

async function* replay(chunks: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>, maxBytes: number) {
  let size = 0
  for (const chunk of chunks) {
    size += chunk.length
    yield chunk
  }
  for (;;) {
    const { value, done } = await rest.next()
    if (done === true) return
    size += value.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield value
  }
}

/** The decoder for one coding; null where the body is visibly not coded, as some servers only say it is. */
function createDecoder(coding: string, head: readonly [number, number] | null): Transform | null {
  const [first, second] = head ?? [0, 0]
  // The flush constants let a stream cut short give what it has, as browsers do.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return !head || (first === 0x1f && second === 0x8b) ? createGunzip(lenient) : null
    case 'deflate':
      // "deflate" means zlib-wrapped, but many servers send it raw (RFC 9110, section 8.4.1.2).
      return !head || ((first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0)
        ? createInflate(lenient)
        : createInflateRaw(lenient)
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    case 'zstd':
      return createZstdDecompress({ finishFlush: constants.ZSTD_e_flush })
    default:
      throw new UserError('unreachable', { reason: 'content-encoding' })
  }
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

function tooLarge(maxBytes: number): UserError {
  return new UserError('tooLarge', { megabytes: Math.max(1, Math.round(maxBytes / 1_000_000)) })
}
