/** Queries on imports: a reader's list of feeds, followed in one go, reported on, and taken back in one go. */
import { type Selectable, sql } from 'kysely'
import type { Db } from './database.ts'
import type { ImportedFeed, ImportTable } from './polling-tables.ts'
import { maxSubscriptions } from './subscriptions.ts'

export type Import = Selectable<ImportTable>

/** Keeps the list; nothing is followed yet. Returns its id. */
export async function insertImport(
  db: Db,
  subscriberId: number,
  feeds: readonly ImportedFeed[],
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('imports')
    .values({ subscriber_id: subscriberId, feeds: JSON.stringify(feeds), created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The list, for the chat that sent it only. */
export async function findImport(db: Db, id: number, subscriberId: number): Promise<Import | undefined> {
  return db
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .where('subscriber_id', '=', subscriberId)
    .executeTakeFirst()
}

/**
 * Follows every feed of a list that is not followed yet, as far as the quota goes. New sources are first due at
 * `firstPollAt`: the import reads them itself before. Returns how many it added.
 */
export async function followImport(
  trx: Db,
  list: Import,
  times: { now: Date; firstPollAt: Date; pollGapMs: number },
): Promise<number> {
  const feeds = JSON.stringify(list.feeds)
  await sql`
    insert into sources (url, kind, title, site_url, next_poll_at, poll_gap_ms, created_at)
    select distinct on (url) url, 'feed', title, site, ${times.firstPollAt}::timestamptz, ${times.pollGapMs}::bigint,
      ${times.now}::timestamptz
    from jsonb_to_recordset(${feeds}::jsonb) as feed (url text, title text, site text)
    order by url
    on conflict (url) do nothing`.execute(trx)
  const { rows } = await sql<{ id: number }>`
    insert into subscriptions (subscriber_id, source_id, folder, import_id, created_at)
    select ${list.subscriber_id}::bigint, sources.id, feed.folder, ${list.id}::bigint, ${times.now}::timestamptz
    from rows from (jsonb_to_recordset(${feeds}::jsonb) as (url text, folder text)) with ordinality
      as feed (url, folder, place)
    join sources on sources.url = feed.url
    where not exists (
      select 1 from subscriptions known
      where known.subscriber_id = ${list.subscriber_id} and known.source_id = sources.id
    )
    order by feed.place
    limit greatest(0, ${maxSubscriptions}::bigint -
      (select count(*) from subscriptions where subscriber_id = ${list.subscriber_id}))
    on conflict do nothing
    returning id`.execute(trx)
  return rows.length
}

/** How many subscriptions an import brought and nobody ended since. */
export async function countImported(db: Db, importId: number): Promise<number> {
  const { n } = await db
    .selectFrom('subscriptions')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return n
}

/** Sources that an import brought and that were never read, in its order. */
export async function listImportUnread(db: Db, importId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.source_id')
    .select('sources.id')
    .where('subscriptions.import_id', '=', importId)
    .where('sources.polled_at', 'is', null)
    .where('sources.state', '=', 'active')
    .orderBy('subscriptions.id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface FailedFeed {
  id: number
  title: string
  url: string
  /** Locale key of what went wrong. */
  error: string
}

/** What an import brought that cannot be read. */
export async function listImportFailures(db: Db, importId: number): Promise<FailedFeed[]> {
  const rows = await failing(db, importId)
    .select(['sources.id', 'sources.title', 'sources.url', 'sources.error'])
    .execute()
  return rows.map((row) => ({ ...row, error: row.error ?? 'unreachable' }))
}

const failing = (db: Db, importId: number) =>
  db
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.source_id')
    .where('subscriptions.import_id', '=', importId)
    .where('sources.failures', '>', 0)
    .orderBy('subscriptions.id')

/** Stops following what an import brought, or only what of it cannot be read. Returns how many. */
export async function undoImport(db: Db, importId: number, only: 'all' | 'failing' = 'all'): Promise<number> {
  const rows = await db
    .deleteFrom('subscriptions')
    .where('import_id', '=', importId)
    .$if(only === 'failing', (query) =>
      query.where('id', 'in', failing(db, importId).clearOrderBy().select('subscriptions.id')),
    )
    .returning('id')
    .execute()
  return rows.length
}
