/** What the bot reads out of words: links, commands, topics, labels; pure functions, tested directly. */
import { describe, expect, test } from 'vitest'
import type { MessageEntity } from 'grammy/types'
import { readItemWish } from '../../src/bot/item-wishes.ts'
import { parseCommand } from '../../src/bot/commands.ts'
import { describeDays, describeSchedule } from '../../src/bot/describe.ts'
import { cleanLabel } from '../../src/bot/label.ts'
import { extractLinks } from '../../src/bot/links.ts'
import { button, inRows, renderScreen } from '../../src/bot/screen.ts'
import { chooseItems } from '../../src/bot/replied-items.ts'
import { matchTopics } from '../../src/bot/topic-match.ts'
import { likelyZones } from '../../src/bot/zones.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { locales } from '../../src/locales/locales.ts'
import { noon } from '../support/rows.ts'

describe('links', () => {
  test.each([
    ['看看https://example.com/文章，很好', ['https://example.com/文章']],
    [
      '（https://example.com/a）和「https://example.com/b」',
      ['https://example.com/a', 'https://example.com/b'],
    ],
    ['Read https://example.com/a_(b). Then https://example.com/a_(b)!', ['https://example.com/a_(b)']],
    ['(see http://example.com/x)', ['http://example.com/x']],
    ['example.com/feed', ['https://example.com/feed']],
    ['新闻.中国', ['https://新闻.中国']],
    ['@durov', ['https://t.me/durov']],
    ['I like e.g. this and that', []],
    ['ftp://example.com/a', []],
    ['https://', []],
    ['😀 https://example.com/😀 😀', ['https://example.com/😀']],
    ['总结https://example.com/a-b谢谢', ['https://example.com/a-b']],
    ['关注quay.example', ['https://quay.example']],
    ['36氪.example', ['https://36氪.example']],
    ['https://example.com/find?q=ai新闻', ['https://example.com/find?q=ai新闻']],
  ])('%s', (text, expected) => {
    expect(extractLinks(text)).toEqual(expected)
  })

  test('takes what Telegram marked, also behind words, in order', () => {
    const text = '😀 here and example.org now'
    const entities: MessageEntity[] = [
      { type: 'url', offset: text.indexOf('example'), length: 'example.org'.length },
      { type: 'text_link', offset: 3, length: 4, url: 'https://first.example/' },
      { type: 'text_link', offset: 0, length: 2, url: 'tg://user?id=1' },
    ]
    expect(extractLinks(text, entities)).toEqual(['https://first.example/', 'https://example.org'])
  })
})

describe('commands', () => {
  test.each([
    ['/start', 'start', '', true],
    ['/Digest@GazetteBot  AI chips ', 'digest', 'AI chips', true],
    ['/digest@other_bot x', 'digest', 'x', false],
    ['/subscribe\nhttps://a.example', 'subscribe', 'https://a.example', true],
  ])('%s', (words, name, text, isForMe) => {
    expect(parseCommand(words, 'gazettebot')).toEqual({ name, text, isForMe })
  })
  test.each(['hello', '/', '/订阅', 'a /start', '//'])('%j is none', (text) => {
    expect(parseCommand(text, 'gazettebot')).toBeNull()
  })
})

describe('topics', () => {
  const topics = topicCatalogue.map((topic, index) => ({
    ...topic,
    id: index + 1,
    keywords: [...topic.keywords],
    owner_id: null,
    interest: null,
    renamed: {},
    created_at: noon,
  }))
  const slugs = (text: string) => {
    const { exact, near } = matchTopics(topics, text)
    return { exact: exact.map((topic) => topic.slug), near: near.map((topic) => topic.slug) }
  }
  test.each(['ai', 'AI', 'Artificial intelligence', '人工智能', '＃ＡＩ', ' 人工智慧 '])(
    '%s names one',
    (text) => {
      expect(slugs(text)).toEqual({ exact: ['ai'], near: [] })
    },
  )
  test.each(['AI chips', 'OpenAI', '机器学习'])('%s is near one', (text) => {
    expect(slugs(text).exact).toEqual([])
    expect(slugs(text).near).toContain('ai')
  })
  test.each([
    ['robot', 'robotics'],
    ['Robots', 'robotics'],
    ['neural network', 'ai'],
    ['neural networks', 'ai'],
    ['game', 'gaming'],
    ['chips', 'chips'],
  ])('%s finds its topic in either number', (text, slug) => {
    const { exact, near } = slugs(text)
    expect([...exact, ...near]).toContain(slug)
  })
  test.each([
    'What happened in AI this week?',
    'tell me about the latest in artificial intelligence please',
    '最近人工智能有什么新闻？',
    'zxqv',
    'hi',
    '😀',
    '',
  ])('%j is a question or nothing', (text) => {
    expect(slugs(text)).toEqual({ exact: [], near: [] })
  })
})

