/** Measures the fields of pages in every place where sites write them: title, byline, date and lead picture. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractArticle } from '../../src/sources/page.ts'
import type { Row } from './row.ts'

export interface Fields {
  title?: string | null
  byline?: string | null
  image?: string | null
  /** yyyy-mm-dd, where the page says no more. */
  day?: string | null
  /** The instant. */
  at?: string | null
}
/** What is odd, the page, its fields, and its address where that matters. */
type Case = [string, string, Fields, string?]

/** The cases; only what is written of a field is compared. */
export function loadFieldCases(): Case[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/page-fields.json'), 'utf8')) as Case[]
}

/** What was read, in the shape of what is expected. */
export function readFields([, html, expected, url = 'https://site.example/news/one']: Case): Fields {
  const { publishedAt, ...article } = extractArticle(html, url)
  const at = publishedAt?.toISOString().replace('.000Z', 'Z') ?? null
  const all: Fields = { ...article, at, day: at?.slice(0, 10) ?? null }
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof Fields]]))
}

/** The share of each field that is read right. */
export function measure(): Row[] {
  const results = loadFieldCases().map((each) => ({ expected: each[2], read: readFields(each) }))
  return (['title', 'byline', 'day', 'at', 'image'] as const).map((field) => {
    const asked = results.filter(({ expected }) => field in expected)
    return {
      measure: `pages, fields: ${field} right`,
      figure: (
        asked.filter(({ expected, read }) => read[field] === expected[field]).length / asked.length
      ).toFixed(2),
      n: asked.length,
      origin: 'written by us, MIT, labelled before the first run (59 of 102 pages), mended since',
      split: 'tune',
    }
  })
}
