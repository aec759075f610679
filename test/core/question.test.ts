/** A question's terms are what it is about, in every script. */
import { expect, test } from 'vitest'
import { questionTerms, searchedFor } from '../../src/core/question.ts'

test.each([
  ['云雀七号有多少参数？', ['云雀', '雀七', '七号', '参数']],
  ['請問誰贏了渡輪招標嗎？', ['贏了', '了渡', '渡輪', '輪招', '招標']],
  ['为什么油价上涨', ['油价', '价上', '上涨']],
  ['How long does Lark-7 run?', ['lark-7', 'run']],
  ['A long walk home', ['long', 'walk', 'home']],
  ['GPT-5 是什么？', ['gpt-5']],
  ['متى تعود العبّارة؟', ['متى', 'تعود', 'العبّارة']],
  ['🚢?', ['🚢']],
  ['什么？', []],
])('%s', (question, terms) => {
  expect(questionTerms(question, 12)).toEqual(terms)
})

test('no more terms than asked for', () => {
  expect(questionTerms('alpha beta gamma delta', 2)).toEqual(['alpha', 'beta'])
})

test.each([
  ['search for ferries', 'ferries'],
  ['Please look up Lark-7', 'Lark-7'],
  ['look up Lark-7 please', 'Lark-7'],
  ['搜一下渡轮', '渡轮'],
  ['帮我查查：关于云雀七号', '关于云雀七号'],
  ['搜索引擎市场', null],
  ['look at this', null],
  ['查理王子访问港口', null],
  ['search for', null],
])('what %s searches for', (text, wanted) => {
  expect(searchedFor(text)).toBe(wanted)
})
