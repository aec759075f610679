/** Measures the text taken from small pages of odd make: bare lines, tables, lists, code, live reports, forums. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { extractArticle } from '../../src/sources/page.ts'
import type { Row } from './row.ts'

/** What is odd, the group of languages, the page, and its text with a blank line between blocks. */
type Case = [string, 'en' | 'zh' | 'other', string, string]

const firstRun = { en: '.995', zh: '.989', other: '.962' }

/** The cases of the fixture. */
export function loadTextCases(): Case[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/page-texts.json'), 'utf8')) as Case[]
}

/** Token F1 of a case's text as extracted. */
export function textScore([, , html, text]: Case): number {
  return tokenF1(extractArticle(html, 'https://site.example/articles/one').text, text)
}

/** Token F1 per group of languages. */
export function measure(): Row[] {
  return [...Map.groupBy(loadTextCases(), ([, group]) => group)].map(([group, cases]) => ({
    measure: `pages, odd ones: token F1 of the text, ${group}`,
    figure: (cases.map(textScore).reduce((sum, score) => sum + score, 0) / cases.length).toFixed(3),
    n: cases.length,
    origin: `written by us, MIT, labelled before the first run (${firstRun[group]}), mended since`,
    split: 'tune',
  }))
}
