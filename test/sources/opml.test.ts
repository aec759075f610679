/** Subscription lists in and out: folders, odd attributes, broken lists, hostile names. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { parseOpml, renderOpml } from '../../src/sources/opml.ts'

const list = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`

test('folders become topics, at any depth', () => {
  const body =
    '<outline text="新闻"><outline text="科技" title="x"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline></outline>' +
    '<outline text="Loose" xmlUrl="http://b.example/rss"/>'
  expect(parseOpml(list(body))).toEqual([
    {
      title: 'A & B',
      url: 'https://a.example/f?x=1&y=2',
      site: 'https://a.example/',
      folders: ['新闻', '科技'],
    },
    { title: 'Loose', url: 'http://b.example/rss', site: null, folders: [] },
  ])
})

test.each([
  [
    'other capitals',
    '<outline TEXT="T" xmlurl="https://a.example/f" HTMLURL="https://a.example/"/>',
    'https://a.example/f',
  ],
  ['the address as url', '<outline type="rss" title="T" url="https://a.example/f"/>', 'https://a.example/f'],
  ['feed: scheme', '<outline text="T" xmlUrl="feed://https://a.example/f"/>', 'https://a.example/f'],
  [
    'a scheme pasted before a scheme',
    '<outline text="T" xmlUrl="https:https://空.example/f"/>',
    'https://xn--grz.example/f',
  ],
  [
    'half a scheme before a scheme',
    '<outline text="T" xmlUrl="https:/ttps://a.example/f"/>',
    'https://a.example/f',
  ],
  [
    'cut off',
    '<outline text="T" xmlUrl="https://a.example/f"/><outline text="U" xmlU',
    'https://a.example/f',
  ],
])('%s', (_name, body, url) => {
  expect(parseOpml(list(body))).toMatchObject([{ title: 'T', url }])
})

test('categories stand in for folders', () => {
  expect(
    parseOpml(list('<outline text="T" category=", /,/Tech/Linux,/News" xmlUrl="https://a.example/f"/>'))[0]
      ?.folders,
  ).toEqual(['Tech', 'Linux'])
})

test('addresses that are not of the web are left out', () => {
  expect(
    parseOpml(
      list('<outline text="T" xmlUrl="javascript:alert(1)"/><outline text="U" xmlUrl="file:///etc/passwd"/>'),
    ),
  ).toEqual([])
})

test('what is no list is refused', () => {
  expect(() => parseOpml('<html><body>no</body></html>')).toThrow(UserError)
  expect(() => parseOpml('')).toThrow('notOpml')
})

test('a thousand feeds come back as they went out, whatever their names', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  const plainName = name.filter((text) => text !== '' && !/[<>&]/u.test(text))
  const feed = fc.record({
    title: plainName,
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
    site: fc.option(fc.webUrl().map((url) => new URL(url).href)),
    folders: fc.array(plainName, { maxLength: 2 }),
  })
  const key = (each: { url: string; title: string; folders: string[] }) =>
    JSON.stringify([each.url, each.title, each.folders])
  fc.assert(
    fc.property(fc.array(feed, { maxLength: 30 }), (feeds) => {
      const again = parseOpml(renderOpml(feeds, 'Digest <&> "list"'))
      expect(again.map(key).toSorted()).toEqual(feeds.map(key).toSorted())
    }),
  )
})

test('a list is well-formed XML whatever stands in it', () => {
  const rendered = renderOpml(
    [{ title: 'a"<b>&\u0000\u0007', url: 'https://a.example/?a=1&b="', site: null, folders: ['x<y'] }],
    '<&>',
  )
  expect(rendered).toContain('<title>&lt;&amp;&gt;</title>')
  expect(rendered).toContain('text="a&quot;&lt;b&gt;&amp;"')
  expect(rendered).not.toMatch(/\p{Cc}(?<!\n)/u)
})

test('folders without end are cut, and their feed comes back from our own list', () => {
  const deep = `<opml><body>${'<outline text="x">'.repeat(190)}<outline text="F" xmlUrl="https://f.example/feed"/>`
  const list = parseOpml(deep)
  expect(list.map(({ url, folders }) => [url, folders.length])).toEqual([['https://f.example/feed', 16]])
  expect(parseOpml(renderOpml(list, 'list'))).toEqual(list)
})
