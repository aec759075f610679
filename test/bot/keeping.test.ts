/** What a reader keeps and where it comes, in English and Chinese over HTTP: things moved among digests, links saved for later, and the operator's catalogue. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upsertTopics } from '../../src/db/topic-samples.ts'
import { poll } from '../../src/pipeline/poll.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, labelsOf, openChat, textOf } from '../support/chat.ts'
import { skipSeconds, startTestGazette, type TestGazette } from '../support/gazette.ts'
import { rss, startWebServer, type WebServer } from '../support/web-server.ts'

let web: WebServer
let gazette: TestGazette
let alex: Chat
let mei: Chat
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)

beforeAll(async () => {
  web = await startWebServer()
  gazette = await startTestGazette({ allow: [web.host], environment: { ADMIN_IDS: String(ids.mei) } })
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

test('the catalogue gets a topic and a source, and both keep the names they are given', async () => {
  const { db } = gazette.database
  const at = new Date(gazette.clock.now().getTime() - 3_600_000)
  const items = [{ title: 'Oars out', url: `${web.url}/1`, text: 'The regatta begins at noon.', at }]
  web.pages.set('/row.xml', rss('Rowing Weekly', items))
  await mei.send('/admin')
  await mei.tap('来源目录')
  await mei.tap('＋ 添加主题')
  await mei.see('写下主题的名字')
  const made = await newer(mei, await mei.send('赛艇：regatta，oar'))
  expect(textOf(made)).toContain('赛艇 已加入目录。')
  const topic = await db
    .selectFrom('topics')
    .select(['id', 'slug', 'keywords'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(topic.keywords).toEqual(['赛艇', 'regatta', 'oar'])
  await mei.tap('＋ 添加来源')
  await mei.see('发送网站或订阅源的地址')
  await mei.send(`${web.url}/row.xml`)
  await mei.see('Rowing Weekly 已加入目录。')
  await mei.tap('‹ 返回')
  await mei.tap('✓ Rowing Weekly')
  await mei.see('正在读取。')
  await mei.tap('改名')
  await mei.see('“Rowing Weekly”以后叫什么？')
  expect(textOf(await newer(mei, await mei.send('赛艇周刊')))).toMatch(/^赛艇周刊/u)
  await mei.tap('停止读取')
  await mei.see('没有读取。')
  await mei.tap('重新读取')
  await mei.see('正在读取。')
  const source = await db
    .selectFrom('sources')
    .selectAll()
    .where('catalogue_topic', '=', topic.slug)
    .executeTakeFirstOrThrow()
  expect(source).toMatchObject({ shared: true, title: '赛艇周刊' })
  await poll(gazette.running.pipeline, [source.id])
  await mei.tap('‹ 返回')
  await mei.tap('重命名这个主题')
  await mei.see('“赛艇”以后叫什么？')
  expect(textOf(await newer(mei, await mei.send('划船')))).toMatch(/^划船/u)
  await upsertTopics(
    db,
    [{ slug: topic.slug, names: { en: 'Rowing', 'zh-Hans': '赛艇' }, description: '', keywords: ['oar'] }],
    gazette.clock.now(),
  )
  const kept = await db
    .selectFrom('topics')
    .innerJoin('sources', 'sources.catalogue_topic', 'topics.slug')
    .select(['topics.names', 'sources.title'])
    .where('topics.id', '=', topic.id)
    .execute()
  expect(kept).toEqual([{ names: { en: 'Rowing', 'zh-Hans': '划船' }, title: '赛艇周刊' }])
  const offered = await newer(alex, await alex.send('/topics'))
  expect(labelsOf(offered)).toContain('Rowing')
})
