/** Stories: what joins and what must not, in English and Chinese, at once and one by one. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clusterStories } from '../../src/core/story.ts'
import {
  addToIndex,
  assignStory,
  createStoryIndex,
  forgetOld,
  mergeStories,
} from '../../src/core/story-index.ts'

const cluster = (...titles: string[]) => clusterStories(titles.map((title, at) => ({ id: `a${at}`, title })))

test.each([
  ['Facebook to buy WhatsApp for $19 billion', 'WhatsApp sold to Facebook in $19bn deal'],
  ['Strong earthquake hits northern Chile; tsunami warning', 'Tsunami alert in Chile after strong quake'],
  ['九寨沟7.0级地震:游客紧急疏散', '四川九寨沟发生7.0级地震 多人受伤'],
  ['华为突然开卖Mate 60 Pro', '华为Mate 60 Pro未发布先开售'],
])('one story: %s | %s', (a, b) => {
  expect(cluster(a, b)).toEqual(['a0', 'a0'])
})

test.each([
  ['今日油价 3月2日', '今日油价 3月3日'],
  ['双色球第024期开奖结果', '双色球第025期开奖结果'],
  ['Morning briefing: March 3', 'Morning briefing: March 4'],
  ['苹果市值突破三万亿美元', '上海新增两条地铁线'],
  ['他说明天会下雨', '她说今天不下雨了'],
  ['日本央行行长出席会议', '国足主场逆转取胜'],
  ['مرحبا بالعالم', 'Привет, мир'],
  ['🎉', '🎊'],
  ['', ''],
])('two stories: %s | %s', (a, b) => {
  expect(cluster(a, b)).toEqual(['a0', 'a1'])
})

test('titles of one script are not one story because they share no ASCII words', () => {
  const titles = [
    '央行宣布降准释放资金',
    '全红婵十米台卫冕夺金',
    '嫦娥六号带回月背样品',
    '黑神话悟空销量破千万',
  ]
  expect(new Set(cluster(...titles)).size).toBe(titles.length)
})

test('the text helps where the titles differ, and time apart speaks against', () => {
  const text =
    'The Riverton dam near Oakfield gave way on Monday, flooding three villages, the water board said.'
  const pair = (gapDays: number) =>
    clusterStories([
      { id: 'a', title: 'Riverton dam breaks', text, publishedAt: new Date('2026-03-02T08:00:00Z') },
      {
        id: 'b',
        title: 'Three villages under water near Oakfield',
        text: `Flooding followed the collapse. ${text}`,
        publishedAt: new Date(Date.UTC(2026, 2, 2 + gapDays, 12)),
      },
    ])
  expect(pair(0)).toEqual(['a', 'a'])
  expect(pair(20)).toEqual(['a', 'b'])
})

test('the same input gives the same stories, named after their first article in input order', () => {
  const articles = ['b', 'a', 'c'].map((id) => ({ id, title: 'Volcano Katla erupts in Iceland' }))
  expect(clusterStories(articles)).toEqual(['b', 'b', 'b'])
  expect(clusterStories(articles)).toEqual(clusterStories(articles))
  expect(clusterStories([])).toEqual([])
})

test('articles join one by one, and a new story takes the id of its first article', () => {
  const index = createStoryIndex()
  expect(assignStory(index, { id: '1', title: 'Volcano Katla erupts in Iceland' })).toEqual({
    storyId: '1',
    joined: false,
    similarity: 0,
    borderline: [],
  })
  expect(
    assignStory(index, { id: '2', title: 'Iceland: Katla volcano erupts, flights diverted' }),
  ).toMatchObject({
    storyId: '1',
    joined: true,
  })
  expect(assignStory(index, { id: '3', title: '冰岛旅游签证新规公布' })).toMatchObject({
    storyId: '3',
    joined: false,
  })
})

test('known stories are taken over, and dates further apart than 72 hours never join', () => {
  const index = createStoryIndex()
  const at = (hours: number) => new Date(Date.UTC(2026, 2, 2, hours))
  addToIndex(index, { id: '1', title: 'Katla volcano erupts', publishedAt: at(0) }, 'known')
  expect(assignStory(index, { id: '2', title: 'Katla volcano erupts', publishedAt: at(70) }).storyId).toBe(
    'known',
  )
  expect(assignStory(index, { id: '3', title: 'Katla volcano erupts', publishedAt: at(143) }).storyId).toBe(
    '3',
  )
})

test('doubtful stories are handed back for a judge, who may merge them', () => {
  const index = createStoryIndex()
  assignStory(index, { id: '1', title: 'Bank of Norland lifts key rate to four percent' })
  const doubtful = assignStory(index, {
    id: '2',
    title: 'Norland mortgage holders brace after rate decision',
  })
  expect(doubtful.borderline.map((each) => [each.storyId, each.articleId])).toEqual([['1', '1']])
  mergeStories(index, '1', doubtful.storyId)
  expect(
    assignStory(index, { id: '3', title: 'Norland mortgage holders brace for higher rate' }).storyId,
  ).toBe('1')
  mergeStories(index, '1', 'unknown')
})

test('one story told in two languages joins through its event line', () => {
  const index = createStoryIndex()
  const event = 'Bank of Japan raises rates for first time in 17 years'
  assignStory(index, { id: 'en', title: 'BOJ ends era of negative rates', event })
  expect(assignStory(index, { id: 'zh', title: '日本央行17年来首次加息', event }).storyId).toBe('en')
})

test('old articles are forgotten by arrival', () => {
  const index = createStoryIndex()
  const hours = (count: number) => new Date(Date.UTC(2026, 2, 2, count))
  forgetOld(index, hours(0))
  assignStory(index, { id: '1', title: 'Katla volcano erupts' })
  forgetOld(index, hours(13))
  assignStory(index, { id: '2', title: 'Katla volcano erupts' })
  forgetOld(index, hours(86))
  expect(assignStory(index, { id: '3', title: 'Katla volcano erupts' }).storyId).toBe('1')
  for (let hour = 90; hour < 200; hour += 10) forgetOld(index, hours(hour))
  expect(assignStory(index, { id: '4', title: 'Katla volcano erupts' }).storyId).toBe('4')
})

test('no story of the set glues several together', () => {
  const set = JSON.parse(readFileSync(new URL('../quality/sets/stories.json', import.meta.url), 'utf8')) as {
    zh: string[][]
    en: string[][]
  }
  const articles = [...set.en, ...set.zh].flatMap((titles, story) =>
    titles.map((title, at) => ({ id: `${story}.${at}`, title })),
  )
  const stories = Map.groupBy(clusterStories(articles).entries(), ([, story]) => story)
  for (const members of stories.values()) {
    const told = new Set(members.map(([at]) => articles[at]!.id.split('.')[0]))
    expect(told.size).toBeLessThanOrEqual(3)
  }
})
