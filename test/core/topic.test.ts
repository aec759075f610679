/** Topics: seeds alone, learning from an unlabelled pool, labels, none of them, and texts in every script. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { classify, createTopicModel, learn, type TopicExample } from '../../src/core/topic.ts'

const topics = [
  { slug: 'space', name: 'Space', keywords: ['rocket', 'astronaut', 'space station', '火箭', '航天员'] },
  { slug: 'cooking', name: 'Cooking', keywords: ['recipe', 'oven', '食谱', '烤箱'] },
  { slug: 'sport', name: 'Sport', keywords: ['football', 'goal', '足球', '球'] },
]
const model = createTopicModel(topics)
const slugs = (title: string, text = '', language = 'en', used = model) =>
  classify(used, { title, text, language }).map((each) => each.topic)

test.each([
  ['Astronauts dock with the Space Station', 'space'],
  ['ROCKET lifts off at dawn 🚀', 'space'],
  ['Ａｓｔｒｏｎａｕｔ in full-width letters', 'space'],
  ['长征火箭成功发射', 'space'],
  ['三步学会的家常食谱', 'cooking'],
  ['他进了一球', 'sport'],
])('seed words alone: %s is about %s', (title, topic) => {
  expect(slugs(title)[0]).toBe(topic)
})

test('several topics are named, best first, with scores between 0 and 1', () => {
  const found = classify(model, {
    title: 'Football on the space station: astronauts play in orbit',
    text: 'The rocket brought a ball.',
    language: 'en',
  })
  expect(found.map((each) => each.topic)).toEqual(['space', 'sport'])
  expect(found[0]!.score).toBeGreaterThan(found[1]!.score)
  for (const { score } of found) expect(score > 0 && score <= 1).toBe(true)
})

test.each([
  ['The oak by the lane lost its leaves'],
  ['巷口的老槐树又开花了'],
  ['مرحبا بالعالم'],
  ['🎉🎉'],
  [''],
])('none of the topics: %j', (title) => {
  expect(slugs(title)).toEqual([])
})

test('a seed inside another word does not count, a plural does', () => {
  expect(slugs('Recipes of the week')).toEqual(['cooking'])
  expect(slugs('The goalkeeping rocketeer')).toEqual([])
})

/** A pool in which the seeds cover only part of each topic: the rest must be learned from the company they keep. */
const parts = {
  space: ['rocket', 'astronaut', 'capsule', 'thruster', 'payload', 'crater', 'lander', 'splashdown'],
  cooking: ['recipe', 'oven', 'butter', 'flour', 'simmer', 'garlic', 'whisk', 'saucepan'],
  sport: ['football', 'goal', 'striker', 'referee', 'midfield', 'penalty', 'keeper', 'derby'],
}
const pool: TopicExample[] = Object.values(parts).flatMap((words) =>
  Array.from({ length: 40 }, (_, i) => ({
    title: [0, 3, 5].map((step) => words[(i + step * (1 + (i % 3))) % words.length]).join(' '),
    text: '',
    language: 'en',
  })),
)

test('an unlabelled pool teaches words that are no seeds', () => {
  expect(slugs('simmer the garlic in a saucepan')).toEqual([])
  const learned = learn(model, pool, { labelled: false })
  expect(slugs('simmer the garlic in a saucepan', '', 'en', learned)).toEqual(['cooking'])
  expect(slugs('splashdown of the capsule', '', 'en', learned)).toEqual(['space'])
})

test('a pool that is mostly about something else keeps that out of every topic', () => {
  const pick = (words: string, at: number) => words.split(' ')[at % words.split(' ').length]!
  const write = (seed: string, words: string, at: number) => ({
    title: `${seed} ${pick(words, at)} ${pick(words, at * 3 + 1)} ${pick(words, at * 5 + 2)}`,
    text: '',
    language: 'en',
  })
  const tables = 'shipment tonnage cargo freight berth tanker dock pier customs vessel'
  const pool = [
    ...Array.from({ length: 30 }, (_, at) => write('rocket', 'launch orbit crew booster payload', at)),
    ...Array.from({ length: 20 }, (_, at) => write('oven', 'butter flour garlic simmer pastry', at)),
    ...Array.from({ length: 4 }, (_, at) => write('football', 'striker referee penalty', at)),
    ...Array.from({ length: 200 }, (_, at) => write('harbour', tables, at)),
  ]
  const learned = learn(model, pool, { labelled: false })
  expect(slugs('Tanker leaves berth with freight', '', 'en', learned)).toEqual([])
  expect(slugs('Harbour customs count cargo tonnage', '', 'en', learned)).toEqual([])
  expect(slugs('Garlic pastry with butter', '', 'en', learned)).toEqual(['cooking'])
  expect(slugs('Booster puts payload in orbit', '', 'en', learned)).toEqual(['space'])
})

