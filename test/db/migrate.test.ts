/** Migrations: applied once by many, refused when the database is newer; the embedded directory has one owner. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openEmbedded, openPostgres } from '../../src/db/connect.ts'
import { DataDirLocked, findLockHolder, lockDataDir, socketOf } from '../../src/db/lock.ts'
import { DatabaseNewer, inspectMigrations, migrate } from '../../src/db/migrate.ts'
import { describeDatabases } from '../support/databases.ts'

describeDatabases('migrate', (open) => {
  test('finds nothing to do on a migrated database', async () => {
    const database = await open()
    expect(await migrate(database.db)).toEqual([])
    expect((await inspectMigrations(database.db)).missing).toEqual([])
    await database.close()
  })

  test('works on beside a newer version that only added, and refuses one that took away', async () => {
    const database = await open()
    const apply = (name: string) =>
      sql`insert into kysely_migration (name, timestamp) values (${name}, '2099-01-01')`.execute(database.db)
    await apply('9998_addition')
    expect(await migrate(database.db)).toEqual([])
    await apply('9999_some_removal')
    await expect(migrate(database.db)).rejects.toThrow(DatabaseNewer)
    await expect(migrate(database.db)).rejects.toThrow('9999_some_removal')
    await database.close()
  })

  test('ids and days come back as numbers and text', async () => {
    const database = await open()
    const { rows } = await sql<{ big: number; day: string }>`
      select 9007199254740991::bigint as big, date '2026-03-01' as day`.execute(database.db)
    expect(rows).toEqual([{ big: Number.MAX_SAFE_INTEGER, day: '2026-03-01' }])
    await database.close()
  })
})

describeDatabases('several processes at once', (open) => {
  test('every one of them returns, and the schema is there once', async () => {
    const database = await open()
    await sql`drop schema public cascade`.execute(database.db)
    await sql`create schema public`.execute(database.db)
    // The embedded engine has one connection; on a server these are separate connections of the pool.
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.db)))
    expect(applied.flat().toSorted()).toEqual([...new Set(applied.flat())].toSorted())
    expect(applied.flat()).not.toEqual([])
    await database.close()
  })
})

test('migrations only add: what takes away is named so, and comes a release later', async () => {
  const folder = join(import.meta.dirname, '../../migrations')
  const taking =
    /\b(?:drop (?:table|column|index)|rename|alter column \w+ (?:type|drop|set not null)|truncate|delete from)\b/iu
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8')
    expect({ name, takes: !name.endsWith('_removal.ts') && taking.test(text) }).toEqual({
      name,
      takes: false,
    })
  }
})

test('a second owner of an embedded directory is told who the first is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-lock-'))
  const parent = process.ppid
  await writeFile(
    join(folder, 'gazette.lock'),
    JSON.stringify({ pid: parent, since: '2026-01-01T00:00:00.000Z' }),
  )
  await expect(lockDataDir(folder, new Date())).rejects.toThrow(DataDirLocked)
  await expect(lockDataDir(folder, new Date())).rejects.toThrow(String(parent))
  await rm(folder, { recursive: true })
})

test('the lock of a dead process is taken over, and given back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-lock-'))
  await writeFile(
    join(folder, 'gazette.lock'),
    JSON.stringify({ pid: 2 ** 30, since: '2026-01-01T00:00:00.000Z' }),
  )
  const unlock = await lockDataDir(folder, new Date())
  expect(await readFile(join(folder, 'gazette.lock'), 'utf8')).toContain(`"pid":${process.pid},`)
  await unlock()
  expect(await findLockHolder(folder)).toBeNull()
  await rm(folder, { recursive: true })
})

test('a lock from before the machine was started anew is nobody’s, whoever has its number now', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-lock-'))
  await writeFile(
    join(folder, 'gazette.lock'),
    JSON.stringify({ pid: process.ppid, since: '2026-01-01T00:00:00.000Z', boot: 'another' }),
  )
  expect(await findLockHolder(folder)).toBeNull()
  const unlock = await lockDataDir(folder, new Date())
  await unlock()
  await rm(folder, { recursive: true })
})

test('a process of our own number in another container is a holder as long as its socket answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-lock-'))
  await writeFile(
    join(folder, 'gazette.lock'),
    JSON.stringify({ pid: process.pid, since: '2026-01-01T00:00:00.000Z' }),
  )
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(socketOf(folder), resolve))
  await expect(lockDataDir(folder, new Date())).rejects.toThrow(DataDirLocked)
  await new Promise((resolve) => other.close(resolve))
  const unlock = await lockDataDir(folder, new Date())
  await unlock()
  await rm(folder, { recursive: true })
})

test('the files of the embedded database are for its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-lock-'))
  const database = await openEmbedded(folder, new Date())
  await database.close()
  expect((await stat(join(folder, 'db'))).mode & 0o077).toBe(0)
  await rm(folder, { recursive: true })
})

test('a server that cannot be reached is an error, not a hang', async () => {
  const database = openPostgres('postgres://nobody@127.0.0.1:1/none')
  await expect(migrate(database.db)).rejects.toThrow(/ECONNREFUSED/u)
  await database.close()
})
