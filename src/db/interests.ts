/** Queries on readers' own topics: kept from the first preview on, told of once somebody follows them. */
import { sql } from 'kysely'
import type { Interest } from '../core/interest.ts'
import { UserError } from '../core/errors.ts'
import type { Db, Topic } from './database.ts'
import { findHolders, nextDocument } from './term-index.ts'

/** A topic that a reader made. */
export type OwnTopic = Topic & { interest: Interest; owner_id: number }

/** Articles become ready in the order in which they are indexed, give or take so many. */
const disorder = 10_000
/** How many topics of their own one reader may have. */
const maxOwnTopics = 30

/** Keeps a new topic of `ownerId`, which nobody follows yet. Throws UserError 'tooManyTopics' at the quota. */
export async function insertOwnTopic(
  db: Db,
  topic: { ownerId: number; name: string; interest: Interest },
  now: Date,
): Promise<number> {
  const { ownerId, name, interest } = topic
  const { rows } = await sql<{ id: number }>`
    insert into topics (slug, names, keywords, owner_id, interest, created_at)
    select 'own-' || gen_random_uuid(), ${JSON.stringify({ en: name })}::jsonb, '[]'::jsonb, ${ownerId}::bigint,
      ${JSON.stringify(interest)}::jsonb, ${now}::timestamptz
    where (select count(*) from topics where owner_id = ${ownerId}) < ${maxOwnTopics}
    returning id`.execute(db)
  if (!rows[0]) throw new UserError('tooManyTopics', { limit: maxOwnTopics })
  return rows[0].id
}

/** Forgets what a reader looked at before `before` and never followed. */
export async function deleteUnfollowedTopics(db: Db, ownerId: number, before: Date): Promise<void> {
  await db
    .deleteFrom('topics')
    .where('owner_id', '=', ownerId)
    .where('created_at', '<', before)
    .where(sql<boolean>`not exists (select 1 from subscriptions where subscriptions.topic_id = topics.id)`)
    .execute()
}

export async function updateInterest(
  db: Db,
  id: number,
  change: { name: string; interest: Interest },
): Promise<void> {
  await db
    .updateTable('topics')
    .set({ names: JSON.stringify({ en: change.name }), interest: JSON.stringify(change.interest) })
    .where('id', '=', id)
    .execute()
}

export async function renameTopic(db: Db, id: number, name: string): Promise<void> {
  await db
    .updateTable('topics')
    .set({ names: JSON.stringify({ en: name }) })
    .where('id', '=', id)
    .where('interest', 'is not', null)
    .execute()
}

export async function deleteOwnTopic(db: Db, id: number): Promise<void> {
  await db.deleteFrom('topics').where('id', '=', id).where('interest', 'is not', null).execute()
}

export async function findOwnTopic(db: Db, id: number): Promise<OwnTopic | undefined> {
  const topic = await db.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst()
  return topic && topic.interest !== null ? (topic as OwnTopic) : undefined
}

/** The readers' own topics that this chat follows, in the order in which they were made. */
export async function listOwnTopics(db: Db, subscriberId: number): Promise<OwnTopic[]> {
  const topics = await db
    .selectFrom('topics')
    .innerJoin('subscriptions', 'subscriptions.topic_id', 'topics.id')
    .selectAll('topics')
    .where('subscriptions.subscriber_id', '=', subscriberId)
    .where('interest', 'is not', null)
    .orderBy('topics.id')
    .execute()
  return topics as OwnTopic[]
}

export interface LiveInterest {
  id: number
  interest: Interest
  /** How many opinions there are on it. */
  opinions: number
  /** Changes whenever it or what readers said of it changes. */
  version: string
}

