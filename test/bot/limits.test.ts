/** Quotas in the database: a burst is allowed, more is refused and told once, time brings it back, and no process is asked twice. */
import { expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { deleteQuotas, spend } from '../../src/db/quotas.ts'
import { errorText, getLocale } from '../../src/locales/locales.ts'
import { bareConfig, createBareBot } from '../support/bare-bot.ts'
import { describeDatabases, openTestEmbedded } from '../support/databases.ts'
import { noon } from '../support/rows.ts'

const bucket = { botId: 1, userId: 2, kind: 'turns', size: 3, perMs: 60_000 }
const after = (ms: number) => new Date(noon.getTime() + ms)

describeDatabases('quotas', (open) => {
  test('hold for each person over all processes', async () => {
    const database = await open()
    const { db } = database
    const burst = await Promise.all(Array.from({ length: 5 }, () => spend(db, bucket, noon)))
    expect(burst.filter(({ granted }) => granted)).toHaveLength(3)
    expect(burst.filter((spent) => !spent.granted && spent.tell)).toHaveLength(1)
    expect(await spend(db, { ...bucket, userId: 3 }, noon)).toEqual({ granted: true })
    expect(await spend(db, bucket, after(10_000))).toMatchObject({
      granted: false,
      tell: false,
      waitMs: 10_000,
    })
    expect(await spend(db, bucket, after(20_000))).toEqual({ granted: true })
    expect(await spend(db, bucket, after(20_000))).toMatchObject({ granted: false, tell: true })
    // A clock that jumps back gives nothing away, and does not lock anybody out for ever.
    expect(await spend(db, bucket, noon)).toMatchObject({ granted: false })
    expect(await spend(db, bucket, after(30_000))).toEqual({ granted: true })
    await deleteQuotas(db, after(86_400_000))
    expect(await db.selectFrom('quotas').selectAll().execute()).toEqual([])
    await database.close()
  })
})

test('a person who floods is told once and then passed over, others are not; costly work has its day', async () => {
  const { db, close } = await openTestEmbedded()
  await migrate(db)
  const said: { chat: unknown; text: string }[] = []
  const jobs: string[] = []
  let time = noon
  const bot = createBareBot({
    db,
    enqueue: async (_trx, name) => void jobs.push(name),
    now: () => time,
    config: { ...bareConfig, perMinute: 3, perDay: 1 },
    transformers: [
      async (_previous, _method, payload) => {
        const { chat_id: chat, text = '' } = payload as { chat_id?: unknown; text?: string }
        said.push({ chat, text })
        return { ok: true, result: { message_id: 1, date: 1, chat: { id: 7, type: 'private' } } as never }
      },
    ],
  })
  let serial = 0
  /** What the bot says to `id` about these words. */
  async function ask(id: number, text: string): Promise<string[]> {
    said.length = 0
    serial += 1
    const chat = { id, type: 'private', first_name: 'Eve' }
    const entities = [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }]
    const from = { id, is_bot: false, first_name: 'Eve', language_code: 'en' }
    await bot.handleUpdate({
      update_id: serial,
      message: { message_id: serial, date: 1, chat, from, text, entities },
    } as never)
    return said.filter((each) => each.chat === id).map((each) => each.text)
  }
  const sentence = (key: string, args = {}) => errorText(getLocale('en'), { key, args })
  for (let turn = 0; turn < 3; turn += 1) expect(await ask(7, '/help')).toHaveLength(1)
  expect(await ask(7, '/help')).toEqual([sentence('tooFast', { seconds: 20 })])
  expect(await ask(7, '/help')).toEqual([])
  expect(await ask(8, '/help')).toHaveLength(1)

  time = after(120_000)
  const [progress] = await ask(7, '/summary https://news.example/1')
  expect(progress).toMatch(/…$/u)
  expect(await ask(7, '/summary https://news.example/2')).toContain(sentence('daySpent', { minutes: 1440 }))
  expect(jobs).toEqual(['read-link'])
  await close()
})
