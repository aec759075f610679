/** Runs once before all tests: one migrated template for each database engine, to be cloned by every test file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { type Database, openEmbedded, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { silentLog } from '../../src/log.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { findChromium } from './browser.ts'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server's own database; null where no PostgreSQL server is installed. */
    postgresUrl: string | null
    /** Path of a dump of a migrated embedded database. */
    embeddedTemplate: string
    /** The same of one that has never seen a migration. */
    blankTemplate: string
  }
}

export const templateName = 'gazette_template'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  if (server === null) {
    if (process.env['CI']) throw new Error('CI needs a PostgreSQL server: none was found.')
    console.warn('\nPostgreSQL tests did not run: no PostgreSQL server is installed here.\n')
  } else {
    const admin = openPostgres(server.url, { max: 1 })
    if (admin.engine.kind === 'postgres') await admin.engine.pool.query(`create database ${templateName}`)
    await admin.close()
    await prepare(openPostgres(urlOf(server.url, templateName)))
  }
  if (findChromium() === null) {
    if (process.env['CI']) throw new Error('CI needs Chromium: none was found.')
    console.warn('\nBrowser tests did not run: no Chromium is installed here.\n')
  }
  const folder = mkdtempSync(join(tmpdir(), 'gazette-template-'))
  const [template, blank] = [join(folder, 'embedded.tar'), join(folder, 'blank.tar')]
  const embedded = await openEmbedded(null, new Date())
  // Nobody makes a further database of them, and without them half as much is read for every one that is opened.
  for (const name of ['template0', 'template1']) {
    await sql`update pg_database set datistemplate = false where datname = ${name}`.execute(embedded.db)
    await sql`drop database ${sql.id(name)}`.execute(embedded.db)
  }
  await writeTemplate(embedded, blank)
  await prepare(embedded, () => writeTemplate(embedded, template))
  project.provide('postgresUrl', server?.url ?? null)
  project.provide('embeddedTemplate', template)
  project.provide('blankTemplate', blank)
  return async () => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same server's address with another database name. */
export function urlOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function writeTemplate({ engine }: Database, path: string): Promise<void> {
  if (engine.kind !== 'pglite') throw new Error('only an embedded database can be dumped')
  const dump = await engine.pglite.dumpDataDir('none')
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()))
}

async function prepare(database: Database, then?: () => Promise<void>): Promise<void> {
  await migrate(database.db)
  const queue = await createQueue({ database, log: silentLog })
  await queue.stop(1000)
  await then?.()
  await database.close()
}
