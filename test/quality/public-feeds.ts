/** Measures the feed reader on other projects' cases: `npm run quality -- public-feeds --feedparser DIR --gofeed DIR`. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { parseHTML } from 'linkedom'
import { UserError } from '../../src/core/errors.ts'
import { decodeText } from '../../src/sources/charset.ts'
import { parseFeed, type Feed } from '../../src/sources/feed.ts'
import { rowsOf, type Row } from './row.ts'

/** What a case says of one field that Gazette keeps; `item` -1 means the feed. */
interface Check {
  field: string
  item: number
  want: string | number[]
}

interface PublicCase {
  name: string
  source: { bytes: Uint8Array; url: string; contentType?: string }
  checks: Check[]
}

/** Where feedparser's own tests serve theirs, which some expectations name. */
const address = 'http://127.0.0.1:8097/'

/** What each of our fields is called there; what is not here (rights, tags, languages ...) Gazette does not keep. */
const feedparserNames: Readonly<Record<string, string>> = {
  title: 'title title_detail.value',
  url: 'link',
  id: 'id guid',
  author: 'author author_detail.name authors.0.name',
  date: 'published_parsed created_parsed updated_parsed',
  text: 'summary description summary_detail.value content.0.value',
}
const gofeedNames: Readonly<Record<string, string>> = {
  title: 'title',
  url: 'link',
  id: 'guid id',
  author: 'author authors',
  date: 'publishedParsed pubDateParsed',
  text: 'description summary content content_html',
}

/** Our field for `name`, of which a feed has fewer than an item; [] for none. */
function fieldOf(names: Readonly<Record<string, string>>, name: string, item: number): string[] {
  return Object.keys(names).filter(
    (field) =>
      names[field]!.split(' ').includes(name) && (item >= 0 || ['title', 'url', 'author'].includes(field)),
  )
}

function feedparserCases(folder: string): PublicCase[] {
  return globSync('tests/**/*.xml', { cwd: folder }).flatMap((path) => {
    const bytes = readFileSync(join(folder, path))
    // Only what is to be compared is read by our own means; a case that they lose counts as a fault.
    const text = decodeText(bytes)
    const header = (name: string) => new RegExp(`^Header:\\s+${name}:(.+)$`, 'imu').exec(text)?.[1]?.trim()
    const located = URL.parse(header('Content-Location') ?? '', address + path)
    const source = { bytes, url: located?.protocol === 'http:' ? located.href : address + path }
    const contentType = header('Content-type')
    const written = /Expect:\s*([^\n]*?)\s*(?:-->|\n)/u.exec(text)?.[1]
    const checks = written === undefined ? [{ field: 'lost', item: -1, want: '' }] : pythonChecks(written)
    return { name: path, source: contentType ? { ...source, contentType } : source, checks }
  })
}

const quoted = String.raw`[uU]?(?:'''[^]*?'''|"""[^]*?"""|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`
const comparison = new RegExp(
  String.raw`(ord\()?\b(encoding|(?:feed|entries\[\d+\])(?:\.\w+|\['\w+'\]|\[\d+\])+)\)?\s*==\s*(${quoted}(?:\s*\+?\s*${quoted})*|\([\d, ]+\)|\d+)`,
  'gu',
)

/** Reads the comparisons out of an expectation, which is an expression of Python. */
function pythonChecks(written: string): Check[] {
  return [...written.matchAll(comparison)].flatMap(([, ord, path = '', value = '']) => {
    const want = ord === undefined ? pythonValue(value) : String.fromCodePoint(Number(value))
    if (path === 'encoding') return { field: 'encoding', item: -1, want }
    const [holder, ...parts] = path.match(/\w+/gu) ?? []
    const item = holder === 'feed' ? -1 : Number(parts.shift())
    return fieldOf(feedparserNames, parts.join('.'), item).map((field) => ({ field, item, want }))
  })
}

function pythonValue(value: string): Check['want'] {
  if (value.startsWith('(')) return value.slice(1, -1).split(',').map(Number)
  return (value.match(new RegExp(quoted, 'gu')) ?? []).map(pythonString).join('')
}

