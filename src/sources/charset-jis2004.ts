/** Reads the characters that JIS X 0213 added to Japanese charsets and the runtime's own lacks; for charset.ts. */
import runs from './charset-jis2004.json' with { type: 'json' }

/** The charsets in which they stand: as Unix and as Windows write Japanese. */
export type JisForm = 'euc-jp' | 'shift_jis'

const rows = 94
/** A character may be two: a kana with a mark, a letter with an accent, a rising or falling tone. */
const character = /˩˥|˥˩|[^][\u0300\u0301\u309A]?/gu

let table: Map<number, string> | null = null

/** Beside this lie runs of characters by the place of their first: plane, row and cell of JIS X 0213:2004 as one number. */
function charactersByPlace(): Map<number, string> {
  if (table) return table
  table = new Map()
  for (const [start, text] of runs as [number, string][])
    for (const [index, found] of (text.match(character) ?? []).entries()) table.set(start + index, found)
  return table
}

/**
 * Returns the text of `bytes`. Some places have another character in what Windows and the runtime call by the same name:
 * `isNamed` says that the charset was named with its year, and so the standard's is meant.
 */
export function decodeJis2004(bytes: Uint8Array, form: JisForm, isNamed: boolean): string {
  const decoder = new TextDecoder(form)
  let text = ''
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const { length, place } = form === 'euc-jp' ? eucAt(bytes, at) : shiftedAt(bytes, at)
    const added = place === null ? undefined : charactersByPlace().get(place)
    if (added !== undefined && (isNamed || isUnread(decoder.decode(bytes.subarray(at, at + length))))) {
      text += decoder.decode(bytes.subarray(from, at)) + added
      from = at + length
    }
    at += length
  }
  return text + decoder.decode(bytes.subarray(from))
}

/** Says whether something in `text` was read as no character, or as one of nobody's. */
export function isUnread(text: string): boolean {
  return /[\uFFFD\uE000-\uF8FF]/u.test(text)
}

interface Written {
  length: number
  place: number | null
}

const placeOf = (plane: number, row: number, cell: number) =>
  (plane - 1) * rows * rows + (row - 1) * rows + cell - 1
const one: Written = { length: 1, place: null }

function eucAt(bytes: Uint8Array, at: number): Written {
  const plane = bytes[at] === 0x8f ? 2 : 1
  const [row = 0, cell = 0] = bytes.subarray(at + plane - 1, at + plane + 1)
  if (row < 0xa1 || cell < 0xa1) return one
  return { length: plane + 1, place: placeOf(plane, row - 0xa0, cell - 0xa0) }
}

/** Of the second plane only some rows are in use, two behind each lead byte. */
const secondRows = [1, 8, 3, 4, 5, 12, 13, 14, 15, 78]

function shiftedAt(bytes: Uint8Array, at: number): Written {
  const [lead = 0, trail = 0] = bytes.subarray(at, at + 2)
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)
  if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return one
  const half = trail >= 0x9f ? 1 : 0
  const cell = half === 1 ? trail - 0x9e : trail - (trail < 0x7f ? 0x3f : 0x40)
  if (lead < 0xf0)
    return { length: 2, place: placeOf(1, 2 * (lead - (lead < 0xa0 ? 0x81 : 0xc1)) + 1 + half, cell) }
  const row = secondRows[2 * (lead - 0xf0) + half] ?? 79 + 2 * (lead - 0xf5) + half
  return { length: 2, place: placeOf(2, row, cell) }
}
