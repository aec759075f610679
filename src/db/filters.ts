/** Queries on what a chat wants of its next digests: filters, ratings, carried articles; read together as its taste. */
import { sql } from 'kysely'
import type { Db, Filter } from './database.ts'
import type { FilterKind, RatingKind } from './reading-tables.ts'

/** A rated article: its title and topics, which say what is like it. */
export interface Rating {
  articleId: number
  title: string
  topicIds: number[]
  kind: RatingKind
}

export interface Taste {
  filters: Filter[]
  /** The newest first. */
  ratings: Rating[]
}

/** Ratings older than this say little about today. */
const ratedMs = 60 * 86_400_000
const mostRatings = 60

/** The tastes of those of `subscriberIds` that have any, at `now`. */
export async function listTastes(
  db: Db,
  subscriberIds: readonly number[],
  now: Date,
): Promise<Map<number, Taste>> {
  const filters = await db
    .selectFrom('filters')
    .selectAll()
    .where('subscriber_id', 'in', [...subscriberIds])
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .orderBy('id')
    .execute()
  const { rows } = await sql<Rating & { subscriber_id: number }>`
    select rated.subscriber_id, articles.id as "articleId", articles.title, rated.kind,
      coalesce((select jsonb_agg(t.topic_id) from article_topics t where t.article_id = articles.id), '[]') as "topicIds"
    from (
      select subscriber_id, article_id, kind, created_at from feedback
      where kind in ('up', 'down') and topic_id is null
      union all select subscriber_id, article_id, kind, created_at from leanings
    ) rated join articles on articles.id = rated.article_id
    where rated.subscriber_id = any(${subscriberIds}::bigint[])
      and rated.created_at > ${new Date(now.getTime() - ratedMs)}
    order by rated.created_at desc`.execute(db)
  const tastes = new Map<number, Taste>()
  const tasteOf = (id: number): Taste => {
    const taste = tastes.get(id) ?? { filters: [], ratings: [] }
    tastes.set(id, taste)
    return taste
  }
  for (const filter of filters) tasteOf(filter.subscriber_id).filters.push(filter)
  for (const { subscriber_id: id, ...rating } of rows) {
    const { ratings } = tasteOf(id)
    if (ratings.length < mostRatings) ratings.push(rating)
  }
  return tastes
}

/** Filters of one chat that are in force at `now`, with the names of what they are about. */
export async function listFilters(
  db: Db,
  subscriberId: number,
  now: Date,
): Promise<(Filter & { title: string | null; names: Record<string, string> | null })[]> {
  return db
    .selectFrom('filters')
    .leftJoin('sources', (join) =>
      join.onRef('sources.id', '=', 'filters.target_id').on('filters.kind', '=', 'mute-source'),
    )
    .leftJoin('topics', (join) =>
      join
        .onRef('topics.id', '=', 'filters.target_id')
        .on('filters.kind', 'in', ['mute-topic', 'less-topic', 'more-topic']),
    )
    .selectAll('filters')
    .select(({ ref }) => [
      sql<string | null>`coalesce(nullif(${ref('sources.title')}, ''), ${ref('sources.url')}, (
        select title from articles where filters.kind in ('mute-story', 'follow-story')
          and story_id = filters.target_id order by id limit 1
      ))`.as('title'),
      'topics.names',
    ])
    .where('subscriber_id', '=', subscriberId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .orderBy('filters.id')
    .execute()
}

/** Whether a chat may know the name of what a filter is about: it is shared, or followed or told of here. */
export async function mayFilter(
  db: Db,
  subscriberId: number,
  kind: FilterKind,
  targetId: number,
): Promise<boolean> {
  if (kind === 'mute-word' || kind === 'watch') return true
  const followed = (column: string) =>
    sql`exists (select 1 from subscriptions where subscriber_id = ${subscriberId} and ${sql.ref(column)} = ${targetId})`
  const topic = sql`${followed('topic_id')} or exists (select 1 from topics where id = ${targetId} and owner_id is null)`
  const allowed = {
    'mute-source': sql`${followed('source_id')} or exists (select 1 from sources where id = ${targetId} and shared)`,
    'mute-topic': topic,
    'less-topic': topic,
    'more-topic': topic,
    'mute-story': toldStory(subscriberId, targetId),
    'follow-story': toldStory(subscriberId, targetId),
  }[kind]
  const { rows } = await sql<{ allowed: boolean }>`select (${allowed}) as allowed`.execute(db)
  return rows[0]?.allowed === true
}

const toldStory = (subscriberId: number, storyId: number) =>
  sql`exists (select 1 from edition_items item join digests on digests.edition_id = item.edition_id
    where item.story_id = ${storyId} and digests.subscriber_id = ${subscriberId})`

export interface NewFilter {
  kind: FilterKind
  word?: string
  targetId?: number
  /** null: for good. */
  until: Date | null
}

/** Sets a filter; one that is there already lasts until the new time. */
export async function upsertFilter(
  db: Db,
  subscriberId: number,
  filter: NewFilter,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('filters')
    .values({
      subscriber_id: subscriberId,
      kind: filter.kind,
      word: filter.word ?? '',
      target_id: filter.targetId ?? 0,
      until: filter.until,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['subscriber_id', 'kind', 'word', 'target_id']).doUpdateSet({ until: filter.until }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Removes a filter; returns what it was, so that it can be set again. */
export async function deleteFilter(db: Db, subscriberId: number, id: number): Promise<Filter | undefined> {
  return db
    .deleteFrom('filters')
    .where('subscriber_id', '=', subscriberId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** Removes the filters of these kinds on one target. */
export async function deleteFiltersOn(
  db: Db,
  subscriberId: number,
  kinds: readonly FilterKind[],
  targetId: number,
): Promise<void> {
  await db
    .deleteFrom('filters')
    .where('subscriber_id', '=', subscriberId)
    .where('kind', 'in', [...kinds])
    .where('target_id', '=', targetId)
    .execute()
}
