/** Dates that count back from the time of reading, and what is none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Reader, readArticle } from '../../src/pipeline/read.ts'
import { parseRelative } from '../../src/sources/date-relative.ts'
import { parseYearless } from '../../src/sources/date-yearless.ts'
import { extractArticle } from '../../src/sources/page.ts'
import { parseFeed } from '../../src/sources/feed.ts'

const now = new Date('2026-03-31T19:10:00Z')
const read = (text: string) => parseRelative(text, now)?.toISOString().replace('.000Z', 'Z') ?? null

test.each([
  ['4 hours ago', '2026-03-31T15:10:00Z'],
  ['an hour ago', '2026-03-31T18:10:00Z'],
  ['About 20 minutes ago', '2026-03-31T18:50:00Z'],
  ['6d ago', '2026-03-25T19:10:00Z'],
  ['5m ago', '2026-03-31T19:05:00Z'],
  ['1 month ago', '2026-02-28T19:10:00Z'],
  ['1 year, 2 months ago', '2025-01-31T19:10:00Z'],
  ['1 day and 3 hours ago', '2026-03-30T16:10:00Z'],
  ['just now', '2026-03-31T19:10:00Z'],
  ['Yesterday at 9:05 PM', '2026-03-30T21:05:00Z'],
  ['4小时前', '2026-03-31T15:10:00Z'],
  ['約 4 小時前', '2026-03-31T15:10:00Z'],
  ['两天前', '2026-03-29T19:10:00Z'],
  ['十二分钟前', '2026-03-31T18:58:00Z'],
  ['半小时前', '2026-03-31T18:40:00Z'],
  ['昨天 21:05', '2026-03-30T21:05:00Z'],
  ['前天下午3点', '2026-03-29T15:00:00Z'],
  ['4時間前', '2026-03-31T15:10:00Z'],
  ['昨日 21:05', '2026-03-30T21:05:00Z'],
  ['vor etwa 4 Stunden', '2026-03-31T15:10:00Z'],
  ['vor einem Tag', '2026-03-30T19:10:00Z'],
  ['gestern, 21:05 Uhr', '2026-03-30T21:05:00Z'],
  ['il y a 4 h', '2026-03-31T15:10:00Z'],
  ['Il y a une semaine', '2026-03-24T19:10:00Z'],
  ['hier à 21h05', '2026-03-30T21:05:00Z'],
  ['hace 4 horas', '2026-03-31T15:10:00Z'],
  ['anteayer', '2026-03-29T00:00:00Z'],
  ['há 4 horas', '2026-03-31T15:10:00Z'],
  ['4 horas atrás', '2026-03-31T15:10:00Z'],
  ['ontem às 21:05', '2026-03-30T21:05:00Z'],
  ['4 часа назад', '2026-03-31T15:10:00Z'],
  ['неделю назад', '2026-03-24T19:10:00Z'],
  ['Вчера в 21:05', '2026-03-30T21:05:00Z'],
  ['منذ ٤ ساعات', '2026-03-31T15:10:00Z'],
  ['قبل ساعتين', '2026-03-31T17:10:00Z'],
  ['4 घंटे पहले', '2026-03-31T15:10:00Z'],
  ['कल 21:05', '2026-03-30T21:05:00Z'],
  ['4 jam yang lalu', '2026-03-31T15:10:00Z'],
  ['sehari yang lalu', '2026-03-30T19:10:00Z'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('what is written further east is not in the future', () => {
  expect(parseRelative('今天 23:50', now)).toEqual(now)
})

test.each([
  '',
  'soon',
  'in 3 hours',
  '3 hours',
  'ago',
  'long ago',
  '45 years ago',
  '2 hours 3 days ago',
  'last week',
  'yesterday 3',
  'Yesterday once more',
  'today and tomorrow',
  // Months or minutes.
  'hace 3 m',
  '3小时后',
  '三年前的今天',
  'hier 3h',
  'vor dem Spiel',
])('not said, or not clearly: %s', (text) => {
  expect(read(text)).toBeNull()
})

test('no text makes it throw or look ahead', () => {
  const unit = fc.constantFrom(
    ...'0 1 9 ago hours days 前 天 小时 昨天 vor Tagen قبل ساعة : , y'.split(' '),
    ' ',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      const date = parseRelative(text, now)
      expect(date === null || date <= now).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

const page = (head: string, tail = '') =>
  `<html><body><main><h1>The harbour wall is mended</h1>${head}${'<p>The masons laid the last stones of the harbour wall on Friday, and the boats came in.</p>'.repeat(5)}${tail}</main></body></html>`
const dateOf = (html: string, at?: Date) =>
  extractArticle(html, 'https://news.example/wall', at).publishedAt?.toISOString() ?? null

test('a page that says beside its headline how old it is was published then', () => {
  expect(dateOf(page('<span>4 hours ago</span>'), now)).toBe('2026-03-31T15:10:00.000Z')
  expect(dateOf(page('<p>By Ann Lee · Published <b>4</b> hours ago</p>'), now)).toBe(
    '2026-03-31T15:10:00.000Z',
  )
  expect(dateOf(page('<div class="meta-time">昨天 21:05</div>'), now)).toBe('2026-03-30T21:05:00.000Z')
  expect(dateOf(page('<time>Yesterday</time>'), now)).toBe('2026-03-30T00:00:00.000Z')
  expect(dateOf(page('<span>4 hours ago</span>'))).toBeNull()
})

test('what dates it in full goes before', () => {
  expect(dateOf(page('<span>4 hours ago</span><p>6 May 2024</p>'), now)).toBe('2024-05-06T00:00:00.000Z')
})

test('several ages, a bare day and the age of what readers wrote are no date of a page', () => {
  expect(dateOf(page('<span>4 hours ago</span><span>2 days ago</span>'), now)).toBeNull()
  expect(dateOf(page('<a href="/today">Today</a>'), now)).toBeNull()
  expect(dateOf(page('', '<div class="comments"><p>Ben</p><span>4 hours ago</span></div>'), now)).toBeNull()
})

test('an item of a feed keeps its name from one reading to the next', () => {
  const text =
    '<rss><channel><title>t</title><item><title>The wall</title><pubDate>2天前</pubDate></item></channel></rss>'
  const itemAt = (at?: Date) =>
    parseFeed(new TextEncoder().encode(text), { url: 'https://news.example/', ...(at ? { now: at } : {}) })
      .items[0]
  expect(itemAt(now)?.publishedAt?.toISOString()).toBe('2026-03-29T19:10:00.000Z')
  expect(itemAt()?.publishedAt).toBeNull()
  expect(itemAt(now)?.id).toBe(itemAt()?.id)
})

test('what is fetched is dated by the time of fetching', async () => {
  const get = async (url: string) => ({
    url,
    redirectedPermanently: null,
    headers: { contentType: 'text/html', etag: null, lastModified: null, link: null, robots: null },
    notModified: false as const,
    bytes: new TextEncoder().encode(page('<span>4 hours ago</span>')),
  })
  const reader = {
    fetcher: { get },
    politeness: { run: (_url: string, work: () => unknown) => work() },
    settings: { siteTimeZone: 'UTC' },
    now: () => now,
  } as unknown as Reader
  const item = await readArticle(reader, 'https://news.example/wall')
  expect(item.publishedAt?.toISOString()).toBe('2026-03-31T15:10:00.000Z')
})

test.each([
  ['5月6日', '2025-05-06T00:00:00Z'],
  ['3月31日 下午3点', '2026-03-31T15:00:00Z'],
  ['星期二 3月31日', '2026-03-31T00:00:00Z'],
  ['6 May, 10:30', '2025-05-06T10:30:00Z'],
  ['Mar 5, 9:05 PM', '2026-03-05T21:05:00Z'],
  ['6 de mayo a las 10:30', '2025-05-06T10:30:00Z'],
  ['23. März, 18.37 Uhr', '2026-03-23T18:37:00Z'],
  ['31 марта в 10:30', '2026-03-31T10:30:00Z'],
  ['5월 6일', '2025-05-06T00:00:00Z'],
  // Where it is written it is tomorrow.
  ['1 Apr', '2026-03-31T19:10:00Z'],
])('a day without its year: %s', (text, expected) => {
  expect(parseYearless(text, now)?.toISOString().replace('.000Z', 'Z')).toBe(expected)
})

test.each([
  'Mon, 31 Mar',
  '2月30日',
  'Chapter 5',
  'May 6 people',
  'March 5, 2024',
  '12 Angry Men',
  '3月',
  '10 points',
])('no day without its year: %s', (text) => {
  expect(parseYearless(text, now)).toBeNull()
})

test('a day without its year dates a page only where a date belongs', () => {
  expect(dateOf(page('<span class="pub-date">5月6日 10:30</span>'), now)).toBe('2025-05-06T10:30:00.000Z')
  expect(dateOf(page('<time>6 May</time>'), now)).toBe('2025-05-06T00:00:00.000Z')
  expect(dateOf(page('<span>6 May</span>'), now)).toBeNull()
})
