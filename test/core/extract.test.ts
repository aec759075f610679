/** The summary without a model: whole sentences of the article in its own order, no credits, no more than asked. */
import { describe, expect, test } from 'vitest'
import { extractSummary } from '../../src/core/extract.ts'
import { splitSentences } from '../../src/core/sentences.ts'

const articles = {
  en: {
    title: 'Halvern orders two electric ferries',
    text: `Photo: Ines Dahl / Coast Agency\n\nThe council of Halvern ordered two electric ferries on Tuesday for 38 million crowns. Each carries 180 people and charges in nine minutes.\n\nFishermen had feared for their moorings. The plan keeps all 42 of them, the harbour master said. Fares stay at 3 crowns until 2028.\n\nSubscribe to our newsletter for more stories like this.`,
  },
  zh: {
    title: '哈尔文订购两艘电动渡轮',
    text: `作者 | 苏禾\n\n哈尔文议会周二以 3800 万克朗订购了两艘电动渡轮。每艘可载 180 人，充一次电要九分钟。\n\n渔民一度担心泊位，港务长说 42 个泊位全部保留。2028 年以前票价仍是三克朗。\n\n点击关注我们的公众号，获取更多内容。`,
  },
  ar: {
    title: 'عبّارات كهربائية',
    text: 'طلب المجلس يوم الثلاثاء عبّارتين كهربائيتين بثمانية وثلاثين مليون كرونة. تحمل كل عبّارة 180 راكبا. لن تتغير الأسعار قبل عام 2028. رحّب الصيادون بالقرار.',
  },
} as const

describe.each(Object.entries(articles))('in %s', (language, article) => {
  test('it is made of the article’s own sentences, in their order', () => {
    const own = splitSentences(article.text)
    const summary = extractSummary({ ...article, language })
    expect(summary.length).toBeGreaterThan(0)
    expect(summary.length).toBeLessThanOrEqual(3)
    const places = summary.map((sentence) => own.indexOf(sentence))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('it is as short as asked, and never holds credits or calls to subscribe', () => {
    for (const maxSentences of [1, 2, 4]) {
      const summary = extractSummary({ ...article, language, maxSentences })
      expect(summary.length).toBeLessThanOrEqual(maxSentences)
      expect(summary.join(' ')).not.toMatch(/Photo|newsletter|作者|公众号/u)
    }
    expect(extractSummary({ ...article, language, maxChars: 80 }).join(' ').length).toBeLessThanOrEqual(80)
  })
})

test('nothing to say is no summary; one sentence is its own', () => {
  expect(extractSummary({ text: '' })).toEqual([])
  expect(extractSummary({ text: '🚀' }).length).toBeLessThanOrEqual(1)
  expect(extractSummary({ text: 'Only this one sentence stands here.' })).toEqual([
    'Only this one sentence stands here.',
  ])
})

test('credits and dates that stand in the running text are left out, words that only look like them are not', () => {
  const summary = extractSummary({
    text:
      'By . Ines Dahl and Mats Holm . PUBLISHED: . 12:25 EST, 2 August 2024 . | . UPDATED: . 15:36 EST, 2 August 2024 . ' +
      'By 2030 half of all ferries in Halvern will run on batteries, its council said on Friday. Scroll down for video . ' +
      'The harbour will get eight chargers before the first two ships arrive. ' +
      'Mats Holm in Halvern contributed to this report. Copyright 2024 Coast Agency. All rights reserved.',
  })
  expect(summary).toEqual([
    'By 2030 half of all ferries in Halvern will run on batteries, its council said on Friday.',
    'The harbour will get eight chargers before the first two ships arrive.',
  ])
})

test('a very long text gives whole sentences too', () => {
  const line = 'The harbour of Halvern gets eight chargers before the first two ships arrive there'
  const text = `${Array.from({ length: 40 }, (_, at) => `${line} ${'by day and by night '.repeat(30)}${at}.`).join(' ')}`
  const own = splitSentences(text)
  const summary = extractSummary({ text })
  expect(summary).toHaveLength(3)
  expect(summary.every((each) => own.includes(each))).toBe(true)
})