describe('screens', () => {
  test('labels are safe, short and whole', () => {
    expect(cleanLabel('A\u202Eevil\n name')).toBe('Aevil name')
    expect(cleanLabel('x'.repeat(40))).toBe(`${'x'.repeat(29)}…`)
    expect(cleanLabel('👩‍👩‍👧'.repeat(9))).toBe(`${'👩‍👩‍👧'.repeat(3)}…`)
    expect(cleanLabel('新闻'.repeat(20))).toHaveLength(30)
  })
  test('a title is bold, in UTF-16 units', () => {
    expect(renderScreen({ title: '😀 Hi', body: ['a', null, '', 'b'] })).toEqual({
      text: '😀 Hi\n\na\n\nb',
      entities: [{ type: 'bold', offset: 0, length: 5 }],
    })
    expect(renderScreen({ body: ['only'] })).toEqual({ text: 'only', entities: [] })
  })
  test('rows hold what they are told to', () => {
    const buttons = [1, 2, 3].map((n) => button(String(n), 'list', n))
    expect(inRows(buttons, 2).map((row) => row.length)).toEqual([2, 1])
  })
})

test.each([
  [[1, 2, 3, 4, 5, 6, 7], 'Every day', '每天'],
  [[5, 4, 3, 2, 1], 'Monday to Friday', '周一至周五'],
  [[6, 7], 'Saturday and Sunday', '周六和周日'],
  [[3, 1], 'Monday and Wednesday', '星期一和星期三'],
])('days %j', (days, english, chinese) => {
  expect(describeDays(locales.en, days)).toBe(english)
  expect(describeDays(locales['zh-Hans'], days)).toBe(chinese)
})

test('a schedule reads as a sentence', () => {
  const schedule = {
    mode: 'timed' as const,
    times: ['08:00', '18:30'],
    days: [1, 2, 3, 4, 5, 6, 7],
    time_zone: 'Asia/Shanghai',
    quiet_from: '22:00',
    quiet_to: '07:00',
    most_a_day: 6,
  }
  expect(describeSchedule(locales.en, schedule)).toBe('Every day at 08:00 and 18:30, Shanghai time.')
  expect(describeSchedule(locales['zh-Hans'], schedule)).toBe('每天 08:00 和 18:30（北京/上海时间）。')
  expect(describeSchedule(locales.en, { ...schedule, mode: 'instant' })).toBe(
    'As it happens, quiet from 22:00 to 07:00, at most 6 digests a day.',
  )
})

test('the reader’s own zone is always among the zones offered', () => {
  expect(likelyZones('en', 'Asia/Kabul')[0]).toBe('Asia/Kabul')
  expect(likelyZones('zh-Hans', 'Asia/Shanghai')).toHaveLength(8)
  expect(new Set(likelyZones('en', '+05:30')).size).toBe(8)
})

test('numbers are read in both languages, and words that only hold one are not', () => {
  const items = [1, 2, 3].map((number) => ({ number, title: 't', url: `u${number}`, start: number, end: 9 }))
  const chosen = (words: string) => {
    const { items: found, question } = chooseItems(items, words, null)
    return [found.map(({ number }) => number), question]
  }
  expect(chosen('2')).toEqual([[2], ''])
  expect(chosen('#3 why?')).toEqual([[3], 'why?'])
  expect(chosen('第２条 为什么？')).toEqual([[2], '为什么?'])
  expect(chosen('no. 1: more')).toEqual([[1], 'more'])
  expect(chosen('9 why')).toEqual([[1, 2, 3], '9 why'])
  expect(chosen('2nd of May?')).toEqual([[1, 2, 3], '2nd of May?'])
  expect(chosen('第二条讲了什么？')).toEqual([[2], '讲了什么?'])
  expect(chosen('第3篇')).toEqual([[3], ''])
  expect(chosen('What is the First one about?')).toEqual([[1], 'What is this about?'])
  expect(chosen('第二个呢？')).toEqual([[2], '呢?'])
  expect(chosen('那第三个讲了什么')).toEqual([[3], '讲了什么'])
  expect(chosen('第二个')).toEqual([[2], ''])
  expect(chosen('最后一条')).toEqual([[3], ''])
  for (const said of [
    'Tell me more about 2',
    'summarize number 2.',
    'open 2',
    '讲讲2',
    '详细说说第2条',
    '再展开一下第二条',
  ])
    expect(chosen(said), said).toEqual([[2], ''])
  expect(chosen('tell me more about 2 of them')).toEqual([[1, 2, 3], 'tell me more about 2 of them'])
  expect(chosen('What about the last one?')).toEqual([[3], 'What about this?'])
  expect(chosen('最后一个登月的人是谁')).toEqual([[1, 2, 3], '最后一个登月的人是谁'])
  expect(chosen('第一个登月的人是谁')).toEqual([[1, 2, 3], '第一个登月的人是谁'])
  expect(chosen('Who was the first to land?')).toEqual([[1, 2, 3], 'Who was the first to land?'])
  expect(chosen('2026年呢')).toEqual([[1, 2, 3], '2026年呢'])
})

test.each([
  ['Save the first one, please', { kind: 'save', of: 'the first one,' }],
  ['收藏一下这条', { kind: 'save', of: '' }],
  ['who wrote this story?', { kind: 'who', of: '' }],
  ['第二条新闻的来源是哪里', { kind: 'who', of: '第二条新闻' }],
  ['how do I save?', null],
  ['收藏', null],
  ['the author of the requiem', null],
])('what %s wishes of an item', (text, wish) => {
  expect(readItemWish(text)).toEqual(wish)
})
