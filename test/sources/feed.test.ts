/** Every feed fixture and case against what a person says is in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { detectKind } from '../../src/sources/detect.ts'
import { type FeedItem, parseFeed } from '../../src/sources/feed.ts'
import { loadFeedCases } from '../fixtures/feed-cases.ts'
import { differences } from '../quality/feeds.ts'

const root = join(import.meta.dirname, '../fixtures/feeds')

/** Only what is written in it is compared, so that a case shows what it is about. */
interface Expected {
  url: string
  contentType?: string
  error?: string
  feed?: { title?: string; url?: string | null; items: Record<string, string | null>[] }
}

function load(name: string) {
  const folder = join(root, name)
  const source = readdirSync(folder).find((file) => file.startsWith('source.'))!
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected
  const { url, contentType } = expected
  const options = contentType === undefined ? { url } : { url, contentType }
  return { bytes: new Uint8Array(readFileSync(join(folder, source))), expected, options }
}

const plain = (item: FeedItem) => ({ ...item, publishedAt: item.publishedAt?.toISOString() ?? null })
const names = readdirSync(root)
const broken = names.filter((name) => name.startsWith('not-a-feed'))

describe('feeds', () => {
  test.each(names.filter((name) => !broken.includes(name)))('%s', (name) => {
    const { bytes, expected, options } = load(name)
    const feed = parseFeed(bytes, options)
    expect({ ...feed, items: feed.items.map(plain) }).toMatchObject(expected.feed!)
    expect(feed.items).toHaveLength(expected.feed!.items.length)
  })

  test.each(broken)('%s', (name) => {
    const { bytes, expected, options } = load(name)
    expect(() => parseFeed(bytes, options)).toThrow(UserError)
    expect(() => parseFeed(bytes, options)).toThrow(expected.error!)
  })
})

test.each(names)('%s is told from everything else before it is read', (name) => {
  const { bytes, expected, options } = load(name)
  expect(detectKind(bytes, options.contentType, options.url) === 'feed').toBe(expected.error === undefined)
})

const cases = loadFeedCases().map((each) => [`${each.kind}: ${each.name}`, each] as const)

test.each(cases)('%s', (_name, each) => {
  expect(differences(each)).toEqual([])
})

test.each(cases.filter(([, { feed }]) => feed))('%s is told from a page', (_name, each) => {
  expect(detectKind(each.bytes, each.contentType ?? null, each.url)).toBe('feed')
})

test('a feed names its pace, and the hours and days on which it rests', () => {
  const channel =
    '<ttl>90</ttl><skipHours><hour>3</hour><hour> 24 </hour><hour>noon</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>'
  const text = `<rss version="2.0"><channel><title>t</title>${channel}</channel></rss>`
  const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' })
  expect(feed.paceMs).toBe(90 * 60_000)
  const sunday = Array.from({ length: 24 }, (_, hour) => hour)
  const others = Array.from({ length: 6 }, (_, day) => [(day + 1) * 24, (day + 1) * 24 + 3]).flat()
  expect(feed.quietHours).toEqual([...sunday, ...others])
})

test.each([
  ['<ttl>60 minutes</ttl>', 60],
  ['<ttl>Infinity</ttl>', 0],
  ['<sy:updateFrequency>2</sy:updateFrequency>', 12 * 60],
  ['<sy:updatePeriod> Hourly </sy:updatePeriod><sy:updateFrequency>-2</sy:updateFrequency>', 60],
])('the pace of %s is %i minutes', (channel, minutes) => {
  const text = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${channel}</channel></rss>`
  const feed = parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' })
  expect(feed.paceMs).toBe(minutes * 60_000)
})

test('an item without an identifier keeps the same one at every reading', () => {
  const read = (text: string) =>
    parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' }).items
  const item = '<item><title>No id</title><pubDate>2024-05-06</pubDate></item>'
  const [before] = read(`<rss><channel>${item}</channel></rss>`)
  const [, after] = read(`<rss><channel><item><title>New</title></item>${item}</channel></rss>`)
  expect(before?.id).toBe('No id|2024-05-06T00:00:00.000Z|')
  expect(after?.id).toBe(before?.id)
})

test.each(['http://purl.org/rss/1.0/', 'http://channel.netscape.com/rdf/simple/0.9/'])(
  'a feed of %s without items is a feed',
  (namespace) => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}"></rdf:RDF>`
    expect(parseFeed(new TextEncoder().encode(text), { url: 'https://example.org/' }).items).toEqual([])
  },
)
