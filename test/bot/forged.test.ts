/** Forged buttons, deep links and message ids: whatever a stranger sends, another chat's rows stay as they are and unseen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { presses } from '../../src/bot/features.ts'
import { UserError } from '../../src/core/errors.ts'
import { errorText, getLocale } from '../../src/locales/locales.ts'
import { encodeCallback } from '../../src/core/callback.ts'
import type { Database } from '../../src/db/connect.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { createBareBot } from '../support/bare-bot.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { testToken } from '../support/gazette.ts'
import { addDeliveries, addSchedule, addSource, addSubscriber, article, noon } from '../support/rows.ts'

const botId = Number(testToken.split(':')[0])
const secretWord = 'Zanzibarium'
const victim = 7001
const stranger = { id: 7002, is_bot: false, first_name: 'Eve', language_code: 'en' }

let database: Database
let bot: ReturnType<typeof createBareBot>
/** Every call the bot made, as it would have gone out. */
const calls: { method: string; text: string; chat: unknown }[] = []
const jobs: string[] = []
let ids: number[]
let serial = 0

beforeAll(async () => {
  database = await openTestEmbedded()
  const { db } = database
  // Rows nobody owns first, so that the numbers of different tables differ.
  for (let at = 0; at < 5; at += 1) await addSource(db)
  const owner = await addSubscriber(db, { bot_id: botId, chat_id: victim, title: secretWord })
  const source = await addSource(db, { url: `https://${secretWord}.example/feed` })
  await db.updateTable('sources').set({ title: secretWord }).where('id', '=', source.id).execute()
  const items = [
    article({ title: `${secretWord} opens`, text: `${secretWord} opens on Friday. It is small.` }),
  ]
  const [stored] = await storeArticles(db, [{ sourceId: source.id, items }], noon)
  const subscription = await db
    .insertInto('subscriptions')
    .values({ subscriber_id: owner.id, source_id: source.id, topic_id: null, created_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow()
  const schedule = await addSchedule(db, owner.id)
  const digest = await db
    .insertInto('digests')
    .values({
      schedule_id: schedule.id,
      subscriber_id: owner.id,
      due_at: noon,
      number: 1,
      kind: 'first',
      window_from: noon,
      window_to: noon,
      edition_id: null,
      merged_into: null,
      state: 'composed',
      created_at: noon,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const deliveries = await addDeliveries(db, owner.id, 1)
  ids = [
    owner.id,
    source.id,
    stored!.inserted[0]!,
    subscription.id,
    schedule.id,
    digest.id,
    ...deliveries,
    victim,
  ]
  bot = createBareBot({
    botInfo: { id: botId, is_bot: true, first_name: 'Gazette', username: 'gazette_bot' } as never,
    db,
    enqueue: async (_trx, name, payload) => void jobs.push(`${name} ${JSON.stringify(payload)}`),
    transformers: [
      async (_previous, method, payload) => {
        // A file cannot be shown as JSON.
        const { document: _file, ...rest } = payload as { document?: unknown; chat_id?: unknown }
        calls.push({ method, text: JSON.stringify(rest), chat: rest.chat_id })
        return {
          ok: true,
          result: { message_id: 1, date: 1, chat: { id: stranger.id, type: 'private' } } as never,
        }
      },
    ],
  })
})
afterAll(() => database.close())

const chat = { id: stranger.id, type: 'private' as const, first_name: 'Eve' }
async function give(update: object): Promise<void> {
  serial += 1
  await bot.handleUpdate({ update_id: serial, ...update } as never)
}
const press = (data: string, messageId: number) =>
  give({
    callback_query: {
      id: `${serial}`,
      from: stranger,
      chat_instance: '1',
      data,
      message: { message_id: messageId, date: 1, chat, text: 'x' },
    },
  })
const say = (text: string) => {
  const entities = [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }]
  return give({ message: { message_id: 1, date: 1, chat, from: stranger, text, entities } })
}

/** Everything that belongs to the victim. */
async function victimsRows(): Promise<unknown> {
  const { db } = database
  const [owner] = ids as [number]
  return [
    await db.selectFrom('subscribers').selectAll().where('id', '=', owner).execute(),
    await db.selectFrom('subscriptions').selectAll().where('subscriber_id', '=', owner).execute(),
    await db.selectFrom('schedules').selectAll().where('subscriber_id', '=', owner).execute(),
    await db.selectFrom('digests').selectAll().where('subscriber_id', '=', owner).execute(),
    await db.selectFrom('deliveries').selectAll().where('subscriber_id', '=', owner).execute(),
    await db.selectFrom('pending_questions').selectAll().where('subscriber_id', '=', owner).execute(),
  ]
}

test('no button, deep link or message id of a stranger reaches another chat', async () => {
  const before = await victimsRows()
  for (const verb of presses.keys())
    for (const id of new Set(ids))
      for (const args of [[id], ['s', id, 0]]) await press(encodeCallback(verb, ...args), ids[6]!)
  for (const id of ids) for (const word of ['', 's', 'source_', 'share-']) await say(`/start ${word}${id}`)
  expect(calls.length).toBeGreaterThan(100)
  expect(await victimsRows()).toEqual(before)
  const reached = calls.filter((call) => call.chat === victim || call.text.includes(secretWord))
  expect(reached).toEqual([])
  const [owner] = ids
  expect(jobs.filter((job) => job.includes(`"subscriberId":${owner},`) || job.includes(secretWord))).toEqual(
    [],
  )
})

test('callbacks of any words are answered and change nothing of another chat', async () => {
  const before = await victimsRows()
  const odd = [
    '',
    ':',
    'v1',
    'v1:',
    'v0:x',
    'v1:__proto__:1',
    'v1:constructor',
    'v1:toString:1',
    '\0',
    '👩‍👩‍👧',
    "v1:x:'; drop table",
    '9'.repeat(64),
  ]
  for (const verb of presses.keys())
    for (const arg of ['-1', '1e99', '9'.repeat(30), "1' or '1'='1"]) odd.push(`v1:${verb}:${arg}`)
  for (const data of odd) await press(data, 1)
  expect(await victimsRows()).toEqual(before)
  const answered = calls.filter(({ method }) => method === 'answerCallbackQuery').length
  expect(answered).toBeGreaterThanOrEqual(odd.length)
  const sorry = errorText(getLocale('en'), new UserError('internal'))
  expect(calls.filter(({ text }) => text.includes(sorry))).toEqual([])
})
