/** What readers wait for from a model, over HTTP in two languages: answers watched while they are written, and stopped. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import type { Happening, LoggedCall } from '../../src/playground/world.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'
import { noon } from '../support/rows.ts'

const readers = [
  {
    who: 'alex',
    tag: 'en',
    topic: 'Climate and energy',
    title: 'Electric ferries for Halvern',
    sentences: [
      'The council of Halvern ordered two electric ferries on Tuesday to cut carbon emissions.',
      'Each ferry carries 180 people and charges its battery with renewable energy in nine minutes.',
      'Fares do not change before 2028.',
    ],
    question: 'What about the electric ferries of Halvern?',
    foreign: '哈尔文议会周二订购了两艘电动渡轮，每艘可载一百八十人，用可再生能源充电。',
  },
  {
    who: 'mei',
    tag: 'zh-Hans',
    topic: '气候与能源',
    title: '哈尔文订购电动渡轮',
    sentences: [
      '哈尔文议会周二订购了两艘电动渡轮，以减少碳排放。',
      '每艘渡轮可载 180 人，九分钟就能用可再生能源充好电池。',
      '2028 年以前票价不变。',
    ],
    question: '哈尔文订购了什么？',
    foreign: 'The council of Halvern ordered two electric ferries on Tuesday to cut carbon emissions.',
  },
] as const

let web: WebServer
let model: ModelServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  model = await startModelServer()
  const posts = readers.map(({ who, tag, title, sentences }) => {
    const paragraphs = sentences.map((sentence) => `<p>${sentence}</p>`).join('')
    web.pages.set(`/${who}`, {
      body: `<html lang="${tag}"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs}</article></body></html>`,
    })
    const text = sentences.join(tag === 'en' ? ' ' : '')
    return { title, text, url: `${web.url}/${who}`, at: new Date(noon.getTime() - 3_600_000) }
  })
  web.pages.set('/feed.xml', rss('Harbour News', posts))
  gazette = await startTestGazette({ allow: [web.host], modelUrl: model.url })
})
afterAll(async () => {
  await gazette.close()
  await model.close()
  await web.close()
})

/** The drafts shown in a chat since `after`, oldest first. */
const draftsOf = (chat: number, after = 0): LoggedCall[] =>
  gazette.api.world.calls.filter(
    ({ id, method, params }) => method === 'sendMessageDraft' && id > after && params['chat_id'] === chat,
  )
