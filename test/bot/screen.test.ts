/** How buttons stand in rows: as many as asked for while a phone shows their labels whole. */
import { expect, test } from 'vitest'
import { button, inRows } from '../../src/bot/screen.ts'

const rowsOf = (labels: readonly string[], width: number) =>
  inRows(
    labels.map((label) => button(label, 'x')),
    width,
  ).map((row) => row.map(({ text }) => text))

test.each([
  [2, ['Chips', 'Robots', 'Space'], [['Chips', 'Robots'], ['Space']]],
  [
    2,
    ['Science', 'Artificial intelligence', 'Space', 'Health'],
    [['Science'], ['Artificial intelligence'], ['Space', 'Health']],
  ],
  [2, ['人工智能与机器人', '北京/上海 04:54'], [['人工智能与机器人', '北京/上海 04:54']]],
  [2, ['有新的进展之前都不看这件事', '关闭'], [['有新的进展之前都不看这件事'], ['关闭']]],
  [
    4,
    ['Cualquier fecha', '1 día', '7 días', '30 días'],
    [
      ['Cualquier fecha', '1 día'],
      ['7 días', '30 días'],
    ],
  ],
  [8, ['1', '2', '3', '4', '5', '6', '7', '8', '9'], [['1', '2', '3', '4', '5', '6', '7', '8'], ['9']]],
] as const)('at most %i in a row: %j', (width, labels, rows) => {
  expect(rowsOf(labels, width)).toEqual(rows)
})

test('a tick moves no button', () => {
  const labels = ['Startups & funding 12', 'Security & privacies', 'Law']
  const shape = (ticked: number) =>
    rowsOf(
      labels.map((label, at) => (at === ticked ? `✓ ${label}` : label)),
      2,
    ).map((row) => row.length)
  for (const at of labels.keys()) expect(shape(at)).toEqual(shape(-1))
})
