/** Measures telling languages apart on our own texts, and simplified from traditional Chinese on pairs of titles. */
import { detectLanguage } from '../../src/core/language.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import type { Row } from './row.ts'
import english from './sets/topics-en.json' with { type: 'json' }
import chinese from './sets/topics-zh.json' with { type: 'json' }
import writing from './sets/writing.json' with { type: 'json' }

interface Case {
  text: string
  language: string
}

const written: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }

/** The paragraphs of our pages, each as long as a feed's summary. */
function paragraphs(): Case[] {
  return loadPageCases().flatMap(({ text, expected: { language } }) =>
    text
      .split('\n')
      .filter((line) => Array.from(line).length >= 40)
      .map((line) => ({ text: line, language: written[language] ?? language })),
  )
}

const titlesOf = (set: { topics: Record<string, string[]> }, language: string): Case[] =>
  Object.values(set.topics).flatMap((titles) => titles.map((text) => ({ text, language })))

/** Shares of right tags; these texts were not used for tuning. */
export function measure(): Row[] {
  const row = (measured: string, cases: readonly Case[], origin: string): Row => {
    const right = cases.filter(({ text, language }) => detectLanguage(text) === language)
    return {
      measure: `language: ${measured}`,
      figure: (right.length / cases.length).toFixed(3),
      n: cases.length,
      origin,
      split: 'all',
    }
  }
  const pairs = writing.pairs.flatMap(([simplified, traditional]) => [
    { text: simplified!, language: 'zh-Hans' },
    { text: traditional!, language: 'zh-Hant' },
  ])
  return [
    row('paragraphs in 13 languages', paragraphs(), 'our own pages (MIT), labelled by their authors'),
    row('English titles', titlesOf(english, 'en'), english.origin),
    row('Chinese titles', titlesOf(chinese, 'zh-Hans'), chinese.origin),
    row('the same titles, simplified and traditional', pairs, writing.origin),
  ]
}
