/** Hard cases of feed discovery: odd announcements, and every form of address that people paste from a platform. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { discoverFeeds } from '../../src/sources/discover.ts'

const url = 'https://example.org/blog/page.html'
const bridges = { rsshubUrl: 'https://hub.example.net', weweRssUrl: 'https://wewe.example.net' }
const cases = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/discover.json'), 'utf8')) as {
  /** What is odd, the page, its feeds. */
  pages: [string, string, string[]][]
  /** What is odd, its address, the page, its feeds. */
  places: [string, string, string, string[]][]
  /** The address, the first of its feeds, and what the page there holds. */
  platforms: [string, string | null, string?][]
}

test.each(cases.pages)('page: %s', (_what, html, expected) => {
  expect(discoverFeeds(html, url)).toEqual(expected)
})

test.each(cases.places)('place: %s', (_what, page, html, expected) => {
  expect(discoverFeeds(html, page)).toEqual(expected)
})

test.each(cases.platforms)('pasted: %s', (page, expected, html = '') => {
  expect(discoverFeeds(html, page, bridges)[0] ?? null).toBe(expected)
})

test('a project on a forge offers its versions, and all that happens in it', () => {
  expect(discoverFeeds('', 'https://gitlab.com/o/p')).toEqual(
    ['-/tags?format=atom', '-/releases.atom']
      .map((path) => `https://gitlab.com/o/p/${path}`)
      .concat('https://gitlab.com/o/p.atom'),
  )
  expect(discoverFeeds('', 'https://codeberg.org/o/p')).toEqual([
    'https://codeberg.org/o/p/releases.rss',
    'https://codeberg.org/o/p.rss',
  ])
})
