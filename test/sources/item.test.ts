/** Items from feed entries and pages, and the plain text of feed HTML. */
import { expect, test } from 'vitest'
import { htmlToText, itemFromFeedEntry, itemFromPage, type FeedEntry } from '../../src/sources/item.ts'

const entry: FeedEntry = {
  title: 'Rivers &amp; <b>dams</b>',
  url: 'https://news.example/a',
  publishedAt: new Date('2025-03-04T00:00:00Z'),
  summary: 'A short teaser.',
  contentHtml:
    '<p>The river is long and the dam is old, and nobody can say who built it first.</p><p>It will go.</p>',
  author: 'Ida Holm',
}

test('an entry becomes an item: fuller text, plain title', () => {
  expect(itemFromFeedEntry(entry)).toEqual({
    title: 'Rivers & dams',
    author: 'Ida Holm',
    originalAuthor: null,
    publishedAt: entry.publishedAt,
    url: 'https://news.example/a',
    originalUrl: null,
    language: 'en',
    text: 'The river is long and the dam is old, and nobody can say who built it first.\n\nIt will go.',
  })
})

test('a credit line in the content names the original, or the author where nobody else is named', () => {
  const contentHtml = '<p>作者 | 周宁<br>来源：<a href="/b">河流周刊</a></p><p>这条河很长，流过三个省。</p>'
  expect(itemFromFeedEntry({ ...entry, contentHtml })).toMatchObject({
    author: 'Ida Holm',
    originalAuthor: '周宁',
    originalUrl: 'https://news.example/b',
    text: '这条河很长，流过三个省。',
  })
  const plain = '<p>By Nora Quist</p><p>The river is long.</p>'
  expect(itemFromFeedEntry({ ...entry, author: null, contentHtml: plain })).toMatchObject({
    author: 'Nora Quist',
    originalAuthor: null,
    text: 'The river is long.',
  })
})

test('an entry without a title is known by its first line, cut between signs', () => {
  const contentHtml = `<p>${'👩‍👩‍👧'.repeat(200)}</p>`
  const { title } = itemFromFeedEntry({ ...entry, title: null, summary: null, contentHtml })
  expect(title.endsWith('👩‍👩‍👧…') || title === '👩‍👩‍👧…').toBe(true)
})

test('an entry with nothing in it is an empty item', () => {
  const empty = { title: null, url: null, publishedAt: null, summary: null, contentHtml: null, author: null }
  expect(itemFromFeedEntry(empty)).toMatchObject({ title: '', text: '', language: 'und' })
})

test('a page becomes an item', () => {
  const article = {
    title: ' Rivers ',
    text: 'La rivière est longue et le barrage est vieux.',
    byline: 'Ida',
    publishedAt: null,
  }
  expect(itemFromPage(article, 'https://news.example/a')).toMatchObject({
    title: 'Rivers',
    author: 'Ida',
    language: 'fr',
    text: article.text,
  })
})

test.each([
  ['one<br>two<br/><br>three', 'one\ntwo\n\nthree'],
  ['<ul><li>a</li><li>b</li></ul><p>c</p>', 'a\nb\n\nc'],
  ['<div>a<div>b</div>c</div>', 'a\n\nb\n\nc'],
  ['<p>a &amp; b&nbsp;&#x4E2D;</p><script>x()</script><style>p{}</style>', 'a & b 中'],
  ['<figure><img><figcaption>cap</figcaption></figure><p>t</p>', 't'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a b\nc d'],
  ['<pre>x\n  y</pre>', 'x\n  y'],
  ['<p>unclosed <b>bold', 'unclosed bold'],
  ['plain text, 5 < 6', 'plain text, 5 < 6'],
  ['', ''],
])('htmlToText %j', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})

test('a teaser made of the content does not win over the content and its paragraphs', () => {
  const contentHtml =
    '<p>The ferry is back.</p><blockquote><p>Forty seats</p></blockquote><p>It sails at nine.</p>'
  const summary = 'The ferry is back. Forty seats It sails at nine.'
  expect(itemFromFeedEntry({ ...entry, summary, contentHtml }).text).toBe(
    'The ferry is back.\n\nForty seats\n\nIt sails at nine.',
  )
})
