/** What their admins look after from the private chat, in English and Chinese over HTTP: what a channel gets, and where a forum gets it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, stateOf } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { addPlaces, type Places } from '../support/places.ts'
import { useGazette } from '../support/use-gazette.ts'

const gazette = useGazette()

describe.each(languages)('$name', (language) => {
  const { user, other, words } = language
  const { bot, errors, screens } = words
  const { chosen } = bot.buttons
  const { chats, labels } = screens
  const w = say(language)
  const ai = w('Artificial intelligence', '人工智能')
  const science = w('Science', '科学')
  let places: Places
  let owner: Chat
  const setBot = (chat: number, status: string, more = {}) =>
    control(gazette.api.url, 'member', { chat, from: user, status, ...more })
  const openList = async () => {
    const sent = await owner.send('/chats')
    return owner.see((message) => message.message_id > sent)
  }
  const has = (label: string) => owner.see((message) => labelsOf(message).includes(label))

  beforeAll(async () => {
    places = addPlaces(gazette.api.world, language)
    owner = await openChat(gazette.api.url, { user, pause: skipSeconds(gazette) })
    await owner.send('/start')
    await owner.see(bot.start.title)
  })
  afterAll(() => owner.close())

  test('before the bot is anywhere it says so, with the ways to add it', async () => {
    const list = await openList()
    expect(textOf(list)).toContain(chats.none)
    expect(labelsOf(list)).toEqual(expect.arrayContaining([chats.addGroup, chats.addChannel]))
  })

  test('an owner says what the channel gets, and pauses it', async () => {
    for (const place of [places.group, places.channel]) await setBot(place, 'administrator')
    await owner.see(bot.chat.channelHello(places.titles.channel))
    const list = await openList()
    expect(labelsOf(list)).toEqual(expect.arrayContaining([places.titles.group, places.titles.channel]))
    await owner.tap(places.titles.channel)
    await owner.tap(bot.buttons.topics)
    for (const topic of [ai, science]) {
      await owner.tap(topic)
      await has(chosen(topic))
    }
    await owner.tap(labels.back)
    await owner.see(screens.packs.contents(2, 0))
    await owner.tap(bot.commands.pause)
    await has(bot.commands.resume)
    expect(await stateOf(gazette, places.channel)).toBe('paused')
    await owner.tap(bot.commands.resume)
    await has(bot.commands.pause)
    expect(await stateOf(gazette, places.channel)).toBe('active')
  })

  test('an admin chooses the forum’s topics, has one made for each subject, and may no more once it is over', async () => {
    const { titles } = places
    const forum = gazette.api.world.chats.get(places.forum)!
    const there = await openChat(gazette.api.url, { user, chat: places.forum, pause: skipSeconds(gazette) })
    await setBot(places.forum, 'administrator', { rights: { can_manage_topics: false } })
    await there.send('/start topic_ai', { thread: 2 })
    await there.see((message) => message.message_thread_id === 2)
    await there.send('/list', { thread: 3 })
    await there.see((message) => message.message_thread_id === 3)
    there.close()
    await openList()
    await owner.tap(titles.forum)
    await owner.tap(chats.where)
    await has(chosen('#2'))
    await owner.tap('#3')
    await owner.see(chats.into('#3'))
    await owner.tap(chats.bySubject)
    await owner.see(errors.noTopicRights({ title: titles.forum }))
    await setBot(places.forum, 'administrator')
    await openList()
    await owner.tap(titles.forum)
    await owner.tap(chats.bySubject)
    await has(chosen(chats.bySubject))
    expect([...forum.topics.values()].map(({ name }) => name)).toContain(ai)
    await owner.tap(bot.buttons.topics)
    await owner.tap(science)
    await has(chosen(science))
    const [id] = [...forum.topics].find(([, { name }]) => name === science)!
    const schedules = await gazette.database.db
      .selectFrom('schedules')
      .innerJoin('subscribers', 'subscribers.id', 'schedules.subscriber_id')
      .select(['schedules.thread_id', 'schedules.selection'])
      .where('chat_id', '=', places.forum)
      .orderBy('schedules.id')
      .execute()
    expect(schedules.map(({ thread_id: thread }) => thread)).toEqual([3, expect.any(Number), id])
    expect(schedules[0]!.selection).toMatchObject({ all: true, except: { sources: [] } })
    await control(gazette.api.url, 'member', { chat: places.forum, from: other, user, status: 'member' })
    await owner.tap(labels.back)
    await owner.see(errors.notAdminThere({ title: titles.forum }))
    expect(labelsOf(await openList()).join()).not.toContain(titles.forum)
  })
})