/** Every reader's own topic that somebody follows. */
export async function listLiveInterests(db: Db): Promise<LiveInterest[]> {
  const { rows } = await sql<LiveInterest>`
    select id, interest, said.opinions, concat_ws(' ', md5(interest::text), said.opinions, said.last) as version
    from topics cross join lateral (
      select count(*)::int as opinions, max(created_at) as last from feedback where topic_id = topics.id
    ) said
    where interest is not null
      and exists (select 1 from subscriptions where subscriptions.topic_id = topics.id)
    order by id`.execute(db)
  return rows
}

/** Changes whenever a topic of a reader's, who follows one, or what readers said of one changes. */
export async function findInterestVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select coalesce((
      select md5(string_agg(id || interest::text, ' ' order by id)) from topics where interest is not null
        and exists (select 1 from subscriptions where subscriptions.topic_id = topics.id)
    ), '') || coalesce((
      select ' ' || count(*) || ' ' || max(feedback.created_at) from feedback
        join topics on topics.id = feedback.topic_id where interest is not null
    ), '') as version`.execute(db)
  return rows[0]!.version
}

/** In how many articles each group of terms stands, any of them sufficing; counting stops at `upTo`. At most 31 groups. */
export async function countHolding(
  db: Db,
  groups: readonly (readonly string[])[],
  upTo: number,
): Promise<number[]> {
  const counts = groups.map(() => 0)
  await findHolders(db, groups, { from: 0, to: await nextDocument(db) }, (_, held) => {
    for (const [group, count] of counts.entries())
      if ((held >>> group) & 1 && count < upTo) counts[group] = count + 1
  })
  return counts
}

export interface RecentArticle {
  id: number
  title: string
  text: string
  url: string | null
}

/** Ready articles of shared sources since `since`, the last indexed first; only those holding one of `terms` where given. */
export async function listSharedArticles(
  db: Db,
  want: { terms: readonly string[] | null; since: Date; limit: number },
): Promise<RecentArticle[]> {
  const holding = want.terms === null ? null : await listHolding(db, want.terms, want.since)
  for (let most = 2 * want.limit; ; most *= 8) {
    const { rows } = await sql<RecentArticle>`
      select articles.id, title, left(text, 2500) as text, coalesce(url, original_url) as url
      from articles ${holding ? sql`join documents on article_id = articles.id` : sql``}
      where ready_at >= ${want.since}
        ${holding ? sql`and number = any(${holding.slice(0, most)}::int[])` : sql``}
        and exists (
          select 1 from article_sources link join sources on sources.id = link.source_id
          where link.article_id = articles.id and sources.shared
        )
      order by ready_at desc, articles.id desc limit ${want.limit}`.execute(db)
    if (holding === null || rows.length === want.limit || most >= holding.length) return rows
  }
}

/** The documents that hold one of `terms`, the newest first, from the first one that was ready at `since`. */
async function listHolding(db: Db, terms: readonly string[], since: Date): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from articles join documents on article_id = articles.id
    where ready_at >= ${since} order by ready_at limit 1`.execute(db)
  if (rows.length === 0) return []
  const found: number[] = []
  const range = { from: Math.max(0, rows[0]!.number - disorder), to: await nextDocument(db) }
  await findHolders(db, [terms], range, (document) => void found.push(document))
  return found.toSorted((one, other) => other - one)
}

/** Writes which articles a topic holds, in place of all it held since `since`. */
export async function replaceTopicArticles(
  trx: Db,
  topicId: number,
  found: readonly { articleId: number; score: number }[],
  since: Date,
): Promise<void> {
  await sql`delete from article_topics using articles where articles.id = article_topics.article_id
    and topic_id = ${topicId} and ready_at >= ${since}`.execute(trx)
  await sql`insert into article_topics (article_id, topic_id, score)
    select id, ${topicId}, score from unnest(${found.map(({ articleId }) => articleId)}::bigint[],
      ${found.map(({ score }) => score)}::real[]) as found (id, score)
    where exists (select 1 from articles where articles.id = found.id)
    on conflict (article_id, topic_id) do update set score = excluded.score`.execute(trx)
}
