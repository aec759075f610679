/** Feeds random bytes and mangled fixtures to everything that reads what sources send; nothing may crash or hang. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/core/errors.ts'
import { decodeText } from '../../src/sources/charset.ts'
import { parseDate } from '../../src/sources/dates.ts'
import { detectKind } from '../../src/sources/detect.ts'
import { discoverFeeds } from '../../src/sources/discover.ts'
import { parseFeed } from '../../src/sources/feed.ts'
import { parseOpml, renderOpml } from '../../src/sources/opml.ts'
import { createRandom, mutate, pick } from './random.ts'

const tokens = [
  '<',
  '>',
  '&',
  ';',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml ',
  '?>',
  '</',
  '/>',
  '<item>',
  '</item>',
  '<entry>',
  '<title>',
  '</title>',
  '<description>',
  '<!ENTITY a "b">',
  '<!DOCTYPE',
  '&a;',
  '&#0;',
  '&#xD800;',
  '&amp;',
  ' xmlns="http://www.w3.org/2005/Atom"',
  ' xml:base="../"',
  ' type="xhtml"',
  ' mode="base64"',
  '\0',
  '\uFEFF',
  '\uFFFD',
  '<link href="//x" rel=alternate type=application/rss+xml>',
  '<base href="http://[">',
  '{"items":[',
  '}',
  'encoding="gbk"',
  'http://',
  'javascript:',
  '新闻',
  '👩‍👩‍👧',
  '\u202E',
  '2024-05-06',
  '<outline xmlUrl="http://a.b/">',
  '<a href="feed:',
]

/** Reads one input in every way; throws where an answer breaks its contract. */
export function readEverything(bytes: Uint8Array): void {
  const url = 'https://example.org/a/feed.xml'
  detectKind(bytes, 'text/xml', url)
  const text = decodeText(bytes, 'text/html; charset=gbk')
  if (!text.isWellFormed()) throw new Error('decodeText gave half a character')
  for (const found of discoverFeeds(text, url))
    if (!/^https?:\/\//u.test(found)) throw new Error(`discoverFeeds gave ${found}`)
  const date = parseDate(text.slice(0, 100))
  if (date !== null && Number.isNaN(date.getTime())) throw new Error('parseDate gave no date')
  expectedRefusal(() => {
    const list = parseOpml(text)
    const again = parseOpml(renderOpml(list, 'list'))
    if (again.length !== list.length) throw new Error('renderOpml lost a feed')
  })
  expectedRefusal(() => {
    for (const item of parseFeed(bytes, { url }).items) {
      if (item.url !== null && !/^https?:\/\//u.test(item.url)) throw new Error(`parseFeed gave ${item.url}`)
      if (!item.title.isWellFormed() || /[\r\n]/u.test(item.title))
        throw new Error('parseFeed gave a broken title')
      if (item.id === '') throw new Error('parseFeed gave no id')
    }
  })
}

function expectedRefusal(read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

function createInputs(seed: number): () => Uint8Array {
  const random = createRandom(seed)
  const folder = join(import.meta.dirname, '../fixtures/feeds')
  const fixtures = globSync('*/source.*', { cwd: folder })
    .toSorted()
    .map((file) => new Uint8Array(readFileSync(join(folder, file))))
  return () => {
    if (pick(random, 20) === 0)
      return Uint8Array.from({ length: pick(random, 2000) }, () => pick(random, 256))
    if (pick(random, 10) === 0) {
      const soup = Array.from({ length: pick(random, 200) }, () => tokens[pick(random, tokens.length)])
      return new TextEncoder().encode(soup.join(''))
    }
    return mutate(fixtures[pick(random, fixtures.length)]!, random, tokens)
  }
}

function readNamed(bytes: Uint8Array, seed: number, index: number): void {
  try {
    readEverything(bytes)
  } catch (error) {
    const shown = Buffer.from(bytes.subarray(0, 20_000)).toString('base64')
    throw new Error(`feeds: input ${index} of seed ${seed}, base64 ${shown}`, { cause: error })
  }
}

/** Reads `count` inputs; throws with the input that broke something. */
export function fuzzCount(count: number, seed: number): void {
  const next = createInputs(seed)
  for (let index = 0; index < count; index++) readNamed(next(), seed, index)
}

/** Reads inputs for `seconds`; returns how many. Throws on a crash, a broken contract, or one input over 2 s. */
export function fuzz(seconds: number, seed: number): number {
  const next = createInputs(seed)
  const end = performance.now() + seconds * 1000
  let index = 0
  for (; performance.now() < end; index++) {
    const bytes = next()
    const start = performance.now()
    readNamed(bytes, seed, index)
    const took = performance.now() - start
    if (took > 2000) throw new Error(`feeds: input ${index} of seed ${seed} took ${Math.round(took)} ms`)
  }
  return index
}
