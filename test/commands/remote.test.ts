/** The command socket of the process that holds the embedded database: for its owner alone, and deaf to what is too long. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listenForCommands } from '../../src/commands/remote.ts'
import { socketOf } from '../../src/db/lock.ts'

/** Resolves with the status of a request over the socket, 0 where the connection was broken off. */
const post = (socketPath: string, body: string): Promise<number> =>
  new Promise((resolve) => {
    const call = request({ socketPath, path: '/', method: 'POST' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    call.on('error', () => resolve(0))
    call.end(body)
  })

test('nobody but the owner may connect, also where a dead process left a socket open to all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-socket-'))
  const path = socketOf(folder)
  await writeFile(path, '', { mode: 0o666 })
  const asked: unknown[] = []
  const stop = await listenForCommands(folder, (io) => {
    asked.push(io)
    throw new Error('nothing is run here')
  })
  try {
    const { mode } = await stat(path)
    expect(mode & 0o777).toBe(0o600)
    expect(await post(path, 'x'.repeat(1_100_000))).toBe(0)
    expect(await post(path, 'no JSON')).toBe(0)
    expect(asked).toEqual([])
  } finally {
    await stop()
  }
  await expect(stat(path)).rejects.toThrow('ENOENT')
  await rm(folder, { recursive: true })
})
