/** Messages: nothing lost, nothing cut inside a character or a link, every limit kept, for any text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../src/core/blocks.ts'
import { messageLimits, type Part, renderBlocks } from '../../src/core/render.ts'
import { splitGraphemes, stripUnsafe } from '../../src/core/text.ts'

const squeeze = (text: string): string => text.replace(/\s+/gu, '')

function expectSound(parts: readonly Part[]): void {
  for (const { text, entities } of parts) {
    expect(text).toBe(text.trim())
    expect(text.length).toBeGreaterThan(0)
    expect(text.length).toBeLessThanOrEqual(messageLimits.units - 64)
    expect(entities.length).toBeLessThanOrEqual(messageLimits.entities)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(messageLimits.bytes)
    expect(text.isWellFormed()).toBe(true)
    for (const { offset, length } of entities) {
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(length).toBeGreaterThan(0)
      expect(offset + length).toBeLessThanOrEqual(text.length)
      const covered = text.slice(offset, offset + length)
      expect(covered).toBe(covered.trim())
    }
  }
}

const words = fc.constantFrom(
  '芯片出口',
  '新闻。',
  'hello ',
  'World. ',
  '👩‍👩‍👧‍👦',
  '🇨🇳',
  'مرحبا ',
  'e\u0301',
  '“引号”',
  '\n',
  ' ',
  'नमस्ते ',
  'สวัสดี',
  '!',
)
const text = fc.array(words, { maxLength: 1200 }).map((parts) => parts.join(''))
const inline = fc.record(
  {
    text,
    bold: fc.boolean(),
    italic: fc.boolean(),
    url: fc.constantFrom('https://a.example/x', 'javascript:alert(1)'),
  },
  { requiredKeys: ['text'] },
)
const line = fc.array(inline, { minLength: 1, maxLength: 4 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: line }),
  fc.record({ type: fc.constant('paragraph' as const), text: line }),
  fc.record({ type: fc.constant('lines' as const), lines: fc.array(line, { minLength: 1, maxLength: 5 }) }),
  fc.record({ type: fc.constant('quote' as const), text: line, expandable: fc.boolean() }),
  fc.record({ type: fc.constant('code' as const), text }),
)
const nested: fc.Arbitrary<Block> = fc.oneof(
  block,
  fc.record({ type: fc.constant('group' as const), blocks: fc.array(block, { maxLength: 4 }) }),
)

const runsOf = (runs: readonly Inline[]): string => runs.map((run) => run.text).join('')

function textOf(each: Block): string {
  switch (each.type) {
    case 'lines':
      return each.lines.map(runsOf).join('')
    case 'group':
      return each.blocks.map(textOf).join('')
    case 'code':
      return each.text
    case 'details':
      return runsOf(each.summary) + each.blocks.map(textOf).join('')
    default:
      return runsOf(each.text)
  }
}

test('whatever the blocks say, the parts say, within every limit', () => {
  fc.assert(
    fc.property(fc.array(nested, { maxLength: 6 }), (blocks) => {
      const parts = renderBlocks(blocks)
      expectSound(parts)
      expect(squeeze(parts.map((part) => part.text).join(''))).toBe(
        squeeze(stripUnsafe(blocks.map(textOf).join('')).normalize('NFC')),
      )
      expect(
        parts.flatMap((part) => part.entities).some((entity) => entity.url?.startsWith('javascript')),
      ).toBe(false)
    }),
    { numRuns: 150 },
  )
})

test('a cut never falls inside a grapheme', () => {
  const family = '👩‍👩‍👧‍👦'
  const parts = renderBlocks([{ type: 'paragraph', text: [{ text: family.repeat(2000) }] }])
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts)
    expect([...splitGraphemes(part.text)].every((grapheme) => grapheme === family)).toBe(true)
})

describe('breaks', () => {
  test('fall between blocks where they can', () => {
    const paragraphs = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(1500))
    const parts = renderBlocks(
      paragraphs.map((each): Block => ({ type: 'paragraph', text: [{ text: each }] })),
    )
    expect(parts.map((part) => part.text)).toEqual([
      `${paragraphs[0]}\n\n${paragraphs[1]}`,
      `${paragraphs[2]}\n\n${paragraphs[3]}`,
      paragraphs[4],
    ])
  })

  test('fall between sentences in Chinese and English', () => {
    const sentence = `${'新'.repeat(99)}。`
    const [first] = renderBlocks([{ type: 'paragraph', text: [{ text: sentence.repeat(60) }] }])
    expect(first?.text.endsWith('。')).toBe(true)
    const [english] = renderBlocks([
      { type: 'paragraph', text: [{ text: `${'Word '.repeat(20)}ends. `.repeat(60) }] },
    ])
    expect(english?.text.endsWith('ends.')).toBe(true)
  })

  test('a style goes on in the next part, a link stays whole', () => {
    const link = { text: 'L'.repeat(1000), url: 'https://a.example/' }
    const parts = renderBlocks([
      { type: 'quote', text: [{ text: '字。'.repeat(1700) }, link, { text: '尾。'.repeat(500) }] },
    ])
    expectSound(parts)
    expect(parts.every((part) => part.entities.some((entity) => entity.type === 'blockquote'))).toBe(true)
    const links = parts.flatMap((part) => part.entities.filter((entity) => entity.type === 'text_link'))
    expect(links.map((entity) => entity.length)).toEqual([1000])
  })

  test('more than a hundred entities go into further parts', () => {
    const lines = Array.from({ length: 150 }, (_, index) => [
      { text: `n${index}`, url: `https://a.example/${index}` },
    ])
    const parts = renderBlocks([{ type: 'lines', lines }])
    expectSound(parts)
    expect(parts.flatMap((part) => part.entities)).toHaveLength(150)
  })
})

test('direction marks and control characters never reach a message', () => {
  const [part] = renderBlocks([{ type: 'paragraph', text: [{ text: 'a\u202eb\u0000c\u2066d\r\ne' }] }])
  expect(part?.text).toBe('abcd\ne')
})

test('nothing to say is no message', () => {
  expect(renderBlocks([])).toEqual([])
  expect(renderBlocks([{ type: 'paragraph', text: [{ text: ' \n ' }] }])).toEqual([])
})

test('outside names in a right-to-left script are isolated, other lines stay as they are', () => {
  const line = (title: string): Block => ({
    type: 'lines',
    lines: [[{ text: '1. ' }, { text: title, isolate: true }, { text: ' (2)' }]],
  })
  expect(renderBlocks([line('أخبار اليوم')])[0]?.text).toBe('1. \u2068أخبار اليوم\u2069 (2)')
  expect(renderBlocks([line('今日新闻')])[0]?.text).toBe('1. 今日新闻 (2)')
})

test('a heading goes with what follows it, a group stays in one message while it fits', () => {
  const filler: Block = { type: 'paragraph', text: [{ text: '字'.repeat(3900) }] }
  const section: Block[] = [
    { type: 'heading', text: [{ text: '标题' }] },
    { type: 'paragraph', text: [{ text: 'x'.repeat(200) }] },
  ]
  expect(renderBlocks([filler, ...section])[1]?.text.startsWith('标题\n')).toBe(true)
  const group: Block = { type: 'group', blocks: section }
  expect(renderBlocks([filler, group])[1]?.text).toBe(`标题\n${'x'.repeat(200)}`)
})

test('several parts carry their number, one part none', () => {
  const label = (part: number, parts: number) => `${part}/${parts}`
  const long: Block[] = [{ type: 'paragraph', text: [{ text: '新闻。'.repeat(2000) }] }]
  const parts = renderBlocks(long, { label })
  expect(parts.map((part) => part.text.split('\n').at(-1))).toEqual(['1/2', '2/2'])
  expectSound(parts)
  expect(renderBlocks([{ type: 'paragraph', text: [{ text: 'short' }] }], { label })[0]?.text).toBe('short')
})

test('italics are left to scripts that have them', () => {
  const [latin] = renderBlocks([{ type: 'paragraph', text: [{ text: 'an hour ago', italic: true }] }])
  expect(latin?.entities.map(({ type }) => type)).toEqual(['italic'])
  const [han] = renderBlocks([{ type: 'paragraph', text: [{ text: '一小时前', italic: true }] }])
  expect(han?.entities).toEqual([])
})
