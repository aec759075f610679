/** Queries behind /list: what a chat follows in groups, a page at a time, and one followed thing with its health. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { listSubscriptions, type SubscriptionRow, type Target } from './subscriptions.ts'

/** Which of the followed things: by kind, by folder (the start of its name's MD5), what is wrong, or what words find. */
export type Group =
  | { kind: 'all' | 'topics' | 'loose' | 'failing' | 'muted' }
  | { kind: 'folder'; key: string }
  | { kind: 'found'; words: string }

export interface GroupCounts {
  total: number
  topics: number
  sources: number
  /** Sources in no folder. */
  loose: number
  failing: number
  muted: number
  folders: { key: string; name: string; count: number }[]
}

const folderKey = sql<string>`left(md5(own.folder), 8)`

/** How many of each. */
export async function countGroups(db: Db, subscriberId: number): Promise<GroupCounts> {
  const { rows } = await sql<{
    folder: string | null
    key: string | null
    topics: number
    sources: number
    failing: number
    muted: number
  }>`
    select own.folder, ${folderKey} as key,
      (count(own.topic_id))::int as topics,
      (count(own.source_id))::int as sources,
      (count(*) filter (where sources.failing_since is not null or sources.state = 'stopped'))::int as failing,
      (count(*) filter (where own.muted))::int as muted
    from subscriptions own left join sources on sources.id = own.source_id
    where own.subscriber_id = ${subscriberId}
    group by own.folder order by own.folder`.execute(db)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  const folders = rows.flatMap(({ folder, key, sources }) =>
    folder !== null && key !== null && sources > 0 ? [{ key, name: folder, count: sources }] : [],
  )
  const topics = sum((row) => row.topics)
  const sources = sum((row) => row.sources)
  return {
    total: topics + sources,
    topics,
    sources,
    loose: sources - folders.reduce((all, { count }) => all + count, 0),
    failing: sum((row) => row.failing),
    muted: sum((row) => row.muted),
    folders,
  }
}

function isIn(group: Group) {
  switch (group.kind) {
    case 'topics':
      return sql<boolean>`subscriptions.topic_id is not null`
    case 'loose':
      return sql<boolean>`subscriptions.source_id is not null and subscriptions.folder is null`
    case 'failing':
      return sql<boolean>`(sources.failing_since is not null or sources.state = 'stopped')`
    case 'muted':
      return sql<boolean>`subscriptions.muted`
    case 'folder':
      return sql<boolean>`left(md5(subscriptions.folder), 8) = ${group.key}`
    case 'found': {
      const like = `%${group.words.toLowerCase().replaceAll(/[\\%_]/gu, '\\$&')}%`
      return sql<boolean>`lower(concat_ws(' ', subscriptions.name, subscriptions.folder, sources.title, sources.url,
        (select string_agg(value, ' ') from jsonb_each_text(topics.names)))) like ${like}`
    }
    default:
      return sql<boolean>`true`
  }
}

/** A page of a group and how many it holds in all. */
export async function listGroup(
  db: Db,
  subscriberId: number,
  group: Group,
  page: { offset: number; limit: number },
): Promise<{ rows: SubscriptionRow[]; total: number }> {
  const rows = await listSubscriptions(db, subscriberId, page, isIn(group))
  return { rows, total: rows[0]?.total ?? 0 }
}

/** One followed thing, or undefined. */
export async function findSubscription(
  db: Db,
  subscriberId: number,
  target: Target,
): Promise<SubscriptionRow | undefined> {
  const isIt =
    'topicId' in target
      ? sql<boolean>`subscriptions.topic_id = ${target.topicId}`
      : sql<boolean>`subscriptions.source_id = ${target.sourceId}`
  const [row] = await listSubscriptions(db, subscriberId, { offset: 0, limit: 1 }, isIt)
  return row
}

/** Renames, files away or mutes one followed thing; false where it is not followed. */
export async function updateSubscription(
  db: Db,
  subscriberId: number,
  target: Target,
  changes: Partial<{ name: string | null; folder: string | null; muted: boolean }>,
): Promise<boolean> {
  const row = await db
    .updateTable('subscriptions')
    .set(changes)
    .where('subscriber_id', '=', subscriberId)
    .where(
      'topicId' in target ? 'topic_id' : 'source_id',
      '=',
      'topicId' in target ? target.topicId : target.sourceId,
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ready articles since `since` of a source or of a topic. */
export async function countRecent(db: Db, target: Target, since: Date): Promise<number> {
  const { rows } = await ('topicId' in target
    ? sql<{ count: number }>`
        select count(*)::int as count from article_topics tagged join articles on articles.id = tagged.article_id
        where tagged.topic_id = ${target.topicId} and articles.ready_at > ${since}`
    : sql<{ count: number }>`
        select count(*)::int as count from article_sources link join articles on articles.id = link.article_id
        where link.source_id = ${target.sourceId} and articles.ready_at > ${since}`
  ).execute(db)
  return rows[0]?.count ?? 0
}
