/** Measures how much of an article's text, and which fields, extractArticle finds on pages written for it. */
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { loadPageCases, type PageCase } from '../fixtures/page-cases.ts'
import type { Row } from './row.ts'

const origin = 'our own pages (MIT), labelled by their authors before the first run'

/** Token F1 per language group and share of right fields, tune and test apart. */
export function measure(): Row[] {
  const results = loadPageCases().map((each) => ({ each, article: extractArticle(each.html, each.url) }))
  const rows: Row[] = []
  for (const split of ['tune', 'test'] as const) {
    const part = results.filter(({ each }) => each.expected.split === split)
    const add = (measure: string, scores: number[], digits: number) =>
      rows.push({
        measure,
        figure: (scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)).toFixed(digits),
        n: scores.length,
        origin,
        split,
      })
    const articles = part.filter(({ each }) => each.expected.obstacle === null)
    for (const group of ['en', 'zh', 'other'] as const)
      add(
        `pages: token F1 of the text, ${group}`,
        articles
          .filter(({ each }) => groupOf(each) === group)
          .map(({ each, article }) => tokenF1(article.text, each.text)),
        3,
      )
    add(
      'pages: title right',
      articles.map(({ each, article }) => Number(article.title === each.expected.title)),
      2,
    )
    add(
      'pages: byline right',
      articles.map(({ each, article }) => Number(article.byline === each.expected.byline)),
      2,
    )
    add(
      'pages: day of publication right',
      articles.map(({ each, article }) =>
        Number((article.publishedAt?.toISOString().slice(0, 10) ?? null) === each.expected.publishedDay),
      ),
      2,
    )
    add(
      'pages: obstacle right',
      part.map(({ each, article }) => Number(article.obstacle === each.expected.obstacle)),
      2,
    )
  }
  return rows
}

function groupOf({ expected }: PageCase): 'en' | 'zh' | 'other' {
  if (expected.language.startsWith('en')) return 'en'
  return expected.language.startsWith('zh') ? 'zh' : 'other'
}
