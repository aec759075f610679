/** Topics of a reader's own as a conversation, over HTTP in two languages: stated, looked at, kept, taught, taken back and deleted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanLabel } from '../../src/bot/label.ts'
import { listItems } from '../../src/bot/replied-items.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'
import { noon } from '../support/rows.ts'

const readers = [
  {
    who: 'alex',
    tag: 'en',
    phrase: 'robotaxis in Europe',
    fitting: ['Robotaxis begin night service in Hamburg', 'Regulators in Oslo halt robotaxi trials'],
    other: 'Europe braces for a warm summer',
  },
  {
    who: 'mei',
    tag: 'zh-Hans',
    phrase: '芯片出口管制',
    fitting: ['商务部收紧芯片出口管制', '荷兰扩大光刻机与芯片出口管制范围'],
    other: '今年水果出口增长一成',
  },
] as const

const posts = [
  [
    readers[0].fitting[0],
    'Driverless robotaxis now carry passengers in Europe at night, said the port city.',
  ],
  [readers[0].fitting[1], 'The robotaxi operator stopped its trials in Europe after a crash on a bridge.'],
  [readers[0].other, 'Europe expects heat, said the weather office, and asks people to drink water.'],
  [readers[1].fitting[0], '芯片出口管制清单新增九家企业，包括先进制程设备的买家。'],
  [readers[1].fitting[1], '荷兰政府周二宣布，对光刻机的芯片出口管制从下月起扩大。'],
  [readers[1].other, '海关说，今年的苹果和梨卖到了更多国家。'],
] as const

let web: WebServer
let gazette: TestGazette
beforeAll(async () => {
  web = await startWebServer()
  const items = posts.map(([title, text], at) => ({
    title,
    text,
    url: `${web.url}/post/${at}`,
    at: new Date(noon.getTime() - (at + 1) * 3_600_000),
  }))
  web.pages.set('/feed.xml', rss('The Ring Road', items))
  const feed = {
    url: `${web.url}/feed.xml`,
    site: web.url,
    title: 'The Ring Road',
    language: 'en',
    topic: 'cars',
  }
  gazette = await startTestGazette({ allow: [web.host], feeds: [feed] })
  // Nobody follows it yet: what is public is read all the same.
  const source = await gazette.database.db.selectFrom('sources').select('id').executeTakeFirstOrThrow()
  await gazette.running.pipeline.enqueue(null, 'poll', { sourceIds: [source.id] })
  await gazette.running.idle()
})
afterAll(async () => {
  await gazette.close()
  await web.close()
})

describe.each(readers)('$who states $phrase', ({ who, tag, phrase, fitting, other }) => {
  const { bot, digests, reading } = getLocale(tag)
  const { story } = reading
  let chat: Chat
  beforeAll(async () => {
    chat = await openChat(gazette.api.url, { user: ids[who], pause: skipSeconds(gazette) })
    await chat.send('/start')
  })
  afterAll(() => chat.close())
  const topicOf = () =>
    gazette.database.db
      .selectFrom('topics')
      .innerJoin('subscriptions', 'subscriptions.topic_id', 'topics.id')
      .innerJoin('subscribers', 'subscribers.id', 'subscriptions.subscriber_id')
      .select(['topics.id'])
      .where('chat_id', '=', ids[who])
      .where('topics.interest', 'is not', null)
      .executeTakeFirst()
  const titlesOf = async (topicId: number) =>
    (
      await gazette.database.db
        .selectFrom('article_topics')
        .innerJoin('articles', 'articles.id', 'article_topics.article_id')
        .select('title')
        .where('topic_id', '=', topicId)
        .execute()
    ).map(({ title }) => title)

  test('sees what it would bring before it is kept, and discards or keeps it', async () => {
    for (const keeps of [false, true]) {
      await chat.send('/topics')
      await chat.tap(bot.buttons.ownTopic)
      await chat.see(bot.interests.ask)
      const sent = await chat.send(phrase)
      const preview = await chat.see(
        (message) => message.message_id > sent && labelsOf(message).includes(bot.buttons.keepTopic),
      )
      for (const title of fitting) expect(textOf(preview)).toContain(title)
      expect(textOf(preview)).not.toContain(other)
      expect(await topicOf()).toBeUndefined()
      await chat.tap(keeps ? bot.buttons.keepTopic : bot.buttons.discard)
      await chat.see(keeps ? bot.interests.statedAs(phrase) : bot.interests.discarded)
    }
    expect((await titlesOf((await topicOf())!.id)).toSorted()).toEqual([...fitting].toSorted())
  })

  test('gets it in a digest, and teaches it: 👍, 👎, not this topic, and back', async () => {
    await chat.send('/start')
    await chat.tap(bot.buttons.firstDigest)
    const digest = await chat.see((message) => textOf(message).startsWith(digests.title(1)))
    const items = listItems(textOf(digest), digest.entities ?? [])
    // Two of them may be one story.
    expect(items.length).toBeGreaterThan(0)
    for (const { title } of items) expect(fitting).toContain(title)
    const { id } = (await topicOf())!
    const opinions = async () =>
      (
        await gazette.database.db.selectFrom('feedback').select('kind').where('topic_id', '=', id).execute()
      ).map(({ kind }) => kind)
    const chosen = (label: string) => cleanLabel(bot.buttons.chosen(label))
    await chat.tap(digests.tools)
    await chat.tap('1')
    const [item] = items
    const card = await chat.see((message) => textOf(message).startsWith(item!.title) && message !== digest)
    const shows = (label: string) =>
      chat.see((message) => message.message_id === card.message_id && labelsOf(message).includes(label))
    await chat.tap(story.like)
    await shows(chosen(story.like))
    expect(await opinions()).toEqual(['up'])
    await chat.tap(story.dislike)
    await shows(chosen(story.dislike))
    expect(await opinions()).toEqual(['down'])
    await chat.tap(chosen(story.dislike))
    await shows(story.dislike)
    expect(await opinions()).toEqual([])
    const not = cleanLabel(story.notTopic(phrase))
    await chat.tap(not)
    expect(textOf(await shows(chosen(not)))).toContain(story.turnedAway(phrase))
    expect(await opinions()).toEqual(['not_topic'])
    expect(await titlesOf(id)).not.toContain(item!.title)
    await chat.tap(chosen(not))
    expect(textOf(await shows(not))).toContain(story.undone)
    expect(await opinions()).toEqual([])
    expect((await titlesOf(id)).toSorted()).toEqual([...fitting].toSorted())
  })

  test('deletes it after a question, and it is gone', async () => {
    const topic = (await topicOf())!
    const asked = await chat.send('/topics')
    const shows = (words: string) =>
      chat.see((message) => message.message_id > asked && textOf(message).includes(words))
    await chat.tap(`✎ ${phrase}`)
    await shows(bot.interests.statedAs(phrase))
    await chat.tap(bot.buttons.deleteTopic)
    await shows(bot.interests.confirmDelete(phrase))
    await chat.tap(bot.buttons.deleteTopic)
    await chat.see(bot.interests.deleted(phrase))
    expect(await topicOf()).toBeUndefined()
    expect(await titlesOf(topic.id)).toEqual([])
    const sent = await chat.send('/topics')
    const list = await chat.see((message) => message.message_id > sent)
    expect(labelsOf(list)).not.toContain(`✎ ${phrase}`)
  })
})
