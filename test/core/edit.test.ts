/** Which edits matter: numbers, titles and much text do; spelling of spaces, case and a word or two do not. */
import { expect, test } from 'vitest'
import { editMatters } from '../../src/core/edit.ts'

const english = {
  title: 'Ferry to run again',
  text: 'The ferry runs from Monday, the harbour office says. '.repeat(6),
}
const chinese = {
  title: '渡轮恢复运营',
  text: '港务局表示，渡轮将于周一起恢复运营，每日往返三十次。'.repeat(6),
}
const arabic = {
  title: 'العبّارة تعود',
  text: 'تعود العبّارة إلى العمل يوم الاثنين كما أعلنت الميناء. '.repeat(6),
}

test.each([english, chinese, arabic])('mended spelling of $title does not matter', ({ title, text }) => {
  expect(
    editMatters({ title, text }, { title: ` ${title.toUpperCase()}!`, text: text.replaceAll(' ', '\n') }),
  ).toBe(false)
})

test.each([
  ['another number', english, { ...english, text: english.text + 'At 9.' }, true],
  ['one word put right', english, { ...english, text: english.text.replace('harbour', 'harbor') }, false],
  ['another title', english, { ...english, title: 'Ferry stays in port' }, true],
  [
    'a new paragraph',
    chinese,
    { ...chinese, text: `${chinese.text}但船长表示维修尚未完成，班次可能随时取消，乘客须提前查询。` },
    true,
  ],
  ['one sign put right', chinese, { ...chinese, text: chinese.text.replace('港务局', '海务局') }, false],
  ['a text taken away', arabic, { ...arabic, text: '' }, true],
  ['an emoji', english, { ...english, text: `${english.text}👩‍👩‍👧` }, false],
])('%s', (_name, before, after, expected) => {
  expect(editMatters(before, after)).toBe(expected)
})
