/** Queries on feedback: what a reader thought of an article, by itself or under a topic; the last word counts. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** 'not_topic': the article may be good, but does not belong under that topic. */
export type FeedbackKind = 'up' | 'down' | 'not_topic'

export interface Opinion {
  subscriberId: number
  /** The person; null where nobody is named, as in a channel. */
  readerId: number | null
  articleId: number
  /** The topic it was told under, or null. */
  topicId: number | null
  kind: FeedbackKind
}

/** Stores an opinion in place of an earlier one on the same article and topic. */
export async function recordFeedback(db: Db, opinion: Opinion, now: Date): Promise<void> {
  const { subscriberId, readerId, articleId, topicId, kind } = opinion
  await sql`
    insert into feedback (subscriber_id, reader_id, article_id, topic_id, kind, created_at)
    values (${subscriberId}, ${readerId}, ${articleId}, ${topicId}, ${kind}, ${now})
    on conflict (subscriber_id, coalesce(reader_id, 0), article_id, coalesce(topic_id, 0))
      do update set kind = excluded.kind, created_at = excluded.created_at`.execute(db)
  // A topic of a reader's own obeys at once; what it learned shows in the articles to come.
  if (kind === 'not_topic')
    await sql`delete from article_topics using topics where topics.id = topic_id and interest is not null
      and article_id = ${articleId} and topic_id = ${topicId}`.execute(db)
}

/** Takes an opinion back. */
export async function deleteFeedback(db: Db, opinion: Omit<Opinion, 'kind'>): Promise<void> {
  await db
    .deleteFrom('feedback')
    .where('subscriber_id', '=', opinion.subscriberId)
    .where('reader_id', 'is not distinct from', opinion.readerId)
    .where('article_id', '=', opinion.articleId)
    .where('topic_id', 'is not distinct from', opinion.topicId)
    .execute()
}

/** Opinions that a topic goes by. */
const mostOpinions = 200

/** The articles that readers judged under a topic, newest opinion first. */
export async function listTopicFeedback(
  db: Db,
  topicId: number,
): Promise<{ kind: FeedbackKind; title: string; text: string }[]> {
  return db
    .selectFrom('feedback')
    .innerJoin('articles', 'articles.id', 'feedback.article_id')
    .select((query) => [
      'feedback.kind',
      'articles.title',
      query.fn<string>('left', ['articles.text', query.val(2000)]).as('text'),
    ])
    .where('feedback.topic_id', '=', topicId)
    .orderBy('feedback.created_at', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(mostOpinions)
    .execute()
}

/** A topic of readers' own that a chat follows, as one article stands to it. */
export interface OwnTopicOfArticle {
  id: number
  names: Record<string, string>
  /** This chat said that the article does not belong there. */
  turnedAway: boolean
}

/** The readers' own topics, followed by this chat, that the article is under or was turned away from. */
export async function listOwnTopicsOf(
  db: Db,
  subscriberId: number,
  articleId: number,
): Promise<OwnTopicOfArticle[]> {
  const { rows } = await sql<OwnTopicOfArticle>`
    select * from (
      select t.id, t.names,
        exists (select 1 from article_topics where article_id = ${articleId} and topic_id = t.id) as belongs,
        exists (
          select 1 from feedback where subscriber_id = ${subscriberId} and article_id = ${articleId}
            and topic_id = t.id and kind = 'not_topic'
        ) as "turnedAway"
      from topics t join subscriptions on subscriptions.topic_id = t.id
      where subscriptions.subscriber_id = ${subscriberId} and t.interest is not null
    ) own where belongs or "turnedAway" order by id`.execute(db)
  return rows.map(({ id, names, turnedAway }) => ({ id, names, turnedAway }))
}
