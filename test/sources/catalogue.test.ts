/** The starter feeds: every topic can be followed in English and in Chinese, and every address is an address. */
import { expect, test } from 'vitest'
import topics from '../../src/core/topics.json' with { type: 'json' }
import { catalogue } from '../../src/sources/catalogue.ts'

const slugs = topics.map(({ slug }) => slug)

test.each(slugs)('%s has four feeds or more, English and Chinese among them', (slug) => {
  const languages = catalogue.filter(({ topic }) => topic === slug).map(({ language }) => language)
  expect(languages.length).toBeGreaterThanOrEqual(4)
  expect(languages).toContain('en')
  expect(languages.some((language) => language.startsWith('zh-'))).toBe(true)
})

test('every feed has a known topic, addresses of the web, and stands there once', () => {
  for (const { url, site, title, topic } of catalogue) {
    expect(slugs).toContain(topic)
    expect(new URL(url).protocol).toMatch(/^https?:$/u)
    expect(new URL(site).protocol).toMatch(/^https?:$/u)
    expect(title).not.toBe('')
  }
  expect(new Set(catalogue.map(({ url }) => url)).size).toBe(catalogue.length)
})

test('gptnb.com is read under ai', () => {
  expect(catalogue).toContainEqual(
    expect.objectContaining({
      url: 'https://www.gptnb.com/atom.xml',
      site: 'https://www.gptnb.com',
      topic: 'ai',
    }),
  )
})
