/** Groups, forum topics and channels, in English and Chinese over HTTP: admins decide, digests go where they were asked for, losing the chat is survived. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLocale } from '../../src/locales/locales.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { settle } from '../support/crawler.ts'
import { skipSeconds, stateOf } from '../support/gazette.ts'
import { languages, say } from '../support/languages.ts'
import { type Paper, papers, usePapers } from '../support/papers.ts'
import { addPlaces, type Places } from '../support/places.ts'

const world = usePapers()
const chats: Chat[] = []
const enter = async (user: number, chat = user) => {
  chats.push(await openChat(world.gazette.api.url, { user, chat, pause: skipSeconds(world.gazette) }))
  return chats.at(-1)!
}
afterAll(() => {
  for (const chat of chats) chat.close()
})

describe.each(languages)('$name', (language) => {
  const { user, other, words } = language
  const { bot, digests, errors, notices } = words
  const { chosen, firstDigest } = bot.buttons
  const theirs = getLocale(language.tag === 'en' ? 'zh-Hans' : 'en')
  const w = say(language)
  const paper = w<Paper>(papers[0], papers[1])
  const topic = w('Artificial intelligence', '航天')
  let places: Places
  const setBot = (chat: number, status: string, more = {}) =>
    control(world.gazette.api.url, 'member', { chat, from: user, status, ...more })
  const isDigest = ({ text = '' }: { text?: string }) => text.startsWith(digests.title(1))
  beforeAll(async () => {
    places = addPlaces(world.gazette.api.world, language)
    const own = await enter(user)
    await own.send('/start')
    await own.see(bot.start.title)
  })

  test('a group: members are told that admins decide, an admin sets it up, a supergroup keeps everything', async () => {
    const admin = await enter(user, places.group)
    const member = await enter(other, places.group)
    await setBot(places.group, 'member')
    await admin.see(bot.chat.groupHello)
    const asked = await member.send('/start')
    const refused = await member.see((message) => message.message_id > asked)
    expect(textOf(refused)).toBe(errors.adminsOnly({}))
    await admin.send('/start@gazette_playground_bot')
    await admin.see((message) => labelsOf(message).includes(topic))
    expect(await member.tap(topic)).toMatchObject({ text: errors.adminsOnly({}), alert: true })
    await admin.tap(topic)
    await admin.see((message) => labelsOf(message).includes(chosen(topic)))
    await admin.tap(firstDigest)
    expect(textOf(await admin.see(isDigest))).toContain(paper.titleOf(paper.towns[0]))
    // What people say to each other is none of the bot's business.
    await settle(world.gazette)
    const before = (await admin.messages()).length
    await member.send(w('Not said to any robot', '不是对机器人说的话'))
    await settle(world.gazette)
    expect(await admin.messages()).toHaveLength(before)
    const { chat } = await control<{ chat: number }>(world.gazette.api.url, 'migrate', { chat: places.group })
    const after = await enter(user, chat)
    const sent = await after.send('/list')
    const list = await after.see((message) => message.message_id > sent)
    expect(labelsOf(list)).toContain(topic)
  })

  test('in a group, what is wished of the bot in words is done for an admin; others are told who may', async () => {
    const { group } = places
    const { chat_id: chat } = await world.gazette.database.db
      .selectFrom('subscribers')
      .select('chat_id')
      .where('title', '=', places.titles.group)
      .where('state', '=', 'active')
      .executeTakeFirstOrThrow()
    expect(chat).not.toBe(group)
    const admin = await enter(user, Number(chat))
    const member = await enter(other, Number(chat))
    const answerTo = async (who: Chat, text: string) => {
      const sent = await who.send(`@gazette_playground_bot ${text}`)
      return who.see((message) => message.message_id > sent)
    }
    const drop = w('no more crypto', '别再发加密货币了')
    for (const text of [drop, w('every day at 9', '每天九点'), w('pause', '暂停')])
      expect(textOf(await answerTo(member, text)), text).toBe(errors.adminsOnly({}))
    expect(textOf(await answerTo(member, w('thanks', '谢谢')))).toBe(bot.talk.anyTime)
    expect(textOf(await answerTo(member, w('I am in trouble', '我在上班')))).not.toBe(errors.adminsOnly({}))
    expect(textOf(await answerTo(admin, w('every day at 9', '每天九点')))).toContain('09:00')
    const muted = words.reading.filters.kinds['mute-topic'](w('Crypto', '加密货币'))
    expect(textOf(await answerTo(admin, drop))).toContain(muted)
    // Whoever did it takes it back in words; for the others it is nothing that they did.
    const undo = w('undo', '撤销')
    const restored = words.reading.filters.removed(muted).split('\n')[0]
    expect(textOf(await answerTo(member, undo))).not.toContain(restored)
    expect(textOf(await answerTo(admin, undo))).toContain(restored)
  })

  test('a forum: the digest goes to the topic where it was asked for', async () => {
    const forum = await enter(user, places.forum)
    await setBot(places.forum, 'administrator')
    await forum.send('/start', { thread: 2 })
    await forum.tap(topic)
    await forum.tap(firstDigest)
    const digest = await forum.see(isDigest)
    expect(digest.message_thread_id).toBe(2)
    const thanked = await forum.send(w('thanks', '谢谢'), { thread: 2, reply_to: digest.message_id })
    expect(textOf(await forum.see((message) => message.message_id > thanked))).toBe(bot.talk.anyTime)
    // A question about it is answered in its place there.
    const sent = await forum.send(`1: ${w('what is it about', '讲的是什么')}`, {
      thread: 2,
      reply_to: digest.message_id,
    })
    await settle(world.gazette)
    const answer = await forum.see((message) => message.message_id > sent && !textOf(message).endsWith('…'))
    expect(answer.message_thread_id).toBe(2)
  })

  test('a channel: set up by a post, read by everybody; its owner is told in private of rights lost and of being thrown out', async () => {
    const owner = await enter(user)
    const channel = await enter(user, places.channel)
    const { titles } = places
    await setBot(places.channel, 'administrator')
    await owner.see(bot.chat.channelHello(titles.channel))
    await channel.send('/start')
    await channel.tap(topic)
    await channel.tap(firstDigest)
    await channel.see(isDigest)
    await setBot(places.channel, 'administrator', { rights: { can_post_messages: false } })
    await owner.see(bot.chat.channelNoRights(titles.channel))
    expect(await stateOf(world.gazette, places.channel)).toBe('paused')
    await setBot(places.channel, 'administrator')
    await owner.see(bot.chat.channelHello(titles.channel))
    await setBot(places.channel, 'left')
    await owner.see(bot.chat.gone(titles.channel))
    expect(await stateOf(world.gazette, places.channel)).toBe('gone')
    await setBot(places.channel, 'administrator')
    await settle(world.gazette)
    const sent = await channel.send('/list')
    const list = await channel.see((message) => message.message_id > sent)
    expect(labelsOf(list)).toContain(topic)
    expect(await stateOf(world.gazette, places.channel)).toBe('active')
  })

  test('a group where the bot may not write is paused, and its admin is told in private', async () => {
    const admin = await enter(user)
    await setBot(places.forum, 'restricted', { rights: { can_send_messages: false } })
    await admin.see(notices.noRights(places.titles.forum))
    expect(await stateOf(world.gazette, places.forum)).toBe('paused')
    await setBot(places.forum, 'administrator')
    await settle(world.gazette)
    expect(await stateOf(world.gazette, places.forum)).toBe('active')
  })

  test('somebody who blocks the bot is not written to; who comes back finds everything', async () => {
    const reader = await enter(user)
    await reader.send('/start')
    await reader.tap(topic)
    await reader.see((message) => labelsOf(message).includes(chosen(topic)))
    await control(world.gazette.api.url, 'member', { chat: user, from: user, status: 'kicked' })
    await settle(world.gazette)
    expect(await stateOf(world.gazette, user)).toBe('blocked')
    const { db } = world.gazette.database
    const ofReader = db.selectFrom('subscribers').select('id').where('chat_id', '=', user)
    const { now } = world.gazette.clock
    const passed = new Date(now().getTime() - 3 * 86_400_000)
    await db
      .updateTable('schedules')
      .set({ next_due_at: passed })
      .where('subscriber_id', 'in', ofReader)
      .execute()
    const sent = await reader.send('/list')
    const list = await reader.see((message) => message.message_id > sent)
    expect(labelsOf(list)).toContain(topic)
    expect(await stateOf(world.gazette, user)).toBe('active')
    // What was not sent meanwhile is not late: the machine was well.
    const schedule = db.selectFrom('schedules').select('next_due_at').where('subscriber_id', 'in', ofReader)
    expect((await schedule.executeTakeFirstOrThrow()).next_due_at.getTime()).toBeGreaterThan(now().getTime())
    const late = db
      .selectFrom('digests')
      .select('id')
      .where('subscriber_id', 'in', ofReader)
      .where('late', '=', true)
    expect(await late.execute()).toEqual([])
  })

  test('every other chat’s data is out of reach of a forged button', async () => {
    const mine = await enter(user)
    const shown = await mine.see((message) => message.reply_markup !== undefined)
    const foreign = await world.gazette.database.db
      .selectFrom('digests')
      .innerJoin('subscribers', 'subscribers.id', 'digests.subscriber_id')
      .select('digests.id')
      .where('subscribers.chat_id', '=', places.forum)
      .executeTakeFirstOrThrow()
    const before = (await mine.messages()).length
    const { id } = await control<{ id: string }>(world.gazette.api.url, 'press', {
      chat: user,
      from: user,
      message: shown.message_id,
      data: `v1:more:${foreign.id}`,
    })
    await mine.answered(id)
    await world.gazette.running.idle()
    const answer = (await mine.messages()).slice(before).map(textOf).join('\n')
    expect(answer).not.toContain(paper.towns[0])
  })

  test('every reader of a channel opens a post’s stories in private, and nobody a number they made up', async () => {
    const reader = await enter(other)
    const post = world.gazette.api.world.chats.get(places.channel)!
    const digest = [...post.messages.values()].find(isDigest)!
    const press = async (data: string) => {
      const { id } = await control<{ id: string }>(world.gazette.api.url, 'press', {
        chat: places.channel,
        from: other,
        message: digest.message_id,
        data,
      })
      await reader.answered(id)
      return world.gazette.api.world.callbacks.get(id)!.answer!
    }
    const stories = digest
      .reply_markup!.inline_keyboard.flat()
      .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []))
      .find((data) => data.includes('stories'))!
    const { url } = await press(stories)
    const payload = /\?start=(post_stories_\S+)$/u.exec(url)?.[1] ?? ''
    const opened = async (payloads: string) => {
      const sent = await reader.send(`/start ${payloads}`)
      return reader.see((message) => message.message_id > sent)
    }
    // They read the other language.
    const shown = textOf(await opened(payload))
    const head = `${places.titles.channel}\n\n${theirs.reading.history.line(1, '')}`
    expect(shown.slice(0, head.length)).toBe(head)
    expect(shown).toContain(theirs.screens.chats.openPost)
    const title = paper.titleOf(paper.towns[0])
    const number = new RegExp(`^(\\d+)\\. ${title}$`, 'mu').exec(shown)?.[1] ?? ''
    await reader.tap(number)
    await reader.see((message) => labelsOf(message).includes(`✓ ${number}`))
    const sent = await reader.send('/saved')
    expect(textOf(await reader.see((message) => message.message_id > sent))).toContain(title)
    const forged = `${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}`
    expect(textOf(await opened(forged))).not.toContain(paper.towns[0])
    expect((await press('v1:stories:1')).url).toBe('')
  })
})
