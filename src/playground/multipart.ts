/** Takes a multipart body apart as Telegram does: without minding the spaces that clients leave out. body.ts calls it. */

export interface Part {
  name: string
  /** null for a plain value. */
  fileName: string | null
  type: string
  bytes: Buffer
}

const headerEnd = Buffer.from('\r\n\r\n')

/** The parts of `body` in order, or null where it is not what `contentType` says. https://www.rfc-editor.org/rfc/rfc7578 */
export function parseMultipart(body: Buffer, contentType: string): Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/iu.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (name === undefined) return null
  const delimiter = Buffer.from(`\r\n--${name}`)
  const parts: Part[] = []
  // The first delimiter stands at the very beginning, without a line break before it.
  let at = body.indexOf(delimiter.subarray(2))
  while (at >= 0) {
    const start = body.indexOf('\r\n', at + 2)
    const end = body.indexOf(delimiter, Math.max(0, start))
    if (start < 0 || end < 0) break
    const part = parsePart(body.subarray(start + 2, end))
    if (!part) return null
    parts.push(part)
    at = end
  }
  const isClosed = at >= 0 && body.subarray(at).includes(`--${name}--`)
  return isClosed ? parts : null
}

function parsePart(bytes: Buffer): Part | null {
  const end = bytes.indexOf(headerEnd)
  if (end < 0) return null
  const head = bytes.subarray(0, end).toString('utf8')
  const name = /^content-disposition:[^\r\n]*?[;\s]name="([^"\r\n]*)"/imu.exec(head)?.[1]
  if (name === undefined) return null
  const encoded = /[;\s]filename\*=utf-8''([^;\s]+)/iu.exec(head)?.[1]
  const plain = /[;\s]filename=(?:"([^"\r\n]*)"|([^;\r\n]+))/iu.exec(head)
  return {
    name,
    fileName: encoded === undefined ? (plain?.[1] ?? plain?.[2] ?? null) : decodeURIComponent(encoded),
    type: /^content-type:\s*([^\r\n]+)/imu.exec(head)?.[1]?.trim() ?? 'application/octet-stream',
    bytes: bytes.subarray(end + headerEnd.length),
  }
}
