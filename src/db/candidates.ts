/** The query behind every digest: which articles a schedule's window holds and has not told yet. */
import { sql } from 'kysely'
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
  /** Topic ids with their scores, best first. */
  topics: { id: number; score: number }[]
  /** Sources that brought it. */
  sources: { id: number; title: string; url: string }[]
}

/** The topics and sources a selection of this subscriber stands for now; what is muted is in none. */
export async function listFollowed(
  db: Db,
  subscriberId: number,
  selection: { all: true } | { topics: number[]; sources: number[] },
): Promise<Followed> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['topic_id', 'source_id'])
    .where('subscriber_id', '=', subscriberId)
    .where('muted', '=', false)
    .orderBy('id')
    .execute()
  const topicIds = rows.flatMap((row) => row.topic_id ?? [])
  const sourceIds = rows.flatMap((row) => row.source_id ?? [])
  if ('all' in selection) return { topicIds, sourceIds }
  return {
    topicIds: topicIds.filter((id) => selection.topics.includes(id)),
    sourceIds: sourceIds.filter((id) => selection.sources.includes(id)),
  }
}

/** Every topic, or the one of `slug`, and without one also every source that nobody's topic digests would miss. */
export async function listEverything(db: Db, slug?: string): Promise<Followed> {
  const topics = await db
    .selectFrom('topics')
    .select('id')
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug!))
    .execute()
  const sources =
    slug === undefined ? await db.selectFrom('sources').select('id').where('shared', '=', true).execute() : []
  return { topicIds: topics.map(({ id }) => id), sourceIds: sources.map(({ id }) => id) }
}

/** Ids of the sources that feed `followed`: those named, and the catalogue's for the topics. */
export async function listFeedingSources(db: Db, followed: Followed): Promise<number[]> {
  const rows = await db
    .selectFrom('sources')
    .select('id')
    .where(sql<boolean>`(
      id = any(${followed.sourceIds}::bigint[])
      or catalogue_topic in (select slug from topics where id = any(${followed.topicIds}::bigint[]))
    )`)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Articles that reached this reader in (from, to]: ready, or brought by a followed source, in that time, and not in
 * any digest of `scheduleId` (null: leave out nothing). Newest first, at most `limit`.
 * A topic draws on shared sources and on the reader's own, never on what another reader added.
 */
export async function listCandidates(
  db: Db,
  want: { followed: Followed; scheduleId: number | null; from: Date; to: Date; limit: number },
): Promise<CandidateRow[]> {
  const { topicIds, sourceIds } = want.followed
  const { rows } = await sql<CandidateRow>`
    with reached as (
      select link.article_id as id
      from article_sources link join articles on articles.id = link.article_id
      where link.source_id = any(${sourceIds}::bigint[])
        and greatest(articles.ready_at, link.seen_at) > ${want.from} and greatest(articles.ready_at, link.seen_at) <= ${want.to}
      union
      select tagged.article_id
      from article_topics tagged join articles on articles.id = tagged.article_id
      where tagged.topic_id = any(${topicIds}::bigint[])
        and articles.ready_at > ${want.from} and articles.ready_at <= ${want.to}
        and exists (
          select 1 from article_sources link join sources on sources.id = link.source_id
          where link.article_id = tagged.article_id and sources.shared
        )
    )
    select a.id, a.title, a.url, a.original_url, a.author, a.language, a.text, a.content_hash, a.story_id,
      a.published_at, a.ready_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', t.topic_id, 'score', t.score) order by t.score desc)
        from article_topics t where t.article_id = a.id
      ), '[]') as topics,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'url', s.url) order by s.id)
        from article_sources link join sources s on s.id = link.source_id
        where link.article_id = a.id and (s.shared or s.id = any(${sourceIds}::bigint[]))
      ), '[]') as sources
    from articles a join reached on reached.id = a.id
    where a.ready_at is not null
      and not exists (
        select 1 from digest_items told where told.schedule_id = ${want.scheduleId}::bigint and told.article_id = a.id
      )
    order by coalesce(a.published_at, a.ready_at) desc, a.id desc
    limit ${want.limit}`.execute(db)
  return rows
}
