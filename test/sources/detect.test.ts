/** What was fetched is told by what it says, not by what the server calls it. */
import { expect, test } from 'vitest'
import { detectKind, isOtherFile, type Kind } from '../../src/sources/detect.ts'

const cases: readonly (readonly [string, string, string | null, string, Kind])[] = [
  [
    'RSS as text/html',
    '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    'text/html',
    'https://x.org/',
    'feed',
  ],
  ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', null, 'https://x.org/', 'feed'],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">',
    'application/xml',
    'https://x.org/',
    'feed',
  ],
  ['RDF that is no feed', '<rdf:RDF><Person/></rdf:RDF>', 'application/rdf', 'https://x.org/', 'page'],
  [
    'a feed behind a warning',
    '<br /><b>Warning</b>: x\n<rss><channel>',
    'text/html',
    'https://x.org/',
    'feed',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
    'application/json',
    'https://x.org/',
    'feed',
  ],
  [
    'JSON Feed with escaped slashes',
    '{ "version": "https:\\/\\/jsonfeed.org\\/version\\/1" }',
    null,
    'https://x.org/',
    'feed',
  ],
  ['other JSON', '{"items":3}', 'application/json', 'https://x.org/', 'page'],
  ['OPML as XML', '<?xml version="1.0"?><opml version="1.0">', 'text/xml', 'https://x.org/', 'opml'],
  ['a page', '<!DOCTYPE html><html><body>', 'text/html', 'https://x.org/', 'page'],
  [
    'a page called feed',
    '<html><head><title>rss</title>',
    'application/rss+xml',
    'https://x.org/feed',
    'page',
  ],
  [
    'a page that shows a feed',
    '<html><body><pre><rss version="2.0"></pre>',
    'text/html',
    'https://x.org/',
    'page',
  ],
  ['a commented-out feed in a page', '<!-- <rss> --><html>', 'text/html', 'https://x.org/', 'page'],
  ['YAML front matter', '---\ntitle: 题目\n---\n正文', 'text/plain', 'https://x.org/a', 'markdown'],
  ['TOML front matter', '+++\ntitle = "x"\n+++\ntext', null, 'a.txt', 'markdown'],
  ['JSON front matter', '{\n  "title": "x"\n}\n\nText follows.', null, 'post', 'markdown'],
  ['a Markdown file', 'Just words.', null, '/tmp/note.MD', 'markdown'],
  ['Markdown by its look', '# 标题\n\n- 一\n- 二', null, 'note', 'markdown'],
  ['plain words', 'Nothing in particular', null, 'https://x.org/', 'page'],
  ['nothing', '', null, 'https://x.org/', 'page'],
]

test.each(cases)('%s', (_name, text, contentType, url, kind) => {
  expect(detectKind(new TextEncoder().encode(text), contentType, url)).toBe(kind)
})

test('UTF-16 is told as well', () => {
  expect(detectKind(Uint8Array.from(Buffer.from('<rss><channel>', 'utf16le')), null, 'x')).toBe('feed')
})

test.each([
  ['a PDF called a page', '%PDF-1.7\n', 'text/html', true],
  ['a picture', '\x89PNG\r\n', 'image/png', true],
  ['a film', '\0\0\0\x18ftypmp42', null, true],
  ['a sound without a known beginning', '\0\0', 'audio/x-own', true],
  ['a feed called a sound', '\xef\xbb\xbf<?xml version="1.0"?><rss>', 'audio/mpeg', false],
  ['a drawing, which is markup', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', false],
  ['words', 'PK is a name', 'text/plain', false],
])('whether %s is of another kind', (_name, bytes, contentType, isOther) => {
  expect(isOtherFile(Buffer.from(bytes, 'latin1'), contentType)).toBe(isOther)
})
