/** Measures whether short pages are told from what stands in the way of an article: walls, checks, errors. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractArticle } from '../../src/sources/page.ts'
import type { Row } from './row.ts'

/** What it is, the page, and its obstacle: null for a short article. */
type Case = [string, string, string | null]

const url = 'https://site.example/articles/one'
const firstRun = { tune: '58 of 111', test: '21 of 46' }

/** The cases of both splits. */
export function loadObstacles(): Record<'tune' | 'test', Case[]> {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/obstacles.json'), 'utf8')) as Record<
    'tune' | 'test',
    Case[]
  >
}

/** The share of pages whose obstacle is told right, and the share of short articles that are left in peace. */
export function measure(): Row[] {
  return (['tune', 'test'] as const).flatMap((split) => {
    const results = loadObstacles()[split].map(([, html, expected]) => ({
      expected,
      right: extractArticle(html, url).obstacle === expected,
    }))
    const row = (measured: string, chosen: typeof results): Row => ({
      measure: `obstacles: ${measured}`,
      figure: (chosen.filter(({ right }) => right).length / chosen.length).toFixed(3),
      n: chosen.length,
      origin: `written by us, MIT, labelled before the first run (${firstRun[split]}), mended since`,
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
