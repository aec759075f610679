/** A command line as it is run, here or for another process: how many words it takes, where its files are, and how it is stopped. */
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../src/commands/add.ts'
import { checkSettings } from '../../src/commands/check-machine.ts'
import type { CommandContext } from '../../src/commands/command.ts'
import { runCommand } from '../../src/commands/run.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/connect.ts'
import { silentLog } from '../../src/log.ts'
import { openTestEmbedded } from '../support/databases.ts'
import { addSource, addSubscriber, noon } from '../support/rows.ts'

let folder: string
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-run-'))
  database = await openTestEmbedded()
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** Runs the words as if they were typed in `folder`; `stopAt` is the line of progress at which whoever asked says stop. */
async function run(words: string[], stopAt?: RegExp) {
  const stopping = new AbortController()
  let output = ''
  const makeContext = (io: CommandContext['io']): CommandContext => ({
    config: readConfig({}),
    log: silentLog,
    io,
    now: () => noon,
    connect: async () => database.db,
    open: () => Promise.reject(new Error('no handles here')),
  })
  const code = await runCommand(words, makeContext, {
    signal: stopping.signal,
    folder,
    write: (kind, text) => {
      if (kind !== 'progress') output += text
      else if (stopAt?.test(text)) stopping.abort()
    },
  })
  return { code, output }
}

test('files are meant from where the words were typed', async () => {
  await writeFile(join(folder, 'post.md'), '# A boat\n\nThe boat comes at noon. It carries mail.')
  expect(await run(['summarise', 'post.md'])).toMatchObject({
    code: 0,
    output: expect.stringContaining('A boat'),
  })
  expect(await run(['backup', 'whole.gz'])).toMatchObject({ code: 0 })
  expect(await readdir(folder)).toContain('whole.gz')
})

test('doctor names what .env calls wrongly, and who else may read it', async () => {
  const file = join(folder, '.env')
  const check = () => checkSettings({ config: readConfig({}), io: { pathOf: () => file } as never })
  await writeFile(file, 'BOT_TOKE=1\nexport POSTGRES_PASSWORD=x\n# NOTHING=1\nLOG_LEVEL=debug\n', {
    mode: 0o644,
  })
  expect((await check()).map(({ state, found }) => `${state}: ${found}`)).toEqual([
    expect.stringContaining('ok: v'),
    'warning: .env names what is no setting: BOT_TOKE',
    'warning: .env can be read by other accounts',
  ])
  await writeFile(file, 'LOG_LEVEL=debug\n')
  await chmod(file, 0o600)
  expect((await check()).map(({ state }) => state)).toEqual(['ok', 'ok'])
})

test('a word too many is said to be one, and nothing is done', async () => {
  for (const words of [
    ['poll', 'once'],
    ['backup', 'one.gz', 'two.gz'],
    ['stats', '30'],
  ]) {
    const { code, output } = await run(words)
    expect(code).toBe(2)
    expect(output).toContain(`does not take ${words.at(-1)}`)
  }
  expect(await readdir(folder)).not.toContain('one.gz')
})

test('a backup into a folder that is not there says so', async () => {
  const { code, output } = await run(['backup', 'nowhere/whole.gz'])
  expect(code).toBe(2)
  expect(output).toMatch(/^There is no folder nowhere\.$/mu)
})

test('a backup or a restore that is stopped half-way leaves nothing', async () => {
  await addSource(database.db)
  await addSubscriber(database.db)
  await run(['backup', 'good.gz'])
  expect(await run(['backup', 'half.gz'], /writing topics/u)).toEqual({ code: 1, output: 'Stopped.\n' })
  expect((await readdir(folder)).filter((name) => name.startsWith('half'))).toEqual([])
  const count = () => database.db.selectFrom('sources').select('url').execute()
  const before = await count()
  expect(before).toHaveLength(1)
  expect(await run(['restore', 'good.gz', '--replace'], /^restoring/u)).toMatchObject({ code: 1 })
  expect(await count()).toEqual(before)
})

test.each([
  ['https://example.com/blog', 'https://example.com/blog'],
  ['example.com/blog', 'https://example.com/blog'],
  ['博客.example', 'https://博客.example'],
  ['ftp://files.example', 'ftp://files.example'],
  ['posts.md', null],
  ['my.posts/one.md', null],
  ['post', null],
])('what is no file, %s, is the address %s', (given, address) => {
  expect(addressOf(given)).toBe(address)
})
