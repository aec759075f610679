/** A segment of the search index in bytes: which documents hold which terms, in blocks by the hash of the term, so that a search reads one block for each. */
import { joinHashes, type TermTable } from './term-table.ts'

export interface Segment {
  /** A term stands in the block that the first so many bits of its first hash say. */
  bits: number
  /** The blocks that hold anything, one after the other: their numbers, and where each ends. */
  blocks: number[]
  ends: number[]
  bytes: Uint8Array
}

/** Bytes of a block: PostgreSQL keeps what is below 2 kB in the row itself (https://www.postgresql.org/docs/current/storage-toast.html). */
const blockBytes = 1400
/** The two hashes of a term. */
const keyBytes = 6

/** The block of a first hash; a shift by 32 would be one by 0. */
export const blockOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits))

/** How many bits tell blocks of the right size apart, where all of them together take so many bytes. */
export const bitsFor = (bytes: number): number => Math.max(0, Math.ceil(Math.log2(bytes / blockBytes)))

/**
 * Packs which documents hold which terms. `numberOf` gives the number of an entry, below 2 ** 31; entries that came later
 * need not have higher ones. Into as many blocks as fit them, where `bits` is not told.
 */
export function encodeSegment(
  table: TermTable,
  numberOf: (entry: number) => number,
  bits = bitsFor(table.terms * (keyBytes + 3) + table.size * 1.5),
): Segment {
  const { order, counts } = sortByBlock(table, bits)
  const blocks: number[] = []
  const ends: number[] = []
  // No number takes more than five bytes.
  const bytes = Buffer.allocUnsafeSlow(counts.length * 5 + table.terms * (keyBytes + 5) + table.size * 5)
  let end = 0
  let next = 0
  for (const [block, count] of counts.entries()) {
    if (count === 0) continue
    end = writeBlock(bytes, end, table, order.subarray(next, next + count), numberOf)
    next += count
    blocks.push(block)
    ends.push(end)
  }
  return { bits, blocks, ends, bytes: bytes.subarray(0, end) }
}

/** The terms by block, and how many each block holds. */
function sortByBlock({ terms, firsts }: TermTable, bits: number): { order: Int32Array; counts: Int32Array } {
  const counts = new Int32Array(2 ** bits)
  for (let term = 0; term < terms; term += 1) counts[blockOf(firsts[term]!, bits)]! += 1
  const starts = new Int32Array(counts.length)
  for (let block = 1; block < starts.length; block += 1)
    starts[block] = starts[block - 1]! + counts[block - 1]!
  const order = new Int32Array(terms)
  for (let term = 0; term < terms; term += 1) order[starts[blockOf(firsts[term]!, bits)]!++] = term
  return { order, counts }
}

/** How many terms, the key of each, and for each how many documents and the steps from one to the next. Returns the end. */
function writeBlock(
  bytes: Buffer,
  start: number,
  table: TermTable,
  terms: Int32Array,
  numberOf: (entry: number) => number,
): number {
  let end = writeNumber(bytes, start, terms.length)
  for (const term of terms) {
    end = bytes.writeUInt32LE(table.firsts[term]!, end)
    end = bytes.writeUInt16LE(table.seconds[term]!, end)
  }
  for (const term of terms) {
    const numbers = numbersOf(table, term, numberOf)
    end = writeNumber(bytes, end, numbers.length)
    let last = 0
    for (const number of numbers) {
      end = writeNumber(bytes, end, number - last)
      last = number
    }
  }
  return end
}

/** The documents of a term, ascending. */
function numbersOf(
  { counts, last, previous, entries }: TermTable,
  term: number,
  numberOf: (entry: number) => number,
): Int32Array {
  const numbers = new Int32Array(counts[term]!)
  let place = numbers.length
  let isSorted = true
  for (let at = last[term]!; at >= 0; at = previous[at]!) {
    const number = numberOf(entries[at]!)
    if (number > numbers[place]!) isSorted = false
    numbers[--place] = number
  }
  return isSorted ? numbers : numbers.sort()
}

/** Seven bits a byte, the lowest first, the eighth set where more follow (https://protobuf.dev/programming-guides/encoding/#varints). Returns the end. */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let rest = number
  let end = at
  while (rest > 0x7f) {
    bytes[end++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[end++] = rest
  return end
}

/** Gives each term of a block that `isWanted`, by its key, the documents that hold it. */
export function readBlock(
  block: Uint8Array,
  isWanted: (key: number) => boolean,
  visit: (key: number, document: number) => void,
): void {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length)
  let at = 0
  const next = () => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number
    }
  }
  const terms = next()
  const keys = at
  at += terms * keyBytes
  for (let term = 0; term < terms; term += 1) {
    const place = keys + term * keyBytes
    const key = joinHashes(bytes.readUInt32LE(place), bytes.readUInt16LE(place + 4))
    let left = next()
    if (isWanted(key)) for (let document = 0; left > 0; left -= 1) visit(key, (document += next()))
    else for (; left > 0; left -= 1) while (bytes[at++]! > 0x7f);
  }
}
