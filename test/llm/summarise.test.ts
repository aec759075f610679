/** Summaries over HTTP from a scripted server: every fault ends in a checked summary or a typed error, never in an invention. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RetryLater, UserError } from '../../src/core/errors.ts'
import { createModel } from '../../src/llm/client.ts'
import type { Model, ModelAnswer } from '../../src/llm/model.ts'
import { BadAnswer } from '../../src/llm/ladder.ts'
import type { SummariseInput } from '../../src/llm/judge-summary.ts'
import { summariseTokens, summariseWithModel } from '../../src/llm/summarise.ts'
import { type ModelServer, startModelServer, type Step } from '../support/model-server.ts'

const english: SummariseInput = {
  title: 'Halvern orders two electric ferries',
  text: [
    'The council of Halvern ordered two electric ferries on Tuesday for 38 million crowns.',
    'Each ferry carries 180 people and charges in nine minutes, said harbour master Ines Dahl.',
    'The old ferry Marit stays as a museum.',
    'Fares do not change before 2028.',
  ].join(' '),
  language: 'en',
  topics: [
    { slug: 'climate', name: 'Climate and energy' },
    { slug: 'cars', name: 'Cars and transport' },
  ],
}
const chinese: SummariseInput = {
  title: '哈尔文订购两艘电动渡轮',
  text: '哈尔文议会周二以 3800 万克朗订购了两艘电动渡轮。每艘渡轮可载 180 人，充一次电要九分钟，港务长英内丝·达尔说。旧渡轮“玛丽特号”改作博物馆。2028 年以前票价不变。',
  language: 'zh-Hans',
  topics: english.topics,
}

let server: ModelServer
let model: Model
let answers: ModelAnswer[]
beforeEach(async () => {
  server = await startModelServer()
  answers = []
  model = openModel()
})
afterEach(() => server.close())

const openModel = (more: { timeoutMs?: number; apiKey?: string } = {}) =>
  createModel({ model: 'test', baseUrl: server.url, ...more })
const summarise = (input: SummariseInput) =>
  summariseWithModel(model, input, (answer) => answers.push(answer))
const failureOf = (input: SummariseInput) =>
  summarise(input).then(
    () => null,
    (error: unknown) => error,
  )
const wordsOf = (summary: Awaited<ReturnType<typeof summarise>>) =>
  [summary.headline, ...summary.bullets.map(({ text }) => text), summary.why].join('\n')
const say = (bullets: { sentences: number[]; text: string }[], more: object = {}): Step => ({
  text: JSON.stringify({
    bullets,
    headline: null,
    why: null,
    event: null,
    importance: 3,
    topics: [],
    ...more,
  }),
})

test.each([
  ['English', english],
  ['Chinese', chinese],
])('a true answer is kept, each point with the sentences it rests on (%s)', async (_name, input) => {
  const summary = await summarise(input)
  expect(summary.bullets.length).toBeGreaterThanOrEqual(2)
  for (const { evidence } of summary.bullets)
    for (const sentence of evidence) expect(input.text).toContain(sentence)
  expect(summary.counts).toMatchObject({ repaired: 0, replaced: 0 })
  expect(server.calls).toHaveLength(1)
  expect(answers[0]!.inputTokens + answers[0]!.outputTokens).toBeLessThan(await summariseTokens(input))
})

describe('an invention', () => {
  const invented = [
    { sentences: [1], text: 'The council of Halvern ordered five electric ferries for 90 million crowns.' },
    { sentences: [3], text: 'The old ferry Marit stays as a museum.' },
  ]

  test('is sent back once with what is wrong, and the correction is taken', async () => {
    server.script(
      say(invented),
      say([
        { sentences: [1], text: 'Halvern ordered two electric ferries for 38 million crowns.' },
        invented[1]!,
      ]),
    )
    const summary = await summarise(english)
    expect(server.calls).toHaveLength(2)
    expect(server.calls[1]!.user).toContain('five electric ferries')
    expect(wordsOf(summary)).toContain('38 million')
    expect(wordsOf(summary)).not.toMatch(/five|90 million/u)
    expect(summary.counts).toMatchObject({ repaired: 1, replaced: 0 })
  })

  test('that is repeated gives way to the article’s own sentence', async () => {
    server.script(say(invented), say(invented))
    const summary = await summarise(english)
    expect(wordsOf(summary)).not.toMatch(/five|90 million/u)
    expect(wordsOf(summary)).toContain('ordered two electric ferries on Tuesday for 38 million crowns')
    expect(summary.counts).toMatchObject({ replaced: 1 })
  })

  test.each([
    ['a number', '每艘渡轮可载 280 人。', /280/u],
    ['a name', '港务长奥拉夫·林说充电要九分钟。', /奥拉夫/u],
    ['a date', '2031 年以前票价不变。', /2031/u],
    ['a quotation', '达尔说：“这是最好的一天。”', /最好的一天/u],
  ])('of %s in Chinese never reaches a reader', async (_name, text, trace) => {
    server.always(say([{ sentences: [2], text }]))
    expect(wordsOf(await summarise(chinese))).not.toMatch(trace)
  })

  test('in the headline or the reason is left out', async () => {
    server.always(
      say([{ sentences: [4], text: 'Fares do not change before 2028.' }], {
        headline: 'Oslo buys twelve ferries',
        why: 'It saves 700 tonnes of carbon.',
        event: 'Oslo buys twelve ferries',
      }),
    )
    expect(await summarise(english)).toMatchObject({ headline: null, why: null, event: null })
  })
})

describe('faults of the server', () => {
  test.each<[string, Step[]]>([
    [
      'prose around the JSON',
      [{ text: (usual) => `Sure! Here it is:\n\`\`\`json\n${usual}\n\`\`\`\nHope it helps.` }],
    ],
    ['thinking aloud', [{ text: (usual) => `<think>Which points? {"a":1}</think>${usual}` }]],
    ['a trailing comma', [{ text: (usual) => usual.replace(/\}$/u, ',}') }]],
    ['an answer cut short', [{ text: (usual) => usual.slice(0, -20), finish: 'length' }]],
    ['no usage', [{ usage: false }]],
    ['garbage first', [{ text: 'I am a teapot' }]],
    ['the wrong shape first', [{ text: '{"summary":"Two ferries."}' }]],
    ['nothing first', [{ text: '' }]],
    ['a refusal first', [{ refusal: 'I cannot help with that.' }]],
  ])('%s: a summary all the same', async (_name, steps) => {
    server.script(...steps)
    const summary = await summarise(english)
    expect(wordsOf(summary)).toContain('Halvern')
    expect(answers.length).toBe(server.calls.length)
  })

  test('another language is sent back', async () => {
    server.script(say([{ sentences: [1], text: '哈尔文议会订购了两艘电动渡轮。' }]))
    const summary = await summarise(english)
    expect(server.calls).toHaveLength(2)
    expect(wordsOf(summary)).not.toMatch(/\p{Script=Han}/u)
  })

  test('modes that it does not know are left out, and not tried again', async () => {
    server.refuse('schema', 'json')
    await summarise(english)
    await summarise(chinese)
    expect(server.calls.map(({ mode }) => mode)).toEqual(['schema', 'json', 'plain', 'plain'])
    expect(server.calls[2]!.system).toContain('"bullets"')
  })

  test('garbage for ever, 429, 500, a hanging and a breaking connection are typed errors', async () => {
    server.always({ text: 'no' })
    expect(await failureOf(english)).toBeInstanceOf(BadAnswer)
    server.always({ status: 429, retryAfter: 7 })
    expect(await failureOf(english)).toMatchObject({
      name: 'RetryLater',
      delayMs: 7000,
    } satisfies Partial<RetryLater>)
    model = openModel({ timeoutMs: 100 })
    for (const step of [{ status: 500 }, { hang: true }, { cutAfter: 20 }]) {
      server.always(step)
      const error = await failureOf(english)
      expect(error).toBeInstanceOf(UserError)
      expect(error).toMatchObject({ key: 'modelUnreachable' })
    }
  })

  test('an error never holds the key or the article', async () => {
    const keyed = openModel({ apiKey: 'sk-secret' })
    server.always({ status: 401 })
    const error = await summariseWithModel(keyed, english, () => undefined).catch((thrown: Error) => thrown)
    expect(String((error as Error).message)).not.toMatch(/sk-secret|Halvern/u)
  })
})
