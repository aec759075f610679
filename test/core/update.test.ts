/** What is new in an article against what was told: new facts come again, old ones in other words do not. */
import { expect, test } from 'vitest'
import { cleanPhrase, findPhrase, searchable } from '../../src/core/filter.ts'
import { createLikeness } from '../../src/core/likeness.ts'
import { hasMoved, newSentences } from '../../src/core/update.ts'

const told = [
  'The dam at Orlen broke on Monday after three days of rain. Rescue teams brought 40 people to safety. The mayor of Orlen asked for help.',
]

test('a repetition has nothing new, in the same or other words', () => {
  expect(newSentences(told[0]!, told)).toEqual([])
  expect(newSentences('After three days of rain the dam at Orlen broke on Monday.', told)).toEqual([])
  expect(
    newSentences('奥尔伦大坝周一因连日降雨溃坝，救援人员已转移40人。', [
      '奥尔伦大坝周一因连日降雨溃坝，救援人员已转移40人。',
    ]),
  ).toEqual([])
})

test('new numbers, new names and new events are what an update tells', () => {
  const later =
    'The dam at Orlen broke on Monday after three days of rain. Rescue teams brought 96 people to safety. The mayor of Orlen asked Karsk for help. Engineers blame a crack that inspectors found last spring.'
  expect(newSentences(later, told)).toEqual([
    'Rescue teams brought 96 people to safety.',
    'The mayor of Orlen asked Karsk for help.',
    'Engineers blame a crack that inspectors found last spring.',
  ])
  expect(hasMoved(later, newSentences(later, told))).toBe(true)
  expect(
    newSentences('奥尔伦大坝周一溃坝。检查员表示，去年春天就发现了裂缝，但没有人去维修。', [
      '奥尔伦大坝周一溃坝，救援人员已转移40人。',
    ]),
  ).toEqual(['检查员表示，去年春天就发现了裂缝，但没有人去维修。'])
})

test.each([
  ['Cats and cars', 'car', null],
  ['A car, a plan', 'car', 'car'],
  ['人工智能芯片发布', '芯片', '芯片'],
  ['ＡＩ芯片', 'ai', 'ai'],
  ['Caf\u00e9 culture', 'CAFÉ', 'café'],
  ['the new  york times', 'New York', 'new york'],
  ['مرحبا بالعالم', 'مرحبا', 'مرحبا'],
  ['so happy 🎉 today', '🎉', '🎉'],
  ['aaaa'.repeat(50), '(a+)+$', null],
])('in %j, %j is found as %j', (text, phrase, expected) => {
  expect(findPhrase(searchable(text), [cleanPhrase(phrase)])).toBe(expected)
})

test('a phrase that says nothing is none', () => {
  expect(cleanPhrase('  … ')).toBe('')
  expect(cleanPhrase('😀')).toBe('😀')
  expect(cleanPhrase('长'.repeat(200))).toHaveLength(60)
})

test('what was liked draws its like, and says which; what was disliked pushes it away', () => {
  const judge = createLikeness([
    { title: 'Lighthouse keepers of the northern coast', topicIds: [1], kind: 'up' },
    { title: 'Stock prices of shipping companies fall', topicIds: [2], kind: 'less' },
  ])
  const liked = judge({ title: 'The last lighthouse keepers leave the northern islands', topicIds: [1] })
  expect(liked.score).toBeGreaterThan(0.2)
  expect(liked.because).toContain('Lighthouse keepers')
  expect(judge({ title: 'Banks report earnings', topicIds: [2] })).toEqual({ score: -0.35, because: null })
  expect(judge({ title: 'A recipe for soup', topicIds: [9] })).toEqual({ score: 0, because: null })
})
