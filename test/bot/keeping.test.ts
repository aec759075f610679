/** What a reader keeps and where it comes, in English and Chinese over HTTP: things moved among digests and links saved for later. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ids } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
let gazette: TestGazette
let alex: Chat
let mei: Chat
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)

beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({ allow: [web.host] })
  alex = await openChat(gazette.api.url, { user: ids.alex, pause: skipSeconds(gazette) })
  mei = await openChat(gazette.api.url, { user: ids.mei, pause: skipSeconds(gazette) })
})
afterAll(async () => {
  alex.close()
  mei.close()
  await gazette.close()
  await web.close()
})

test.each([
  {
    name: 'in English',
    who: () => ({ chat: alex, id: ids.alex }),
    label: 'Artificial intelligence',
    move: 'Move to another digest',
    own: '+ A digest of its own',
    moved: 'Digest 2 brings it from now on.',
    inTwo: 'digest 2',
    all: 'everything you follow but Artificial intelligence',
    back: 'Digest 1 brings it',
    typed: '6:45 pm',
    third: 'Digest 3 brings it',
    bad: 'not a digest',
    told: 'time',
  },
  {
    name: 'in Chinese',
    who: () => ({ chat: mei, id: ids.mei }),
    label: '人工智能',
    move: '移到另一个推送',
    own: '＋ 单独一个推送',
    moved: '从现在起，它在推送 2 里。',
    inTwo: '推送 2',
    all: '你关注的一切，但不含人工智能',
    back: '从现在起，它在推送 1 里。',
    typed: '下午6:45',
    third: '从现在起，它在推送 3 里。',
    bad: '不知道',
    told: '时间',
  },
])('$name a thing moves to a digest of its own and back, by taps and by words', async (said) => {
  const { db } = gazette.database
  const { chat, id } = said.who()
  const selections = async () =>
    (
      await db
        .selectFrom('schedules')
        .innerJoin('subscribers', 'subscribers.id', 'schedules.subscriber_id')
        .select(['selection', 'times'])
        .where('chat_id', '=', id)
        .orderBy('schedules.id')
        .execute()
    ).map(({ selection, times }) => ({ selection, times }))
  await db.deleteFrom('subscriptions').execute()
  await newer(chat, await chat.send('/start topic_ai'))
  const topic = (await db.selectFrom('subscriptions').select('topic_id').executeTakeFirstOrThrow()).topic_id!
  await newer(chat, await chat.send('/list'))
  await chat.tap(said.label)
  await chat.tap(said.move)
  await chat.tap(said.own)
  await chat.see(said.moved)
  const except = { all: true, except: { topics: [topic], sources: [] } }
  expect(await selections()).toEqual([
    { selection: except, times: ['08:00'] },
    { selection: { topics: [topic], sources: [] }, times: ['20:00'] },
  ])
  const list = await newer(chat, await chat.send('/list'))
  expect(textOf(list)).toContain(said.inTwo)
  expect(textOf(await newer(chat, await chat.send('/schedule')))).toContain(said.all)
  await newer(chat, await chat.send('/list'))
  await chat.tap(said.label)
  await chat.tap(said.move)
  await chat.see((message) => labelsOf(message).includes(said.own))
  expect(textOf(await newer(chat, await chat.send('１')))).toContain(said.back)
  expect((await selections())[0]!.selection).toEqual({ all: true })
  await chat.tap(said.move)
  await chat.see((message) => labelsOf(message).includes(said.own))
  expect(textOf(await newer(chat, await chat.send(said.bad)))).toContain(said.told)
  expect(textOf(await newer(chat, await chat.send(said.typed)))).toContain(said.third)
  expect((await selections())[2]).toEqual({
    selection: { topics: [topic], sources: [] },
    times: ['18:45'],
  })
})

test.each([
  {
    name: 'English',
    reader: () => alex,
    save: 'Save for later',
    follow: 'Follow this source',
    none: /no feed|could not find|found no/iu,
    removed: 'Taken off: Notes of a lock keeper',
    undo: 'Undo',
  },
  {
    name: 'Chinese',
    reader: () => mei,
    save: '收藏',
    follow: '关注这个来源',
    none: /没有|找不到|没找到/u,
    removed: 'Notes of a lock keeper',
    undo: '撤销',
  },
])('a link to a page without a feed is saved, and following it says what was found ($name)', async (said) => {
  const reader = said.reader()

  await gazette.database.db.deleteFrom('bookmarks').execute()
  const text =
    'The lock keeper opens the gate at six. She has kept the lock for thirty years and writes it all down.'
  web.pages.set('/notes', {
    type: 'text/html',
    body: `<html lang="en"><title>Notes of a lock keeper</title><article><h1>Notes of a lock keeper</h1><p>${text}</p><p>${text}</p></article></html>`,
  })
  const sent = await reader.send(`${web.url}/notes`)
  const summary = await reader.see(
    (message) => message.message_id > sent && labelsOf(message).includes(said.save),
  )
  await reader.tap(said.save)
  await reader.see((message) => labelsOf(message).includes(`✓ ${said.save}`))
  const list = await reader.send('/saved')
  const saved = await reader.see((message) => message.message_id > list)
  expect(textOf(saved)).toContain('1. Notes of a lock keeper')
  expect(saved.entities).toContainEqual(expect.objectContaining({ url: `${web.url}/notes` }))
  await reader.tap('✕ 1')
  await reader.see(said.removed)
  await reader.tap(said.undo)
  await reader.see(/1\. Notes of a lock keeper/u)
  await reader.tap(said.follow)
  const answer = await reader.see(
    (message) => message.message_id > saved.message_id && said.none.test(textOf(message)),
  )
  expect(textOf(summary)).toContain('lock keeper')
  expect(answer.message_id).not.toBe(summary.message_id)
  await reader.tap(`✓ ${said.save}`)
  await reader.see(
    (message) => message.message_id === summary.message_id && labelsOf(message).includes(said.save),
  )
  expect(await gazette.database.db.selectFrom('bookmarks').selectAll().execute()).toEqual([])
})
