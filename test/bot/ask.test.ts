/** Asking, in English and Chinese over HTTP: search with filters and pages, replies to a digest's items, a summary told anew, words that name topics, forwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listItems } from '../../src/bot/replied-items.ts'
import { getLocale, topicName } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds } from '../support/gazette.ts'
import { askInline, titlesOf } from '../support/inline.ts'
import { papers, usePapers } from '../support/papers.ts'

const world = usePapers()

/** What is asked in each language, and the words of the answers. */
const asked = {
  en: {
    search: 'robot mayor',
    other: 'space',
    cut: 'who cut the ribbon?',
    pell: 'Governor Pell',
    wrote: 'Who wrote the music?',
    quote: 'Choir performs requiem',
    place: 'Harrow',
    all: 'Tell me more',
    wren: 'Odalys Wren',
    source: 'robot gazette',
    topic: 'AI chips',
    wishes: 'less sports, more politics',
    drop: 'no more golf',
  },
  'zh-Hans': {
    search: '火箭 镇长',
    other: 'ai',
    cut: '谁为工厂剪彩？',
    pell: '佩尔县长',
    wrote: '安魂曲是谁写的？',
    quote: '合唱团在空间站演出',
    place: '哈罗',
    all: '都详细说说',
    wren: '欧教授',
    source: '火箭晚报',
    topic: '商业航天 火箭',
    wishes: '少来点体育，多来点政治',
    drop: '别发高尔夫了',
  },
} as const

