/** The queue behind a PostgreSQL server that stops answering: its connections are given up, and jobs are taken on new ones. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, inject, test } from 'vitest'
import { openPostgres } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { createTestPostgres } from '../support/databases.ts'

/** A server in front of the one of `url`; after `hush` the connections made so far stay open and say nothing more. */
async function startRelay(url: string) {
  const calls: { from: Socket; to: Socket }[] = []
  const { hostname, port } = new URL(url)
  const server = createServer((from) => {
    const to = connect(Number(port), hostname)
    from.pipe(to)
    to.pipe(from)
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      socket.on('error', () => undefined)
      socket.on('close', () => other.destroy())
    }
    calls.push({ from, to })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const relayed = new URL(url)
  relayed.port = String((server.address() as AddressInfo).port)
  return {
    url: relayed.href,
    hush: () => {
      for (const { from, to } of calls) {
        from.unpipe(to)
        from.resume()
      }
    },
    close: () => {
      for (const { from } of calls) from.destroy()
      server.close()
    },
  }
}

test.skipIf(inject('postgresUrl') === null)(
  'a connection that does not answer is given up, and the next job is taken on another',
  async () => {
    const { url, drop } = await createTestPostgres()
    const relay = await startRelay(url)
    const database = openPostgres(relay.url)
    const queue = await createQueue({ database, log: silentLog, answerMs: 1000 })
    relay.hush()
    const enqueue = () => queue.enqueue(null, 'poll', { sourceIds: [1] }).then(() => 'taken', String)
    const answers: string[] = []
    while (answers.at(-1) !== 'taken') answers.push(await enqueue())
    // Its pool holds four connections at most, each of which may have to be tried.
    expect(answers.length).toBeLessThanOrEqual(5)
    for (const answer of answers.slice(0, -1)) expect(answer).toMatch(/timeout/u)
    await queue.stop(1000)
    await database.close()
    relay.close()
    await drop()
  },
)
