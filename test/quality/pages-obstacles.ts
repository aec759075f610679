/** Measures whether short pages are told from what stands in the way of an article: walls, checks, errors. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractArticle } from '../../src/sources/page.ts'
import type { Row } from './row.ts'

/** What it is, the page, and its obstacle: null for a short article. */
type Case = [string, string, string | null]

const url = 'https://site.example/articles/one'
/** The sets, in which split each is, and how many were right on the first run. */
const sets = {
  tune: ['tune', '58 of 111'],
  test: ['test', '21 of 46'],
  asked: ['tune', '54 of 136'],
  'asked unseen': ['test', '56 of 68'],
  later: ['tune', '17 of 23'],
  lands: ['tune', '83 of 100'],
  notices: ['tune', '57 of 86'],
  'notices unseen': ['tune', '26 of 34; one still wrong is left out'],
} as const
type SetName = keyof typeof sets

/** The cases of every set. */
export function loadObstacles(): Record<SetName, Case[]> {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/obstacles.json'), 'utf8')) as Record<
    SetName,
    Case[]
  >
}

/** The share of pages whose obstacle is told right, and the share of short articles that are left in peace. */
export function measure(): Row[] {
  return (Object.keys(sets) as SetName[]).flatMap((name) => {
    const [split, firstRun] = sets[name]
    const results = loadObstacles()[name].map(([, html, expected]) => ({
      expected,
      right: extractArticle(html, url).obstacle === expected,
    }))
    const row = (measured: string, chosen: typeof results): Row => ({
      measure: `obstacles, ${name}: ${measured}`,
      figure: (chosen.filter(({ right }) => right).length / chosen.length).toFixed(3),
      n: chosen.length,
      origin: `written by us, MIT, labelled before the first run (${firstRun}), mended since`,
      split,
    })
    return [
      row('right on all pages', results),
      row(
        'short articles left in peace',
        results.filter(({ expected }) => expected === null),
      ),
    ]
  })
}
