/** A rolling upgrade: processes of two versions side by side, the old ones ended while digests are on their way, and nobody misses or gets twice what was due. */
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import type { Db } from '../../src/db/database.ts'
import { inspectMigrations } from '../../src/db/migrate.ts'
import { createTestPostgres } from '../support/databases.ts'
import { openFanOut } from '../support/fan-out.ts'

const readers = 120
const botId = 1_000_000_001
const firstReader = 6_000_000_001
/** Slow enough that a process is ended in the middle of it. */
const everything = { SERVICES: 'worker,scheduler,sender', SEND_PER_SECOND: '15' }

/** Readers who follow one source, whose digests are not due. */
async function addReaders(db: Db): Promise<void> {
  const now = new Date()
  const later = new Date(now.getTime() + 86_400_000)
  await sql`insert into subscribers (bot_id, chat_id, kind, locale, time_zone, created_at, updated_at)
    select ${botId}, ${firstReader}::bigint + n, 'private', 'en', 'UTC', ${now}, ${now}
    from generate_series(0, ${readers - 1}::int) n`.execute(db)
  await sql`insert into sources (url, kind, title, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
    values ('https://port.example/feed', 'feed', 'Port', true, ${later}, ${now}, 1800000, ${now})`.execute(db)
  await sql`insert into subscriptions (subscriber_id, source_id, created_at)
    select subscribers.id, sources.id, ${now} from subscribers, sources
    where sources.url = 'https://port.example/feed'`.execute(db)
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${later}, ${new Date(now.getTime() - 3_600_000)}, ${now}
    from subscribers`.execute(db)
}

/** One more article, and everybody's digest due now. */
async function publish(db: Db, subject: string): Promise<void> {
  const now = new Date()
  await sql`with told as (
      insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
      values (${subject}, ${`https://port.example/${subject}`}, ${`${subject} leaves the harbour`}, ${now}, 'en',
        ${`The ${subject} left the harbour at dawn. It carries forty crates of lamps.`}, ${subject}, ${subject}, ${now}, ${now})
      returning id)
    insert into article_sources (article_id, source_id, guid, seen_at)
    select told.id, sources.id, ${subject}, ${now} from told, sources where sources.url = 'https://port.example/feed'`.execute(
    db,
  )
  await sql`update schedules set next_due_at = ${new Date()}`.execute(db)
}

/** Digests of the third round. */
const planned = async (db: Db) =>
  (await sql`select 1 from digests where number = 3 or number is null limit 1`.execute(db)).rows.length

describe.skipIf(inject('postgresUrl') === null)('a rolling upgrade', () => {
  test('a process ended while it delivers, and one while it plans, beside a newer one: every digest comes, once', async () => {
    const server = await createTestPostgres()
    const fan = await openFanOut(server.url, readers)
    const { db } = fan.database
    const countOf = async (state: string) =>
      (await sql<{ n: number }>`select count(*)::int as n from deliveries where state = ${state}`.execute(db))
        .rows[0]!.n
    const until = async (look: () => Promise<boolean>) => {
      while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 30))
    }
    try {
      await addReaders(db)
      const old = await fan.startSender(everything)
      await publish(db, 'Corvid')
      await until(async () => (await countOf('sent')) >= readers / 4)

      // The new version brings the schema on while the old one delivers, and starts beside it.
      await sql`alter table deliveries add column of_the_new_version text`.execute(db)
      await sql`alter table schedules add column of_the_new_version text not null default 'x'`.execute(db)
      await sql`insert into kysely_migration (name, timestamp) values ('9998_addition', '2099-01-01')`.execute(
        db,
      )
      expect((await inspectMigrations(db)).unknown).toEqual(['9998_addition'])
      const next = await fan.startSender(everything)
      await until(async () => (await countOf('sent')) === readers)

      // The old one, which holds the lease, is ended in the middle of a delivery.
      await publish(db, 'Jackdaw')
      await until(async () => (await countOf('sent')) >= readers * 1.25)
      expect(await countOf('queued')).toBeGreaterThan(0)
      expect(await old.end('SIGTERM')).toBe(0)
      await until(async () => (await countOf('sent')) === 2 * readers)

      // The next one is ended as soon as digests are planned, composed or not.
      const last = await fan.startSender(everything)
      await publish(db, 'Starling')
      await until(async () => (await planned(db)) > 0)
      expect(await next.end('SIGTERM')).toBe(0)
      await until(async () => (await countOf('sent')) === 3 * readers)
      expect(await last.end('SIGTERM')).toBe(0)

      const { messages } = await fan.report()
      const chats = Map.groupBy(messages, ([chat]) => chat)
      const different = [...chats.values()].map((got) => new Set(got.map(([, , hash]) => hash)).size)
      expect(different).toEqual(Array.from({ length: readers }, () => 3))
      expect(messages).toHaveLength(3 * readers)
      const { rows } = await sql<{ number: number; state: string; n: number }>`
        select number, state, count(*)::int as n from digests group by 1, 2 order by 1`.execute(db)
      expect(rows).toEqual([
        { number: 1, state: 'composed', n: readers },
        { number: 2, state: 'composed', n: readers },
        { number: 3, state: 'composed', n: readers },
      ])
    } finally {
      await fan.close()
      await server.drop()
    }
  })
})
