/** Puts the catalogue's topics and feeds into the database at start; both lists arrive as arguments. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { CatalogueFeed } from '../core/catalogue-feed.ts'
import type { Db } from './database.ts'
import { upsertSource } from './sources.ts'
import { type TopicSeed, upsertTopics } from './topic-samples.ts'

/** Stores topics and feeds; what is there stays, with newer words for the topics. Several processes may call at once. */
export async function seedCatalogue(
  db: Db,
  catalogue: { topics: readonly TopicSeed[]; feeds: readonly CatalogueFeed[] },
  now: Date,
  pollGapMs: number,
): Promise<void> {
  await upsertTopics(db, catalogue.topics, now)
  // In one fixed order, so that two starting processes cannot wait for each other's rows.
  for (const feed of catalogue.feeds.toSorted((a, b) => (a.url < b.url ? -1 : 1)))
    await upsertSource(
      db,
      {
        url: feed.url,
        kind: 'feed',
        title: feed.title,
        siteUrl: feed.site,
        language: feed.language,
        catalogueTopic: feed.topic,
        shared: true,
      },
      now,
      pollGapMs,
    )
}

/** Adds a topic that everybody is offered; returns its id. Its slug is made up: a name may be of any script. */
export async function insertTopic(
  db: Db,
  topic: { name: string; tag: string; keywords: readonly string[] },
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('topics')
    .values({
      slug: `t${randomBytes(5).toString('hex')}`,
      names: JSON.stringify({ en: topic.name, [topic.tag]: topic.name }),
      description: '',
      keywords: JSON.stringify(topic.keywords),
      owner_id: null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Renames a topic in one language; the catalogue's own names no longer replace it. */
export async function renameTopic(db: Db, id: number, tag: string, name: string): Promise<void> {
  const renamed = JSON.stringify({ [tag]: name })
  await sql`update topics set names = names || ${renamed}::jsonb, renamed = renamed || ${renamed}::jsonb
    where id = ${id}`.execute(db)
}

/** Renames a source; what its feed calls itself no longer replaces it. */
export async function renameSource(db: Db, id: number, title: string): Promise<void> {
  await db.updateTable('sources').set({ title, renamed: true }).where('id', '=', id).execute()
}

/** Puts a source below a topic of the catalogue; false where there is no such topic. */
export async function setCatalogueTopic(db: Db, id: number, topicId: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update sources set shared = true, catalogue_topic = topics.slug, resting = false from topics
    where sources.id = ${id} and topics.id = ${topicId} and topics.owner_id is null
    returning sources.id as id`.execute(db)
  return rows.length > 0
}
