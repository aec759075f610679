/** The operator's screens and a reader's own data, over HTTP: numbers, chart, switches, broadcast, limits; export, privacy, delete. */
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectOwnData } from '../../src/db/own-data.ts'
import { alertOperators } from '../../src/pipeline/alert.ts'
import { ids } from '../../src/playground/people.ts'
import { parseOpml } from '../../src/sources/opml.ts'
import { type Chat, control, labelsOf, openChat, textOf } from '../support/chat.ts'
import { startTestGazette, type TestGazette } from '../support/gazette.ts'

let gazette: TestGazette
let alex: Chat
let mei: Chat
const newer = (chat: Chat, id: number) => chat.see((message) => message.message_id > id)
const bytesOf = (id: string) => gazette.api.world.files.get(id)!.bytes

/** People take seconds between taps, which nobody waits for here. */
const pause = async () => {
  await gazette.database.db.deleteFrom('quotas').execute()
}

beforeAll(async () => {
  gazette = await startTestGazette({
    environment: { ADMIN_IDS: String(ids.mei), LLM_PRICES: 'tiny=0.25/1' },
  })
  alex = await openChat(gazette.api.url, { user: ids.alex, pause })
  mei = await openChat(gazette.api.url, { user: ids.mei, pause })
  await newer(alex, await alex.send('/start topic_ai'))
  await newer(mei, await mei.send('/start'))
})
afterAll(async () => {
  alex.close()
  mei.close()
  await gazette.close()
})

test('numbers and a chart for the operator, words like any other for everybody else', async () => {
  const day = gazette.clock.now().toISOString().slice(0, 10)
  await gazette.database.db
    .insertInto('llm_usage')
    .values({
      at: gazette.clock.now(),
      day,
      purpose: 'summarise',
      model: 'tiny',
      reader_id: null,
      article_id: null,
      reserved_tokens: 0,
      input_tokens: 1_000_000,
      output_tokens: 500_000,
      settled: true,
    })
    .execute()
  const screen = await newer(mei, await mei.send('/admin'))
  expect(textOf(screen)).toContain('聊天：2 个正常')
  await mei.tap('30 天图表')
  const chart = await mei.see((message) => message.photo !== undefined)
  expect(chart.caption).toContain('聊天数：今天 2')
  const png = Buffer.from(bytesOf(chart.photo!.at(-1)!.file_id))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 900])
  expect(chart.caption).toContain('模型费用（美元）：今天 0.75，最多 0.75')
  const start = png.indexOf('IDAT') + 4
  const pixels = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  expect(new Set(pixels).size).toBeGreaterThan(8)
  const other = await newer(alex, await alex.send('/admin'))
  expect(textOf(other)).not.toContain('Chats:')
  const pressed = await control<{ id: string }>(gazette.api.url, 'press', {
    chat: ids.alex,
    from: ids.alex,
    message: other.message_id,
    data: 'v1:adm-switch:maintenance:1',
  })
  await alex.answered(pressed.id)
  await alex.see('no longer there')
})

test('a broadcast is seen first, reaches every chat once, and says how far it is', async () => {
  await mei.send('/admin')
  await mei.tap('群发消息')
  await mei.see('会先给你看')
  const sent = await mei.send('明天更新 🎉')
  await mei.see((message) => message.message_id > sent && labelsOf(message).includes('发给 2 个聊天'))
  expect((await alex.messages()).some((message) => textOf(message).includes('🎉'))).toBe(false)
  const { message_id: message, reply_markup: markup } = await mei.see((each) =>
    labelsOf(each).includes('发给 2 个聊天'),
  )
  const data = markup!.inline_keyboard
    .flat()
    .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []))
    .find((each) => each.includes('bc-send'))
  // A double tap.
  for (let tap = 0; tap < 2; tap += 1)
    await control(gazette.api.url, 'press', { chat: ids.mei, from: ids.mei, message, data })
  await gazette.running.idle()
  await alex.see('明天更新 🎉')
  await mei.send('/admin')
  expect((await alex.messages()).filter((message) => textOf(message).includes('🎉'))).toHaveLength(1)
})

