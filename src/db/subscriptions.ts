/** Queries on subscriptions: which topics and sources a chat follows. */
import { type RawBuilder, sql } from 'kysely'
import { UserError } from '../core/errors.ts'
import type { Db } from './database.ts'

/** A topic or a source, by id. */
export type Target = { topicId: number } | { sourceId: number }

/** How many topics and sources one chat may follow. */
export const maxSubscriptions = 2000

const columnsOf = (target: Target) =>
  'topicId' in target
    ? ({ column: 'topic_id', id: target.topicId } as const)
    : ({ column: 'source_id', id: target.sourceId } as const)

/** Follows; false where it is followed already. Throws UserError 'tooManySubscriptions' at the quota. */
export async function follow(db: Db, subscriberId: number, target: Target, now: Date): Promise<boolean> {
  const { column, id } = columnsOf(target)
  const { rows } = await sql<{ id: number }>`
    insert into subscriptions (subscriber_id, ${sql.ref(column)}, created_at)
    select ${subscriberId}::bigint, ${id}::bigint, ${now}::timestamptz
    where (select count(*) from subscriptions where subscriber_id = ${subscriberId}) < ${maxSubscriptions}
    on conflict do nothing returning id`.execute(db)
  if (rows.length > 0) return true
  if (await isFollowing(db, subscriberId, target)) return false
  throw new UserError('tooManySubscriptions', { limit: maxSubscriptions })
}

/** Stops following; false where it was not followed. */
export async function unfollow(db: Db, subscriberId: number, target: Target): Promise<boolean> {
  const { column, id } = columnsOf(target)
  const row = await db
    .deleteFrom('subscriptions')
    .where('subscriber_id', '=', subscriberId)
    .where(column, '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the chat follows this source or topic by itself. */
export async function isFollowing(db: Db, subscriberId: number, target: Target): Promise<boolean> {
  const { column, id } = columnsOf(target)
  const row = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('subscriber_id', '=', subscriberId)
    .where(column, '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** How many things the chat follows, for the quota. */
export async function countSubscriptions(db: Db, subscriberId: number): Promise<number> {
  const row = await db
    .selectFrom('subscriptions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('subscriber_id', '=', subscriberId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Ids of the topics a chat follows. */
export async function listFollowedTopics(db: Db, subscriberId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select('topic_id')
    .where('subscriber_id', '=', subscriberId)
    .where('topic_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.topic_id ?? [])
}

/** One followed thing as a screen shows it; the topic's or the source's columns are null. */
export interface SubscriptionRow {
  id: number
  /** What the chat calls it, and the folder it put it into. */
  name: string | null
  folder: string | null
  muted: boolean
  topic_id: number | null
  slug: string | null
  topic_owner: number | null
  names: Record<string, string> | null
  source_id: number | null
  title: string | null
  url: string | null
  site_url: string | null
  source_state: 'active' | 'stopped' | null
  failing_since: Date | null
  error: string | null
  polled_at: Date | null
  last_item_at: Date | null
  /** How many rows there are on all pages. */
  total: number
}

/** What a chat follows, topics first, then in the order it was followed; only rows for which `isIn` holds. */
export async function listSubscriptions(
  db: Db,
  subscriberId: number,
  page: { offset: number; limit: number } = { offset: 0, limit: maxSubscriptions },
  isIn: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<SubscriptionRow[]> {
  return db
    .selectFrom('subscriptions')
    .leftJoin('topics', 'topics.id', 'subscriptions.topic_id')
    .leftJoin('sources', 'sources.id', 'subscriptions.source_id')
    .select([
      'subscriptions.id',
      'subscriptions.name',
      'subscriptions.folder',
      'subscriptions.muted',
      'subscriptions.topic_id',
      'topics.slug',
      'topics.owner_id as topic_owner',
      'topics.names',
      'subscriptions.source_id',
      'sources.title',
      'sources.url',
      'sources.site_url',
      'sources.state as source_state',
      'sources.failing_since',
      'sources.error',
      'sources.polled_at',
      'sources.last_item_at',
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .where('subscriptions.subscriber_id', '=', subscriberId)
    .where(isIn)
    .orderBy(sql`subscriptions.topic_id is null`)
    .orderBy('subscriptions.id')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}
