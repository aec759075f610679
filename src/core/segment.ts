/** A segment of the search index in bytes: which documents hold which terms, in blocks by the hash of the term, so that a search reads one block for each. */
import type { Postings } from './postings.ts'

export interface Segment {
  /** A term stands in the block that the first so many bits of its hash say. */
  bits: number
  /** The blocks that hold anything, one after the other: their numbers, and where each ends. */
  blocks: number[]
  ends: number[]
  bytes: Uint8Array
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

/**
 * Packs which documents hold which terms. `numberOf` gives the number of an entry, below 2 ** 31; entries that come later
 * need not have higher ones. Into as many blocks as fit them, where `bits` is not told.
 */
export function encodeSegment(
  postings: Postings,
  numberOf: (entry: number) => number,
  bits = bitsFor(estimateBytes(postings)),
): Segment {
  const terms = [...postings.words.keys()]
  const { order, counts } = sortByBlock(terms, bits)
  const blocks: number[] = []
  const ends: number[] = []
  let bytes = Buffer.allocUnsafe(2 * estimateBytes(postings))
  let end = 0
  let next = 0
  for (const [block, count] of counts.entries()) {
    if (count === 0) continue
    const own = order.subarray(next, next + count)
    next += count
    const most = mostBytes(postings, terms, own)
    if (end + most > bytes.length) bytes = Buffer.concat([bytes], 2 * (bytes.length + most))
    end = writeBlock(bytes, end, postings, terms, own, numberOf)
    blocks.push(block)
    ends.push(end)
  }
  return { bits, blocks, ends, bytes: bytes.subarray(0, end) }
}

/** About: most numbers take a byte or two, most letters beyond ASCII three. */
function estimateBytes({ words, size }: Postings): number {
  let bytes = 1.5 * size
  for (const term of words.keys()) bytes += term.length * (term.charCodeAt(0) < 0x80 ? 1 : 3) + 4
  return Math.ceil(bytes)
}

/** The terms' places in the list by block, and how many each block holds. */
function sortByBlock(terms: readonly string[], bits: number): { order: Int32Array; counts: Int32Array } {
  const counts = new Int32Array(2 ** bits)
  const own = Int32Array.from(terms, (term) => blockOf(hashTerm(term), bits))
  for (const block of own) counts[block]! += 1
  const starts = new Int32Array(counts.length)
  for (let block = 1; block < starts.length; block += 1)
    starts[block] = starts[block - 1]! + counts[block - 1]!
  const order = new Int32Array(terms.length)
  for (const [term, block] of own.entries()) order[starts[block]!++] = term
  return { order, counts }
}

/** No number takes more than five bytes, and no UTF-16 unit more than three. */
function mostBytes({ counts }: Postings, terms: readonly string[], own: Int32Array): number {
  let bytes = 5
  for (const term of own) bytes += 3 * terms[term]!.length + 1 + 5 * (1 + counts[term]!)
  return bytes
}

/** The terms as text, with its length before it; then for each how many documents, and the steps from one to the next. Returns the end. */
function writeBlock(
  bytes: Buffer,
  start: number,
  postings: Postings,
  terms: readonly string[],
  own: Int32Array,
  numberOf: (entry: number) => number,
): number {
  const text = Buffer.from(Array.from(own, (term) => terms[term]!).join(separator))
  let end = writeNumber(bytes, start, text.length)
  end += text.copy(bytes, end)
  for (const term of own) {
    const numbers = new Int32Array(postings.counts[term]!)
    let place = numbers.length
    let isSorted = true
    for (let at = postings.last[term]!; at >= 0; at = postings.previous[at]!) {
      const number = numberOf(postings.entries[at]!)
      if (number > numbers[place]!) isSorted = false
      numbers[--place] = number
    }
    if (!isSorted) numbers.sort()
    end = writeNumber(bytes, end, numbers.length)
    let last = 0
    for (const number of numbers) {
      end = writeNumber(bytes, end, number - last)
      last = number
    }
  }
  return end
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
