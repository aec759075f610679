/** Draws the operator's chart: a row of bars for each list of numbers, the largest and the last written beside it. */
import { encode } from 'fast-png'

const width = 960
const rowHeight = 180
const margin = 24
const barTop = 56
const ink = [60, 64, 70] as const
const rule = [222, 226, 232] as const
/** Told apart by lightness too, for who cannot by colour. */
const colours = [
  [20, 62, 120],
  [36, 140, 90],
  [190, 60, 50],
  [232, 165, 40],
  [120, 90, 160],
] as const

/** Three by five dots for each sign, a row in each octal-like digit. */
const signs: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 2, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '.': [0, 0, 0, 0, 2],
  k: [4, 5, 6, 6, 5],
  M: [5, 7, 7, 5, 5],
}
/** A phone shows the picture at a third of its size. */
const dot = 7

type Colour = readonly [number, number, number]

/** '1234' as '1.2k': what fits beside a row of bars. */
function shorten(n: number): string {
  if (n >= 1_000_000) return `${(n / 1_000_000).toFixed(1)}M`
  if (n >= 1000) return `${(n / 1000).toFixed(1)}k`
  // Cents matter where there are only few dollars.
  return n < 10 && !Number.isInteger(n) ? n.toFixed(2) : String(Math.round(n))
}

/** A PNG picture of the rows, one below the other, oldest value at the left. */
export function drawChart(rows: readonly (readonly number[])[]): Uint8Array {
  const height = rows.length * rowHeight
  const data = new Uint8Array(width * height * 3).fill(255)
  const fill = (left: number, top: number, right: number, bottom: number, colour: Colour): void => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(bottom)); y += 1)
      for (let x = Math.max(0, Math.round(left)); x < Math.min(width, Math.round(right)); x += 1)
        for (let part = 0; part < 3; part += 1) data[(y * width + x) * 3 + part] = colour[part]!
  }
  const write = (text: string, left: number, top: number): void => {
    for (const [at, sign] of [...text].entries())
      for (const [row, bits] of (signs[sign] ?? []).entries())
        for (let column = 0; column < 3; column += 1)
          if ((bits >> (2 - column)) & 1) {
            const x = left + (at * 4 + column) * dot
            const y = top + row * dot
            fill(x, y, x + dot, y + dot, ink)
          }
  }
  for (const [index, values] of rows.entries()) {
    const top = index * rowHeight
    const floor = top + rowHeight - margin / 2
    const most = Math.max(1, ...values)
    const step = (width - 2 * margin) / Math.max(1, values.length)
    const room = rowHeight - barTop - margin / 2
    write(shorten(Math.max(0, ...values)), margin, top + 12)
    const last = shorten(values.at(-1) ?? 0)
    write(last, width - margin - last.length * 4 * dot, top + 12)
    for (const [at, value] of values.entries()) {
      const left = margin + at * step
      fill(left, floor - (value / most) * room, left + step * 0.8, floor, colours[index % colours.length]!)
    }
    fill(margin, floor, width - margin, floor + 2, rule)
  }
  return encode({ width, height, data, channels: 3, depth: 8 })
}
