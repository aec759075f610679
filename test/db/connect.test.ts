/** A PostgreSQL server that says nothing: a query fails after its time, and what comes later is asked on another connection. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { openPostgres } from '../../src/db/connect.ts'
import { createTestPostgres } from '../support/databases.ts'

test('a server that takes the connection and says nothing is an error, not a hang', async () => {
  const calls: Socket[] = []
  const server = createServer((call) => calls.push(call)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const database = openPostgres(`postgres://nobody@127.0.0.1:${port}/nothing`, { connectMs: 50 })
  await expect(sql`select 1`.execute(database.db)).rejects.toThrow(/timeout/u)
  await database.close()
  for (const call of calls) call.destroy()
  server.close()
})

describe.skipIf(inject('postgresUrl') === null)('on PostgreSQL', () => {
  test('a connection that does not answer is given up, in a transaction too, and the next query is answered', async () => {
    const { url, drop } = await createTestPostgres()
    const database = openPostgres(url, { max: 1, answerMs: 1000 })
    const silence = sql`select pg_sleep(3600)`
    await expect(silence.execute(database.db)).rejects.toThrow(/timeout/u)
    await expect(database.db.transaction().execute((trx) => silence.execute(trx))).rejects.toThrow(/closed/u)
    expect((await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
    await database.close()
    await drop()
  })
})
