/** What is a text to sum up, and what is still a question or a list of links; and how parts are put together again. */
import { expect, test } from 'vitest'
import { isLongText, joinParts, partMark } from '../../src/core/long-text.ts'

const english = 'The harbour of Quill opened a second lock on Monday, after four years of work. '
const chinese = '奎尔港的第二座船闸周一启用，工程前后花了四年时间。'
const arabic = 'افتتح ميناء كويل قفله الثاني يوم الاثنين بعد أربع سنوات من العمل المتواصل. '

test.each([
  ['several English sentences', english.repeat(9), true],
  ['paragraphs', `${english.repeat(4)}\n\n${english.repeat(5)}`, true],
  ['several Chinese sentences', chinese.repeat(14), true],
  ['several Arabic sentences', arabic.repeat(9), true],
  ['prose with a link in it', `${english.repeat(9)} https://quill.example/lock ${english}`, true],
  ['more than any question has', 'word '.repeat(300), true],
  ['a post of some sentences', english.repeat(6), true],
  ['a post of some Chinese sentences', chinese.repeat(9), true],
  ['a short note', english.repeat(2), false],
  ['several short sentences', 'I am back. It rained. We had soup. All is well. See you soon.', false],
  ['several short Chinese sentences', '我回来了。下雨了。吃了汤面。一切都好。回头见。', false],
  ['a short note in Chinese', chinese.repeat(4), false],
  ['a long question', `${english.repeat(8)}Does that change what a passage costs?`, false],
  ['a long question in Chinese', `${chinese.repeat(13)}这会改变过闸的费用吗？`, false],
  [
    'a list of links with their titles',
    Array.from({ length: 30 }, (_, at) => `The lock of Quill, part ${at}\nhttps://quill.example/${at}`).join(
      '\n',
    ),
    false,
  ],
  ['nothing', '', false],
])('%s', (_, text, expected) => {
  expect(isLongText(text)).toBe(expected)
})

test('a part that ends within a sentence goes on in the next, one that ends with it begins a paragraph', () => {
  expect(joinParts(['The lock of', 'Quill opened.', 'It is new.'].join(partMark))).toBe(
    'The lock of Quill opened.\n\nIt is new.',
  )
  expect(joinParts(['奎尔港的第二', '座船闸启用。', '费用不变。'].join(partMark))).toBe(
    '奎尔港的第二座船闸启用。\n\n费用不变。',
  )
})
