/** Button words: what is written is read back, and nothing else is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeCallback, parseCallback } from '../../src/core/callback.ts'

test('writes a version, a verb and arguments', () => {
  expect(encodeCallback('topic', 7, 1)).toBe('v1:topic:7:1')
  expect(parseCallback('v1:topic:7:1')).toEqual({ verb: 'topic', args: ['7', '1'] })
  expect(parseCallback('v1:settings')).toEqual({ verb: 'settings', args: [] })
})

test.each(['', 'v1', 'v1:', 'v0:topic:1', 'v2:topic:1', 'topic:1', 'menu', '{"a":1}'])(
  'does not know %j',
  (text) => {
    expect(parseCallback(text)).toBeNull()
  },
)

test('refuses what Telegram would refuse, counting bytes', () => {
  expect(encodeCallback('a', 'x'.repeat(59))).toHaveLength(64)
  expect(() => encodeCallback('a', 'x'.repeat(60))).toThrow(RangeError)
  expect(() => encodeCallback('a', '新'.repeat(20))).toThrow(RangeError)
  expect(() => encodeCallback('zone', '+08:00')).toThrow(RangeError)
})

test('whatever is written is read back', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !text.includes(':'))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z-]{1,9}$/u), fc.array(word, { maxLength: 1 }), (verb, args) => {
      fc.pre(new TextEncoder().encode(args.join('')).length < 40)
      expect(parseCallback(encodeCallback(verb, ...args))).toEqual({ verb, args })
    }),
  )
})
