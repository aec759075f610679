/** Canonical addresses: what is dropped, and what must stay because a server may tell it apart. */
import { expect, test } from 'vitest'
import { canonicalUrl } from '../../src/sources/url.ts'

test.each([
  ['https://News.Example/a?utm_source=x&utm_medium=rss', 'https://news.example/a'],
  ['https://news.example/a?id=7&fbclid=abc&page=2', 'https://news.example/a?id=7&page=2'],
  ['https://news.example:443/a/', 'https://news.example/a'],
  ['http://news.example:80/a#comments', 'http://news.example/a'],
  ['https://news.example//a/index.html', 'https://news.example/a'],
  ['https://news.example', 'https://news.example/'],
  ['https://news.example./a', 'https://news.example/a'],
  ['https://item.example/1?spm=a2.b3&id=9', 'https://item.example/1?id=9'],
  [
    'https://mp.weixin.qq.com/s?__biz=MzA=&mid=2&idx=1&sn=ab&chksm=x&scene=27#rd',
    'https://mp.weixin.qq.com/s?__biz=MzA=&mid=2&idx=1&sn=ab',
  ],
  ['https://news.example/a?from=timeline&isappinstalled=0', 'https://news.example/a'],
  ['https://news.example/新闻?q=河', 'https://news.example/%E6%96%B0%E9%97%BB?q=%E6%B2%B3'],
])('%s becomes %s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical)
  expect(canonicalUrl(canonical)).toBe(canonical)
})

test.each([
  'https://news.example/A?b=2&a=1',
  'https://www.news.example/a?from=2024',
  'https://app.example/#!/post/1',
  'https://news.example/a?q=a+b%20c',
  'mailto:ida@example.org',
])('%s stays as it is', (url) => {
  expect(canonicalUrl(url)).toBe(url)
})
