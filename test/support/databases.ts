/** Databases for tests: the same suite on the embedded engine and on a PostgreSQL server, each file with its own copy. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, inject } from 'vitest'
import { type Database, openEmbedded, openPostgres } from '../../src/db/connect.ts'
import { templateName, urlOf } from './global-setup.ts'

let template: Blob | null = null
let blank: Blob | null = null

/** A fresh migrated embedded database in memory. */
export async function openTestEmbedded(): Promise<Database> {
  template ??= readAtOnce(inject('embeddedTemplate'))
  return openEmbedded(null, new Date(), template)
}

/** One that has never seen a migration: made anew each takes seconds. */
export async function openBlankEmbedded(): Promise<Database> {
  blank ??= readAtOnce(inject('blankTemplate'))
  return openEmbedded(null, new Date(), blank)
}

/** A file as a blob that gives its bytes as they are: Node puts those of its own together piece by piece, for longer than the rest takes. */
function readAtOnce(path: string): Blob {
  const bytes = readFileSync(path)
  const start = bytes.byteOffset
  const whole = bytes.buffer.slice(start, start + bytes.byteLength)
  return Object.assign(new Blob([]), { arrayBuffer: async () => whole })
}

/**
 * A fresh migrated database on the run's PostgreSQL server. `restart` is what a restart of the server looks like to
 * those who are connected: every connection ends, and none is taken for a moment.
 */
export async function createTestPostgres(): Promise<{
  url: string
  restart(): Promise<void>
  drop(): Promise<void>
}> {
  const server = inject('postgresUrl')
  if (server === null) throw new Error('no PostgreSQL server')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const database = openPostgres(server, { max: 1 })
    if (database.engine.kind === 'postgres') await database.engine.pool.query(statement)
    await database.close()
  }
  await admin(`create database ${name} template ${templateName}`)
  return {
    url: urlOf(server, name),
    restart: async () => {
      await admin(`alter database ${name} allow_connections false`)
      await admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
      await admin(`alter database ${name} allow_connections true`)
    },
    drop: () => admin(`drop database if exists ${name} with (force)`),
  }
}

async function openTestPostgres(): Promise<Database> {
  const { url, drop } = await createTestPostgres()
  const database = openPostgres(url)
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

/** Declares `body` once for each engine; where no server is installed that half is shown as skipped. */
export function describeDatabases(name: string, body: (open: () => Promise<Database>) => void): void {
  describe(`${name} (embedded)`, () => {
    body(openTestEmbedded)
  })
  describe.skipIf(inject('postgresUrl') === null)(`${name} (PostgreSQL)`, () => {
    body(openTestPostgres)
  })
}
