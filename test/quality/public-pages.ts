/** Measures extractArticle on other projects' pages: `npm run quality -- public-pages --readability DIR`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { detectLanguage } from '../../src/core/language.ts'
import { bare } from '../../src/sources/page/title-parts.ts'
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { inlineNames } from '../../src/sources/page/tree.ts'
import { decodeText } from '../../src/sources/charset.ts'
import { extractArticle, type Article } from '../../src/sources/page.ts'
import { rowsOf, type Row } from './row.ts'

interface Expected {
  title: string | null
  byline: string | null
  publishedTime?: string | null
}

interface Result {
  name: string
  article: Article
  group: 'English' | 'Chinese, Japanese, Korean' | 'others'
  score: number
  expected: Expected
}

/** Where the pages say they stand; some name themselves relative to it. */
const address = 'https://pages.example/test/page.html'
const row = rowsOf(
  'pages of the web in the tests of readability, Apache-2.0, accepted there as its output; seen by us while mending',
)

/** Token F1 per group of languages, the share of right fields, and pages per second; [] where no folder is given. */
export function measure(): Row[] {
  const at = process.argv.indexOf('--readability')
  if (at < 0) return []
  const folder = process.argv[at + 1]!
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.html')))
  const pages = names.map((name) => decodeText(readFileSync(join(folder, name, 'source.html'))))
  const extract = (html: string) => extractArticle(html, address)
  // In a service that has run for a minute the compiler is warm.
  pages.slice(0, 30).forEach(extract)
  const before = process.cpuUsage()
  const articles = pages.map(extract)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1_000_000
  const results = names.map((name, each) => compare(folder, name, articles[each]!))
  if (process.argv.includes('--show'))
    for (const { name, score, article } of results.toSorted((one, other) => one.score - other.score))
      console.log(score.toFixed(3), name, '|', article.title, '|', article.byline, '|', article.obstacle)
  return [
    ...[...Map.groupBy(results, ({ group }) => group)].map(([group, of]) =>
      row(
        `public pages: token F1 of the text, ${group}`,
        average(of.map(({ score }) => score)).toFixed(3),
        of.length,
      ),
    ),
    rightRow(
      'title',
      results,
      ({ article, expected }) => bare(article.title ?? '') === bare(expected.title!),
    ),
    rightRow(
      'byline',
      results,
      ({ article, expected }) => bare(article.byline ?? '') === bare(expected.byline!),
    ),
    rightRow(
      'publishedTime',
      results,
      ({ article, expected }) => article.publishedAt?.getTime() === Date.parse(expected.publishedTime!),
    ),
    row(
      'public pages: articles taken for an obstacle',
      String(results.filter(({ article }) => article.obstacle !== null).length),
      results.length,
    ),
    row(
      'public pages: pages per second of processor time',
      (pages.length / seconds).toFixed(1),
      results.length,
    ),
  ]
}

function compare(folder: string, name: string, article: Article): Result {
  const text = shownText(readFileSync(join(folder, name, 'expected.html'), 'utf8'))
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected-metadata.json'), 'utf8')) as Expected
  return { name, article, group: groupOf(text), score: tokenF1(article.text, text), expected }
}

function rightRow(
  field: keyof Expected,
  results: readonly Result[],
  isRight: (result: Result) => boolean,
): Row {
  const asked = results.filter(({ expected }) => expected[field])
  return row(
    `public pages: ${field} as expected`,
    average(asked.map((each) => Number(isRight(each)))).toFixed(2),
    asked.length,
  )
}

function average(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length)
}

function groupOf(text: string): Result['group'] {
  const tag = detectLanguage(text).slice(0, 2)
  if (['zh', 'ja', 'ko'].includes(tag)) return 'Chinese, Japanese, Korean'
  return tag === 'en' ? 'English' : 'others'
}

/** What is looked at of a parsed page. */
interface ParsedNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<ParsedNode>
}

const unread = new Set('script style svg math template noscript iframe object video audio button'.split(' '))

/** The words of accepted HTML, without the captions of pictures, which Gazette leaves out. */
function shownText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  let text = ''
  const visit = (node: ParsedNode): void => {
    if (node.nodeType === 3) text += node.textContent ?? ''
    if (node.nodeType !== 1) return
    const name = node.nodeName.toLowerCase()
    if (unread.has(name) || name === 'figcaption') return
    const apart = inlineNames.has(name) ? '' : '\n'
    text += apart
    for (const child of node.childNodes) visit(child)
    text += apart
  }
  visit(document.body as ParsedNode)
  return text
}
