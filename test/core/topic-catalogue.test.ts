/** The starter catalogue: complete names, specific seed words, and sensible answers before anything was learned. */
import { expect, test } from 'vitest'
import { classify, createTopicModel } from '../../src/core/topic.ts'
import { catalogueSeeds, topicCatalogue, topicName } from '../../src/core/topic-catalogue.ts'

test('about twenty topics, AI first, each with names and enough seed words in English and Chinese', () => {
  expect(topicCatalogue.length).toBeGreaterThanOrEqual(20)
  expect(topicCatalogue[0]?.slug).toBe('ai')
  expect(new Set(topicCatalogue.map((topic) => topic.slug)).size).toBe(topicCatalogue.length)
  for (const topic of topicCatalogue) {
    const han = topic.keywords.filter((keyword) => /\p{Script=Han}/u.test(keyword))
    expect([topic.slug, han.length >= 25, topic.keywords.length - han.length >= 25]).toEqual([
      topic.slug,
      true,
      true,
    ])
    expect(new Set(topic.keywords).size).toBe(topic.keywords.length)
    for (const name of Object.values(topic.names)) expect(name.trim()).not.toBe('')
    // Telegram takes 64 bytes of callback payload, so slugs stay short.
    expect(topic.slug).toMatch(/^[a-z]{2,20}$/u)
  }
})

test('names follow the reader, simplified and traditional apart, English where there is none', () => {
  const ai = topicCatalogue[0]!
  expect(
    ['en', 'zh-Hans', 'zh-Hant', 'zh-TW', 'zh-HK', 'zh-CN', 'zh', 'de', 'sv'].map((tag) =>
      topicName(ai, tag),
    ),
  ).toEqual([
    'Artificial intelligence',
    '人工智能',
    '人工智慧',
    '人工智慧',
    '人工智慧',
    '人工智能',
    '人工智能',
    'Künstliche Intelligenz',
    'Artificial intelligence',
  ])
})

const model = createTopicModel(catalogueSeeds())

test.each([
  ['OpenAI trains a new language model', 'ai'],
  ['国产大模型开源 推理成本下降', 'ai'],
  ['TSMC to build second wafer fab in Arizona', 'chips'],
  ['台積電先進封裝產能吃緊', 'chips'],
  ['Humanoid robot folds laundry', 'robotics'],
  ['PostgreSQL 18 released with new database features', 'software'],
  ['Ransomware gang leaks hospital passwords', 'security'],
  ['美联储宣布降息 通胀回落', 'economy'],
  ['Bitcoin slides as Binance halts withdrawals', 'crypto'],
  ['立法院三讀通過選舉法案', 'politics'],
  ['Ceasefire collapses as troops shell border town', 'world'],
  ['神舟飞船载三名航天员返回', 'space'],
  ['Vaccine trial shows promise in cancer patients', 'health'],
  ['Solar power overtakes coal in electricity mix', 'climate'],
  ['比亚迪电动汽车销量大增', 'cars'],
  ['Nintendo shows new Zelda for its console', 'gaming'],
  ['主教练下课 球队三连败', 'sports'],
  ['Actress wins Oscar for debut film', 'entertainment'],
  ['高考录取分数线公布', 'education'],
  ['New typeface and logo by a graphic design studio', 'design'],
  ['Jury convicts founder of fraud; judge sets sentencing', 'law'],
])('before learning: %s', (title, topic) => {
  expect(classify(model, { title, text: '', language: 'und' })[0]?.topic).toBe(topic)
})

test('an article on two of them gets both', () => {
  const found = classify(model, {
    title: 'Nvidia GPU shortage slows training of large language models',
    text: 'The chipmaker said demand for AI processors from OpenAI and others exceeds supply.',
    language: 'en',
  }).map((each) => each.topic)
  expect(found.toSorted()).toEqual(['ai', 'chips'])
})
