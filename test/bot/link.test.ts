/** The summary of a link in all its forms, by the scripted model, in English and Chinese over HTTP: in another language and back, its key sentences, and when its source changed it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatMoment } from '../../src/locales/format.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

/** The same article in both languages: who reads one of them is sent the other. */
const told = {
  en: {
    title: 'Electric ferries for Halvern',
    sentences: [
      'The council of Halvern ordered two electric ferries on Tuesday to cut carbon emissions.',
      'Each ferry carries 180 people and charges its battery in nine minutes.',
      'Fares do not change before 2028.',
    ],
  },
  'zh-Hans': {
    title: '哈尔文订购电动渡轮',
    sentences: [
      '哈尔文议会周二订购了两艘电动渡轮，以减少碳排放。',
      '每艘渡轮可载 180 人，九分钟就能充好电池。',
      '2028 年以前票价不变。',
    ],
  },
} as const

let web: WebServer
let model: ModelServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  model = await startModelServer()
  for (const tag of ['en', 'zh-Hans'] as const) {
    const { title, sentences } = told[tag]
    const paragraphs = sentences.map((sentence) => `<p>${sentence}</p>`).join('')
    web.pages.set(`/${tag}`, {
      body: `<html lang="${tag}"><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1>${paragraphs}</article></html>`,
    })
  }
  gazette = await startTestGazette({ allow: [web.host], modelUrl: model.url })
})
afterAll(async () => {
  await gazette.close()
  await model.close()
  await web.close()
})

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { bot, digests, screens } = words
  const { labels } = screens
  const mine = told[tag]
  const other = tag === 'en' ? 'zh-Hans' : 'en'
  const theirs = told[other]
  const w = say(language)
  let chat: Chat
  let newest = 0
  const settled = (said: string) =>
    chat.see(
      (message) =>
        message.message_id === newest && textOf(message).includes(said) && labelsOf(message).length > 0,
    )
  /** What the model says of the page: these sentences, each resting on the one in its place. */
  const points = ({ title, sentences }: (typeof told)['en' | 'zh-Hans']) =>
    JSON.stringify({
      bullets: sentences.slice(0, 2).map((text, at) => ({ sentences: [at + 1], text })),
      headline: title,
    })

  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    await chat.send('/start')
    await chat.see(bot.start.title)
  })
  beforeEach(async () => {
    await gazette.database.db.deleteFrom('summaries').execute()
    model.clear()
  })
  afterAll(() => chat.close())
  const send = async (path: string) => {
    const sent = await chat.send(`${web.url}/${path}`)
    const summary = await chat.see((message) => message.message_id > sent && labelsOf(message).length > 0)
    newest = summary.message_id
    await gazette.running.idle()
    return summary
  }

  test('an article in another language is told in mine, in its own, and in mine again', async () => {
    model.script({ text: points(mine) }, { text: points(theirs) })
    const summary = await send(other)
    for (const said of [mine.title, mine.sentences[0], mine.sentences[1]])
      expect(textOf(summary)).toContain(said)
    expect(labelsOf(summary)).toContain(labels.itsLanguage)
    await chat.tap(labels.itsLanguage)
    const own = await settled(theirs.sentences[0])
    expect(textOf(own)).toContain(theirs.title)
    expect(textOf(own)).not.toContain(screens.again.writing)
    expect(labelsOf(own)).toContain(labels.myLanguage)
    const asked = model.calls.length
    await chat.tap(labels.myLanguage)
    expect(labelsOf(await settled(mine.sentences[0]))).toContain(labels.itsLanguage)
    // It was told so before: nobody pays for it twice.
    expect(model.calls.length).toBe(asked)
  })

  test('who reads summaries in the original has one in their own language at a tap, and sees that it is being written', async () => {
    const choose = async (label: string) => {
      const sent = await chat.send('/settings')
      await chat.tap(bot.settings.summaryLanguage)
      await chat.tap(label)
      await chat.see((message) => message.message_id > sent && textOf(message).includes(bot.settings.saved))
    }
    await choose(bot.settings.original)
    model.script({ text: points(theirs) })
    const summary = await send(other)
    expect(textOf(summary)).toContain(theirs.sentences[0])
    let write: () => void = () => undefined
    const written = new Promise<void>((resolve) => {
      write = resolve
    })
    model.script({ text: points(mine), before: () => written })
    await chat.tap(labels.myLanguage)
    const waiting = await chat.see(screens.again.writing)
    expect(waiting.message_id).toBe(newest)
    expect(textOf(waiting)).toContain(theirs.sentences[0])
    expect(labelsOf(waiting)).toEqual([])
    write()
    expect(textOf(await settled(mine.sentences[0]))).not.toContain(screens.again.writing)
    await choose(bot.settings.same)
  })

  test('the article’s own sentences are a tap away, and so is the summary', async () => {
    const short = w('Halvern buys 2 electric ferries.', '哈尔文订购 2 艘电动渡轮。')
    model.script({
      text: JSON.stringify({ bullets: [{ sentences: [1], text: short }], headline: mine.title }),
    })
    const summary = await send(tag)
    expect(textOf(summary)).toContain(short)
    expect(labelsOf(summary)).toContain(labels.keySentences)
    expect(labelsOf(summary)).not.toContain(labels.myLanguage)
    const asked = model.calls.length
    await chat.tap(labels.keySentences)
    const sentences = await settled(bot.summary.keySentences)
    expect(textOf(sentences)).toContain(mine.sentences[0])
    expect(textOf(sentences)).not.toContain(short)
    expect(labelsOf(sentences)).toContain(labels.bySummary)
    await chat.tap(labels.bySummary)
    const again = await settled(short)
    expect(textOf(again)).not.toContain(bot.summary.keySentences)
    expect(labelsOf(again)).toContain(labels.keySentences)
    expect(model.calls.length).toBe(asked)
  })

  test('it says when its source changed it, as a stored one does', async () => {
    const { db } = gazette.database
    const at = new Date(gazette.clock.now().getTime() - 3_600_000)
    const text = mine.sentences.join(' ')
    web.pages.set(`/${tag}.xml`, rss('Halvern', [{ title: mine.title, text, url: `${web.url}/${tag}`, at }]))
    const sent = await chat.send(`/subscribe ${web.url}/${tag}.xml`)
    await chat.see((message) => message.message_id > sent && textOf(message).includes('Halvern'))
    await gazette.running.idle()
    const editedAt = gazette.clock.now()
    await db
      .updateTable('articles')
      .set({ edited_at: editedAt })
      .where('url', '=', `${web.url}/${tag}`)
      .execute()
    const { time_zone: zone } = await db
      .selectFrom('subscribers')
      .select('time_zone')
      .where('chat_id', '=', user)
      .executeTakeFirstOrThrow()
    const said = digests.edited(formatMoment(tag, editedAt, editedAt, zone))
    expect(textOf(await send(tag))).toContain(said)
  })
})
