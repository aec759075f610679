/** A segment of the search index in bytes: which documents hold which terms, in blocks by the hash of the term, so that a search reads one block for each. */

/** The documents that hold each term, by number, ascending. */
export type TermDocuments = Map<string, number[]>

export interface Segment {
  /** A term stands in the block that the first so many bits of its hash say. */
  bits: number
  blocks: Map<number, Uint8Array>
}

/** Bytes of a block: PostgreSQL keeps what is below 2 kB in the row itself (https://www.postgresql.org/docs/current/storage-toast.html). */
const blockBytes = 1400
/** No term holds white space. */
const separator = '\n'

/**
 * An unsigned hash of 32 bits: FNV-1a (https://datatracker.ietf.org/doc/html/rfc9923), and the last step of MurmurHash3,
 * since FNV's first bits tell short words apart badly. Only of what stands before a hyphen: "lark-7" is in the block of "lark".
 */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at)
    if (unit === 0x2d && at > 0) break
    hash = Math.imul(hash ^ unit, 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The block of a hash; a shift by 32 would be one by 0. */
export const blockOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits))

/** How many bits tell blocks of the right size apart, where all of them together take so many bytes. */
export const bitsFor = (bytes: number): number => Math.max(0, Math.ceil(Math.log2(bytes / blockBytes)))

/** Divides the terms into blocks; into as many as fit them, where `bits` is not told. */
export function encodeSegment(documents: TermDocuments, bits = bitsFor(estimateBytes(documents))): Segment {
  const terms = new Map<number, string[]>()
  for (const term of documents.keys()) {
    const block = blockOf(hashTerm(term), bits)
    const others = terms.get(block)
    if (others) others.push(term)
    else terms.set(block, [term])
  }
  const blocks = new Map<number, Uint8Array>()
  for (const [block, own] of terms) blocks.set(block, encodeBlock(own, documents))
  return { bits, blocks }
}

/** About: most numbers take a byte or two, most letters beyond ASCII three. */
function estimateBytes(documents: TermDocuments): number {
  let bytes = 0
  for (const [term, numbers] of documents)
    bytes += term.length * (term.charCodeAt(0) < 0x80 ? 1 : 3) + 4 + 1.5 * numbers.length
  return bytes
}

/** The terms as text, with its length before it; then for each how many documents, and the steps from one to the next. */
function encodeBlock(terms: readonly string[], documents: TermDocuments): Uint8Array {
  const text = Buffer.from(terms.join(separator))
  let most = 5 + text.length
  for (const term of terms) most += 5 * (1 + documents.get(term)!.length)
  const block = Buffer.allocUnsafe(most)
  let end = writeNumber(block, 0, text.length)
  end += text.copy(block, end)
  for (const term of terms) {
    const numbers = documents.get(term)!
    end = writeNumber(block, end, numbers.length)
    let last = 0
    for (const number of numbers) {
      end = writeNumber(block, end, number - last)
      last = number
    }
  }
  return block.subarray(0, end)
}

/** Seven bits a byte, the lowest first, the eighth set where more follow (https://protobuf.dev/programming-guides/encoding/#varints). Returns the end. */
function writeNumber(block: Uint8Array, at: number, number: number): number {
  let rest = number
  let end = at
  while (rest > 0x7f) {
    block[end++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  block[end++] = rest
  return end
}

/** Gives each term of a block that `isWanted` its documents. Numbers are below 2 ** 31. */
export function readBlock(
  block: Uint8Array,
  isWanted: (term: string) => boolean,
  visit: (term: string, documents: number[]) => void,
): void {
  let at = 0
  const next = () => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = block[at++]!
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number
    }
  }
  const bytes = next()
  const terms = Buffer.from(block.buffer, block.byteOffset + at, bytes)
    .toString()
    .split(separator)
  at += bytes
  for (const term of terms) {
    const count = next()
    if (!isWanted(term)) {
      for (let passed = 0; passed < count; passed += 1) while (block[at++]! > 0x7f);
      continue
    }
    const documents: number[] = []
    let last = 0
    for (let taken = 0; taken < count; taken += 1) documents.push((last += next()))
    visit(term, documents)
  }
}
