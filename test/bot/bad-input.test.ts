/** Whatever a person or a server gets wrong, the reader is told what to do in their language, and nothing is stored. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

const tables = [
  'sources',
  'articles',
  'subscriptions',
  'schedules',
  'summaries',
  'digests',
  'pending_questions',
] as const

describe.each([
  { who: 'alex', language: 'en' },
  { who: 'mei', language: 'zh' },
] as const)('bad input in $language', ({ who, language }) => {
  let web: WebServer
  let model: ModelServer
  let gazette: TestGazette
  let chat: Chat
  beforeAll(async () => {
    web = await startWebServer()
    model = await startModelServer()
    gazette = await startTestGazette({ allow: [web.host], modelUrl: model.url })
    chat = await openChat(gazette.api.url, { user: ids[who] })
    await chat.send('/start')
    await chat.see(/Gazette/u)
    web.pages.set('/plain', { body: '<html><body><p>Just a page.</p></body></html>' })
    web.pages.set('/empty', { body: '<html><body></body></html>' })
    web.pages.set('/half.xml', { body: '<rss><channel>', type: 'application/rss+xml' })
    web.pages.set('/error', { status: 503 })
    web.pages.set('/paper.pdf', {
      body: '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF',
      type: 'application/pdf',
    })
    web.pages.set('/check', {
      body: '<html lang="en"><title>Just a moment</title><body><h2>Checking your browser</h2><p>Please verify that you are human.</p></body></html>',
    })
    web.pages.set('/script', {
      body: '<html><title>App</title><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
    })
    const text =
      'The bridge at Olm opened on Friday after nine years. It carries 400 carts a day. Tolls are two coins.'
    web.pages.set('/article', {
      body: `<html lang="en"><head><title>The bridge at Olm</title></head><body><article><h1>The bridge at Olm</h1><p>${text}</p><p>${text}</p></article></body></html>`,
    })
  })
  afterAll(async () => {
    chat.close()
    await gazette.close()
    await model.close()
    await web.close()
  })

  const countAll = async () => {
    const counts: number[] = []
    for (const table of tables) {
      const row = await gazette.database.db
        .selectFrom(table)
        .select((query) => query.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      counts.push(Number(row.n))
    }
    return counts
  }
  /** Sends words and returns the answer, which for slow work is the edit of the progress message. */
  async function ask(text: string): Promise<string> {
    const sent = await chat.send(text)
    const answer = await chat.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
    return textOf(answer)
  }
  const { bot } = getLocale(language)
  const pick = (en: RegExp, zh: RegExp) => (language === 'en' ? en : zh)

  test.each([
    {
      sent: '/subscribe {web}/plain',
      en: /could not find articles to follow/u,
      zh: /没有在那里找到可以订阅的文章/u,
    },
    {
      sent: '/subscribe {web}/half.xml',
      en: /could not find articles to follow/u,
      zh: /没有在那里找到可以订阅的文章/u,
    },
    { sent: '/subscribe {web}/missing', en: /does not exist/u, zh: /不存在/u },
    { sent: '/subscribe ftp://files.example/', en: /does not look like a web address/u, zh: /网址/u },
    { sent: '/subscribe http://10.0.0.1/feed', en: /private network/u, zh: /内网|公开/u },
    { sent: '/summary not a link', en: /does not look like a web address/u, zh: /网址/u },
    { sent: '{web}/empty', en: /no article text/u, zh: /没有.*正文|正文/u },
    { sent: '{web}/paper.pdf', en: /a file that I cannot read/u, zh: /读不了的文件/u },
    { sent: '/subscribe {web}/paper.pdf', en: /a file that I cannot read/u, zh: /读不了的文件/u },
    { sent: '{web}/check', en: /meant for a browser/u, zh: /浏览器/u },
    { sent: '{web}/script', en: /meant for a browser/u, zh: /浏览器/u },
    { sent: '{web}/error', en: /would not give me the page|error 503/u, zh: /503/u },
    { sent: '/digest zzqqxx', en: /no topic called/u, zh: /没有.*主题|主题/u },
    { sent: '/digest', en: /follow nothing yet/u, zh: /还没有/u },
    { sent: 'zzqq wwkk vvjj?', en: /found nothing about that/u, zh: /没有找到|没找到/u },
  ])('$sent', async ({ sent, en, zh }) => {
    const before = await countAll()
    expect(await ask(sent.replace('{web}', web.url))).toMatch(pick(en, zh))
    expect(await countAll()).toEqual(before)
  })

  test.each([
    { command: '/summary', paths: ['/empty', '/error?page=2', '/empty/%E6%A1%A5'] },
    { command: '/subscribe', paths: ['/plain', '/missing'] },
  ])('of several links after $command each that fails is named', async ({ command, paths }) => {
    const sent = await chat.send([command, ...paths.map((path) => `${web.url}${path}`)].join(' '))
    for (const path of paths) {
      const answer = await chat.see(
        ({ message_id: id, entities = [] }) =>
          id > sent && entities.some((each) => each.type === 'text_link' && each.url === `${web.url}${path}`),
      )
      const [name, ...said] = textOf(answer).split('\n')
      expect(name).toBe(`127.0.0.1${decodeURI(path)}`)
      expect(said.join('')).not.toBe('')
    }
  })

  test('a message of 500 kB', async () => {
    const before = await countAll()
    // It is a text to sum up, of one endless sentence, and no article of anybody's.
    const sent = await chat.send('很长的话'.repeat(42_000))
    const told = await chat.see(
      (message) => message.message_id > sent && textOf(message).startsWith('• 很长的话'),
    )
    expect(textOf(told).length).toBeLessThan(1000)
    await gazette.running.idle()
    expect((await chat.messages()).filter((message) => message.message_id > sent)).toHaveLength(1)
    const after = await countAll()
    const summaries = tables.indexOf('summaries')
    expect(after.with(summaries, 0)).toEqual(before.with(summaries, 0))
  })

  test('a time and a place that are none', async () => {
    await chat.send('/settings')
    await chat.tap(bot.settings.time)
    await chat.tap(bot.buttons.otherTime)
    const before = await countAll()
    expect(await ask('25:99')).toMatch(pick(/did not understand that time/u, /时间/u))
    await chat.send('/settings')
    await chat.tap(bot.settings.zone)
    await chat.tap(bot.buttons.otherZone)
    expect(await ask('Atlantis/Centre')).toMatch(pick(/do not know that place/u, /地方|城市/u))
    expect((await countAll())[3]).toBe(before[3])
  })

  test('garbage from the model: the article speaks for itself', async () => {
    model.always({ text: 'I am a teapot, {{{ not json' })
    const answer = await ask(`${web.url}/article`)
    model.always(undefined)
    expect(answer).toContain('The bridge at Olm')
    expect(answer).toContain('opened on Friday')
    expect(answer).toMatch(pick(/without AI/u, /没有用 AI/u))
  })

  test('a file that is no list of feeds', async () => {
    const before = await countAll()
    const sent = await chat.sendFile('holiday.opml', '<html>not a list</html>')
    const answer = await chat.see((message) => message.message_id > sent)
    expect(textOf(answer)).toMatch(pick(/OPML/u, /OPML/u))
    expect(await countAll()).toEqual(before)
  })

  test('a list of feeds that is no list a person keeps', async () => {
    const before = await countAll()
    const sent = await chat.sendFile('mine.opml', `<opml>${' '.repeat(2_100_000)}</opml>`)
    const answer = await chat.see((message) => message.message_id > sent)
    expect(textOf(answer)).toMatch(pick(/over 2 MB/u, /超过 2 MB/u))
    expect(await countAll()).toEqual(before)
  })

  test('a file that Telegram does not give', async () => {
    const before = await countAll()
    gazette.api.faults.order({
      kind: 'error',
      method: 'getFile',
      code: 400,
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    })
    const sent = await chat.sendFile('mine.opml', '<opml/>')
    const answer = await chat.see((message) => message.message_id > sent)
    expect(textOf(answer)).toMatch(pick(/could not be fetched from Telegram/u, /没能从 Telegram 取得/u))
    expect(await countAll()).toEqual(before)
  })

  test('a list of feeds with a dead one is followed, taken back, and written again', async () => {
    web.pages.set('/good.xml', {
      body: '<rss version="2.0"><channel><title>Olm Times</title><item><title>One</title><link>https://olm.example/1</link></item></channel></rss>',
      type: 'application/rss+xml',
    })
    const outline = (path: string) => `<outline type="rss" text="${path}" xmlUrl="${web.url}/${path}"/>`
    const opml = `<opml version="2.0"><body><outline text="Rivers">${outline('good.xml')}${outline('missing.xml')}</outline></body></opml>`
    const sent = await chat.sendFile('mine.opml', opml)
    const report = await chat.see(
      (message) =>
        message.message_id > sent && !textOf(message).endsWith('…') && /missing/u.test(textOf(message)),
    )
    expect(textOf(report)).toContain(bot.subscribe.imported(2))
    await chat.send('/export')
    await chat.see((message) => message.document?.file_name === 'gazette.opml')
    await chat.tap(bot.buttons.undoImport)
    await chat.see(bot.subscribe.importUndone(2))
    await chat.tap(bot.buttons.importAgain)
    await chat.see(bot.subscribe.imported(2))
    await gazette.running.idle()
    expect(await ask(language === 'en' ? 'undo' : '撤销')).toBe(bot.subscribe.importUndone(2))
    expect(await ask('/export')).toMatch(pick(/follow nothing/iu, /还没有关注/u))
  })
})