test('maintenance, an invitation and a closed door keep others out, never the operator', async () => {
  await mei.send('/admin')
  await mei.tap('开始维护')
  await mei.see('维护中：只回答管理者')
  expect(textOf(await newer(alex, await alex.send('/list')))).toContain('some work on the machine')
  await mei.tap('结束维护')
  await mei.see('正常回答所有人')
  await mei.tap('某位读者')
  await mei.see('读者的编号')
  const reader = await newer(mei, await mei.send(String(ids.alex)))
  expect(textOf(reader)).toContain('可以使用')
  await mei.tap('10,000')
  await mei.see('每天最多使用模型 10,000 个词元')
  await mei.tap('拒绝使用')
  await mei.see('已拒绝使用')
  expect(textOf(await newer(alex, await alex.send('/list')))).toContain('may not use this bot')
  await mei.tap('重新允许')
  await mei.see('可以使用。')
  expect(textOf(await newer(alex, await alex.send('/list')))).toContain('What you follow')
})

test('a topic that died is told to the operator once, and again only after it came back', async () => {
  const { db } = gazette.database
  const told = async () =>
    (await mei.messages()).filter((message) => textOf(message).includes('天没有任何内容')).length
  await db
    .updateTable('subscriptions')
    .set({ created_at: new Date('2020-01-01') })
    .execute()
  await alertOperators(gazette.running.pipeline)
  await alertOperators(gazette.running.pipeline)
  await mei.see('主题“人工智能”有人关注，但 7 天没有任何内容')
  await gazette.running.idle()
  expect(await told()).toBe(1)
  await db.updateTable('subscriptions').set({ created_at: gazette.clock.now() }).execute()
  await alertOperators(gazette.running.pipeline)
  expect(
    await db.selectFrom('operator_settings').select('key').where('key', 'like', 'alert:%').execute(),
  ).toEqual([])
})

test('a reader takes everything along, sees what is kept, and leaves nothing behind', async () => {
  const { db } = gazette.database
  await db
    .insertInto('sources')
    .values({
      url: 'https://mine.example/feed.xml',
      kind: 'feed',
      title: 'Mine & yours',
      next_poll_at: new Date('2100-01-01'),
      poll_gap_ms: 1,
      created_at: gazette.clock.now(),
    })
    .execute()
  const { id, reader_id: readerId } = await db
    .selectFrom('subscribers')
    .select(['id', 'reader_id'])
    .where('chat_id', '=', ids.alex)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('subscriptions')
    .columns(['subscriber_id', 'source_id', 'folder', 'created_at'])
    .expression((query) =>
      query
        .selectFrom('sources')
        .select((each) => [
          each.val(id).as('s'),
          'id',
          each.val('早报').as('f'),
          each.val(gazette.clock.now()).as('c'),
        ])
        .where('url', '=', 'https://mine.example/feed.xml'),
    )
    .execute()
  await alex.send('/packs')
  await alex.tap('Make a pack')
  await alex.see('called?')
  await newer(alex, await alex.send('Mine'))

  await alex.send('/privacy')
  await alex.see('No language model is used here')
  await alex.tap('Export my data')
  await alex.see((message) => (message.document?.file_name ?? '').endsWith('opml'))
  const files = (await alex.messages()).flatMap((message) => message.document ?? [])
  const json = JSON.parse(Buffer.from(bytesOf(files[0]!.file_id)).toString()) as Record<string, unknown>
  expect(json).toMatchObject({ reader: { user_id: ids.alex }, packs: [{ name: 'Mine' }] })
  expect(json['subscriptions']).toHaveLength(2)
  const opml = Buffer.from(bytesOf(files[1]!.file_id)).toString()
  expect(parseOpml(opml)).toEqual([
    { title: 'Mine & yours', url: 'https://mine.example/feed.xml', site: null, folders: ['早报'] },
  ])

  await alex.tap('Delete my data')
  await alex.tap('Yes, delete everything')
  const gone = await alex.see('Everything is deleted')
  expect(textOf(gone)).toMatch(/2 subscriptions.*1 address .*1 pack /su)
  expect(await collectOwnData(db, { subscriberId: id, readerId })).toEqual({})
  expect(
    await db.selectFrom('sources').select('id').where('url', 'like', '%mine.example%').execute(),
  ).toEqual([])
})
