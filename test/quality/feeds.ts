/** Measures the feed reader on feeds shaped like those of well-known publishers, beside the best library alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parseFeed } from '../../src/sources/feed.ts'
import type { Row } from './row.ts'

interface Case {
  kind: string
  name: string
  split: 'tune' | 'test'
  url: string
  contentType?: string
  source: string
  feed: { title?: string; url?: string | null; items: Record<string, string | null>[] }
}

const origin =
  'written by us after the shapes of well-known publishers, MIT, labelled by hand before the first run'

/** Returns one line for each difference between what is expected and what was read; [] for none. */
export function differences(each: Case): string[] {
  const options = {
    url: each.url,
    ...(each.contentType === undefined ? {} : { contentType: each.contentType }),
  }
  const feed = parseFeed(new TextEncoder().encode(each.source), options)
  const found: string[] = []
  const compare = (where: string, expected: object, actual: object) => {
    for (const [key, value] of Object.entries(expected)) {
      const got: unknown = Reflect.get(actual, key)
      const shown = got instanceof Date ? got.toISOString() : got
      if (!isDeepStrictEqual(shown, value))
        found.push(`${where}.${key}: ${JSON.stringify(shown)}, not ${JSON.stringify(value)}`)
    }
  }
  const { items, ...channel } = each.feed
  compare('feed', channel, feed)
  if (items.length !== feed.items.length) found.push(`${feed.items.length} items, not ${items.length}`)
  for (const [index, item] of items.entries()) compare(`item ${index}`, item, feed.items[index] ?? {})
  return found
}

/** Returns the share of feeds read without any difference, over all cases and averaged over kinds, and of authors. */
export function measure(): Row[] {
  const file = join(import.meta.dirname, 'sets/feeds.json')
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[]
  const rows: Row[] = []
  for (const split of ['tune', 'test'] as const) {
    const chosen = cases.filter((each) => each.split === split)
    if (chosen.length === 0) continue
    const results = chosen.map((each) => ({ each, wrong: differences(each) }))
    if (process.argv.includes('--show'))
      for (const { each, wrong } of results) if (wrong.length > 0) console.log(each.kind, each.name, wrong)
    const kinds = Map.groupBy(results, ({ each }) => each.kind)
    const right = (group: typeof results) =>
      group.filter(({ wrong }) => wrong.length === 0).length / group.length
    const averaged = [...kinds.values()].map(right).reduce((sum, share) => sum + share, 0) / kinds.size
    const named = results.filter(({ each }) => each.feed.items.some((item) => 'author' in item))
    const authors =
      named.filter(({ wrong }) => !wrong.some((line) => line.includes('.author:'))).length / named.length
    rows.push(
      {
        measure: 'feeds: read without a difference',
        figure: right(results).toFixed(3),
        n: chosen.length,
        origin,
        split,
      },
      {
        measure: 'feeds: the same, averaged over kinds',
        figure: averaged.toFixed(3),
        n: kinds.size,
        origin,
        split,
      },
      { measure: 'feeds: author right', figure: authors.toFixed(3), n: named.length, origin, split },
    )
  }
  return rows
}
