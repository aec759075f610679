/** Sentences and terms of every script: nothing lost, nothing split inside a number, a name or a quotation. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/core/sentences.ts'
import { normalizeText, tokenize } from '../../src/core/tokens.ts'

describe('sentences', () => {
  test.each([
    [
      'English',
      'Dr. Dahl paid 3.5 crowns. The U.S. court agreed! Did it?',
      ['Dr. Dahl paid 3.5 crowns.', 'The U.S. court agreed!', 'Did it?'],
    ],
    [
      'Chinese',
      '第一句。“第二句！”他说。第三句？第四句',
      ['第一句。', '“第二句！”', '他说。', '第三句？', '第四句'],
    ],
    ['Arabic', 'هذه جملة. وهذه أخرى؟ نعم!', ['هذه جملة.', 'وهذه أخرى؟', 'نعم!']],
    ['emoji', 'It works 🎉. Really 👩‍👩‍👧‍👦! Yes.', ['It works 🎉.', 'Really 👩‍👩‍👧‍👦!', 'Yes.']],
    ['lines', 'A heading\n\nA sentence. Another.', ['A heading', 'A sentence.', 'Another.']],
    [
      'words and marks set apart',
      'the fare rose to 3.5 crowns . it did ! why ?',
      ['the fare rose to 3.5 crowns .', 'it did !', 'why ?'],
    ],
    [
      'a line without capitals',
      'the council of halvern ordered two electric ferries on tuesday. each carries 180 people and charges in nine minutes.',
      [
        'the council of halvern ordered two electric ferries on tuesday.',
        'each carries 180 people and charges in nine minutes.',
      ],
    ],
    ['nothing', ' \n ', []],
  ])('of %s', (_name, text, expected) => {
    expect(splitSentences(text)).toEqual(expected)
  })

  test('hold every character but the space between them', () => {
    const letters = fc.constantFrom(
      '字',
      '。',
      '！',
      '“',
      '”',
      'a',
      'B',
      '.',
      ' ',
      '\n',
      '3',
      '👩‍👩‍👧‍👦',
      'م',
      '؟',
      '…',
    )
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        expect(splitSentences(text).join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
      }),
    )
  })
})

describe('terms', () => {
  test('are words, pairs of Han, and emoji', () => {
    expect(tokenize("Ines' e-bike can't fly")).toEqual(['ines', 'e-bike', "can't", 'fly'])
    expect(tokenize('AI芯片出口')).toEqual(['ai', '芯片', '片出', '出口'])
    expect(tokenize('新')).toEqual(['新'])
    expect(tokenize('مرحبا بالعالم 🚀')).toEqual(['مرحبا', 'بالعالم', '🚀'])
    expect(tokenize('')).toEqual([])
  })

  test('of full-width and composed spellings are one', () => {
    expect(normalizeText('ＡＩ　é')).toBe(normalizeText('AI e\u0301'))
    expect(tokenize('Ｃｈｉｐ１２')).toEqual(tokenize('chip12'))
  })
})
