/** Times reading a 10 MB feed beside feedsmith, extracting articles from pages, and telling languages. */
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { detectLanguage } from '../../src/core/language.ts'
import { parseFeed } from '../../src/sources/feed.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import { type Row, rowsOf } from '../quality/row.ts'
import { writeFeed } from './programs/feed-text.ts'

const megabytes = 10
const turns = 5

const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!

/** The median time of one run, in milliseconds, over some turns of `rounds` each; the first turn only warms up. */
function median(run: () => unknown, rounds = 1): number {
  const times = Array.from({ length: turns + 1 }, () => {
    const begun = performance.now()
    for (let round = 0; round < rounds; round += 1) run()
    return (performance.now() - begun) / rounds
  }).slice(1)
  return middle(times)
}

const pairs = 15

/** The median times of two runs in turn, in milliseconds: what the machine and the heap do meanwhile meets both. */
function medians(one: () => unknown, other: () => unknown): [number, number] {
  const times: [number[], number[]] = [[], []]
  // The first third lets the code be compiled and the heap grow.
  for (let turn = -pairs / 3; turn < pairs; turn += 1)
    for (const [at, run] of [one, other].entries()) {
      const begun = performance.now()
      run()
      if (turn >= 0) times[at]!.push(performance.now() - begun)
    }
  return [middle(times[0]), middle(times[1])]
}

/** A ratio of one run, and pages and texts a second on one core. */
export function measure(): Row[] {
  const items = (megabytes * 1_000_000) / 4600
  const bytes = Buffer.from(writeFeed(1, 'news.example', items))
  const url = 'https://news.example/feed.xml'
  const [own, theirs] = medians(
    () => parseFeed(bytes, { url }),
    () => parseWithFeedsmith(new TextDecoder().decode(bytes)),
  )
  const pages = loadPageCases()
  const reading = median(() => pages.map(({ html, url: page }) => extractArticle(html, page)), 3)
  const large = pages.map(({ html, url: page }) => ({
    // Real pages carry far more than their article: scripts and styles.
    html: html.replace('</head>', `<script>${'var a = {"b": [1, 2, 3]};'.repeat(8000)}</script></head>`),
    url: page,
  }))
  const heavy = median(() => large.map(({ html, url: page }) => extractArticle(html, page)))
  const texts = pages.flatMap(({ text }) => (text === '' ? [] : [text]))
  const telling = median(() => texts.map((text) => detectLanguage(text)), 20)
  const ofPages = rowsOf('our own pages')
  return [
    rowsOf('an invented RSS feed, medians')(
      `feeds: ${(bytes.length / 1e6).toFixed(0)} MB, as a multiple of feedsmith's time`,
      `${(own / theirs).toFixed(2)}`,
      pairs,
      {
        ceiling: {
          value: Math.round(own),
          most: Math.round(theirs),
          unit: 'ms',
          what: 'feedsmith alone, which mends nothing',
          better: 'less',
        },
      },
    ),
    ofPages('pages: articles extracted a second', (pages.length / (reading / 1000)).toFixed(0), pages.length),
    ofPages(
      'pages: the same with 200 kB of scripts in each',
      (large.length / (heavy / 1000)).toFixed(0),
      large.length,
    ),
    rowsOf('their texts')(
      'language: told in',
      `${((telling / texts.length) * 1000).toFixed(0)} us`,
      texts.length,
    ),
  ]
}
