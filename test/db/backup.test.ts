/** Backup and restore: everything from one engine into the other and back, byte for byte, or nothing at all. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { addTerms, createTermTable } from '../../src/core/term-table.ts'
import { indexArticles } from '../../src/db/term-index.ts'
import { storeArticles } from '../../src/db/store-articles.ts'
import { NotABackup, writeDump } from '../../src/db/dump.ts'
import { inspectMigrations, migrateTo } from '../../src/db/migrate.ts'
import { RestoreRefused, restoreDump } from '../../src/db/restore.ts'
import { silentLog } from '../../src/log.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { createTestPostgres, openBlankEmbedded, openTestEmbedded } from '../support/databases.ts'
import { addDeliveries, addSchedule, addSource, addSubscriber, article, noon } from '../support/rows.ts'

let folder: string
let full: Database
let file: string
const path = (name: string) => join(folder, name)
const linesOf = async (name: string) =>
  gunzipSync(await readFile(name))
    .toString('utf8')
    .trim()
    .split('\n')
/** The rows of a backup, each with its table, in no order. */
async function rowsOf(name: string): Promise<string[]> {
  let table = ''
  const rows: string[] = []
  for (const line of await linesOf(name)) {
    const named = /^\{"table":"(\w+)"\}$/u.exec(line)
    if (named) table = named[1]!
    else if (line.startsWith('{"row":')) rows.push(`${table} ${line}`)
  }
  return rows.toSorted()
}
const footerOf = async (name: string) => JSON.parse((await linesOf(name)).at(-1)!) as { footer: object }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-backup-'))
  full = await openTestEmbedded()
  const { db } = full
  const subscriber = await addSubscriber(db, {
    title: '美 🦉 \\"quoted\\" مرحبا',
    chat_id: -1001234567890123,
  })
  const schedule = await addSchedule(db, subscriber.id, { times: ['08:00', '18:30'], days: [1, 7] })
  await addDeliveries(db, subscriber.id, 3)
  const source = await addSource(db)
  const items = [article({ title: '渡口的新船', text: 'a\nb\t"c" \\ \u2028 é' }), article()]
  await storeArticles(db, [{ sourceId: source.id, items }], noon)
  const articles = await db.selectFrom('articles').select('id').execute()
  const table = createTermTable()
  for (const at of articles.keys()) addTerms(table, ['渡口', "it's", 'so'], at)
  await indexArticles(
    db,
    articles.map(({ id }) => id),
    table,
  )
  // An older digest merged into one that was made later: it refers to a row that a restore has not met yet.
  await sql`insert into digests (id, schedule_id, subscriber_id, due_at, kind, window_from, window_to, state, created_at)
    overriding system value
    select id, ${schedule.id}, ${subscriber.id}, ${noon}::timestamptz + id * interval '1 day 0.123456 s', 'scheduled', ${noon}, ${noon}, 'merged', ${noon}
    from generate_series(1, 3) id`.execute(db)
  await sql`update digests set merged_into = 3 where id = 1`.execute(db)
  await sql`insert into lanes (bot_id, rate, max_rate, rated_at) values (42, 0.1234567890123456789, 29.7, ${noon})`.execute(
    db,
  )
  await sql`insert into topics (slug, names, created_at)
    select 'topic-' || n, '{"en": "N", "big": 12345678901234567890}', ${noon} from generate_series(1, 1200) n`.execute(
    db,
  )
  file = path('one.jsonl.gz')
  await writeDump(db, file, noon)
})
afterAll(async () => {
  await full.close()
  await rm(folder, { recursive: true })
})

test.skipIf(inject('postgresUrl') === null)(
  'from embedded to PostgreSQL and back, everything is kept, and new rows get new numbers',
  async () => {
    const server = await createTestPostgres()
    const postgres = openPostgres(server.url)
    const counts = await restoreDump(postgres.db, file, { replace: false, now: noon })
    expect(counts).toMatchObject({
      topics: 1200,
      articles: 2,
      deliveries: 3,
      digests: 3,
      documents: 2,
      segment_blocks: 1,
    })
    const second = path('two.jsonl.gz')
    await writeDump(postgres.db, second, noon)
    expect(await rowsOf(second)).toEqual(await rowsOf(file))
    expect(await footerOf(second)).toEqual(await footerOf(file))
    // A process that only works holds no lease.
    const queue = await createQueue({ database: postgres, log: silentLog })
    await expect(restoreDump(postgres.db, file, { replace: true, now: noon })).rejects.toThrow(/is running/u)
    await queue.stop(0)
    const added = await addSource(postgres.db)
    expect(added.id).toBeGreaterThan(1)
    await postgres.close()
    await server.drop()

    // This one has never seen a migration.
    const back = await openBlankEmbedded()
    await restoreDump(back.db, second, { replace: false, now: noon })
    const third = path('three.jsonl.gz')
    await writeDump(back.db, third, noon)
    expect(await rowsOf(third)).toEqual(await rowsOf(file))
    await back.close()
  },
)

