/** Notes which entries hold which terms, for a segment of the search index and for recent stories: in flat arrays and by hashes, since the words themselves would take most of the time and the memory. */

export interface TermTable {
  /** Terms so far; the arrays below have room for more. */
  terms: number
  /** By term: its two hashes, its newest posting, and how many it has. */
  firsts: Uint32Array
  seconds: Uint16Array
  last: Int32Array
  counts: Int32Array
  /** The terms by their first hash, each in the next free slot from there; -1 for none. */
  slots: Int32Array
  /** Postings so far. */
  size: number
  /** By posting: the posting of the same term before it (-1: none), and the entry. */
  previous: Int32Array
  entries: Int32Array
}

export function createTermTable(): TermTable {
  return {
    terms: 0,
    firsts: new Uint32Array(least),
    seconds: new Uint16Array(least),
    last: new Int32Array(least),
    counts: new Int32Array(least),
    slots: new Int32Array(2 * least).fill(-1),
    size: 0,
    previous: new Int32Array(least),
    entries: new Int32Array(least),
  }
}

/** A power of two, for the slots. */
const least = 1024

/** The latest hashes: two numbers as a value would be an object for each word. */
const hashes = { first: 0, second: 0 }

/**
 * A hash of 32 bits and one of 16, unsigned: FNV-1a (https://www.rfc-editor.org/rfc/rfc9923) with two factors, and the last
 * step of MurmurHash3, since FNV's first bits tell short words apart badly. In a block the first hashes begin alike with up
 * to 20 bits; the other 28 take one of its hundred terms for another once in two million searches. The result is read
 * before the next call.
 */
function hashTerm(term: string): Readonly<typeof hashes> {
  let first = 0x811c9dc5
  let second = 0x811c9dc5
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit, 0x85ebca6b)
  }
  hashes.first = mix(first)
  hashes.second = mix(second) >>> 16
  return hashes
}

/** What a term is known by, as one number of 48 bits. */
export function keyOf(term: string): number {
  const { first, second } = hashTerm(term)
  return joinHashes(first, second)
}

export const joinHashes = (first: number, second: number): number => first * 0x10000 + second

/** The first hash of a key. */
export const firstOf = (key: number): number => Math.floor(key / 0x10000)

function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35)
  return (whole ^ (whole >>> 16)) >>> 0
}

/** Notes that `entry` holds each of `terms`; one that is said twice counts once. No later entry was noted before. */
export function addTerms(table: TermTable, terms: readonly string[], entry: number): void {
  for (const term of terms) {
    const { first, second } = hashTerm(term)
    const number = numberOf(table, first, second)
    const last = table.last[number]!
    if (last < 0 || table.entries[last] !== entry) append(table, number, entry)
  }
}

/** Notes that `entry` holds the term of this key. */
export function addKey(table: TermTable, key: number, entry: number): void {
  append(table, numberOf(table, firstOf(key), key & 0xffff), entry)
}

/** The number of a term; -1 where no entry holds it. */
export function findTerm(table: TermTable, term: string): number {
  const { first, second } = hashTerm(term)
  return table.slots[slotOf(table, first, second)]!
}

/** The number of a term, which is given one where it is new. */
function numberOf(table: TermTable, first: number, second: number): number {
  const slot = slotOf(table, first, second)
  const known = table.slots[slot]!
  if (known >= 0) return known
  const number = table.terms
  if (number === table.firsts.length) {
    growTerms(table)
    table.slots[slotOf(table, first, second)] = number
  } else table.slots[slot] = number
  table.terms += 1
  table.firsts[number] = first
  table.seconds[number] = second
  table.last[number] = -1
  return number
}

/** The slot of a term, or the free one for it. */
function slotOf({ slots, firsts, seconds }: TermTable, first: number, second: number): number {
  const mask = slots.length - 1
  let slot = first & mask
  for (;;) {
    const number = slots[slot]!
    if (number < 0 || (firsts[number] === first && seconds[number] === second)) return slot
    slot = (slot + 1) & mask
  }
}

/** Twice the room, and twice as many slots as terms. */
function growTerms(table: TermTable): void {
  const room = 2 * table.firsts.length
  table.firsts = copyInto(new Uint32Array(room), table.firsts)
  table.seconds = copyInto(new Uint16Array(room), table.seconds)
  table.last = copyInto(new Int32Array(room), table.last)
  table.counts = copyInto(new Int32Array(room), table.counts)
  table.slots = new Int32Array(2 * room).fill(-1)
  for (let number = 0; number < table.terms; number += 1)
    table.slots[slotOf(table, table.firsts[number]!, table.seconds[number]!)] = number
}

function copyInto<Numbers extends Int32Array | Uint32Array | Uint16Array>(
  room: Numbers,
  numbers: Numbers,
): Numbers {
  room.set(numbers)
  return room
}

function append(table: TermTable, number: number, entry: number): void {
  const at = table.size
  if (at === table.entries.length) {
    table.previous = copyInto(new Int32Array(2 * at), table.previous)
    table.entries = copyInto(new Int32Array(2 * at), table.entries)
  }
  table.previous[at] = table.last[number]!
  table.entries[at] = entry
  table.size += 1
  table.last[number] = at
  table.counts[number]! += 1
}
