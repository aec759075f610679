/** Pages that list articles, told from articles with lists beside them. */
import { expect, test } from 'vitest'
import { extractArticle } from '../../src/sources/page.ts'
import { listsArticles } from '../../src/sources/page/listing.ts'
import { loadPageCases } from '../fixtures/page-cases.ts'
import { loadLayouts } from '../quality/pages-layouts.ts'

const links = (titles: readonly string[], from = '/news') =>
  `<ul>${titles.map((title, at) => `<li><a href="${from}/${at}">${title}</a></li>`).join('')}</ul>`
const english = [
  'Harbour pilots return to work after talks',
  'Orchard keepers ask for longer trains',
  'A glacier museum opens below the pass',
  'Town library lends out its old maps',
  'Ferry of Velmont runs on Sundays again',
  'The kiln of Ostrow burns for a week 🏺',
]
const chinese = [
  '港口领航员谈判后周五复工',
  '果园主联名要求加长列车',
  '冰川博物馆在山口下开馆',
  '镇图书馆开始外借旧地图',
  '渡轮从本周起恢复周日航班',
]
const arabic = [
  'مرشدو الميناء يعودون إلى العمل',
  'أصحاب البساتين يطلبون قطارات أطول',
  'متحف الجليد يفتح أبوابه',
  'المكتبة تعير خرائطها القديمة',
  'العبارة تعود إلى العمل أيام الأحد',
]
const prose = 'The council met on Monday and spoke of the bridge for three hours before it voted. '

const page = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`
const isListing = (html: string, url: string) => listsArticles(html, url, extractArticle(html, url).text)

test.each([
  ['a section with a line about itself', page(`<main><h1>Coast</h1><p>${prose}</p>${links(english)}</main>`)],
  ['one in Chinese', page(`<main><h1>要闻</h1><p>本栏目每日更新。</p>${links(chinese)}</main>`)],
  ['one in Arabic', page(`<main dir="rtl"><h1>أخبار</h1>${links(arabic)}</main>`)],
])('%s', (_what, html) => {
  expect(isListing(html, 'https://paper.example/coast')).toBe(true)
})

test('on the first page of a site a few are enough, however much it says', () => {
  const html = page(`<main><p>${prose.repeat(12)}</p>${links(english.slice(0, 3))}</main>`)
  expect(isListing(html, 'https://paper.example/')).toBe(true)
  expect(isListing(html, 'https://paper.example/about')).toBe(false)
})

test.each([
  [
    'an article with others beside it',
    page(`<article><h1>Bridge</h1>${`<p>${prose}</p>`.repeat(12)}</article>${links(english)}`),
  ],
  [
    'a page that says it is an article',
    page(`<p>${prose}</p>${links(english)}`, '<meta property="og:type" content="article">'),
  ],
  [
    'a menu of short words',
    page(`<p>${prose}</p>${links(['Home', 'Coast', 'Sport', 'Maps', 'Help', '首页'])}`),
  ],
  ['links of the frame', page(`<p>${prose}</p><footer>${links(english)}</footer>`)],
  ['links to other sites', page(`<p>${prose}</p>${links(english, 'https://elsewhere.example')}`)],
  ['links to its own parts', page(`<p>${prose}</p>${links(english, '#').replaceAll('#/', '#')}`)],
  ['an address that is none', page(`<a href="http://[">x</a>`)],
])('no listing: %s', (_what, html) => {
  expect(isListing(html, 'https://paper.example/coast/bridge')).toBe(false)
})

test('none of the articles that we know is taken for a list', () => {
  const articles = [
    ...loadPageCases().map(({ html, url }) => ({ name: url, html, url })),
    ...loadLayouts().map(({ name, html }) => ({ name, html, url: 'https://site.example/news/one' })),
  ]
  expect(articles.length).toBeGreaterThan(200)
  expect(articles.filter(({ html, url }) => isListing(html, url)).map(({ name }) => name)).toEqual([])
})
