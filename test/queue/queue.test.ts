/** Jobs: they exist exactly if their transaction does, run at least once, wait when asked, and say which try is the last. */
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RetryLater } from '../../src/core/errors.ts'
import type { Database } from '../../src/db/connect.ts'
import { createQueue, type Queue } from '../../src/queue/queue.ts'
import { describeDatabases } from '../support/databases.ts'

describeDatabases('the queue', (open) => {
  let database: Database
  let queue: Queue
  const logged: string[] = []
  beforeAll(async () => {
    database = await open()
    queue = await createQueue({
      database,
      log: pino({}, { write: (line: string) => void logged.push(line) }),
    })
  })
  afterAll(async () => {
    await queue.stop(1000)
    await database.close()
  })

  test('a job joins its transaction, runs once, and is not added twice while it waits', async () => {
    const ran: number[] = []
    const abandoned = database.db.transaction().execute(async (trx) => {
      await queue.enqueue(trx, 'poll', { sourceIds: [1] })
      throw new Error('rolled back')
    })
    await expect(abandoned).rejects.toThrow('rolled back')
    await database.db.transaction().execute((trx) => queue.enqueue(trx, 'poll', { sourceIds: [2] }))
    await queue.enqueue(null, 'poll', [{ sourceIds: [2] }, { sourceIds: [3, 4] }])
    await queue.enqueue(null, 'poll', [])
    await queue.work('poll', async ({ payload }) => {
      ran.push(...payload.sourceIds)
    })
    await queue.idle()
    expect(ran.toSorted((one, other) => one - other)).toEqual([2, 3, 4])
  })

  test('a failed job is tried again and knows its last try; its neighbours are not repeated', async () => {
    const tries: { url: string; lastTry: boolean }[] = []
    const to = { subscriberId: 1, messageId: 1, threadId: null, locale: 'en' }
    await queue.enqueue(null, 'read-link', { ...to, url: 'https://bad.example/' })
    await queue.enqueue(null, 'read-link', { ...to, url: 'https://good.example/' })
    await queue.work('read-link', async ({ payload, lastTry }) => {
      tries.push({ url: payload.url, lastTry })
      if (payload.url.includes('bad')) throw new Error('not today')
    })
    await queue.idle()
    expect(tries.filter(({ url }) => url.includes('good'))).toHaveLength(1)
    const bad = tries.filter(({ url }) => url.includes('bad'))
    expect(bad.map(({ lastTry }) => lastTry)).toEqual([false, false, true])
    // Which job it was is in the log, and what a reader wrote is not.
    expect(logged.filter((line) => line.includes('"messageId":1'))).toHaveLength(3)
    expect(logged.join('')).not.toContain('bad.example')
  })

  test('a job that asks for time comes again with all its tries', async () => {
    const seen: boolean[] = []
    await queue.enqueue(null, 'compose', { digestIds: [5] })
    await queue.work('compose', async ({ lastTry }) => {
      seen.push(lastTry)
      if (seen.length < 3) throw new RetryLater('soon', 10)
    })
    await queue.idle()
    expect(seen).toEqual([false, false, false])
  })

  test('a job whose worker is gone is taken over', async () => {
    const to = { subscriberId: 1, messageId: 1, threadId: null, locale: 'en' }
    await queue.enqueue(null, 'add-source', { ...to, url: 'https://left.example/' })
    // As a process leaves it that is killed in the middle.
    await sql`
      update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute'
      where name = 'add-source'`.execute(database.db)
    const taken = new Promise((resolve) => {
      void queue.work('add-source', async ({ payload }) => resolve(payload.url))
    })
    expect(await taken).toBe('https://left.example/')
  })

  test('what is no payload is refused at the door', async () => {
    await expect(queue.enqueue(null, 'compose', { digestIds: [-1] })).rejects.toThrow('digestIds')
    await expect(queue.enqueue(null, 'enrich', { articleIds: [] })).rejects.toThrow('articleIds')
  })
})
