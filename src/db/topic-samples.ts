/** Queries that the topic model learns from: the topics with their seed words, and a sample of stored articles. */
import { sql } from 'kysely'
import type { Db, Topic } from './database.ts'

/** The topics that all are offered. */
export async function listTopics(db: Db): Promise<Topic[]> {
  return db.selectFrom('topics').selectAll().where('owner_id', 'is', null).orderBy('id').execute()
}

/** The same without their words, which are most of what a topic holds. */
export async function listTopicChoices(db: Db): Promise<TopicChoice[]> {
  return db
    .selectFrom('topics')
    .select(['id', 'slug', 'names'])
    .where('owner_id', 'is', null)
    .orderBy('id')
    .execute()
}

export type TopicChoice = Pick<Topic, 'id' | 'slug' | 'names'>

/** Names of topics, offered or a reader's own, by id. */
export async function listTopicNames(db: Db, ids: readonly number[]): Promise<Map<number, Topic['names']>> {
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'names'])
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute()
  return new Map(rows.map(({ id, names }) => [id, names]))
}

/** The newest ready articles, shortened: what unlabelled learning needs. */
export async function listArticleSample(
  db: Db,
  limit: number,
): Promise<{ title: string; text: string; language: string }[]> {
  return db
    .selectFrom('articles')
    .select((query) => ['title', query.fn<string>('left', ['text', query.val(2000)]).as('text'), 'language'])
    .where('ready_at', 'is not', null)
    .orderBy('ready_at', 'desc')
    .limit(limit)
    .execute()
}

export interface TopicSeed {
  slug: string
  names: Record<string, string>
  description: string
  keywords: readonly string[]
}

/** Stores the catalogue's topics; a topic that is there takes the catalogue's newer words. */
export async function upsertTopics(db: Db, topics: readonly TopicSeed[], now: Date): Promise<void> {
  if (topics.length === 0) return
  await db
    .insertInto('topics')
    .values(
      topics.map((topic) => ({
        slug: topic.slug,
        names: JSON.stringify(topic.names),
        description: topic.description,
        keywords: JSON.stringify(topic.keywords),
        owner_id: null,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet((set) => ({
        // What the operator renamed stays.
        names: sql<string>`excluded.names || topics.renamed`,
        description: set.ref('excluded.description'),
        keywords: set.ref('excluded.keywords'),
      })),
    )
    .execute()
}
