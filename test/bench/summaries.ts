/** Times the summary without a model and the check of a summary against its source, in user CPU time of one core. */
import { checkFaithful } from '../../src/core/faithful.ts'
import { extractSummary } from '../../src/core/extract.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import { type Row, rowsOf } from '../quality/row.ts'

const row = rowsOf('texts of our own pages')
const turns = 20
/** A long news article has about so many characters; our pages' texts are put together until they have as many. */
const longArticle = 5000

/** Milliseconds of user CPU time for one, over some turns after a first that warms up. */
function timeEach<T>(cases: readonly T[], run: (one: T) => unknown): string {
  for (const one of cases) run(one)
  const before = process.cpuUsage()
  for (let turn = 0; turn < turns; turn += 1) for (const one of cases) run(one)
  return `${(process.cpuUsage(before).user / 1000 / turns / cases.length).toFixed(2)} ms`
}

/** Each on long articles and on the pages' own texts. */
export function measure(): Row[] {
  const texts = loadPageCases().flatMap(({ text, expected }) =>
    text === '' ? [] : [{ title: expected.title ?? '', text }],
  )
  const all = texts.map(({ text }) => text).join('\n')
  const long = texts.map(({ title }, at) => {
    const start = Math.floor((at / texts.length) * Math.max(0, all.length - longArticle))
    return { title, text: all.slice(start, start + longArticle) }
  })
  const checked = long.map(({ text }) => ({ source: text, summary: extractSummary({ text }).join(' ') }))
  return [
    row('extract: one of our pages', timeEach(texts, extractSummary), texts.length),
    row(`extract: an article of ${longArticle} characters`, timeEach(long, extractSummary), long.length),
    row(
      `faithful: a summary against ${longArticle} characters`,
      timeEach(checked, (one) => checkFaithful({ ...one, language: 'und' })),
      checked.length,
    ),
  ]
}