test('a backup is for its owner alone to read', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a database that Gazette never used is no backup', async () => {
  const nothing = await openBlankEmbedded()
  await expect(writeDump(nothing.db, path('nothing.gz'), noon)).rejects.toThrow(/nothing to back up/u)
  await expect(stat(path('nothing.gz'))).rejects.toThrow('ENOENT')
  await nothing.close()
})

test('what would mix, destroy or stay half done is refused, and changes nothing', async () => {
  const { db } = full
  await expect(restoreDump(db, file, { replace: false, now: noon })).rejects.toThrow(/not empty/u)
  await db
    .insertInto('leases')
    .values({ name: 'sender:42', holder: 'x', expires_at: new Date(noon.getTime() + 5000) })
    .execute()
  await expect(restoreDump(db, file, { replace: true, now: noon })).rejects.toThrow(RestoreRefused)
  await db.deleteFrom('leases').execute()

  const bytes = await readFile(file)
  const broken = {
    cut: bytes.subarray(0, bytes.length - 200),
    empty: Buffer.alloc(0),
    text: Buffer.from('not a backup'),
    ...Object.fromEntries(
      [
        'null',
        '5',
        '"header"',
        '[]',
        '{"header":null}',
        '{"header":{"gazetteBackup":1}}\n"row"\n{"footer":1}',
      ].map((lines, at) => [`odd${at}`, gzipSync(lines)]),
    ),
  }
  for (const [name, content] of Object.entries(broken)) {
    await writeFile(path(name), content)
    await expect(restoreDump(db, path(name), { replace: true, now: noon })).rejects.toThrow(NotABackup)
  }
  const after = path('after.jsonl.gz')
  await writeDump(db, after, noon)
  expect(await rowsOf(after)).toEqual(await rowsOf(file))
})

test('with --replace the database is what the backup was, whatever it held', async () => {
  const database = await openTestEmbedded()
  await addSubscriber(database.db, { title: 'somebody else' })
  await restoreDump(database.db, file, { replace: true, now: noon })
  const after = path('replaced.jsonl.gz')
  await writeDump(database.db, after, noon)
  expect(await rowsOf(after)).toEqual(await rowsOf(file))
  await database.close()
})

test.each([{ replace: true }, { replace: false }])(
  "an older version's backup becomes rows of its own schema first, which every later migration then sees: %o",
  async ({ replace }) => {
    const old = await openBlankEmbedded()
    const { missing } = await inspectMigrations(old.db)
    await migrateTo(old.db, missing.at(-2)!)
    await sql`insert into sources (url, kind, next_poll_at, poll_gap_ms, created_at)
      values ('https://old.example/feed', 'feed', ${noon}, 1800000, ${noon})`.execute(old.db)
    const before = path(`old-${replace}.jsonl.gz`)
    await writeDump(old.db, before, noon)
    await old.close()

    const database = await openTestEmbedded()
    const { db } = database
    if (replace) await addSubscriber(db, { title: 'somebody else' })
    await sql`update kysely_migration set timestamp = 'long ago'`.execute(db)
    const count = async (table: string) =>
      (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]!.n
    const cut = path('old-cut.jsonl.gz')
    await writeFile(cut, (await readFile(before)).subarray(0, -100))
    await expect(restoreDump(db, cut, { replace, now: noon })).rejects.toThrow(NotABackup)
    expect(await count('subscribers')).toBe(replace ? 1 : 0)

    await restoreDump(db, before, { replace, now: noon })
    expect(await count('subscribers')).toBe(0)
    expect(await count('sources')).toBe(1)
    expect(await count('source_names')).toBe(1)
    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration where timestamp <> 'long ago' order by name`.execute(db)
    expect(rows.map(({ name }) => name)).toEqual(missing)
    await database.close()
  },
)
