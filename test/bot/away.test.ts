/** Telegram or the database goes away while an update is handled: it is not taken for answered, and is answered when given again. */
import { BotError, HttpError, type Transformer } from 'grammy'
import { expect, test } from 'vitest'
import { RetryLater } from '../../src/core/errors.ts'
import { isAway } from '../../src/db/away.ts'
import { openPostgres } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createBareBot } from '../support/bare-bot.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { noon } from '../support/rows.ts'

const openBot = (db: Db, transformer: Transformer, now: () => Date = () => noon) =>
  createBareBot({ db: db as never, now, transformers: [transformer] })

const help = {
  update_id: 5,
  message: {
    message_id: 5,
    date: 1,
    chat: { id: 7, type: 'private', first_name: 'Eve' },
    from: { id: 7, is_bot: false, first_name: 'Eve', language_code: 'en' },
    text: '/help',
    entities: [{ type: 'bot_command', offset: 0, length: 5 }],
  },
} as never

/** What handling it ends with: the error inside grammY's, or null. */
async function failureOf(handled: Promise<void>): Promise<unknown> {
  return handled.then(
    () => null,
    (error: unknown) => (error instanceof BotError ? error.error : error),
  )
}

test('a Bot API server that cannot be reached: answered when it is back, once', async () => {
  const { db, close } = await openTestEmbedded()
  await migrate(db)
  let isThere = false
  let time = noon
  const said: string[] = []
  const bot = openBot(
    db,
    async (_previous, method) => {
      if (!isThere)
        throw new HttpError('no way', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
      said.push(method)
      return { ok: true, result: { message_id: 1, date: 1, chat: { id: 7, type: 'private' } } as never }
    },
    () => time,
  )
  expect(await failureOf(bot.handleUpdate(help))).toBeInstanceOf(RetryLater)
  isThere = true
  time = new Date(noon.getTime() + 6000)
  expect(await failureOf(bot.handleUpdate(help))).toBeNull()
  expect(await failureOf(bot.handleUpdate(help))).toBeNull()
  expect(said).toEqual(['sendMessage'])
  await close()
})

test('a database that cannot be reached: nothing is said, and the update is to come again', async () => {
  const database = openPostgres('postgres://nobody@127.0.0.1:1/none')
  const said: string[] = []
  const bot = openBot(database.db, async (_previous, method) => {
    said.push(method)
    return { ok: true, result: true as never }
  })
  expect(await failureOf(bot.handleUpdate(help))).toBeInstanceOf(RetryLater)
  expect(said).toEqual([])
  await database.close()
})

test('what is away is told from what is wrong', () => {
  for (const code of ['57P01', '57P03', '53100', '08006', 'ECONNREFUSED'])
    expect(isAway(Object.assign(new Error('x'), { code }))).toBe(true)
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  for (const code of ['22P02', '23505', '42P01', '57014'])
    expect(isAway(Object.assign(new Error('x'), { code }))).toBe(false)
  expect(isAway(null)).toBe(false)
})
