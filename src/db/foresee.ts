/** What a topic would bring a chat, from what was stored lately. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface Foreseen {
  /** Articles of the last 24 hours and of the last seven days. */
  lastDay: number
  lastWeek: number
  /** Of the week's articles, those that come already through what the chat follows. */
  known: number
  /** The newest titles. */
  titles: string[]
}

/** Counted over shared sources and the chat's own, as its digests do. */
export async function foresee(
  db: Db,
  subscriberId: number,
  topicId: number,
  { now, dayMs }: { now: Date; dayMs: number },
): Promise<Foreseen> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const { rows } = await sql<{ lastDay: number; lastWeek: number; known: number; titles: string[] | null }>`
    with week as (
      -- By its own date; what has none, or one that is yet to come, by when it was read.
      select articles.id, articles.title, least(coalesce(articles.published_at, articles.ready_at), articles.ready_at) as at
      from article_topics tagged join articles on articles.id = tagged.article_id
      where tagged.topic_id = ${topicId} and articles.ready_at > ${ago(7)} and articles.ready_at <= ${now}
        and exists (
          select 1 from article_sources link join sources on sources.id = link.source_id
          where link.article_id = articles.id and sources.shared
        )
    )
    select
      (count(*) filter (where at > ${ago(1)}))::int as "lastDay",
      (count(*) filter (where at > ${ago(7)}))::int as "lastWeek",
      (count(*) filter (where at > ${ago(7)} and (
        exists (
          select 1 from article_sources link join subscriptions own on own.source_id = link.source_id
          where link.article_id = week.id and own.subscriber_id = ${subscriberId}
        ) or exists (
          select 1 from article_topics other join subscriptions own on own.topic_id = other.topic_id
          where other.article_id = week.id and own.subscriber_id = ${subscriberId} and own.topic_id <> ${topicId}
        )
      )))::int as known,
      (select array_agg(title) from (select title from week order by at desc limit 3) newest) as titles
    from week`.execute(db)
  const { lastDay, lastWeek, known, titles } = rows[0]!
  return { lastDay, lastWeek, known, titles: titles ?? [] }
}
