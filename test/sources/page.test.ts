/** Article extraction on whole pages: text, fields, obstacles, and HTML made to hurt. */
import { describe, expect, test } from 'vitest'
import { tokenF1 } from '../../src/sources/page/agreement.ts'
import { cleanName } from '../../src/sources/page/person-name.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { loadFieldCases, readFields } from '../quality/pages-fields.ts'
import { layoutScore, loadLayouts } from '../quality/pages-layouts.ts'
import { loadTextCases, textScore } from '../quality/pages-texts.ts'
import { loadObstacles } from '../quality/pages-obstacles.ts'
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

test.each(Object.values(loadObstacles()).flat())('what stands in the way: %s', (_what, html, expected) => {
  expect(extractArticle(html, 'https://site.example/articles/one').obstacle).toBe(expected)
})

test.each(loadFieldCases().map((each) => [each[0], each] as const))('fields: %s', (_what, each) => {
  expect(readFields(each)).toEqual(each[2])
})

test.each(loadTextCases().map((each) => [each[0], each] as const))('text: %s', (_what, each) => {
  expect(textScore(each)).toBeGreaterThan(0.98)
})

test.each(loadLayouts().map((each) => [each.name, each] as const))('layout: %s', (name, layout) => {
  expect(layoutScore(layout)).toBeGreaterThan(layout.split === 'tune' ? 0.98 : 0.94)
  expect(readFields([name, layout.html, layout.fields])).toEqual(layout.fields)
})

