/** The host of an address, and the whole of it, as readers see them, also in letters of their own. */
import { expect, test } from 'vitest'
import { linkName, siteName } from '../../src/locales/site-name.ts'

test.each([
  ['https://www.harbour.example/news/1?x=2', 'harbour.example'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['https://新闻.中国/a', '新闻.中国'],
  ['https://www.xn--fiq228c.example/', '中文.example'],
  ['https://президент.рф/', 'президент.рф'],
  ['https://مثال.إختبار/', 'مثال.إختبار'],
  // "apple" in Cyrillic letters.
  ['https://аррӏе.example/', 'xn--80ak6aa92e.example'],
  ['no address', 'no address'],
  ['', ''],
])('%s is %s', (address, name) => {
  expect(siteName(address)).toBe(name)
})

test.each([
  ['https://www.harbour.example/news/1?x=2#top', 'harbour.example/news/1?x=2#top'],
  ['https://harbour.example/', 'harbour.example'],
  ['https://新闻.中国/港口/%E6%A1%A5', '新闻.中国/港口/桥'],
  // What would break the line or turn it round stays as it was sent, and so does what is no text.
  ['https://a.example/b%0Ac', 'a.example/b%0Ac'],
  ['https://a.example/b%E2%80%AEc', 'a.example/b%E2%80%AEc'],
  ['https://a.example/%FF', 'a.example/%FF'],
  [`https://a.example/${'b'.repeat(300)}`, `a.example/${'b'.repeat(189)}…`],
  ['no address', 'no address'],
])('the link %s is %s', (address, name) => {
  expect(linkName(address)).toBe(name)
})
