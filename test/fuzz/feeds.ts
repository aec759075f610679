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
import { fuzzerOf } from './subject.ts'

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
function readEverything(bytes: Uint8Array): void {
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

const folder = join(import.meta.dirname, '../fixtures/feeds')

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'feeds',
  fixtures: globSync('*/source.*', { cwd: folder })
    .toSorted()
    .map((file) => new Uint8Array(readFileSync(join(folder, file)))),
  tokens,
  read: readEverything,
})
