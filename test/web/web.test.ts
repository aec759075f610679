/** The web service over HTTP: the webhook with its secret, its cap and its crashes; health with reasons; metrics. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { errorText, getLocale } from '../../src/locales/locales.ts'
import { createApi } from '../../src/telegram/api.ts'
import { ids } from '../../src/playground/people.ts'
import { healthRoutes } from '../../src/web/health.ts'
import { metricsRoute } from '../../src/web/metrics.ts'
import { startWeb } from '../../src/web/server.ts'
import { deriveSecret } from '../../src/web/webhook.ts'
import { silentLog } from '../../src/log.ts'
import { type Chat, openChat, textOf } from '../support/chat.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { startTestGazette, testToken, type TestGazette } from '../support/gazette.ts'
import { freePort } from '../support/postgres-server.ts'

const botId = Number(testToken.split(':')[0])
const secret = deriveSecret(testToken)
let gazette: TestGazette
let chat: Chat
let url: string
let hook: string

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  hook = `${url}/telegram/${botId}`
  gazette = await startTestGazette({
    services: ['bot', 'sender', 'web'],
    environment: { PORT: `${port}`, PUBLIC_URL: url },
  })
  chat = await openChat(gazette.api.url, { user: ids.alex })
  await chat.send('/start')
  await chat.see('I am Gazette')
})
afterAll(async () => {
  chat.close()
  await gazette.close()
})

const post = (body: string, given: string | null = secret) =>
  fetch(hook, {
    method: 'POST',
    body,
    headers: given === null ? {} : { 'x-telegram-bot-api-secret-token': given },
  })

let serial = 900_000_000
const update = (text: string) => {
  serial += 1
  const alex = { id: ids.alex, is_bot: false, first_name: 'Alex' }
  const message = { message_id: serial, date: 1, chat: { id: ids.alex, type: 'private' }, from: alex, text }
  return { update_id: serial, message }
}
const inbox = () => gazette.database.db.selectFrom('inbox').selectAll().execute()

test('Telegram is told the address, which holds no token', async () => {
  const info = await createApi(testToken, gazette.api.url).getWebhookInfo()
  expect(info).toMatchObject({ url: hook, pending_update_count: 0 })
  expect(info.url).not.toContain(testToken.split(':')[1])
})

test('who does not know the secret, or posts too much, is turned away and changes nothing', async () => {
  const body = JSON.stringify(update('/status'))
  for (const wrong of [null, '', 'x', secret.slice(1), `${secret}0`]) {
    const answer = await post(body, wrong)
    expect(answer.status).toBe(401)
  }
  // The server may hang up while the rest is still being sent.
  const huge = await post('x'.repeat(5_000_000)).then(
    (answer) => answer.status,
    () => 413,
  )
  expect(huge).toBe(413)
  for (const junk of ['', '{', '[]', 'null', '{"update_id":"1"}', '{"update_id":1e99}', '\0'])
    expect((await post(junk)).status).toBe(200)
  expect((await fetch(hook)).status).toBe(405)
  expect((await fetch(`${url}/telegram/1`, { method: 'POST', body })).status).toBe(404)
  expect(await inbox()).toEqual([])
})

test('an update is answered at once, kept until it is handled, and handled once', async () => {
  const before = (await chat.messages()).filter((each) => textOf(each).startsWith('Status')).length
  gazette.api.faults.order({ kind: 'slow', method: 'sendMessage', ms: 300 })
  const body = JSON.stringify(update('/status'))
  expect((await post(body)).status).toBe(200)
  expect(await inbox()).toHaveLength(1)
  expect((await post(body)).status).toBe(200)
  await chat.see((message) => textOf(message).startsWith('Status'))
  await expect.poll(inbox).toEqual([])
  expect((await post(body)).status).toBe(200)
  await expect.poll(inbox).toEqual([])
  const after = (await chat.messages()).filter((each) => textOf(each).startsWith('Status')).length
  expect(after).toBe(before + 1)
})

test('what no database can keep, nulls and halves of characters, is taken as unknown characters', async () => {
  const before = (await chat.messages()).length
  const body = JSON.stringify({ ...update('zorblat\0 \ud83d quuxly'), 'extra\udc00': { '\0': ['\ud800'] } })
  expect((await post(body)).status).toBe(200)
  await expect.poll(async () => (await chat.messages()).length).toBe(before + 1)
  const sorry = errorText(getLocale('en'), new UserError('internal'))
  expect(textOf((await chat.messages()).at(-1)!)).not.toBe(sorry)
  await expect.poll(inbox).toEqual([])
})

test('what a process kept and did not live to handle is handled by another', async () => {
  const left = update('/help')
  await gazette.database.db
    .insertInto('inbox')
    .values({
      bot_id: botId,
      update_id: left.update_id,
      payload: JSON.stringify(left),
      received_at: new Date(0),
      claimed_until: new Date(0),
    })
    .execute()
  await expect.poll(inbox).toEqual([])
  expect((await chat.messages()).map(textOf).join('\n')).toContain('/subscribe')
})

test('health is told with reasons', async () => {
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ alive: true })
  await expect.poll(async () => (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true, reasons: [] })
  const database = await openTestEmbedded()
  const web = await startWeb({
    log: silentLog,
    host: '127.0.0.1',
    port: 0,
    routes: healthRoutes({
      db: database.db,
      now: () => new Date(),
      inspectSchema: async () => ({ missing: ['0042_next'], breaking: [] }),
      leases: ['sender:1'],
    }),
  })
  const ready = async () => {
    const answer = await fetch(`${web.url}/readyz`)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  expect(await ready()).toMatchObject({
    status: 503,
    ready: false,
    reasons: [
      { name: 'schema', reason: 'lacks 0042_next' },
      { name: 'sender:1', reason: 'no process holds it' },
    ],
  })
  await database.close()
  expect(await ready()).toMatchObject({ status: 503, reasons: [{ name: 'database' }] })
  expect((await fetch(`${web.url}/healthz`)).status).toBe(200)
  await web.close()
})

test('where one service cannot start, none is left running', async () => {
  const database = await openTestEmbedded()
  const taken = { PORT: new URL(url).port }
  await expect(
    startTestGazette({ database, services: ['sender', 'scheduler', 'web'], environment: taken }),
  ).rejects.toThrow(/EADDRINUSE/u)
  expect(await database.db.selectFrom('leases').select('name').execute()).toEqual([])
  await database.close()
})

test('metrics asked for twice at once are whole both times, and without a database tell what the process knows', async () => {
  const database = await openTestEmbedded()
  const registry = new Registry()
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => void logged.push(line) })
  const route = metricsRoute({ db: database.db, now: () => new Date(), registry, log, pool: () => null })
  const ask = async () =>
    String((await route.answer({ url: new URL(url), headers: {}, body: Buffer.of() })).body)
  const first = ask()
  for (let queries = 0; queries < 4; queries += 1) await sql`select 1`.execute(database.db)
  for (const text of await Promise.all([first, ask()])) {
    expect(text).toMatch(/^gazette_sources\{state="total"\} 0$/mu)
    expect(text).toMatch(/^gazette_schedules_due 0$/mu)
    expect(text).toMatch(/^gazette_database_up 1$/mu)
  }
  await database.close()
  const text = await ask()
  expect(text).toMatch(/^gazette_database_up 0$/mu)
  expect(text).toMatch(/^process_resident_memory_bytes \d/mu)
  expect(text).not.toMatch(/^gazette_sources/mu)
  expect(logged.join('')).toContain('could not be asked for metrics')
})

test('docs/operations.md describes every metric, and none that is gone', async () => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const kept = new Set([...text.matchAll(/^# TYPE (gazette_\w+)/gmu)].map(([, name]) => name))
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8')
  expect(new Set(page.match(/gazette_\w+/gu))).toEqual(kept)
})

test('metrics count what was done, and hold no chat, address or text', async () => {
  const read = async () => (await fetch(`${url}/metrics`)).text()
  const refused = async () =>
    Number(/^gazette_updates_refused_total\{reason="secret"\} (\d+)$/mu.exec(await read())?.[1])
  await post('', 'x')
  const before = await refused()
  await post('', 'x')
  expect(await refused()).toBe(before + 1)
  const text = await read()
  for (const line of [
    /^gazette_update_seconds_count\{kind="message",outcome="ok"\} [1-9]/mu,
    /^gazette_telegram_call_seconds_count\{method="sendMessage",outcome="ok"\} [1-9]/mu,
    new RegExp(`^gazette_lane_rate\\{bot="${botId}"\\} 30$`, 'mu'),
    /^gazette_schedules_due 0$/mu,
    /^process_resident_memory_bytes \d/mu,
    /^# TYPE gazette_queue_oldest_seconds gauge$/mu,
    /^# TYPE gazette_summaries_total counter$/mu,
    /^# TYPE gazette_model_cost_usd_total counter$/mu,
    /^# TYPE gazette_polls_total counter$/mu,
    /^# TYPE gazette_digests_last_day gauge$/mu,
    /^# TYPE gazette_deliveries_waiting gauge$/mu,
  ])
    expect(text).toMatch(line)
  expect(text).not.toContain(`${ids.alex}`)
  expect(text).not.toMatch(/https?:\/\//u)
})
