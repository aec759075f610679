/** Queries on sources: what we poll, when it is due, and how its polls went. */
import { sql } from 'kysely'
import type { Db, Source } from './database.ts'
import { hostOfUrl } from './hosts.ts'

export interface NewSource {
  url: string
  kind: Source['kind']
  title: string
  siteUrl: string | null
  language: string | null
  /** Slug of the topic whose followers get this source without asking; null for a source somebody added. */
  catalogueTopic: string | null
  /** From the catalogue or the operator: polled always, and open to everybody's topic digests. */
  shared: boolean
}

/** Stores a source or returns the stored one with that address; a known one keeps everything but an empty title. */
export async function upsertSource(db: Db, source: NewSource, now: Date, pollGapMs: number): Promise<Source> {
  return db
    .insertInto('sources')
    .values({
      url: source.url,
      kind: source.kind,
      title: source.title,
      site_url: source.siteUrl,
      language: source.language,
      catalogue_topic: source.catalogueTopic,
      shared: source.shared,
      next_poll_at: now,
      poll_gap_ms: pollGapMs,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet({
        title: sql`case when sources.title = '' then excluded.title else sources.title end`,
        catalogue_topic: sql`coalesce(sources.catalogue_topic, excluded.catalogue_topic)`,
        shared: sql`sources.shared or excluded.shared`,
        resting: false,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A source by its id. */
export async function findSource(db: Db, id: number): Promise<Source | undefined> {
  return db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Sources by id, in the order of their ids; those that are gone are left out. */
export async function listSources(db: Db, ids: readonly number[]): Promise<Source[]> {
  if (ids.length === 0) return []
  return db.selectFrom('sources').selectAll().where('id', 'in', ids).orderBy('id').execute()
}

/** The source that is read at this very address. */
export async function findSourceByUrl(db: Db, url: string): Promise<Source | undefined> {
  return db.selectFrom('sources').selectAll().where('url', '=', url).executeTakeFirst()
}

/** True for a source that somebody follows, by itself or through its catalogue topic, or that the operator added. */
export const isFollowed = sql<boolean>`(
  (shared and catalogue_topic is null)
  or exists (select 1 from subscriptions where subscriptions.source_id = sources.id)
  or exists (
    select 1 from topics join subscriptions on subscriptions.topic_id = topics.id
    where topics.slug = sources.catalogue_topic
  )
)`

/** The ids of those whose time has come and that do not rest. */
const dueSources = (db: Db, now: Date) =>
  db
    .selectFrom('sources')
    .select('id')
    .where('state', '=', 'active')
    .where('resting', '=', false)
    .where('next_poll_at', '<=', now)

/**
 * Takes up to `limit` followed sources that are due, on hosts that are free, and pushes their next poll `leaseMs`
 * ahead, so that another tick does not take them again while the job runs. Returns their ids and addresses.
 */
export async function claimDueSources(
  db: Db,
  now: Date,
  limit: number,
  leaseMs: number,
): Promise<{ id: number; url: string }[]> {
  return db
    .updateTable('sources')
    .set({ next_poll_at: new Date(now.getTime() + leaseMs) })
    .where(
      'id',
      'in',
      dueSources(db, now)
        .where(isFollowed)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('hosts').select('name').where('name', '=', hostOfUrl).where('busy_until', '>', now),
            ),
          ),
        )
        .orderBy('next_poll_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'url'])
    .execute()
}

/** Puts sources that are due and that nobody follows to rest, so that no later look passes them by. */
export async function restUnfollowed(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('sources')
    .set({ resting: true })
    .where(
      'id',
      'in',
      dueSources(db, now)
        .where(({ not }) => not(isFollowed))
        .forUpdate()
        .skipLocked(),
    )
    .execute()
}

/** Wakes sources that rest though they are followed: somebody followed at the moment in which they were put to rest. */
export async function wakeFollowed(db: Db): Promise<void> {
  await db
    .updateTable('sources')
    .set({ resting: false })
    .where('resting', '=', true)
    .where(isFollowed)
    .execute()
}

export interface PollOutcome {
  id: number
  /** Empty where the poll showed none. */
  title: string
  siteUrl: string | null
  language: string | null
  etag: string | null
  lastModified: string | null
  nextPollAt: Date
  pollGapMs: number
  quietHours: readonly number[]
  /** null where this poll showed none. */
  rhythmMs: number | null
  lastItemAt: Date | null
  /** It brought something new, so that it is neither failing nor silent. */
  isWell: boolean
}

/** Records polls that worked, each of another source; one that was given up is polled again, not one that was put out. */
export async function recordPolls(db: Db, outcomes: readonly PollOutcome[], now: Date): Promise<void> {
  await sql`
    update sources set
      title = case when sources.renamed then sources.title else coalesce(nullif(seen.title, ''), sources.title) end,
      site_url = coalesce(seen."siteUrl", site_url),
      language = coalesce(seen.language, sources.language),
      etag = seen.etag,
      last_modified = seen."lastModified",
      next_poll_at = seen."nextPollAt",
      poll_gap_ms = seen."pollGapMs",
      quiet_hours = seen."quietHours",
      rhythm_ms = coalesce(seen."rhythmMs", rhythm_ms),
      last_item_at = coalesce(seen."lastItemAt", last_item_at),
      trouble_told_at = case when seen."isWell" then null else trouble_told_at end,
      polled_at = ${now},
      state = case when failures > 0 then 'active' else state end,
      failures = 0,
      failing_since = null,
      error = null
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as seen (
      id bigint, title text, "siteUrl" text, language text, etag text, "lastModified" text,
      "nextPollAt" timestamptz, "pollGapMs" bigint, "quietHours" smallint[], "rhythmMs" bigint, "lastItemAt" timestamptz, "isWell" boolean
    )
    where sources.id = seen.id`.execute(db)
}

/**
 * Records a poll of `url` that failed with `error`, a locale key; `stop` ends polling for good. Where the source has
 * moved since, its new address has nothing to do with it.
 */
export async function recordPollFailure(
  db: Db,
  { id, url }: Pick<Source, 'id' | 'url'>,
  failure: { error: string; nextPollAt: Date; stop: boolean },
  now: Date,
): Promise<void> {
  await db
    .updateTable('sources')
    .set((column) => ({
      failures: column('failures', '+', 1),
      failing_since: sql`coalesce(failing_since, ${now})`,
      error: failure.error,
      next_poll_at: failure.nextPollAt,
      polled_at: sql`coalesce(polled_at, ${now})`,
      ...(failure.stop ? { state: 'stopped' as const } : {}),
    }))
    .where('id', '=', id)
    .where('url', '=', url)
    .execute()
}

/** Numbers for `gazette stats`. */
export async function countSources(db: Db): Promise<{ total: number; followed: number; failing: number }> {
  return db
    .selectFrom('sources')
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`(count(*) filter (where ${isFollowed}))::int`.as('followed'),
      sql<number>`(count(*) filter (where failures > 0))::int`.as('failing'),
    ])
    .executeTakeFirstOrThrow()
}

/** Sources that everybody shares and that are polled, for export. */
export async function listSharedSources(db: Db): Promise<Source[]> {
  return db
    .selectFrom('sources')
    .selectAll()
    .where('shared', '=', true)
    .where('state', '=', 'active')
    .orderBy('catalogue_topic')
    .orderBy('url')
    .execute()
}
