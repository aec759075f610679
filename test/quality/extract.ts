/** Measures what summaries without a model keep out: credit lines set into our own pages, cut sentences, wrong order. */
import { extractSummary } from '../../src/core/extract.ts'
import { splitSentences } from '../../src/core/sentences.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import type { Row } from './row.ts'

const origin =
  'texts of our own pages (MIT) with lines set in by the author of the filter; no human summaries'

/** Lines that a reader of the news would not want, put before, among and after the paragraphs in turn. */
const noise = {
  en: [
    'By Ines Dahl and Mats Holm',
    'Published: 12:25 GMT, 2 August 2024.',
    'Photo: Ines Dahl / Coast Agency.',
    'Scroll down for video.',
    'Subscribe to our newsletter and never miss a story like this one.',
    'Read more: Ten harbours that changed for good.',
    'Mats Holm in Halvern contributed to this report.',
    'Reporting by Ines Dahl; editing by Mats Holm.',
    'All rights reserved, Coast Agency 2024.',
    'Follow us for more news about ships and the sea.',
    'Sign up for free and get the headlines every morning.',
    'Click here to share this story with your friends.',
  ],
  zh: [
    '作者｜苏禾',
    '责任编辑：林舟。',
    '（图片来源：海岸通讯社）',
    '点击关注我们的公众号，获取更多内容。',
    '本文来自：海岸通讯社，未经授权不得转载。',
    '扫码关注，第一时间看到最新消息。',
    '推荐阅读：改变了十座港口的故事。',
    '感谢阅读，欢迎把这篇文章转给朋友。',
    '文｜苏禾，编辑｜林舟。',
    '更多精彩内容，请下载我们的客户端。',
    '版权所有，海岸通讯社，二〇二四年。',
    '以上内容不构成投资建议，请读者自行判断。',
  ],
}

/** Of the articles long enough to choose from: how many summaries have a set-in line, and how many break a promise. */
export function measure(): Row[] {
  return (['en', 'zh'] as const).flatMap((group) => {
    const articles = loadPageCases().filter(
      ({ text, expected }) => expected.language.startsWith(group) && splitSentences(text).length > 3,
    )
    const summaries = articles.flatMap(({ text, expected }, at) =>
      noise[group].map((line, number) => {
        const lines = text.split('\n')
        lines.splice([0, 1, lines.length][(at + number) % 3]!, 0, line)
        const summary = extractSummary({ title: expected.title ?? '', text: lines.join('\n') })
        return { own: splitSentences(text), summary }
      }),
    )
    const clean = summaries.filter(({ own, summary }) => summary.every((each) => own.includes(each)))
    const kept = summaries.filter(({ own, summary }) => {
      const places = summary.map((each) => own.indexOf(each)).filter((place) => place >= 0)
      return summary.length > 0 && places.every((place, at) => at === 0 || place > places[at - 1]!)
    })
    const row = (measured: string, part: number): Row => ({
      measure: `extract ${group}: ${measured}`,
      figure: (part / summaries.length).toFixed(3),
      n: summaries.length,
      origin,
      split: 'all',
    })
    return [
      row('only whole sentences of the article, no line set in', clean.length),
      row('in the order of the article', kept.length),
    ]
  })
}
