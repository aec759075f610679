/** Blocks become one rich message within Telegram's limits, in which nothing from outside is more than text. */
import { expect, test } from 'vitest'
import { type Block, paragraph } from '../../src/core/blocks.ts'
import { renderBlocks } from '../../src/core/render.ts'
import { addRichLine, renderRich, richLimits } from '../../src/core/rich.ts'

const story = (n: number): Block => ({
  type: 'details',
  summary: [{ text: `${n}. ` }, { text: `Headline ${n}`, bold: true, url: 'https://a.example/1' }],
  blocks: [
    paragraph('What happened.'),
    { type: 'lines', lines: [[{ text: 'A', url: 'https://a.example/1' }]] },
  ],
})

test('headings, lines, links and parts that unfold', () => {
  const blocks: Block[] = [
    { type: 'heading', text: [{ text: 'Digest' }] },
    { type: 'heading', text: [{ text: 'World' }], section: true },
    story(1),
    { type: 'quote', text: [{ text: 'Said.' }] },
    { type: 'group', blocks: [paragraph('One\nTwo')] },
  ]
  expect(renderRich(blocks, { rightToLeft: true })).toEqual({
    blocks: [
      { type: 'heading', text: ['Digest'], size: 3 },
      { type: 'heading', text: ['World'], size: 5 },
      {
        type: 'details',
        summary: ['1. ', { type: 'bold', text: 'Headline 1' }],
        blocks: [
          { type: 'paragraph', text: ['What happened.'] },
          { type: 'paragraph', text: [{ type: 'url', text: 'A', url: 'https://a.example/1' }] },
        ],
      },
      { type: 'blockquote', blocks: [{ type: 'paragraph', text: ['Said.'] }] },
      { type: 'paragraph', text: ['One'] },
      { type: 'paragraph', text: ['Two'] },
    ],
    is_rtl: true,
    skip_entity_detection: true,
  })
})

test('the classic form of the same says the same, one under the other', () => {
  const [part] = renderBlocks([
    { type: 'heading', text: [{ text: 'World' }], section: true },
    story(1),
    story(2),
  ])
  expect(part!.text).toBe('▎World\n1. Headline 1\nWhat happened.\nA\n\n2. Headline 2\nWhat happened.\nA')
})

test('outside text stays text: no control characters, no address that is none', () => {
  const text = 'a\u202eb<b>[x](tg://y)'
  const rich = renderRich([{ type: 'paragraph', text: [{ text, url: 'javascript:alert(1)' }] }])
  expect(rich?.blocks).toEqual([{ type: 'paragraph', text: ['ab<b>[x](tg://y)'] }])
})

test('what is too much for one message is none, and neither is nothing', () => {
  const stories = (n: number) => Array.from({ length: n }, (_, at) => story(at + 1))
  expect(renderRich(stories(160))).not.toBeNull()
  expect(renderRich(stories(170))).toBeNull()
  const long = (length: number) => [paragraph('字'.repeat(length))]
  expect(renderRich(long(richLimits.characters - 64))).not.toBeNull()
  expect(renderRich(long(richLimits.characters - 63))).toBeNull()
  expect(renderRich([])).toBeNull()
  expect(renderRich([paragraph(' \n')])).toBeNull()
})

test('a copy is labelled below', () => {
  const rich = addRichLine(renderRich([paragraph('One')])!, '(Sent again)')
  expect(rich.blocks.at(-1)).toEqual({ type: 'paragraph', text: '(Sent again)' })
})
