/** Text is kept whole and safe in every script: cuts between graphemes, joins without stray spaces. */
import { expect, test } from 'vitest'
import {
  cutAtGrapheme,
  joinSentences,
  splitGraphemes,
  stripUnsafe,
  truncate,
  withoutSharedStart,
} from '../../src/core/text.ts'

const family = '👩‍👩‍👧‍👦'

test('a cut never splits what a reader sees as one character', () => {
  expect(cutAtGrapheme(`ab${family}c`, 5)).toBe('ab')
  expect(cutAtGrapheme('新闻稿', 2)).toBe('新闻')
  expect(cutAtGrapheme('e\u0301e\u0301', 3)).toBe('e\u0301')
  expect(truncate('مرحبا بالعالم', 6)).toBe('مرحبا…')
  expect(truncate('short', 5)).toBe('short')
  expect(truncate('anything', 0)).toBe('')
  expect([...splitGraphemes(`🇨🇳${family}中`)]).toEqual(['🇨🇳', family, '中'])
})

test('control and direction marks go, joiners and letters stay', () => {
  expect(stripUnsafe('a\u0000b\u202ec\u2066d\u200fe\ufefff\r\ng')).toBe('abcdef\ng')
  expect(stripUnsafe(`${family} क्\u200dष`)).toBe(`${family} क्\u200dष`)
  expect(stripUnsafe('\ud800x')).toBe('\ufffdx')
})

test('sentences are joined as their script does it', () => {
  expect(joinSentences(['第一句。', '第二句！', '第三句'])).toBe('第一句。第二句！第三句')
  expect(joinSentences(['One.', 'Two.'])).toBe('One. Two.')
  expect(joinSentences(['مرحبا.', '👋 سلام.'])).toBe('مرحبا. 👋 سلام.')
  expect(joinSentences([])).toBe('')
})

test.each([
  [
    ['Fernwick Review · Artificial intelligence', 'Fernwick Review · Robotics', 'Fernwick Review · Art'],
    ['Artificial intelligence', 'Robotics', 'Art'],
  ],
  [
    ['前哨 经济', '前哨 智能'],
    ['经济', '智能'],
  ],
  [
    ['Daily', 'Daily News'],
    ['Daily', 'Daily News'],
  ],
  [
    ['Art', 'Arts'],
    ['Art', 'Arts'],
  ],
  [['Only · One'], ['Only · One']],
  [[], []],
])('the names %j are told apart as %j', (names, ends) => {
  expect(withoutSharedStart(names)).toEqual(ends)
})
