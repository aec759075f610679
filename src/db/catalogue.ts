/** Puts the catalogue's topics and feeds into the database at start; both lists arrive as arguments. */
import type { Db } from './database.ts'
import { upsertSource } from './sources.ts'
import { type TopicSeed, upsertTopics } from './topic-samples.ts'

export interface CatalogueFeed {
  url: string
  site: string
  title: string
  language: string
  /** Slug of the topic it feeds. */
  topic: string
}

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
