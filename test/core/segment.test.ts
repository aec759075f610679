/** Segments of the search index: what is packed is read back, in every script, in blocks of the right size. */
import { expect, test } from 'vitest'
import { blockOf, encodeSegment, readBlock, type Segment } from '../../src/core/segment.ts'
import {
  addKey,
  addTerms,
  createTermTable,
  firstOf,
  keyOf,
  type TermTable,
} from '../../src/core/term-table.ts'
import { createRandom } from '../support/random.ts'

const same = (entry: number) => entry

function blocksOf({ blocks, ends, bytes }: Segment): Map<number, Uint8Array> {
  return new Map(blocks.map((block, at) => [block, bytes.subarray(ends[at - 1] ?? 0, ends[at])]))
}

/** The documents of a term as a search reads them: from the one block that may have it. */
function find({ bits }: Segment, blocks: ReadonlyMap<number, Uint8Array>, term: string): number[] {
  const key = keyOf(term)
  const block = blocks.get(blockOf(firstOf(key), bits))
  const documents: number[] = []
  if (block)
    readBlock(
      block,
      (each) => each === key,
      (_, document) => documents.push(document),
    )
  return documents
}

/** Everything that a segment says, by key. */
function readAll(segment: Segment): Map<number, number[]> {
  const all = new Map<number, number[]>()
  for (const block of blocksOf(segment).values())
    readBlock(
      block,
      () => true,
      (key, document) => void all.set(key, [...(all.get(key) ?? []), document]),
    )
  return all
}

test('terms of every script are found with their documents, and nothing else is', () => {
  const table = createTermTable()
  const texts = [
    ['芯片', '片出', 'chip', '🚀', 'مرحبا'],
    ['芯片', "o'brien", 'שלום', 'चिप', '🚀🌍'],
    ['chip', 'chip', 'chips', '片出', 'ﬁ'],
  ]
  for (const [at, terms] of texts.entries()) addTerms(table, terms, at)
  const segment = encodeSegment(table, (entry) => entry + 2_147_483_600)
  const blocks = blocksOf(segment)
  for (const term of new Set(texts.flat()))
    expect(find(segment, blocks, term)).toEqual(
      texts.flatMap((terms, at) => (terms.includes(term) ? [at + 2_147_483_600] : [])),
    )
  for (const term of ['芯', '片芯', 'chi', 'CHIP', '🌍', '']) expect(find(segment, blocks, term)).toEqual([])
})

test('a large segment has blocks of the right size, each term in its own, whatever the numbers of the entries', () => {
  const random = createRandom(7)
  const table = createTermTable()
  const held = new Map<string, Set<number>>()
  const numberOf = (entry: number) => (entry * 37) % 251
  for (let entry = 0; entry < 251; entry += 1) {
    const terms = Array.from({ length: 300 }, () => `w${Math.floor(random() ** 2 * 30_000)}`)
    addTerms(table, terms, entry)
    for (const term of terms) held.set(term, (held.get(term) ?? new Set()).add(numberOf(entry)))
  }
  const segment = encodeSegment(table, numberOf)
  const blocks = blocksOf(segment)
  for (const [term, numbers] of held)
    expect(find(segment, blocks, term)).toEqual([...numbers].toSorted((one, other) => one - other))
  const sizes = [...blocks.values()].map(({ length }) => length)
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeGreaterThan(500)
  expect(Math.max(...sizes)).toBeLessThan(2000)
})

test('packed anew from what was read, in fewer blocks or in more, it says the same', () => {
  const random = createRandom(8)
  const table = createTermTable()
  for (let entry = 1; entry < 60; entry += 1)
    addTerms(
      table,
      Array.from({ length: 200 }, () => `w${Math.floor(random() * 5000)}`),
      entry,
    )
  const before = readAll(encodeSegment(table, same))
  for (const bits of [0, 3, 11]) {
    const again: TermTable = createTermTable()
    for (const [key, documents] of before) for (const document of documents) addKey(again, key, document)
    expect(readAll(encodeSegment(again, same, bits))).toEqual(before)
  }
})

test('two hundred thousand words have as many keys', () => {
  const words = Array.from({ length: 200_000 }, (_, at) =>
    at % 2 === 0 ? `w${at}` : String.fromCodePoint(0x4e00 + (at % 20_000), 0x4e00 + Math.floor(at / 7)),
  )
  expect(new Set(words.map(keyOf)).size).toBe(new Set(words).size)
})

test('nothing to pack is an empty segment', () => {
  expect(encodeSegment(createTermTable(), same)).toMatchObject({ bits: 0, blocks: [], ends: [] })
})
