/** The query behind every digest: which articles a schedule's window holds and has not told yet. */
import { sql } from 'kysely'
import { covers, type FollowedThing, type Selection } from '../core/selection.ts'
import type { Db } from './database.ts'

/** What a digest draws on: followed topics and sources, by id. */
export interface Followed {
  topicIds: number[]
  sourceIds: number[]
}

export interface CandidateRow {
  id: number
  title: string
  url: string | null
  original_url: string | null
  author: string | null
  language: string
  text: string
  content_hash: string
  story_id: number | null
  published_at: Date | null
  ready_at: Date
  /** When its source last changed it in a way that matters; null: never. */
  edited_at: Date | null
  /** Topic ids with their scores, best first. */
  topics: { id: number; score: number }[]
  /** Sources that brought it. */
  sources: { id: number; title: string; url: string }[]
  /** A model's opinion of its importance, 0..1; null without one. */
  importance: number | null
}

/** The topics and sources a selection of this subscriber stands for now; what is muted is in none. */
export async function listFollowed(db: Db, subscriberId: number, selection: Selection): Promise<Followed> {
  const rows = (await listSubscriptionsOf(db, [subscriberId])).get(subscriberId)
  return narrow(rows ?? [], selection)
}

/** What each of these subscribers follows, in the order of following. */
export async function listSubscriptionsOf(
  db: Db,
  subscriberIds: readonly number[],
): Promise<Map<number, FollowedThing[]>> {
  const { rows } = await sql<FollowedThing & { subscriber_id: number }>`
    select subscriber_id, topic_id, source_id from subscriptions
    where subscriber_id = any(${subscriberIds}::bigint[]) and not muted order by id`.execute(db)
  return Map.groupBy(rows, (row) => row.subscriber_id)
}

/** The part of what is followed that a selection stands for. */
export function narrow(rows: readonly FollowedThing[], selection: Selection): Followed {
  const covered = rows.filter((row) => covers(selection, row))
  return {
    topicIds: covered.flatMap((row) => row.topic_id ?? []),
    sourceIds: covered.flatMap((row) => row.source_id ?? []),
  }
}

/** Every topic that all are offered, or the one of `slug`, and without one also every source that nobody's topic digests would miss. */
export async function listEverything(db: Db, slug?: string): Promise<Followed> {
  const topics = await db
    .selectFrom('topics')
    .select('id')
    .where('owner_id', 'is', null)
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug!))
    .execute()
  const sources =
    slug === undefined ? await db.selectFrom('sources').select('id').where('shared', '=', true).execute() : []
  return { topicIds: topics.map(({ id }) => id), sourceIds: sources.map(({ id }) => id) }
}

/** Ids of the sources that feed `followed`: those named, and the catalogue's for the topics. */
export async function listFeedingSources(db: Db, followed: Followed): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from sources where id = any(${followed.sourceIds}::bigint[])
    union
    select sources.id from topics join sources on sources.catalogue_topic = topics.slug
    where topics.id = any(${followed.topicIds}::bigint[])`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Articles that reached this reader in (from, to]: ready, or brought by a followed source, in that time, and not in
 * any edition of `toldIn`; and those of `carried`, whenever they came. Newest first, at most `limit`.
 * A topic draws on shared sources and on the reader's own, never on what another reader added.
 */
export async function listCandidates(
  db: Db,
  want: {
    followed: Followed
    toldIn: readonly number[]
    carried: readonly number[]
    from: Date
    to: Date
    limit: number
  },
): Promise<CandidateRow[]> {
  const { topicIds, sourceIds } = want.followed
  const { rows } = await sql<CandidateRow>`
    with reached as (
      -- What came last decides, the article or its link; apart, so that each time is found by its index.
      select link.article_id as id
      from article_sources link join articles on articles.id = link.article_id
      where link.source_id = any(${sourceIds}::bigint[])
        and articles.ready_at > ${want.from} and articles.ready_at <= ${want.to} and link.seen_at <= ${want.to}
      union
      select link.article_id
      from article_sources link join articles on articles.id = link.article_id
      where link.source_id = any(${sourceIds}::bigint[])
        and link.seen_at > ${want.from} and link.seen_at <= ${want.to} and articles.ready_at <= ${want.to}
      union
      select tagged.article_id
      from article_topics tagged join articles on articles.id = tagged.article_id
      where tagged.topic_id = any(${topicIds}::bigint[])
        and articles.ready_at > ${want.from} and articles.ready_at <= ${want.to}
        and exists (
          select 1 from article_sources link join sources on sources.id = link.source_id
          where link.article_id = tagged.article_id and sources.shared
        )
    ), wanted as (
      select id from reached where not exists (
        select 1 from edition_items told
        where told.edition_id = any(${want.toldIn}::bigint[]) and told.article_id = reached.id
      )
      union
      select unnest(${want.carried}::bigint[])
    )
    select a.id, a.title, a.url, a.original_url, a.author, a.language, a.text, a.content_hash, a.story_id,
      a.published_at, a.ready_at, a.edited_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', t.topic_id, 'score', t.score) order by t.score desc)
        from article_topics t where t.article_id = a.id
      ), '[]') as topics,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'url', s.url) order by s.id)
        from article_sources link join sources s on s.id = link.source_id
        where link.article_id = a.id and (s.shared or s.id = any(${sourceIds}::bigint[]))
      ), '[]') as sources,
      (select max(s.importance) from summaries s where s.content_hash = a.content_hash) as importance
    from wanted join articles a on a.id = wanted.id
    where a.ready_at is not null
    order by coalesce(a.published_at, a.ready_at) desc, a.id desc
    limit ${want.limit}`.execute(db)
  return rows
}

/** The texts by which stories were told in `toldIn`: all that those editions linked to, by story. */
export async function listToldTexts(
  db: Db,
  toldIn: readonly number[],
  storyIds: readonly number[],
): Promise<Map<number, { text: string; at: Date }[]>> {
  if (toldIn.length === 0 || storyIds.length === 0) return new Map()
  const { rows } = await sql<{ story_id: number; text: string; at: Date }>`
    with told as (
      select item.article_id from edition_items item
      where item.edition_id = any(${toldIn}::bigint[]) and (item.shown or item.reason in ('story', 'duplicate'))
    )
    select a.story_id, a.title || E'\n' || left(a.text, 8000) as text, coalesce(a.published_at, a.ready_at) as at
    from articles a where a.story_id = any(${storyIds}::bigint[]) and a.id in (select article_id from told)
    order by a.id`.execute(db)
  return Map.groupBy(rows, (row) => row.story_id)
}
