/** The sample site is a small web worth reading: every feed parses, every post is about its topic, and news comes with time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classify, createTopicModel } from '../../src/core/topic.ts'
import { catalogueSeeds, topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { posts, sections } from '../../src/playground/site/posts.ts'
import { type Site, startSite } from '../../src/playground/site/site.ts'
import { parseFeed } from '../../src/sources/feed.ts'
import { parseMarkdown } from '../../src/sources/markdown.ts'
import { extractArticle } from '../../src/sources/page.ts'

const start = new Date('2026-03-02T05:00:00Z')
let now = start
let site: Site
beforeAll(async () => {
  site = await startSite({ start, now: () => now, slowMs: 1 })
})
afterAll(() => site.close())
const read = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' })
  return { status: response.status, headers: response.headers, bytes: await response.bytes() }
}

test('every topic is covered in both languages', () => {
  for (const { slug } of topicCatalogue)
    expect(
      new Set(sections.filter(({ topic }) => topic === slug).map(({ language }) => language)),
      slug,
    ).toEqual(new Set(['en', 'zh-Hans']))
})

describe('every feed', () => {
  test('parses, and its posts can be read whole', async () => {
    for (const feed of site.feeds) {
      const { items, title } = parseFeed((await read(feed.url)).bytes, { url: feed.url })
      expect(title).toBe(feed.title)
      for (const item of items) {
        const { bytes } = await read(item.url!)
        const text = new TextDecoder().decode(bytes)
        const post = posts.find(({ slug }) => item.url?.includes(slug))!
        const got = item.url!.endsWith('.md')
          ? parseMarkdown(text, { url: item.url! })
          : extractArticle(text, item.url!)
        expect(got.title).toBe(post.title)
        expect(got.text.length).toBeGreaterThan(60)
        expect(got.text).not.toContain(post.language === 'en' ? 'Sample content' : '示例内容')
      }
    }
  })

  test('answers 304 to who has it, and brings more as time goes on', async () => {
    const [feed] = site.feeds
    const first = await fetch(feed!.url)
    const again = await fetch(feed!.url, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const count = async () => parseFeed((await read(feed!.url)).bytes, { url: feed!.url }).items.length
    const before = await count()
    now = new Date(start.getTime() + 86_400_000)
    expect(await count()).toBeGreaterThan(before)
    now = start
  })
})

test('most posts are recognised as what they are about', () => {
  const model = createTopicModel(catalogueSeeds())
  const right = posts.filter((post) => {
    const found = classify(model, { title: post.title, text: post.text.join('\n'), language: post.language })
    return found.some(({ topic }) => topic === post.topic)
  })
  expect(right.length / posts.length).toBeGreaterThan(0.75)
})

test('there is a broken, a slow, a moved and a gone feed', async () => {
  const broken = [await read(`${site.url}/broken/feed`), await read(`${site.url}/broken/feed`)]
  expect(broken.map(({ status }) => status)).toEqual([200, 500])
  expect((await read(`${site.url}/slow/feed`)).status).toBe(200)
  const moved = await read(`${site.url}/moved/feed`)
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/en/ai/feed'])
  expect((await read(`${site.url}/dead/feed`)).status).toBe(410)
})
