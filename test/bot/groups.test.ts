/** Groups, forum topics and channels: admins decide, digests go where they were asked for, losing the chat is survived. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
let gazette: TestGazette
const chats: Chat[] = []
const enter = async (user: number, chat?: number) => {
  const opened = await openChat(gazette.api.url, { user, ...(chat === undefined ? {} : { chat }) })
  chats.push(opened)
  return opened
}
const setBot = (chat: number, status: string) =>
  control(gazette.api.url, 'member', { chat, from: ids.mei, status })
const stateOf = async (chatId: number) =>
  (
    await gazette.database.db
      .selectFrom('subscribers')
      .select('state')
      .where('chat_id', '=', chatId)
      .executeTakeFirst()
  )?.state

beforeAll(async () => {
  web = await startWebServer()
  const text =
    'A robot with artificial intelligence sorts the post of Brindle. It reads 40 hands and never rests.'
  web.pages.set(
    '/feed.xml',
    rss('Brindle Bugle', [
      { title: 'The robot of Brindle', url: `${web.url}/1`, text, at: new Date(Date.now() - 3_600_000) },
    ]),
  )
  gazette = await startTestGazette({
    allow: [web.host],
    feeds: [
      { url: `${web.url}/feed.xml`, site: web.url, title: 'Brindle Bugle', language: 'en', topic: 'ai' },
    ],
  })
})
afterAll(async () => {
  for (const chat of chats) chat.close()
  await gazette.close()
  await web.close()
})

test('a group: members are told that admins decide, an admin sets it up, a supergroup keeps everything', async () => {
  const admin = await enter(ids.mei, ids.group)
  const member = await enter(ids.alex, ids.group)
  await setBot(ids.group, 'member')
  await admin.see((message) => textOf(message).includes('/start'))
  await member.send('/start')
  await member.see(/管理员|admins/u)
  await admin.send('/start@gazette_playground_bot')
  await admin.see((message) => (message.reply_markup?.inline_keyboard.length ?? 0) > 5)
  expect((await member.tap('人工智能')).alert).toBe(true)
  await admin.tap('人工智能')
  await admin.tap(/第一期/u)
  expect(textOf(await admin.see(/第 1 期/u))).toContain('Brindle')
  await member.send('不是对机器人说的话')
  const { chat } = await control<{ chat: number }>(gazette.api.url, 'migrate', { chat: ids.group })
  const after = await enter(ids.mei, chat)
  const sent = await after.send('/list')
  const list = await after.see((message) => message.message_id > sent)
  expect(JSON.stringify(list.reply_markup)).toContain('人工智能')
})

test('a forum: the digest goes to the topic where it was asked for', async () => {
  const forum = await enter(ids.mei, ids.forum)
  await setBot(ids.forum, 'administrator')
  await forum.send('/start', { thread: 2 })
  await forum.tap('人工智能')
  await forum.tap(/第一期/u)
  expect((await forum.see(/第 1 期/u)).message_thread_id).toBe(2)
})

test('a channel: set up by a post, read by everybody; a bot that is thrown out keeps the settings', async () => {
  const owner = await enter(ids.mei)
  await owner.send('/start')
  await owner.see(/Gazette/u)
  const channel = await enter(ids.mei, ids.channel)
  await setBot(ids.channel, 'administrator')
  await owner.see('Morning paper')
  await channel.send('/start')
  await channel.tap('人工智能')
  await channel.tap(/第一期/u)
  await channel.see(/第 1 期/u)
  await setBot(ids.channel, 'left')
  await owner.see((message) => /移出|移除/u.test(textOf(message)))
  expect(await stateOf(ids.channel)).toBe('gone')
  await setBot(ids.channel, 'administrator')
  await gazette.running.idle()
  const sent = await channel.send('/list')
  await channel.see((message) => message.message_id > sent)
  expect(await stateOf(ids.channel)).toBe('active')
})

test('somebody who blocks the bot is not written to; who comes back finds everything', async () => {
  const alex = await enter(ids.alex)
  await alex.send('/start')
  await alex.tap('Artificial intelligence')
  await alex.see((message) => JSON.stringify(message.reply_markup).includes('✓'))
  await control(gazette.api.url, 'member', { chat: ids.alex, from: ids.alex, status: 'kicked' })
  await alex.send('/list')
  const list = await alex.see((message) => JSON.stringify(message.reply_markup ?? {}).includes('Artificial'))
  expect(list).toBeDefined()
  expect(await stateOf(ids.alex)).toBe('active')
})

test('every other chat’s data is out of reach of a forged button', async () => {
  const { db } = gazette.database
  const mine = await enter(ids.alex)
  const shown = await mine.see((message) => message.reply_markup !== undefined)
  const foreign = await db
    .selectFrom('digests')
    .innerJoin('subscribers', 'subscribers.id', 'digests.subscriber_id')
    .select('digests.id')
    .where('subscribers.chat_id', '=', ids.forum)
    .executeTakeFirstOrThrow()
  const before = (await mine.messages()).length
  const { id } = await control<{ id: string }>(gazette.api.url, 'press', {
    chat: ids.alex,
    from: ids.alex,
    message: shown.message_id,
    data: `v1:more:${foreign.id}`,
  })
  await mine.answered(id)
  await gazette.running.idle()
  const answer = (await mine.messages()).slice(before).map(textOf).join('\n')
  expect(answer).not.toContain('Brindle')
})

test('every reader of a channel opens a post’s stories in private, and nobody a number they made up', async () => {
  const reader = await enter(ids.alex)
  const post = gazette.api.world.chats.get(ids.channel)!
  const digest = [...post.messages.values()].find((message) => textOf(message).includes('第 1 期'))!
  const press = async (data: string) => {
    const { id } = await control<{ id: string }>(gazette.api.url, 'press', {
      chat: ids.channel,
      from: ids.alex,
      message: digest.message_id,
      data,
    })
    await reader.answered(id)
    return gazette.api.world.callbacks.get(id)!.answer!
  }
  const stories = digest
    .reply_markup!.inline_keyboard.flat()
    .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []))
    .find((data) => data.includes('stories'))!
  const { url } = await press(stories)
  const payload = /\?start=(post_stories_\S+)$/u.exec(url)?.[1] ?? ''
  const opened = async (words: string) => {
    const sent = await reader.send(`/start ${words}`)
    return reader.see((message) => message.message_id > sent)
  }
  const shown = await opened(payload)
  expect(textOf(shown)).toMatch(/^Morning paper 早报\n\nNo\. 1 ·/u)
  expect(textOf(shown)).toContain('1. The robot of Brindle')
  await reader.tap('1')
  await reader.see((message) => labelsOf(message).includes('✓ 1'))
  const sent = await reader.send('/saved')
  expect(textOf(await reader.see((message) => message.message_id > sent))).toContain('The robot of Brindle')
  const forged = `${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}`
  expect(textOf(await opened(forged))).not.toContain('Brindle')
  expect((await press('v1:stories:1')).url).toBe('')
})

test('in private an owner says in Chinese what the channel gets, and pauses it', async () => {
  const owner = await enter(ids.mei)
  const sent = await owner.send('/chats')
  const list = await owner.see((message) => message.message_id > sent)
  expect(labelsOf(list)).toEqual(
    expect.arrayContaining(['Book club 读书会', 'Newsroom 新闻编辑部', 'Morning paper 早报']),
  )
  await owner.tap('Morning paper 早报')
  await owner.see(/^Morning paper 早报\n\n.*1 个主题/su)
  await owner.tap('选择主题')
  await owner.see((message) => message.message_id === list.message_id && labelsOf(message).includes('科学'))
  await owner.tap('科学')
  await owner.see((message) => labelsOf(message).includes('✓ 科学'))
  await owner.tap('‹ 返回')
  await owner.see(/2 个主题/u)
  await owner.tap('暂停推送')
  await owner.see((message) => labelsOf(message).includes('恢复推送'))
  expect(await stateOf(ids.channel)).toBe('paused')
  await owner.tap('恢复推送')
  await owner.see((message) => labelsOf(message).includes('暂停推送'))
  expect(await stateOf(ids.channel)).toBe('active')
})

test('in private an admin chooses the forum’s topics, has one made for each subject, and may no more once it is over', async () => {
  const admin = await enter(ids.alex)
  const { world } = gazette.api
  const forum = world.chats.get(ids.forum)!
  const makeAdmin = (status: string) =>
    control(gazette.api.url, 'member', { chat: ids.forum, from: ids.mei, user: ids.alex, status })
  await makeAdmin('administrator')
  const there = await enter(ids.alex, ids.forum)
  await there.send('/list', { thread: 3 })
  await there.see((message) => message.message_thread_id === 3)
  await control(gazette.api.url, 'member', {
    chat: ids.forum,
    from: ids.mei,
    status: 'administrator',
    rights: { can_manage_topics: false },
  })
  await admin.send('/chats')
  await admin.tap('Newsroom 新闻编辑部')
  await admin.tap('Where in the forum')
  await admin.see((message) => labelsOf(message).includes('✓ #2'))
  await admin.tap('#3')
  await admin.see('It goes to #3.')
  await admin.tap('A topic for each subject')
  await admin.see('Make me an admin with “Manage topics” there')
  await control(gazette.api.url, 'member', { chat: ids.forum, from: ids.mei, status: 'administrator' })
  const sent = await admin.send('/chats')
  const list = await admin.see((message) => message.message_id > sent)
  await admin.tap('Newsroom 新闻编辑部')
  await admin.tap('A topic for each subject')
  await admin.see((message) => labelsOf(message).includes('✓ A topic for each subject'))
  expect([...forum.topics.values()].map(({ name }) => name)).toContain('人工智能')
  await admin.tap('Choose topics')
  await admin.see(
    (message) => message.message_id === list.message_id && labelsOf(message).includes('Science'),
  )
  await admin.tap('Science')
  await admin.see((message) => labelsOf(message).includes('✓ Science'))
  const [id] = [...forum.topics].find(([, { name }]) => name === '科学')!
  const schedules = await gazette.database.db
    .selectFrom('schedules')
    .innerJoin('subscribers', 'subscribers.id', 'schedules.subscriber_id')
    .select(['schedules.thread_id', 'schedules.selection'])
    .where('chat_id', '=', ids.forum)
    .orderBy('schedules.id')
    .execute()
  expect(schedules.map(({ thread_id: thread }) => thread)).toEqual([3, expect.any(Number), id])
  expect(schedules[0]!.selection).toMatchObject({ all: true, except: { sources: [] } })
  await makeAdmin('member')
  await admin.tap('‹ Back')
  await admin.see('You are no admin of Newsroom 新闻编辑部 any more')
  const again = await admin.send('/chats')
  expect(labelsOf(await admin.see((message) => message.message_id > again)).join()).not.toContain('Newsroom')
})
