/** The terms of search: what an article is found by, and what a word of a question asks for. */
import { expect, test } from 'vitest'
import { askedTerms, searchTerms } from '../../src/core/search-terms.ts'

const finds = (word: string, text: string) =>
  askedTerms(word).some((term) => new Set(searchTerms(text)).has(term))

test('a word is found in both its numbers and as the beginning of a name, not within a word', () => {
  expect(finds('robot', 'Two robots dance')).toBe(true)
  expect(finds('robots', 'One robot dances')).toBe(true)
  expect(finds('lark', 'Lark-7 is out, a state-of-the-art model')).toBe(true)
  expect(finds('lark-7', 'Lark-7 is out')).toBe(true)
  expect(finds('state', 'a state-of-the-art model')).toBe(true)
  expect(finds('art', 'a state-of-the-art model')).toBe(false)
  expect(finds('lark', 'larkspur')).toBe(false)
  expect(finds('gpt', 'GPT‑5 and gpt-4o')).toBe(true)
})

test('Chinese, emoji and right-to-left words are found as they are', () => {
  expect(finds('芯片', '国产芯片出海')).toBe(true)
  expect(finds('🚀', 'Liftoff 🚀')).toBe(true)
  expect(finds('مرحبا', 'قال مرحبا')).toBe(true)
  expect(finds('芯片', '核心图片')).toBe(false)
})