function pythonString(literal: string): string {
  const inside = literal.replace(/^[uU]?('''|"""|'|")([^]*)\1$/u, '$2')
  return inside.replace(
    /\\(?:[xuU]([\da-f]{8}|[\da-f]{4}|[\da-f]{2})|(.))/giu,
    (_all, code?: string, sign = '') =>
      code === undefined
        ? ({ n: '\n', t: '\t', r: '\r' }[String(sign)] ?? String(sign))
        : String.fromCodePoint(Number.parseInt(code, 16)),
  )
}

type Fields = Readonly<Record<string, unknown>>

function gofeedCases(folder: string): PublicCase[] {
  return globSync('testdata/*/*/*.json', { cwd: folder }).flatMap((path) => {
    const file = path.replace(/_expected\.json$|\.json$/u, path.includes('_expected') ? '.json' : '.xml')
    if (!existsSync(join(folder, file))) return []
    const feed = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Fields
    const items = (feed['items'] ?? feed['entries'] ?? []) as Fields[]
    const checks = [feed, ...items].flatMap((fields, at) => gofeedChecks(fields, at - 1))
    const source = { bytes: readFileSync(join(folder, file)), url: address + file }
    return { name: file, source, checks }
  })
}

function gofeedChecks(fields: Fields, item: number): Check[] {
  return Object.entries(fields).flatMap(([name, written]) => {
    const [first] = [written].flat() as (string | Fields)[]
    const want = typeof first === 'object' ? (first['name'] ?? first['value']) : first
    return typeof want === 'string' && want !== ''
      ? fieldOf(gofeedNames, name, item).map((field) => ({ field, item, want }))
      : []
  })
}

/** The text that a browser shows for `html`, blanks left out: blocks have none between them here. */
function shown(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  for (const hidden of document.querySelectorAll('script,style')) hidden.remove()
  return (document.body.textContent ?? '').replace(/\s+/gu, '')
}

function holds({ field, item, want }: Check, { source }: PublicCase, feed: Feed): boolean {
  const text = String(want)
  if (field === 'encoding')
    return decodeText(source.bytes, source.contentType) === iconv.decode(source.bytes, text)
  const found = item < 0 ? feed : feed.items[item]
  if (!found || field === 'lost') return false
  if (field === 'author') {
    const got = (found.author ?? '').replace(/\s+/gu, '')
    const name = shown(text.replace(/\(?\S*@[^\s)]*\)?/gu, '') || text).replace(/^\((.*)\)$/u, '$1')
    return got === name || got.startsWith(`${name},`)
  }
  const same = (got: string) => [shown(text), text.replace(/\s+/gu, '')].includes(got.replace(/\s+/gu, ''))
  if (field === 'title') return same(found.title)
  if (field === 'url') return (found.url ?? '') === (URL.parse(text, source.url)?.href ?? '')
  if (!('id' in found)) return false
  if (field === 'id') return same(found.id) || found.id === URL.parse(text, source.url)?.href
  if (field === 'text') return same(found.summary) || same(shown(found.contentHtml))
  const [year = 0, month = 0, ...rest] = Array.isArray(want) ? want : []
  const time = Array.isArray(want) ? Date.UTC(year, month - 1, ...rest.slice(0, 4)) : Date.parse(text)
  return found.publishedAt?.getTime() === time
}

function isRight(each: PublicCase, check: Check): boolean {
  try {
    return holds(check, each, parseFeed(each.source.bytes, each.source))
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/** Returns how many cases of each given folder are read as they expect; [] where no folder is given. */
export function measure(): Row[] {
  return [...rowsFor('feedparser', 'BSD-2', feedparserCases), ...rowsFor('gofeed', 'MIT', gofeedCases)]
}

function rowsFor(project: string, licence: string, read: (folder: string) => PublicCase[]): Row[] {
  const at = process.argv.indexOf(`--${project}`)
  if (at < 0) return []
  const row = rowsOf(`test cases of ${project}, ${licence}, labelled there; seen by us while mending`)
  const cases = read(process.argv[at + 1]!)
  const asked = cases.filter(({ checks }) => checks.length > 0)
  const results = asked.map((each) => ({ each, wrong: each.checks.filter((check) => !isRight(each, check)) }))
  if (process.argv.includes('--show'))
    for (const { each, wrong } of results) if (wrong.length > 0) console.log(each.name, wrong)
  const share = (all: typeof results) => all.filter(({ wrong }) => wrong.length === 0).length / all.length
  const kinds = [...Map.groupBy(results, ({ each }) => dirname(each.name)).values()].map(share)
  const average = kinds.reduce((sum, one) => sum + one, 0) / kinds.length
  const ofAuthor = ({ field }: Check) => field === 'author'
  const authors = results
    .filter(({ each }) => each.checks.some(ofAuthor))
    .map(({ each, wrong }) => ({ each, wrong: wrong.filter(ofAuthor) }))
  return [
    row(`public feeds, ${project}: read as expected`, share(results).toFixed(3), results.length),
    row('the same, averaged over kinds', average.toFixed(3), kinds.length),
    row('author as expected', share(authors).toFixed(3), authors.length),
    row('cases about what Gazette does not keep', String(cases.length - asked.length), cases.length),
  ]
}
