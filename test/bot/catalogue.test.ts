/** The operator's catalogue, changed from the chat, in English and Chinese over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertTopics } from '../../src/db/topic-samples.ts'
import { poll } from '../../src/pipeline/poll.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  const operators = languages.map(({ user }) => user).join(',')
  gazette = await startTestGazette({ allow: [web.host], environment: { ADMIN_IDS: operators } })
})
afterAll(async () => {
  await gazette.close()
  await web.close()
})

describe.each(languages)('$name', (language) => {
  const { tag, user, words } = language
  const { admin, bot } = words
  const { chosen } = bot.buttons
  const { labels } = admin
  const w = say(language)
  let chat: Chat
  const answerTo = async (text: string) => {
    const sent = await chat.send(text)
    return chat.see((message) => message.message_id > sent)
  }
  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
  })
  afterAll(() => chat.close())

  test('the catalogue gets a topic and a source, and both keep the names they are given', async () => {
    const { db } = gazette.database
    const rowing = w('Rowing', '赛艇')
    const weekly = `Rowing Weekly ${tag}`
    const at = new Date(gazette.clock.now().getTime() - 3_600_000)
    const items = [{ title: 'Oars out', url: `${web.url}/${tag}/1`, text: 'The regatta begins at noon.', at }]
    web.pages.set(`/${tag}/row.xml`, rss(weekly, items))
    await answerTo('/admin')
    await chat.tap(labels.catalogue)
    await chat.see(admin.catalogue)
    await chat.tap(labels.addTopic)
    await chat.see(admin.askTopic)
    const made = await answerTo(w('Rowing: Regatta، oar', '赛艇：Regatta，oar'))
    expect(textOf(made)).toContain(admin.inCatalogue(rowing))
    const topic = await db
      .selectFrom('topics')
      .select(['id', 'slug', 'keywords'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(topic.keywords).toEqual([rowing.toLowerCase(), 'regatta', 'oar'])
    await chat.tap(labels.addSource)
    await chat.see(admin.askSource)
    await chat.send(`${web.url}/${tag}/row.xml`)
    await chat.see(admin.inCatalogue(weekly))
    await chat.tap(labels.back)
    await chat.tap(chosen(weekly))
    await chat.see(admin.isRead)
    await chat.tap(words.screens.labels.rename)
    await chat.see(bot.interests.askName(weekly))
    const renamed = w('The oarsman', '赛艇周刊')
    expect(textOf(await answerTo(renamed)).startsWith(renamed)).toBe(true)
    await chat.tap(labels.stopReading)
    await chat.see(admin.isNotRead)
    await chat.tap(labels.readAgain)
    await chat.see(admin.isRead)
    const source = await db
      .selectFrom('sources')
      .selectAll()
      .where('catalogue_topic', '=', topic.slug)
      .executeTakeFirstOrThrow()
    expect(source).toMatchObject({ shared: true, title: renamed })
    await poll(gazette.running.pipeline, [source.id])
    await chat.tap(labels.back)
    await chat.tap(labels.renameTopic)
    await chat.see(bot.interests.askName(rowing))
    const sculling = w('Sculling', '划船')
    expect(textOf(await answerTo(sculling)).startsWith(sculling)).toBe(true)
    // What comes with a new version changes no name that was given here.
    const names = { en: 'Rowing', 'zh-Hans': '赛艇' }
    await upsertTopics(
      db,
      [{ slug: topic.slug, names, description: '', keywords: ['oar'] }],
      gazette.clock.now(),
    )
    const kept = await db
      .selectFrom('topics')
      .innerJoin('sources', 'sources.catalogue_topic', 'topics.slug')
      .select(['topics.names', 'sources.title'])
      .where('topics.id', '=', topic.id)
      .execute()
    expect(kept).toEqual([{ names: { ...names, [tag]: sculling }, title: renamed }])
    expect(labelsOf(await answerTo('/topics'))).toContain(sculling)
  })
})
