/** Feeds written to blow up their reader: each must give an answer, and only what stands in it. */
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { parseFeed } from '../../src/sources/feed.ts'

const start = '<rss version="2.0"><channel><title>x</title><item><title>t</title>'
const end = '</item></channel></rss>'
const million = 1_000_000

/** Returns the first title, or the error's key. */
function outcome(text: string): string {
  try {
    const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' })
    return feed.items[0]?.title ?? ''
  } catch (error) {
    if (error instanceof UserError) return error.key
    throw error
  }
}

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
)

describe('survived', () => {
  test.each([
    [
      'billion laughs',
      `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]>${start.replace('>t<', '>&l9;<')}${end}`,
      '&l9;',
    ],
    [
      'an outside entity',
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${start.replace('>t<', '>&f;<')}${end}`,
      '&f;',
    ],
    [
      'a parameter entity',
      `<!DOCTYPE x [<!ENTITY % f SYSTEM "http://10.0.0.1/x.dtd"> %f;]>${start}${end}`,
      't',
    ],
    ['a million open elements', start + '<a>'.repeat(million), 't'],
    ['a million ends that were never open', `${start}${'<a>'.repeat(million)}${'</b>'.repeat(million)}`, 't'],
    [
      '100,000 items of a channel with 100,000 elements and no link',
      `<rss><channel>${'<a/>'.repeat(100_000)}${'<item><title>t</title></item>'.repeat(100_000)}`,
      't',
    ],
    ['a million nested items', `<rss>${'<item>'.repeat(million)}`, ''],
    [
      'deep markup in a description',
      `${start}<description><![CDATA[${'<div>'.repeat(million)}]]></description>${end}`,
      't',
    ],
    [
      'deep xhtml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><content type="xhtml">${'<div>'.repeat(million)}`,
      't',
    ],
    [
      '200,000 attributes',
      `<rss ${Array.from({ length: 200_000 }, (_, at) => `a${at}="${at}"`).join(' ')}><channel><item><title>t</title>${end}`,
      't',
    ],
    [
      '200,000 namespaces',
      `<rss ${Array.from({ length: 200_000 }, (_, at) => `xmlns:a${at}="u${at}"`).join(' ')}><channel><item><title>t</title>${end}`,
      't',
    ],
    [
      '200,000 element names',
      `${start}${Array.from({ length: 200_000 }, (_, at) => `<t${at}>`).join('')}`,
      't',
    ],
    ['megabytes of <', '<'.repeat(8 * million), 'notAFeed'],
    ['megabytes of < in a description', `${start}<description>${'<'.repeat(8 * million)}`, 't'],
    ['megabytes of <a', `${start}<description>${'<a'.repeat(4 * million)}`, 't'],
    ['megabytes of &', `${start}<description>${'&'.repeat(8 * million)}</description>${end}`, 't'],
    ['megabytes of &lt;', `${start}<description>${'&lt;'.repeat(2 * million)}</description>${end}`, 't'],
    ['megabytes of blanks', `${start}<description>${' '.repeat(8 * million)}</description>${end}`, 't'],
    ['megabytes of open quotes', start + '<a b="'.repeat(million), 't'],
    [
      'megabytes of href=',
      `${start}<description><![CDATA[${' href="'.repeat(million)}]]></description>${end}`,
      't',
    ],
    ['megabytes of comments that never end', start + '<!--'.repeat(2 * million), 't'],
    ['megabytes of sections that never end', start + '<![CDATA['.repeat(million), 't'],
    [
      'megabytes of sections that forgot their end',
      `${start}${'<description><![CDATA[x</description></item><item>'.repeat(100_000)}]]>`,
      't',
    ],
    ['megabytes of tags without their end', start + '<a '.repeat(2 * million), 't'],
    ['megabytes of quotes that end in other tags', start + `<a b=">\n<a c='`.repeat(million / 2), 't'],
    [
      'megabytes of scripts that never end',
      `${start}<description><![CDATA[${'<script>'.repeat(million)}]]></description>${end}`,
      't',
    ],
    ['megabytes of instructions that never end', '<?xml '.repeat(million), 'notAFeed'],
    ['megabytes of @ for an author', `${start}<author>${'a@'.repeat(million)}</author>${end}`, 't'],
    ['megabytes of digits for a date', `${start}<pubDate>${'1 '.repeat(million)}</pubDate>${end}`, 't'],
    [
      'megabytes of blanks before the feed',
      `${' '.repeat(million)}/**/${' '.repeat(million)}${start}${end}`,
      't',
    ],
    [
      'megabytes of items that are no JSON, and one that is',
      `{"version":"https://jsonfeed.org/version/1","items":[{"title":"t"},${'{x},'.repeat(million)}`,
      't',
    ],
    [
      'megabytes of ends of items that never began',
      `${start}</item>${'<x/></item>'.repeat(million / 5)}`,
      't',
    ],
    [
      'megabytes of tags and ends within a title',
      `${start.replace('>t<', `>t${'<x>'.repeat(million / 5)}${'</y>'.repeat(million / 2)}<`)}${end}`,
      `t${'<x>'.repeat(million / 5)}`,
    ],
    [
      'megabytes of [ for a JSON feed',
      `{"version":"https://jsonfeed.org/version/1","items":[${'['.repeat(4 * million)}`,
      '',
    ],
    [
      'a JSON feed with megabytes of a string that never ends',
      `{"version":"https://jsonfeed.org/version/1","items":[{"title":"t"},{"title":"${'a'.repeat(8 * million)}`,
      't',
    ],
    [
      'a JSON feed with a title of megabytes and a fault',
      `{"version":"https://jsonfeed.org/version/1","title":"${'\\"'.repeat(2 * million)}","items":[{"title":"t"},]}`,
      't',
    ],
    [
      'megabytes of brackets too many in a JSON feed',
      `{"version":"https://jsonfeed.org/version/1","items":[{"title":"t"}${'}],{"title":1} ]'.repeat(million / 4)}`,
      't',
    ],
    [
      'megabytes of quotes that may be ends in a JSON feed',
      `{"version":"https://jsonfeed.org/version/1","items":[{"title":"t"},{"x":"${'",{ a'.repeat(million / 2)}`,
      't',
    ],
    [
      'megabytes of comments in titles',
      `<rss><channel>${`<item><title><![CDATA[t${'<!--'.repeat(1000)}]]></title></item>`.repeat(1000)}`,
      `t${'<!--'.repeat(1000)}`,
    ],
    [
      'megabytes of handlers',
      `${start}<description><![CDATA[${'<a onclick=x href="javascript:'.repeat(300_000)}]]></description>${end}`,
      't',
    ],
    [
      'megabytes of sets of pictures',
      `${start}<description><![CDATA[${'<img srcset="a 1x, b 2x">'.repeat(300_000)}]]></description>${end}`,
      't',
    ],
    [
      'megabytes of hours to skip',
      `<rss><channel><skipHours>${'<hour>1</hour>'.repeat(500_000)}</skipHours>${start.slice(start.indexOf('<item'))}`,
      't',
    ],
    [
      'megabytes of shifts',
      `<?xml version="1.0" encoding="iso-2022-kr"?>${start}${'\x0E'.repeat(8 * million)}`,
      't',
    ],
    [
      'megabytes of words in authors',
      `${start}${`<author>a@b.c ${'x'.repeat(480)} ${'@'.repeat(500)}</author>`.repeat(8000)}${end}`,
      't',
    ],
    [
      'megabytes of words in dates',
      `${start}${`<pubDate>${'Mon '.repeat(48)}</pubDate>`.repeat(20_000)}${end}`,
      't',
    ],
    [
      'megabytes of schemes in links',
      `${start}${`<link>${'http//'.repeat(330)}</link>`.repeat(4000)}${end}`,
      't',
    ],
    ['megabytes of zeros', '\0'.repeat(8 * million), 'notAFeed'],
  ])('%s', (_name, text, expected) => {
    expect(outcome(text)).toBe(expected)
  })
})

test('an entity that is used a million times does not grow the feed a hundredfold', () => {
  const text = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(60)}">]>${start}<description>${'&a;'.repeat(million)}</description>${end}`
  const [item] = parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' }).items
  expect(item!.contentHtml.length).toBeLessThan(text.length * 2)
})

test('an attribute named like an object property is an attribute', () => {
  const text = `${start}<link __proto__="x" constructor="y" href="https://example.org/l"/>${end}`
  expect(parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' }).items[0]?.url).toBe(
    'https://example.org/l',
  )
})

test.each([
  ['RSS', `<rss version="2.0"><channel>${'<item><title>t</title></item>'.repeat(20_000)}</channel></rss>`],
  [
    'JSON',
    JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: Array(20_000).fill({ title: 't' }) }),
  ],
])('an endless feed in %s is read for ten thousand items', (_, text) => {
  const { items } = parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' })
  expect(items).toHaveLength(10_000)
})
