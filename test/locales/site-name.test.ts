/** The host of an address as readers see it, also in letters of their own. */
import { expect, test } from 'vitest'
import { siteName } from '../../src/locales/site-name.ts'

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