describe.each(papers)('$name', (paper) => {
  const { tag, user, towns, titleOf, textOf: storyOf, stories, title: paperName } = paper
  const words = asked[tag]
  const { bot, digests, reading, screens } = getLocale(tag)
  let chat: Chat
  const newer = (id: number) => chat.see((message) => message.message_id > id)
  /** The answer to what was sent, once it is more than a sign of work. */
  const answered = (id: number) =>
    chat.see((message) => message.message_id > id && !textOf(message).endsWith('…'))
  const firstDigest = () => chat.see((message) => textOf(message).startsWith(digests.title(1)))
  const nameOf = async (slug: string) => {
    const topics = world.gazette.database.db.selectFrom('topics').select('names')
    return topicName((await topics.where('slug', '=', slug).executeTakeFirstOrThrow()).names, tag)
  }
  beforeAll(async () => {
    chat = await openChat(world.gazette.api.url, { user, pause: skipSeconds(world.gazette) })
    await chat.send(`/start topic_${paper.topic}`)
    await chat.tap(bot.buttons.firstDigest)
    await firstDigest()
  })
  afterAll(() => chat.close())

  test('search shows pages in one message and narrows by age, topic and source', async () => {
    const { search, labels } = screens
    const shown = await newer(await chat.send(`/search ${words.search}`))
    expect(textOf(shown)).toContain(`${words.search}”\n\n1. `)
    expect(textOf(shown)).toContain(`\n${paperName} · `)
    const inPlace = (said: string | RegExp) =>
      chat.see((message) => message.message_id === shown.message_id && textOf(message).search(said) >= 0)
    await chat.tap(bot.buttons.next)
    await inPlace(/\n6\. /u)
    await chat.tap(search.ages[1])
    const recent = await inPlace(new RegExp(`^.*\n\n1\\. .*${towns[0]}`, 'u'))
    expect(textOf(recent)).not.toContain(towns[5])
    await chat.tap(labels.bySource)
    await chat.tap(paperName)
    await inPlace(search.fromSource(paperName))
    await chat.tap(labels.byTopic)
    const other = await nameOf(words.other)
    await chat.tap(other)
    expect(textOf(await inPlace(search.nothingNarrowed))).toContain(search.inTopic(other))
    await chat.tap(labels.everything)
    expect(labelsOf(await inPlace(/5\. /u))).toContain(bot.buttons.chosen(search.ages[0]))
  })

  test('an article that its source changed says so where it is opened', async () => {
    const digest = await firstDigest()
    const [item] = listItems(textOf(digest), digest.entities ?? [])
    const { db } = world.gazette.database
    const now = world.gazette.clock.now()
    await db.updateTable('articles').set({ edited_at: now }).where('url', '=', item!.url).execute()
    await chat.tap(digests.tools)
    await chat.tap('1')
    const edited = new RegExp(digests.edited('\\d\\d:\\d\\d').replace(/^\w/u, '.'), 'u')
    expect(textOf(await newer(digest.message_id))).toMatch(edited)
    const found = await newer(await chat.send(`/search ${item!.title}`))
    expect(textOf(found)).toMatch(edited)
    await db.updateTable('articles').set({ edited_at: null }).execute()
  })

  test('a reply to a digest asks about the item it names, quotes, or about all of them', async () => {
    const digest = await firstDigest()
    const items = listItems(textOf(digest), digest.entities ?? [])
    // The robots or rockets are one story.
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const numberOf = (title: string) => items.find((item) => item.title === title)!.number
    const reply = async (text: string, more = {}) =>
      textOf(await answered(await chat.send(text, { reply_to: digest.message_id, ...more })))
    const named = await reply(`${numberOf(stories[1].title)}: ${words.cut}`)
    expect(named).toContain(words.pell)
    expect(named).not.toContain(stories[2].title)
    const quoted = await reply(words.wrote, { quote: words.quote })
    expect(quoted).toContain(words.quote)
    expect(quoted).not.toContain(words.place)
    const all = await reply(words.all)
    for (const { title } of stories) expect(all).toContain(title)
    expect(await reply(String(numberOf(stories[0].title)))).toContain(words.wren)
    // Without a reply a number alone means that digest; one that it does not have shows what it has.
    const alone = async (text: string) => textOf(await answered(await chat.send(text)))
    expect(await alone(String(numberOf(stories[0].title)))).toContain(words.wren)
    for (const text of ['9', 'tell me more about the ninth one', '第九条展开说说'])
      expect(await alone(text)).toBe(
        [bot.topics.which, items.map(({ number, title }) => `${number}. ${title}`).join('\n')].join('\n\n'),
      )
  })

  test('a wish below a digest is done, and asks nothing about it', async () => {
    const digest = await firstDigest()
    const { kinds } = reading.filters
    const reply = async (text: string) =>
      textOf(await newer(await chat.send(text, { reply_to: digest.message_id })))
    expect(await reply(words.wishes)).toContain(kinds['less-topic'](await nameOf('sports')))
    await chat.tap(bot.buttons.undo)
    expect(await reply(words.drop)).toContain(kinds['mute-word'](tag === 'en' ? 'golf' : '高尔夫'))
    await chat.tap(bot.buttons.undo)
    await world.gazette.running.idle()
    expect(await world.gazette.database.db.selectFrom('filters').selectAll().execute()).toEqual([])
  })

  test('a summary is told shorter and longer in its own message', async () => {
    const { labels } = screens
    const summary = await answered(await chat.send(`${world.web.url}/${paper.path}/town/0`))
    const points = (text: string) => text.split('\n').filter((line) => line.startsWith('• ')).length
    const many = points(textOf(summary))
    const inPlace = (isIt: (count: number) => boolean) =>
      chat.see((message) => message.message_id === summary.message_id && isIt(points(textOf(message))))
    await chat.tap(labels.shorter)
    await world.gazette.running.idle()
    expect(labelsOf(await inPlace((count) => count === 1))).toContain(labels.longer)
    await chat.tap(labels.longer)
    await world.gazette.running.idle()
    await inPlace((count) => count >= many)
  })

  test('several links are summed up one by one', async () => {
    const links = [1, 2].map((at) => `${world.web.url}/${paper.path}/town/${at}`)
    const sent = await chat.send(links.join('\n'))
    const offered = await newer(sent)
    expect(textOf(offered)).toContain(bot.links.several(2))
    await chat.tap(bot.buttons.summarise)
    for (const at of [1, 2] as const)
      await chat.see(
        (message) =>
          message.message_id > sent &&
          textOf(message).startsWith(titleOf(towns[at])) &&
          textOf(message).includes(storyOf(towns[at], at).split(/[.。]/u)[0]!),
      )
  })

  test('inline mode finds by words in pages, takes a link, and hands an unread one to the chat', async () => {
    const { inline } = screens
    const results = (query: string) => askInline(world.gazette, { from: user, query })
    const found = await results(words.search)
    expect(titlesOf(found).toSorted()).toEqual(towns.map(titleOf).toSorted())
    const [first] = found.results
    const at = towns.findIndex((town) => titlesOf(found)[0] === titleOf(town))
    expect(JSON.stringify(first)).toContain(storyOf(towns[at]!, at).split(/[.。]/u)[0])
    expect(found.button).toEqual({ text: inline.open, start_parameter: 'inline' })
    const one = await results(`${world.web.url}/${paper.path}/town/2`)
    expect(titlesOf(one)).toEqual([titleOf(towns[2])])
    const none = await results('zxqv')
    expect([none.results, none.button?.text]).toEqual([[], inline.nothing])
    world.web.pages.set(`/${paper.path}/fresh`, world.web.pages.get(`/${paper.path}/town/5`)!)
    const unread = await results(`${world.web.url}/${paper.path}/fresh`)
    expect([unread.results, unread.button?.text]).toEqual([[], inline.readIt])
    const sent = await chat.send(`/start ${unread.button?.start_parameter}`)
    expect(textOf(await answered(sent))).toContain(titleOf(towns[5]))
  })

  test('words offer topics with what they would bring, and public sources by name', async () => {
    const offered = await newer(await chat.send(words.source))
    expect(labelsOf(offered)).toContain(bot.buttons.follow(paperName))
    await chat.tap(bot.buttons.follow(paperName))
    await chat.tap(bot.buttons.unfollow(paperName))
    await chat.see((message) => labelsOf(message).includes(bot.buttons.follow(paperName)))
    await newer(await chat.send(words.topic))
    await chat.tap(await nameOf(paper.topic))
    // All of it was read today, and half of it written within a day.
    expect(textOf(await chat.see(screens.preview.week(10)))).toContain(screens.preview.yesterday(5))
  })

  test('signs without a word are no question', async () => {
    expect(textOf(await newer(await chat.send('？？？')))).toContain(bot.help.title)
    expect(textOf(await newer(await chat.send('😀')))).toBe(bot.talk.anyTime)
    expect(textOf(await newer(await chat.send('……')))).toBe(bot.unreadable)
  })

  test('a forwarded post offers its channel and its links; Telegram’s own button chooses a channel', async () => {
    const { forward, labels } = screens
    const channel = 'Morning paper 早报'
    const sent = await chat.send(`${world.web.url}/${paper.path}/town/4`, { forwarded_from: ids.channel })
    const offered = await newer(sent)
    expect(textOf(offered)).toContain(forward.from(channel))
    expect(labelsOf(offered)).toContain(bot.buttons.summarise)
    await chat.send('/subscribe')
    await chat.tap(labels.chooseChannel)
    await chat.see(forward.choose)
    expect(JSON.stringify((await chat.view()).keyboard)).toContain('request_chat')
    await control(world.gazette.api.url, 'message', {
      chat: user,
      from: user,
      shared: { request_id: 1, chat_id: ids.channel },
    })
    await world.gazette.running.idle()
    await chat.see((message) =>
      [forward.chosen(channel), forward.closed(channel)].includes(textOf(message).split('\n')[0]!),
    )
  })
})