test.each([
  '登录后即可发表评论，请先登录',
  '开通会员，享更多特权',
  'Bitte melden Sie sich an, um zu kommentieren.',
  'Войдите, чтобы оставить комментарий.',
  'コメントするにはログインしてください。',
  'Support our work: become a member and keep this story free for all.',
  'If this page does not load, enable JavaScript.',
])('below a short article stands in nobody’s way: %s', (line) => {
  const html = `<main><h1>Quiet ferries return</h1><p>The ferry runs again from Monday on, every morning at seven, and the goats travel free, the council said on Friday.</p><p>It had been in dock for nine days with a cracked shaft, which a smith on the island mended without a bill.</p><div>${line}</div></main>`
  expect(extractArticle(html, 'https://a.example/').obstacle).toBeNull()
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

test.each([
  ['hr', '6. listopada 2024.', '2024-10-06'],
  ['hr-HR', '6. lip. 2024.', '2024-06-06'],
  ['hr', '6. srp 2024.', '2024-07-06'],
  ['hr', '6. prosinca 2024.', '2024-12-06'],
  ['cs', '6. listopadu 2024', '2024-11-06'],
  ['pl', '6 lip 2024', '2024-07-06'],
])('in %s a month means what it means there: %s', (language, date, day) => {
  const html = `<html lang="${language}"><body><article><h1>Trajekt</h1><time>${date}</time><p>Text.</p></article></body></html>`
  expect(extractArticle(html, 'https://news.example/a').publishedAt?.toISOString().slice(0, 10)).toBe(day)
})

test('what a publisher tells search engines is read past the comments in it', () => {
  const told = `{"@type": "NewsArticle", // a kind of post
    "url": "https://news.example/a", /* its "address" */
    //"keywords": "",
    "headline": "Quiet ferries return",
    "datePublished": "2024-05-06T10:30:00Z", "author": {"name": "Ann Lee"}, // who
    "description": "Said \\"no\\" // twice",
  }`
  const html = `<html><head><script type="application/ld+json">${told}</script></head><body><article><p>Text.</p></article></body></html>`
  const article = extractArticle(html, 'https://news.example/a')
  expect(article.byline).toBe('Ann Lee')
  expect(article.publishedAt?.toISOString()).toBe('2024-05-06T10:30:00.000Z')
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

const paragraphs = [
  'The ferry across the sound had not run since the storm of 2011, and most people had stopped asking when it would.',
  'On Monday a crew of four took the old boat out, with two goats and the mayor aboard, and all of them came back dry.',
  'It will go every morning at seven, the council says, as long as somebody can be found to paint it twice a year.',
]

test.each([
  [
    'that says what its picture says',
    '<div><img src="a.jpg" alt="The ferry at dawn"><p>The ferry at dawn</p></div>',
  ],
  [
    'in an element named for the picture',
    '<div class="photo right"><img src="a.jpg"><p>Goats wait on the quay.</p></div>',
  ],
  [
    'in a table with a picture',
    '<table><tr><td><img src="a.jpg"></td></tr><tr><td>The quay on Monday.</td></tr></table>',
  ],
  ['that names its agency', '<p>The mayor and a goat. Ann Lee/Reuters</p>'],
  ['of how to reach the writer', '<p>Ida Holm can be reached at ida@news.example</p>'],
  ['of a button', '<p>Kudos</p>'],
])('a line %s is no part of the text', (_name, line) => {
  const [first, ...rest] = paragraphs.map((each) => `<p>${each}</p>`)
  const last = line.includes('Kudos') || line.includes('reached')
  const body = last ? `${first}${rest.join('')}${line}` : `${first}${line}${rest.join('')}`
  const html = `<body><h1>Quiet ferries return</h1><div class="story">${body}</div></body>`
  expect(extractArticle(html, 'https://a.example/').text).toBe(paragraphs.join('\n\n'))
})

test('a date line in any language stands outside the text, a date within a sentence stays', () => {
  for (const line of [
    'الأحد، 04 آب 2013، آخر تحديث 02:21',
    'Dinsdag 6 mei 2024, 10:30',
    '2 травня 2024 р. 10:30',
  ]) {
    const html = `<body><h1>Quiet ferries return</h1><div class="story"><p>${line}</p>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</div></body>`
    expect(extractArticle(html, 'https://a.example/').text).toBe(paragraphs.join('\n\n'))
  }
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
  [
    'a megabyte in one piece, deep',
    `${'<div>'.repeat(190)}<pre>${'One sentence, with a comma. '.repeat(40_000)}`,
  ],
  [
    '40,000 posts',
    '<div class="cooked">One sentence, with a comma, and long enough to count.</div>'.repeat(40_000),
  ],
  ['100,000 links', '<a href="/x">link</a> '.repeat(100_000)],
  ['40,000 links in one line', '<a href="/x">Another story of the day</a> | '.repeat(40_000)],
  [
    '10,000 lists of links in one cell',
    `<td>${'Related stories:<br><a href="/x">Another story of the day</a><br>'.repeat(10_000)}`,
  ],
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle",</script><p>x'],
  ['deep JSON-LD', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
  ['a deep state', `<script type="application/json">${'{"body":['.repeat(200_000)}</script>`],
  ['a state that never ends', `<script>window.STATE = {"body": "${'x, '.repeat(900_000)}</script>`],
  ['a state that points at itself', '<script type="application/json">[[0,0,0],"a","b","c"]</script>'],
  ['40,000 scripts', '<script>var STATE = 1</script>'.repeat(40_000)],
  ['unclosed comment', `<!--${'x'.repeat(1_000_000)}`],
])('survives %s', (_name, html) => {
  expect(typeof extractArticle(html, 'https://a.example/').text).toBe('string')
})

test('a name of 40,000 letters is no name, and takes no minutes to say so', () => {
  expect(cleanName(`作者：${'x'.repeat(40_000)}`)).toBeNull()
  expect(cleanName('作者：Ida Holm - Staff Writer')).toBe('Ida Holm')
})

test('what a form would say is no article', () => {
  const message =
    'By going on you agree to the terms of the club, which were last changed in May and fill nine pages.'
  const state = JSON.stringify({
    messages: { terms: { title: 'Terms', text: `${message} ${message} ${message}` } },
  })
  const html = `<head><title>Sign in</title></head><body><form><input type="password"></form><script type="application/json">${state}</script></body>`
  expect(extractArticle(html, 'https://a.example/')).toMatchObject({ text: '', obstacle: 'login' })
})

test('no markup and no overriding marks come out', () => {
  const html = `<article><h1>Rivers and dams</h1>${'<p>Long enough \u202eto be kept, &lt;b&gt;as text&lt;/b&gt;, I hope so indeed.</p>'.repeat(4)}</article>`
  const { text } = extractArticle(html, 'https://a.example/')
  expect(text).not.toContain('\u202e')
  expect(text.split('\n\n')).toHaveLength(4)
})

const prose =
  '<p>The ferry to the island will sail once more from Friday, the harbour office said.</p>'.repeat(6)
const near = (head: string) =>
  extractArticle(
    `<html><body><div><h1>The ferry sails</h1>${head}</div>${prose}</body></html>`,
    'https://news.example/a',
  )

test('a name is a byline behind a portrait without words, and in a box that is also one of pictures', () => {
  const portrait = '<a href="/ann"><img src="/ann.jpg"></a>'
  const links = '<a href="/old">Archive</a> | <a href="/mail">Contact</a>'
  expect(near(`<cite>\n${portrait}\nBy Ann Lee<br>Site.example<br>${links}</cite>`).byline).toBe('Ann Lee')
  const card = `<div class="meta"><div class="author">${portrait}<a href="#">Ann Lee</a></div></div>`
  const boxed = `<div class="post image"><h1>The ferry sails</h1>${card}${prose}</div>`
  expect(extractArticle(`<body>${boxed}</body>`, 'https://news.example/a').byline).toBe('Ann Lee')
  const picture = '<div class="post image"><img src="/a.jpg"><p><span class="author">Ann Lee</span></p></div>'
  expect(near(picture).byline).toBeNull()
})

test('a month of two names, as both halves of the Arab world call it, is one', () => {
  const day = (line: string) => near(`<div><div>${line}</div></div>`).publishedAt?.toISOString().slice(0, 10)
  expect(day('السبت، 12 تموز/يوليو 2014، آخر تحديث 09:40 (GMT+0300)')).toBe('2014-07-12')
  expect(day('الثلاثاء 4 تشرين الثاني / نوفمبر 2014')).toBe('2014-11-04')
})
