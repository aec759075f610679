/** Sources followed by their names, in English and Chinese over HTTP: at once where one is called so, by choice where several are or a topic is. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guessHosts, isNamed } from '../../src/core/source-name.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { say } from '../support/languages.ts'
import { papers, usePapers } from '../support/papers.ts'
import { addSource } from '../support/rows.ts'

const world = usePapers()

describe.each(papers)('$name', (paper) => {
  const { bot } = getLocale(paper.tag)
  const w = say(paper)
  let chat: Chat
  const answerTo = async (text: string) => {
    const sent = await chat.send(text)
    return chat.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
  }
  const followed = () =>
    world.gazette.database.db
      .selectFrom('subscriptions')
      .innerJoin('sources', 'sources.id', 'subscriptions.source_id')
      .select('title')
      .where('subscriptions.subscriber_id', 'in', (query) =>
        query.selectFrom('subscribers').select('id').where('chat_id', '=', paper.user),
      )
      .execute()
  const name = async (title: string, shared = true) => {
    const { db } = world.gazette.database
    const { id } = await addSource(db, { url: `https://${paper.tag}${title.length}.example/feed`, shared })
    await db.updateTable('sources').set({ title, resting: true }).where('id', '=', id).execute()
  }
  beforeAll(async () => {
    chat = await openChat(world.gazette.api.url, { user: paper.user, pause: skipSeconds(world.gazette) })
    await chat.send('/start')
    await chat.see(bot.start.title)
    await name(w('Canal Courier', '运河快报'))
    await name(w('Canal Courier: Sports', '运河快报：体育'))
    await name(w('Space', '航天'))
    await name(w('Hidden Letters of Mallow', '不公开的信'), false)
  })
  beforeEach(() => world.gazette.database.db.deleteFrom('subscriptions').execute())
  afterAll(() => chat.close())

  test('one that is called so is followed at once, which can be taken back, and once only', async () => {
    const asked = [
      w('follow Robot Gazette', '关注火箭晚报'),
      w('please follow robot gazette', '帮我订阅火箭晚报'),
      `/subscribe ${paper.title}`,
    ]
    for (const text of asked) {
      const told = await answerTo(text)
      expect(textOf(told)).toBe(bot.subscribe.followed(paper.title))
      expect(await followed()).toEqual([{ title: paper.title }])
      expect(textOf(await answerTo(text))).toBe(bot.subscribe.already(paper.title))
      await chat.tap(bot.buttons.undo)
      await chat.see(bot.subscribe.unfollowed(paper.title))
      expect(await followed()).toEqual([])
    }
  })

  test('a part of its name, or its name with more around it, offers it', async () => {
    for (const text of [
      w('follow robot', '关注火箭晚'),
      w('follow the Robot Gazette site', '关注火箭晚报的官网'),
    ]) {
      expect(labelsOf(await answerTo(text))).toContain(bot.buttons.follow(paper.title))
      expect(await followed()).toEqual([])
    }
    await chat.tap(bot.buttons.follow(paper.title))
    expect(await followed()).toEqual([{ title: paper.title }])
  })

  test('where several are called so, or a topic too, the reader chooses', async () => {
    const several = await answerTo(w('follow Canal Courier', '订阅运河快报'))
    expect(textOf(several)).toBe(bot.topics.which)
    expect(labelsOf(several)).toEqual(
      [w('Canal Courier', '运河快报'), w('Canal Courier: Sports', '运河快报：体育')].map(bot.buttons.follow),
    )
    const topic = await answerTo(w('follow space', '关注航天'))
    expect(labelsOf(topic)).toEqual([w('Space', '航天'), bot.buttons.follow(w('Space', '航天'))])
    await chat.tap(w('Space', '航天'))
    await chat.see(bot.topics.followed(w('Space', '航天')))
    expect(await followed()).toEqual([])
  })

  test('what is nobody’s or somebody else’s is said not to be known, with the way to add a site or a topic', async () => {
    for (const name of [
      w('Hidden Letters of Mallow', '不公开的信'),
      w('Quince and Medlar Monthly', '榅桲月刊'),
    ])
      for (const text of [w(`I want to follow ${name}`, `关注${name}`), `/subscribe ${name}`]) {
        const told = await answerTo(text)
        expect(textOf(told).toLowerCase()).toContain(bot.interests.noSource(name).toLowerCase())
        expect(textOf(told)).toContain(bot.list.howToAdd)
        expect(labelsOf(told)).toContain(bot.buttons.keepTopic)
      }
  })

  test('what is only near a topic may be none of those that are offered', async () => {
    const name = w('Space Lantern', '航天灯塔报')
    const told = await answerTo(w(`follow ${name} news`, `关注${name}`))
    expect(textOf(told)).toBe(bot.topics.which)
    expect(labelsOf(told)).toContain(bot.buttons.noneOfThese)
  })
})

test('a name is looked for where its site is likely to be, in letters that addresses are made of', () => {
  expect(guessHosts('The Verge', 'en')).toEqual(['theverge.com', 'verge.com', 'theverge.org', 'verge.org'])
  expect(guessHosts('El País', 'es')).toContain('elpais.com')
  expect(guessHosts('Der Spiegel', 'de')).toContain('derspiegel.de')
  expect(guessHosts('36kr', 'zh-Hans')).toContain('36kr.com')
  for (const name of ['少数派', 'хабр', '😀', 'x', 'all that happens in the south', 'a/b', 'bob@example.org'])
    expect(guessHosts(name, 'en')).toEqual([])
})

test.each([
  ['Hacker News', 'Hacker News', 'https://news.example/rss', true],
  ['hackernews', 'Hacker News', 'https://news.example/rss', true],
  ['Hacker News', 'The Hacker News', 'https://feeds.example/hn', false],
  ['sspai', '少数派', 'https://sspai.com', true],
  ['sspai.com', '少数派', 'https://www.sspai.com/feed', true],
  ['少数派', '少数派', 'https://sspai.com', true],
  ['卫报', '卫报 - 国际', 'https://paper.example', true],
  ['数派', '少数派', 'https://sspai.com', false],
  ['أخبار الميناء', 'أخبار الميناء', 'https://mina.example', true],
  ['😀', '', 'https://mina.example', false],
])('%s is the name of %s: %s %s', (words, title, address, expected) => {
  expect(isNamed(words, { title, address })).toBe(expected)
})
