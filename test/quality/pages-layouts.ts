/** Measures text and fields on pages built as the sites that people read are, in words of our own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { type Fields, readFields } from './pages-fields.ts'
import type { Row } from './row.ts'

type Group = 'en' | 'zh' | 'other'
/** What kind of page, its group of languages, its make, and the fields it tells. */
type Template = [string, Group, string, Fields]

export interface Layout {
  name: string
  group: Group
  /** What is mended after the first run is 'tune'. */
  split: 'tune' | 'test'
  html: string
  /** What a person would keep. */
  text: string
  fields: Fields
}

/** Right before anything was mended for them: token F1 by group and the share of fields, of the first pages and of those added later. */
const firstRun = {
  tune: {
    en: '.981 of 34, .967 of 33, .930 of 30, .981 of 19, .960 of 17, .929 of 15, .894 of 9, .819 of 9, .949 of 6, .995 of 1, .978 of 10, .979 of 7, .737 of 4, .662 of 6, .994 of 7, .500 of 4, .000 of 1, .831 of 5, .955 of 6, .978 of 2, .977 of 4, .932 of 3, .879 of 19 (one left out since), .947 of 14, .994 of 7, .940 of 1',
    zh: '.978 of 32, .991 of 26, .962 of 1, .999 of 9, .989 of 9, .994 of 12, .743 of 8, .939 of 4, .946 of 1, 1.000 of 3, .868 of 1, .952 of 11, .971 of 1',
    other:
      '.964 of 55, .973 of 54, .735 of 4, .988 of 20, .937 of 1, .937 of 15, .969 of 6, .233 of 2, 1.000 of 2, .947 of 6, 1.000 of 1, .932 of 11, .950 of 7, .965 of 11, .992 of 9, .944 of 4, .947 of 12, .926 of 1',
    fields: '77 of 95 pages, 251 of 282 single fields; 14 of 33 old pages, 15 of 18, 11 of 12',
  },
  test: { en: '.986', zh: '.993', other: '.997', fields: 'all' },
} as const

/** The pages: `{en1}` and `[[…]]` are the article's, `{~en1}` is somebody else's paragraph. */
export function loadLayouts(): Layout[] {
  const { texts, cases, unseen } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/page-layouts.json'), 'utf8'),
  ) as { texts: Record<string, string[]>; cases: Template[]; unseen: Template[] }
  const build = (split: Layout['split'], [name, group, make, fields]: Template): Layout => {
    const kept: string[] = []
    const html = make
      .replace(
        /\{(~?)([a-z]{2})(\d)\}|\[\[(.*?)\]\]/gsu,
        (_, other: string, language: string, number: string, written: string | undefined) => {
          const text = written ?? texts[language]![Number(number) - 1]!
          if (other !== '~') kept.push(text.replace(/<[^>]+>/gu, ''))
          return text
        },
      )
      .replace(/<a(?![^>]*(?:href| name=))(?=[ >])/gu, '<a href="/x"')
    return {
      name,
      group,
      split,
      html: `<!DOCTYPE html><html>${html}</html>`,
      text: kept.join('\n\n'),
      fields,
    }
  }
  return [...cases.map((each) => build('tune', each)), ...unseen.map((each) => build('test', each))]
}

/** Token F1 of the text as extracted. */
export function layoutScore({ html, text }: Layout): number {
  return tokenF1(extractArticle(html, 'https://site.example/news/one').text, text)
}

/** Token F1 by group of languages, and the share of pages whose fields are all right. */
export function measure(): Row[] {
  return [...Map.groupBy(loadLayouts(), ({ split }) => split)].flatMap(([split, layouts]) =>
    measureSplit(split, layouts),
  )
}

function measureSplit(split: Layout['split'], layouts: readonly Layout[]): Row[] {
  const origin = (first: string) =>
    `built by us after the layouts of known sites, own words, MIT, labelled before the first run (${first})${split === 'tune' ? ', mended since' : ''}`
  const rows = [...Map.groupBy(layouts, ({ group }) => group)].map(
    ([group, all]): Row => ({
      measure: `pages, layouts: token F1 of the text, ${group}`,
      figure: (all.map(layoutScore).reduce((sum, score) => sum + score, 0) / all.length).toFixed(3),
      n: all.length,
      origin: origin(firstRun[split][group]),
      split,
    }),
  )
  const told = layouts.filter(({ fields }) => Object.keys(fields).length > 0)
  const right = told.filter(({ name, html, fields }) => {
    const read = readFields([name, html, fields])
    return Object.entries(fields).every(([key, value]) => read[key as keyof Fields] === value)
  })
  return [
    ...rows,
    {
      measure: 'pages, layouts: all fields right',
      figure: (right.length / told.length).toFixed(2),
      n: told.length,
      origin: origin(firstRun[split].fields),
      split,
    },
  ]
}
