/** The sample site is a small web worth reading: every feed parses, every post is about its topic, and news comes with time. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clusterStories } from '../../src/core/story.ts'
import { classify, createTopicModel } from '../../src/core/topic.ts'
import { catalogueSeeds, topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { readPosts } from '../../src/playground/site/posts.ts'
import { type Published, schedulePosts } from '../../src/playground/site/publications.ts'
import { type Site, startSite } from '../../src/playground/site/site.ts'
import { firstParagraph } from '../../src/playground/site/text.ts'
import { discoverFeeds } from '../../src/sources/discover.ts'
import { parseFeed } from '../../src/sources/feed.ts'
import { parseMarkdown } from '../../src/sources/markdown.ts'
import { extractArticle } from '../../src/sources/page.ts'

const start = new Date('2026-03-02T05:00:00Z')
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000)
let now = start
let site: Site
let posts: Published[]
beforeAll(async () => {
  posts = schedulePosts(await readPosts(), start)
  site = await startSite({ start, now: () => now, slowMs: 1 })
})
beforeEach(() => {
  now = start
})
afterAll(() => site.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(path.startsWith('http') ? path : site.url + path, { headers, redirect: 'manual' })
const readFeed = async (path: string) => {
  const response = await get(path)
  const url = response.url
  return parseFeed(await response.bytes(), { url, contentType: response.headers.get('content-type') ?? '' })
}
/** Words without marks and spaces, to compare a post with what was read of its page. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

test('every topic has a feed with something to read in both languages', async () => {
  for (const { slug } of topicCatalogue)
    for (const language of ['en', 'zh-Hans']) {
      const feeds = site.feeds.filter((feed) => feed.topic === slug && feed.language === language)
      const items = await Promise.all(feeds.map(async ({ url }) => (await readFeed(url)).items))
      expect(items.flat().length, `${slug} in ${language}`).toBeGreaterThan(0)
    }
})

describe('feeds', () => {
  test('parse, with title, author, time and address of every post', async () => {
    now = hours(48)
    for (const feed of site.feeds) {
      const { items, title } = await readFeed(feed.url)
      expect(title).toBe(feed.title)
      for (const item of items) {
        const post = posts.find(({ path }) => item.url === site.url + path)
        expect(item).toMatchObject({ title: post?.title, author: post?.author, publishedAt: post?.at })
        expect(bare(item.contentHtml.replace(/<[^>]+>/gu, ''))).toContain(bare(firstParagraph(post!)))
      }
    }
  })

  test('bring posts when their time has come, each once', async () => {
    const count = async () => {
      const items = await Promise.all(site.feeds.map(async ({ url }) => (await readFeed(url)).items))
      const urls = items.flat().map(({ url }) => url)
      expect(new Set(urls).size).toBe(urls.length)
      return urls.length
    }
    const inTrouble = ['loose-wire', 'slow-kettle']
    const healthy = posts.filter(({ publication = '' }) => !inTrouble.includes(publication))
    for (const hour of [0, 12, 48]) {
      now = hours(hour)
      expect(await count()).toBe(healthy.filter(({ at }) => at <= now).length)
    }
    now = hours(4)
    expect((await get('/fernwick/ai/lark-price')).status).toBe(200)
    now = start
    expect((await get('/fernwick/ai/lark-price')).status).toBe(404)
  })

  test('answer 304 to who has the newest, by either validator', async () => {
    const [{ url }] = site.feeds as [Site['feeds'][number]]
    const { headers } = await get(url)
    const known = { 'if-none-match': headers.get('etag')! }
    const since = { 'if-modified-since': headers.get('last-modified')! }
    expect([(await get(url, known)).status, (await get(url, since)).status]).toEqual([304, 304])
    now = hours(4)
    expect([(await get(url, known)).status, (await get(url, since)).status]).toEqual([200, 200])
    // The entity tag decides where both are sent.
    expect((await get(url, { ...known, 'if-modified-since': now.toUTCString() })).status).toBe(200)
  })

  test('are found from their pages', async () => {
    for (const feed of site.feeds)
      expect(discoverFeeds(await (await get(feed.site)).text(), feed.site)).toEqual([feed.url])
    // The front page announces one of each publication; the links to troubles come after them.
    const home = discoverFeeds(await (await get('/')).text(), `${site.url}/`).slice(0, 10)
    expect(site.feeds.map(({ url }) => url)).toEqual(expect.arrayContaining(home))
    const page = await get('/no-feed')
    expect(discoverFeeds(await page.text(), page.url)).toEqual([])
  })

  test('in trouble: one breaks, one is slow, one moved, one is gone', async () => {
    const broken = '/loose-wire/software/feed.xml'
    const cut = await readFeed(broken)
    expect(cut.items).toHaveLength(2)
    expect(cut.items[1]!.contentHtml.length).toBeGreaterThan(100)
    expect((await get(broken)).status).toBe(500)
    expect((await get(broken)).status).toBe(200)
    expect((await readFeed('/slow-kettle/design/feed.xml')).items).toHaveLength(1)
    const moved = await get('/moved/feed.xml')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/fernwick/ai/atom.xml'])
    expect((await get('/gone/feed.xml')).status).toBe(410)
  })
})

describe('posts', () => {
  test('can be read from their pages without what stands around them', async () => {
    now = hours(48)
    for (const { path, title, author, at, body, original } of posts) {
      const response = await get(path)
      const article = extractArticle(await response.text(), response.url)
      expect(article).toMatchObject({ title, publishedAt: at, obstacle: null })
      expect([author, original?.author]).toContain(article.byline)
      expect(bare(article.text)).toBe(bare(body))
    }
  })

  test('can be read as Markdown, with their credits', async () => {
    now = hours(48)
    for (const { path, title, author, at, language, body, original } of posts) {
      const response = await get(`${path}.md`)
      const item = parseMarkdown(await response.text(), { url: response.url })
      expect(item).toMatchObject({
        title,
        author,
        publishedAt: at,
        language,
        originalAuthor: original?.author ?? null,
        originalUrl: original?.url ?? null,
      })
      expect(bare(item.text)).toBe(bare(body))
    }
  })

  test('are about their topics', () => {
    const model = createTopicModel(catalogueSeeds())
    const wrong = posts.filter(({ title, body: text, language, topic }) =>
      classify(model, { title, text, language }).every((each) => each.topic !== topic),
    )
    expect(wrong.length / posts.length, wrong.map(({ slug }) => slug).join()).toBeLessThan(0.1)
  })

  test('tell the same story more than once', () => {
    const told = Map.groupBy(
      posts.filter(({ story }) => story !== undefined),
      ({ story }) => story!,
    )
    expect(told.size).toBeGreaterThanOrEqual(4)
    const bilingual = [...told.values()].filter(
      (tellings) => new Set(tellings.map((each) => each.language)).size > 1,
    )
    expect(bilingual.length).toBeGreaterThan(0)
    const ids = clusterStories(
      posts.map(({ slug, title, body, language, at }) => ({
        id: slug,
        title,
        text: body,
        language,
        publishedAt: at,
      })),
    )
    const found = new Map(posts.map(({ slug }, index) => [slug, ids[index]]))
    for (const [story, tellings] of told)
      for (const language of ['en', 'zh-Hans']) {
        const same = tellings.filter((each) => each.language === language).map(({ slug }) => found.get(slug))
        expect(new Set(same).size, `${story} in ${language}: ${same.join()}`).toBeLessThanOrEqual(1)
      }
  })
})

test('a page that is no article, and an address that is none, are told apart', async () => {
  const search = await get('/search')
  expect(extractArticle(await search.text(), search.url).text).toBe('')
  expect((await get('/nothing/here')).status).toBe(404)
})
