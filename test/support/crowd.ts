/** A crowd of subscribers with what they follow, and articles, made by SQL, for what needs many. */
import { sql } from 'kysely'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import type { Database } from '../../src/db/connect.ts'

/** The id of the first of a crowd (playground/people.ts). */
export const firstReader = 6_000_000_001

export interface CrowdSize {
  botId: number
  subscribers: number
  /** Those of them who follow twenty sources. */
  active: number
  /** Those of the active who follow 500 things. */
  heavy: number
  /** At least 500. */
  sources: number
  articles: number
}

/** Fills a migrated database: everybody follows a few topics, the active some sources, the heavy 500 things. */
export async function fillCrowd(
  { db }: Database,
  { botId, subscribers, active, heavy, sources, articles }: CrowdSize,
  at: Date,
): Promise<void> {
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, at, 1_800_000)
  await sql`insert into readers (user_id, locale, created_at)
    select ${firstReader}::bigint + n, 'en', ${at} from generate_series(0, ${subscribers - 1}::int) n`.execute(
    db,
  )
  await sql`insert into subscribers (bot_id, chat_id, kind, title, reader_id, locale, time_zone, created_at, updated_at)
    select ${botId}, user_id, 'private', 'Reader', id, 'en', 'UTC', ${at}, ${at} from readers order by id`.execute(
    db,
  )
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${at}, ${at}, ${at} from subscribers`.execute(
    db,
  )
  await sql`insert into sources (url, kind, title, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
    select 'https://paper' || n || '.example/feed', 'feed', 'Paper ' || n, n % 3 <> 0, ${at}, ${at}, 1, ${at}
    from generate_series(1, ${sources}::int) n`.execute(db)
  await sql`insert into subscriptions (subscriber_id, topic_id, created_at)
    select subscribers.id, topics.id, ${at} from subscribers join topics on topics.id % 7 = subscribers.id % 7`.execute(
    db,
  )
  await sql`insert into subscriptions (subscriber_id, source_id, folder, created_at)
    select subscribers.id, sources.id, case when sources.id % 5 = 0 then 'Folder ' || sources.id % 40 end, ${at}
    from subscribers join sources on (sources.id + subscribers.id) % ${sources}::int
      < case when subscribers.chat_id < ${firstReader + heavy} then 497 else 20 end
    where subscribers.chat_id < ${firstReader + active}`.execute(db)
  await sql`insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
    select 'g' || n, 'https://paper.example/' || n, 'Ferry ' || n || ' leaves harbour ' || n % 90, came, 'en', repeat('The ferry leaves. ', 60),
      md5(n::text), md5(n::text), came, came
    from generate_series(1, ${articles}::int) n, lateral (select ${at}::timestamptz - interval '1 minute' * n as came) as at`.execute(
    db,
  )
  // Every twentieth holds what is searched for.
  await sql`insert into article_terms (article_id, terms)
    select id, array_to_tsvector((select array_agg('word' || (id * k) % 9000) from generate_series(1, 60) k) || case when id % 20 = 0 then array['ferry', 'harbour'] else '{}' end)
    from articles`.execute(db)
  await sql`insert into article_sources (article_id, source_id, guid, seen_at)
    select id, 1 + id % ${sources}::int, guid, ready_at from articles`.execute(db)
  await sql`insert into article_topics (article_id, topic_id, score)
    select articles.id, topics.id, 0.5 from articles join topics on topics.id % 20 = articles.id % 20`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
}