/** Resolves once a draft that holds `words` was shown in the chat. */
const drafted = (chat: number, words: string, after: number): Promise<void> =>
  new Promise((resolve) => {
    const { listeners } = gazette.api.world
    const look = (_happening?: Happening) => {
      if (!draftsOf(chat, after).some(({ ok, params }) => ok && String(params['text']).includes(words)))
        return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
    look()
  })

/** Resolves once the server has not known a method. */
const refused = (): Promise<void> =>
  new Promise((resolve) => {
    const { listeners, calls } = gazette.api.world
    const look = (_happening?: Happening) => {
      if (!calls.some(({ code }) => code === 404)) return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
    look()
  })

describe.each(readers)('$who', ({ who, tag, topic, title, sentences, question, foreign }) => {
  const { bot, digests, screens } = getLocale(tag)
  const [first, second] = sentences
  let chat: Chat
  let since: number
  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user: ids[who] })
    await chat.send('/start')
    await chat.tap(topic)
    await chat.send(`/subscribe ${web.url}/feed.xml`)
    await chat.see('Harbour News')
    await gazette.running.advance(gazette.clock.now())
  })
  afterAll(() => chat.close())
  beforeEach(async () => {
    model.clear()
    // People take seconds between messages, which nobody waits for here.
    await gazette.database.db.deleteFrom('paces').execute()
    since = gazette.api.world.calls.at(-1)!.id
  })
  const draftTexts = () => draftsOf(ids[who], since).map(({ params }) => String(params['text']))
  const until = (words: string) => drafted(ids[who], words, since)
  const after = (id: number, words: string) =>
    chat.see((message) => message.message_id > id && textOf(message).includes(words))
  const lastUsage = () =>
    gazette.database.db
      .selectFrom('llm_usage')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
  /** What the model would say of the page or the question, an object at a time. */
  const points = (...said: string[]) =>
    JSON.stringify({ bullets: said.map((text, at) => ({ sentences: [at + 1], text })), headline: title })
  const statements = (...said: string[]) =>
    JSON.stringify({ answered: true, statements: said.map((text) => ({ articles: [1], text })) })

  test('watches a summary being written, point by point, and gets it as a message', async () => {
    model.script({
      text: points(first, second),
      hold: async (object) => {
        await until(object === 1 ? first : second)
        await gazette.database.db.deleteFrom('paces').execute()
      },
    })
    const sent = await chat.send(`${web.url}/${who}`)
    const told = await after(sent, first)
    expect(labelsOf(told)).toContain(bot.buttons.evidence(1))
    await gazette.running.idle()
    const drafts = draftTexts()
    for (const [at, text] of drafts.slice(1).entries()) expect(text.startsWith(drafts[at]!)).toBe(true)
    expect(draftsOf(ids[who], since)[0]!.params).toMatchObject({ can_stop: true })
    // The sign of work and the draft are gone; one message is left.
    const left = (await chat.messages()).filter(({ message_id: id }) => id > sent)
    expect(left.map(({ message_id: id }) => id)).toEqual([told.message_id])
    expect((await chat.view()).draft).toBeNull()
  })

  test('stops an answer: what was written is kept, marked and paid for, and nothing after it', async () => {
    model.script({ text: statements(first, second), hold: () => new Promise(() => undefined) })
    const before = model.calls.length
    const sent = await chat.send(question)
    await until(first)
    await control(gazette.api.url, 'stop', { chat: ids[who] })
    const stopped = textOf(await after(sent, bot.answer.stopped))
    expect(stopped).toContain(first)
    expect(stopped).toContain(title)
    expect(stopped).not.toContain(second)
    await model.brokenOff(1)
    await gazette.running.idle()
    expect(model.calls.length).toBe(before + 1)
    const usage = await lastUsage()
    expect(usage).toMatchObject({ settled: true, purpose: 'answer' })
    expect(usage.input_tokens).toBeGreaterThan(0)
    expect(usage.output_tokens).toBeGreaterThan(0)
    expect((await chat.view()).draft).toBeNull()
  })

  test('stops a summary before its first point, and may have it all the same', async () => {
    web.pages.set(`/${who}/late`, web.pages.get(`/${who}`)!)
    await gazette.database.db.deleteFrom('summaries').execute()
    model.script({ hang: true })
    const before = model.calls.length
    const sent = await chat.send(`${web.url}/${who}/late`)
    await until('')
    await model.seen(before + 1)
    await control(gazette.api.url, 'stop', { chat: ids[who] })
    const stopped = await after(sent, bot.answer.stoppedEmpty)
    expect(textOf(stopped)).toContain(title)
    expect((await lastUsage()).output_tokens).toBe(0)
    await gazette.running.idle()
    expect(model.calls.length).toBe(before + 1)
    await chat.tap(screens.labels.bySummary)
    await chat.see((message) => message.message_id === stopped.message_id && textOf(message).includes(first))
  })

  test('a stream that breaks gives way to the articles’ own sentences', async () => {
    const text = statements(first, second)
    model.script({ text, cutAfter: text.indexOf('}') + 8 })
    const sent = await chat.send(question)
    expect(textOf(await after(sent, digests.keySentences))).toContain(title)
    const usage = await lastUsage()
    expect(usage.output_tokens).toBeGreaterThan(0)
  })

  test('a stream in another language is not shown, and asked for again', async () => {
    model.script({ text: statements(foreign) })
    const before = model.calls.length
    const sent = await chat.send(question)
    const told = textOf(await after(sent, bot.answer.sources))
    expect(model.calls.length).toBe(before + 2)
    expect(model.calls.at(-1)!.user).toContain('not written in')
    expect(told).not.toContain(foreign)
    expect(draftTexts().join()).not.toContain(foreign)
  })

  test('a group is answered the plain way', async () => {
    const group = await openChat(gazette.api.url, { user: ids[who], chat: ids.group })
    await control(gazette.api.url, 'member', { chat: ids.group, from: ids[who], status: 'administrator' })
    await group.send(`/summary ${web.url}/${who}`)
    await group.see(first)
    expect(draftsOf(ids.group)).toEqual([])
    group.close()
  })
})

test('where the server knows no drafts, the sign of work becomes the answer', async () => {
  const chat = await openChat(gazette.api.url, { user: ids.alex })
  const unknown = { code: 404, description: 'Not Found: method not found' }
  await control(gazette.api.url, 'faults', {
    kind: 'error',
    method: 'sendMessageDraft',
    times: 9,
    ...unknown,
  })
  // The answer waits for a first draft to be tried, which it would else be quicker than.
  model.script({ hold: refused })
  const sent = await chat.send(readers[0].question)
  const told = await chat.see((message) => message.message_id > sent && textOf(message).includes('From:'))
  await gazette.running.idle()
  expect(told.edit_date).toBeDefined()
  const left = (await chat.messages()).filter(({ message_id: id }) => id > sent)
  expect(left).toHaveLength(1)
  expect(gazette.api.world.calls.filter(({ code }) => code === 404)).toHaveLength(1)
  chat.close()
})