test('after many articles one learned word among unknown ones names the topic, unknown ones alone name none', () => {
  const pick = (words: string[], at: number) => words[at % words.length]!
  const many = Object.values(parts).flatMap(([seed, , ...words]) =>
    Array.from({ length: 400 }, (_, at) => ({
      title: [at % 11 === 0 ? seed! : pick(words, at * at), pick(words, at), pick(words, at + 1)].join(' '),
      text: `The report of day ${at % 30} speaks of it`,
      language: 'en',
    })),
  )
  const learned = learn(model, many, { labelled: false })
  const unknown = Array.from({ length: 40 }, (_, at) => `zq${'aeiou'[at % 5]}${'bcdfghkl'[at % 8]}`).join(' ')
  expect(slugs('', `garlic ${unknown}`, 'en', learned)).toEqual(['cooking'])
  expect(slugs('', unknown, 'en', learned)).toEqual([])
  expect(slugs('', '', 'en', learned)).toEqual([])
})

test('learning leaves the old model as it was, and adds to what was learned before', () => {
  const first = learn(model, pool.slice(0, 40), { labelled: false })
  const second = learn(first, pool.slice(40), { labelled: false })
  const article = { title: 'simmer the garlic in a saucepan', text: '', language: 'en' }
  expect(classify(model, article)).toEqual([])
  const before = classify(first, article)
  expect(classify(second, article)[0]?.topic).toBe('cooking')
  expect(classify(first, article)).toEqual(before)
})

test('labels overrule seed words', () => {
  const article = { title: 'Rocket salad with goat cheese', text: '', language: 'en' }
  expect(classify(model, article)[0]?.topic).toBe('space')
  const labels = Array.from({ length: 8 }, (_, i) => [
    { title: `Rocket salad number ${i} with cheese`, text: '', language: 'en', topic: 'cooking' },
    { title: `Astronaut crew ${i} in orbit`, text: '', language: 'en', topic: 'space' },
    { title: `Striker scores ${i} in the derby`, text: '', language: 'en', topic: 'sport' },
  ]).flat()
  expect(classify(learn(model, labels, { labelled: true }), article)[0]?.topic).toBe('cooking')
})

test('a labelled example without a topic teaches what is none of them', () => {
  const article = { title: 'Football manager simulator patch notes', text: '', language: 'en' }
  const none = Array.from({ length: 12 }, (_, i) => ({
    title: `Football manager simulator patch ${i}`,
    text: '',
    language: 'en',
  }))
  const before = classify(model, article).find((each) => each.topic === 'sport')?.score ?? 0
  const after =
    classify(learn(model, none, { labelled: true }), article).find((each) => each.topic === 'sport')?.score ??
    0
  expect(before).toBeGreaterThan(0.3)
  expect(after).toBeLessThan(before)
})

test('a topic given with unlabelled examples is ignored', () => {
  const wrong = pool.map((example) => ({ ...example, topic: 'sport' }))
  expect(slugs('garlic in a saucepan', '', 'en', learn(model, wrong, { labelled: false }))).toEqual([
    'cooking',
  ])
})

test('no topics, no examples and huge texts are no trouble', () => {
  expect(classify(createTopicModel([]), { title: 'x', text: '', language: 'en' })).toEqual([])
  expect(learn(createTopicModel([]), pool, { labelled: false }).slugs).toEqual([])
  expect(slugs('Rocket', '', 'en', learn(model, [], { labelled: true }))).toEqual(['space'])
  expect(slugs('Rocket', 'word 汉字 '.repeat(200_000))).toEqual(['space'])
})

for (const [language, least] of [
  ['en', 0.6],
  ['zh', 0.65],
] as const) {
  test(`labels written for this project are learned, ${language}`, () => {
    const set = JSON.parse(
      readFileSync(new URL(`../quality/sets/topics-${language}.json`, import.meta.url), 'utf8'),
    ) as { topics: Record<string, string[]>; seeds: Record<string, string[]> }
    const own = createTopicModel(
      Object.entries(set.seeds).map(([slug, keywords]) => ({ slug, name: slug, keywords })),
    )
    const all = Object.entries(set.topics).flatMap(([topic, titles]) =>
      titles.map((title, at) => ({ title, text: '', language, topic, train: at % 2 === 0 })),
    )
    const learned = learn(
      own,
      all.filter((each) => each.train),
      { labelled: true },
    )
    const rest = all.filter((each) => !each.train)
    const right = rest.filter((each) => classify(learned, each)[0]?.topic === each.topic)
    expect(right.length / rest.length).toBeGreaterThan(least - 0.06)
  })
}
