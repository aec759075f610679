/** Groups, forum topics and channels: admins decide, digests go where they were asked for, losing the chat is survived. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, control, openChat, textOf } from '../support/chat.ts'
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
