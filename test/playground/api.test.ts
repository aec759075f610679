/** The local Bot API server refuses what Telegram refuses, in its words, for grammY's own client. */
import { encode } from 'fast-png'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Api, GrammyError, InputFile } from 'grammy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChatView } from '../../src/playground/control/shapes.ts'
import { generateSchema, printSchema } from '../../src/playground/generate-schema.ts'
import { ids } from '../../src/playground/people.ts'
import { type BotApi, startBotApi } from '../../src/playground/server.ts'
import { control } from '../support/chat.ts'
import { testToken } from '../support/gazette.ts'

let server: BotApi
let api: Api
beforeAll(async () => {
  server = await startBotApi({ token: testToken, now: () => new Date() })
  api = new Api(testToken, { apiRoot: server.url })
  await control(server.url, 'message', { chat: ids.alex, from: ids.alex, text: '/start' })
})
afterAll(() => server.close())

const raw = (method: string, params: object) =>
  (api.raw as unknown as Record<string, (params: object) => Promise<unknown>>)[method]!(params)
/** The code and words of a refusal. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)
  }
}

test.each([
  ['sendMessage', { chat_id: ids.alex }, /400 .*text is empty/u],
  ['sendMessage', { text: 'hi' }, /400 .*chat_id is empty/u],
  ['sendMessage', { chat_id: ids.alex, text: 'hi', txet: 1 }, /400 .*unknown parameter "txet"/u],
  ['sendMessage', { chat_id: ids.alex, text: 7 }, /400 .*can't parse text/u],
  ['sendMessage', { chat_id: ids.alex, text: '字'.repeat(4097) }, /400 .*too long/u],
  ['sendMessage', { chat_id: ids.alex, text: '   ' }, /400 .*text.*empty/u],
  ['sendMessage', { chat_id: 12, text: 'hi' }, /400 .*chat not found/u],
  ['sendMessage', { chat_id: ids.mei, text: 'hi' }, /403 .*can't initiate/u],
  ['sendMessage', { chat_id: ids.alex, text: 'hi', message_thread_id: 99 }, /400 .*thread not found/u],
  [
    'sendMessage',
    {
      chat_id: ids.alex,
      text: 'hi',
      reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: '长'.repeat(22) }]] },
    },
    /400 .*BUTTON_DATA_INVALID/u,
  ],
  [
    'sendMessage',
    { chat_id: ids.alex, text: 'hi', entities: [{ type: 'bold', offset: 1, length: 9 }] },
    /400 .*entit/iu,
  ],
  ['flyToTheMoon', {}, /404 .*method not found/u],
])('%s %j', async (method, params, expected) => {
  expect(await refusal(raw(method, params))).toMatch(expected)
})

test('the length of a text is counted in code points', async () => {
  expect(await refusal(api.sendMessage(ids.alex, '👍'.repeat(4096)))).toBe('done')
})

test('an edit that changes nothing is refused, one that does shows in place', async () => {
  const { message_id: id } = await api.sendMessage(ids.alex, 'one')
  expect(await refusal(api.editMessageText(ids.alex, id, 'one'))).toMatch(/400 .*not modified/u)
  await api.editMessageText(ids.alex, id, 'two')
  expect(server.world.chats.get(ids.alex)?.messages.get(id)).toMatchObject({ text: 'two' })
  expect(await refusal(api.editMessageText(ids.alex, 9999, 'x'))).toMatch(/400 .*to edit not found/u)
})

test('what it checks is what the official types say today', () => {
  expect(
    readFileSync(join(import.meta.dirname, '../../src/playground/api-schema.generated.json'), 'utf8'),
  ).toBe(printSchema(generateSchema()))
})

test('a callback is answered once', async () => {
  const { message_id: message } = await api.sendMessage(ids.alex, 'tap', {
    reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
  })
  const { id } = await control<{ id: string }>(server.url, 'press', {
    chat: ids.alex,
    from: ids.alex,
    message,
    button: 'Go',
  })
  await api.answerCallbackQuery(id, { text: 'done' })
  expect(await refusal(api.answerCallbackQuery(id))).toMatch(/400 .*query is too old/u)
})

test('updates stay until they are confirmed, of the kinds that were asked for; the second poller wins', async () => {
  const told: string[] = []
  server.world.listeners.add(({ kind }) => told.push(kind))
  const waiting = async () =>
    (await control<ChatView>(server.url, `chats/${ids.alex}?user=${ids.alex}`)).waiting
  const all = await api.getUpdates({ timeout: 0 })
  expect(await waiting()).toBe(all.length)
  expect(told).toEqual([])
  expect((await api.getUpdates({ timeout: 0 })).map((each) => each.update_id)).toEqual(
    all.map((each) => each.update_id),
  )
  const next = all.at(-1)!.update_id + 1
  expect(await api.getUpdates({ offset: next, timeout: 0, allowed_updates: ['callback_query'] })).toEqual([])
  expect(await waiting()).toBe(0)
  expect(told).toEqual(['confirmed'])
  await control(server.url, 'message', { chat: ids.alex, from: ids.alex, text: 'not wanted' })
  expect(await api.getUpdates({ offset: next, timeout: 0, allowed_updates: ['message'] })).toEqual([])
  const first = refusal(api.getUpdates({ offset: next, timeout: 20 }))
  await new Promise<void>((resolve) => {
    const look = () => (server.world.poller ? resolve() : void setImmediate(look))
    look()
  })
  const second = api.getUpdates({ offset: next, timeout: 20 })
  expect(await first).toMatch(/409 Conflict: terminated by other getUpdates/u)
  await control(server.url, 'message', { chat: ids.alex, from: ids.alex, text: 'wanted' })
  expect((await second)[0]?.message?.text).toBe('wanted')
})

test('files go up and come down, and only with the token', async () => {
  const sent = await api.sendDocument(ids.alex, new InputFile(Buffer.from('<opml/>'), '订阅.opml'))
  const file = await api.getFile(sent.document.file_id)
  const address = `${server.url}/file/bot${testToken}/${file.file_path}`
  expect(await (await fetch(address)).text()).toBe('<opml/>')
  expect((await fetch(address.replace(testToken, '1:x'))).status).toBe(401)
  expect(await refusal(new Api('1:wrong', { apiRoot: server.url }).getMe())).toMatch(/401 Unauthorized/u)
})

test('the page shows pictures, and no other file, under its own address', async () => {
  const picture = encode({ width: 2, height: 1, data: new Uint8Array(6), channels: 3 })
  const { photo } = await api.sendPhoto(ids.alex, new InputFile(picture, 'chart.png'))
  const open = (id: string) => fetch(`${server.url}/control/files/${id}`)
  const shown = await open(photo[0]!.file_id)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(picture)
  const page = new InputFile(Buffer.from('<script>alert(1)</script>'), 'page.html')
  const { document } = await api.sendDocument(ids.alex, page)
  expect((await open(document.file_id)).status).toBe(404)
})

test('faults: a lost answer may hide a sent message, and waits are said in seconds', async () => {
  const count = () => server.world.chats.get(ids.alex)!.messages.size
  const before = count()
  await control(server.url, 'faults', { kind: 'drop-after', method: 'sendMessage' })
  expect(await refusal(api.sendMessage(ids.alex, 'maybe'))).toMatch(/Network request/u)
  expect(count()).toBe(before + 1)
  await control(server.url, 'faults', { kind: 'drop-before', method: 'sendMessage' })
  expect(await refusal(api.sendMessage(ids.alex, 'never'))).toMatch(/Network request/u)
  expect(count()).toBe(before + 1)
  await control(server.url, 'faults', { kind: 'error', code: 429, parameters: { retry_after: 7 } })
  expect(await refusal(api.sendMessage(ids.alex, 'later'))).toMatch(/429 .*retry after 7/u)
  await control(server.url, 'faults', { limits: { perSecond: null, perChatSecond: 1, perGroupMinute: null } })
  expect(await refusal(api.sendMessage(ids.alex, 'a'))).toBe('done')
  expect(await refusal(api.sendMessage(ids.alex, 'b'))).toMatch(/429/u)
  await control(server.url, 'faults', { clear: true })
})

test('a page elsewhere on the web cannot drive it', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}/control/reset`, { method: 'POST', headers, body: '{}' })
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ origin: server.url })).status).toBe(200)
})

test.each([
  { kind: 'explode' },
  { kind: 'error', code: 'many' },
  { kind: 'slow', ms: -1 },
  { kind: 'drop-after', times: 0 },
  { kind: 'error', methods: 'sendMessage' },
  { limits: { perSecond: 'few' } },
  {},
])('the fault %j is refused', async (fault) => {
  await expect(control(server.url, 'faults', fault)).rejects.toThrow('faults: Bad Request')
})

test('an ephemeral message is for one pair of eyes, and one finger', async () => {
  const group = ids.forum
  await control(server.url, 'member', { chat: group, from: ids.mei, status: 'administrator' })
  const message = await api.raw.sendMessage({
    chat_id: group,
    text: 'for Mei alone',
    ephemeral_message_parameters: { receiver_user_id: ids.mei },
    reply_markup: { inline_keyboard: [[{ text: 'ok', callback_data: 'ok' }]] },
  })
  const seenBy = async (user: number) =>
    (await control<ChatView>(server.url, `chats/${group}?user=${user}`)).messages.map(
      ({ message_id: id }) => id,
    )
  expect(await seenBy(ids.mei)).toContain(message.message_id)
  expect(await seenBy(ids.alex)).not.toContain(message.message_id)
  const press = { chat: group, message: message.message_id, data: 'ok' }
  await expect(control(server.url, 'press', { ...press, from: ids.alex })).rejects.toThrow(
    'message not found',
  )
  expect(await control(server.url, 'press', { ...press, from: ids.mei })).toHaveProperty('id')
})

test.each([
  ['what /list shows, and /stop.', ['/list', '/stop']],
  ['/listで見る', []],
  ['先に/list を', []],
  ['و/list', []],
  ['看 /list。', ['/list']],
])('a command is one where no letter touches it: %s', async (text, commands) => {
  await control(server.url, 'message', { chat: ids.alex, from: ids.alex, text: '/start' })
  const { entities = [] } = await api.sendMessage(ids.alex, text)
  expect(entities.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(commands)
})
