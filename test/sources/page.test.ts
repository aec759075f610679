/** Article extraction on whole pages: text, fields, obstacles, and HTML made to hurt. */
import { describe, expect, test } from 'vitest'
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'

const cases = loadPageCases()

describe('articles', () => {
  test.each(cases.filter((each) => each.expected.obstacle === null))(
    '$name',
    ({ html, url, expected, text }) => {
      const article = extractArticle(html, url)
      expect(article.title).toBe(expected.title)
      expect(article.byline).toBe(expected.byline)
      expect(article.publishedAt?.toISOString().slice(0, 10) ?? null).toBe(expected.publishedDay)
      expect(article.obstacle).toBeNull()
      expect(tokenF1(article.text, text)).toBeGreaterThan(0.98)
    },
  )
})

describe('pages that are no article', () => {
  test.each(cases.filter((each) => each.expected.obstacle !== null))('$name', ({ html, url, expected }) => {
    expect(extractArticle(html, url).obstacle).toBe(expected.obstacle)
  })
})

test('picture, site, language and canonical address are read; another site is not believed', () => {
  const head =
    '<link rel="canonical" href="/a"><meta property="og:image" content="/i.jpg"><meta property="og:site_name" content="River Post">'
  const html = (extra: string) => `<html lang="en-GB"><head>${extra}</head><body><p>Text.</p></body></html>`
  expect(extractArticle(html(head), 'https://news.example/a?utm_source=x')).toMatchObject({
    url: 'https://news.example/a',
    image: 'https://news.example/i.jpg',
    siteName: 'River Post',
    language: 'en-GB',
  })
  const foreign = html('<link rel="canonical" href="https://evil.example/a">')
  expect(extractArticle(foreign, 'https://news.example/a').url).toBe('https://news.example/a')
})

test("the site's name in its own heading is not the title", () => {
  const head =
    '<title>Quiet ferries return | River Post</title><meta property="og:title" content="Quiet ferries return"><meta property="og:site_name" content="River Post">'
  const html = `<head>${head}</head><body><h1>River Post</h1><h1>Quiet ferries return</h1><p>Text.</p></body>`
  expect(extractArticle(html, 'https://a.example/').title).toBe('Quiet ferries return')
})

test.each([
  ['Ida Holm, River Post 8:42 a.m. EDT October 3, 2014', 'Ida Holm, River Post'],
  ['Ida Holm Tuesday, Aug. 17, 2010', 'Ida Holm'],
  ['By Ida Holm @idaholm on Jun 25, 2014', 'Ida Holm'],
  ['9:39AM BST 05 Oct 2011', null],
  ['周宁 2024年05月06日 10:30', '周宁'],
  ['Sunny May, Fri Day', 'Sunny May, Fri Day'],
])('the byline %s', (written, name) => {
  const html = `<body><h1>Quiet ferries return</h1><p class="byline">${written}</p><p>Text.</p></body>`
  expect(extractArticle(html, 'https://a.example/').byline).toBe(name)
})

test.each([
  ['nothing', ''],
  ['text alone', 'just text'],
  ['deep nesting', '<div>'.repeat(200_000)],
  ['deep inline nesting', `${'<b>'.repeat(100_000)}word`],
  ['megabytes of <', '<'.repeat(3_000_000)],
  ['an endless tag', `<div ${'a'.repeat(2_000_000)}`],
  [
    '100,000 attributes',
    `<div ${Array.from({ length: 100_000 }, (_each, at) => `a${at}="1"`).join(' ')}>x</div>`,
  ],
  ['100,000 siblings', '<p>One sentence, with a comma.</p>'.repeat(100_000)],
  ['100,000 links', '<a href="/x">link</a> '.repeat(100_000)],
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle",</script><p>x'],
  ['deep JSON-LD', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
  ['unclosed comment', `<!--${'x'.repeat(1_000_000)}`],
])('survives %s', (_name, html) => {
  expect(typeof extractArticle(html, 'https://a.example/').text).toBe('string')
})

test('no markup and no overriding marks come out', () => {
  const html = `<article><h1>Rivers and dams</h1>${'<p>Long enough \u202eto be kept, &lt;b&gt;as text&lt;/b&gt;, I hope so indeed.</p>'.repeat(4)}</article>`
  const { text } = extractArticle(html, 'https://a.example/')
  expect(text).not.toContain('\u202e')
  expect(text.split('\n\n')).toHaveLength(4)
})
