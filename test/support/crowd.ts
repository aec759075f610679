/** A crowd of subscribers with what they follow, and articles, made by SQL, for what needs many; indexes are built after. */
import { sql } from 'kysely'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { addTerms, createTermTable } from '../../src/core/term-table.ts'
import { encodeSegment } from '../../src/core/segment.ts'
import { writeSegment } from '../../src/db/term-index.ts'
import { loadWithoutIndexes } from './bulk-load.ts'

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
  /** Those with a whole text of some kilobytes, and those with one of 300 characters. */
  articles: number
  teasers?: number
}

/** Texts that the articles share: enough that a rare word stands in few of them. */
const mostTexts = 20_000
/** Words by rank, drawn so that the n-th is as often as in real texts: in about 4/n of the whole ones. */
export const rankedWords = 50_000
const wholeWords = 450
const teaserWords = 40
/** Documents of a segment that has been merged. */
const merged = 32_768

/** Fills a migrated database: everybody follows a few topics, the active some sources, the heavy 500 things. */
export async function fillCrowd({ db }: Database, size: CrowdSize, at: Date): Promise<void> {
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, at, 1_800_000)
  const tables = [
    'readers',
    'subscribers',
    'schedules',
    'sources',
    'subscriptions',
    'articles',
    'documents',
    'article_sources',
    'article_topics',
  ]
  await loadWithoutIndexes(db, tables, async () => {
    await Promise.all([fillChats(db, size, at), fillArticles(db, size, at)])
  })
  await sql`vacuum analyze`.execute(db)
}

/** Rows under numbers of our own, so that tables need not wait for each other. */
async function fillChats(
  db: Db,
  { botId, subscribers, active, heavy, sources }: CrowdSize,
  at: Date,
): Promise<void> {
  await Promise.all([
    sql`insert into readers (id, user_id, locale, created_at) overriding system value
      select n, ${firstReader - 1}::bigint + n, 'en', ${at} from generate_series(1, ${subscribers}::int) n`.execute(
      db,
    ),
    sql`insert into subscribers (id, bot_id, chat_id, kind, title, reader_id, locale, time_zone, created_at, updated_at)
      overriding system value
      select n, ${botId}, ${firstReader - 1}::bigint + n, 'private', 'Reader', n, 'en', 'UTC', ${at}, ${at}
      from generate_series(1, ${subscribers}::int) n`.execute(db),
    sql`insert into schedules (id, subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
      overriding system value
      select n, n, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${at}, ${at}, ${at}
      from generate_series(1, ${subscribers}::int) n`.execute(db),
    sql`insert into sources (id, url, kind, title, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
      overriding system value
      select n, 'https://paper' || n || '.example/feed', 'feed', 'Paper ' || n, n % 3 <> 0, ${at}, ${at}, 1, ${at}
      from generate_series(1, ${sources}::int) n`.execute(db),
    sql`insert into subscriptions (subscriber_id, topic_id, created_at)
      select n, topics.id, ${at} from generate_series(1, ${subscribers}::int) n join topics on topics.id % 7 = n % 7`.execute(
      db,
    ),
    sql`insert into subscriptions (subscriber_id, source_id, folder, created_at)
      select n, source, case when source % 5 = 0 then 'Folder ' || source % 40 end, ${at}
      from generate_series(1, ${active}::int) n, generate_series(1, ${sources}::int) source
      where (source + n) % ${sources}::int < case when n <= ${heavy} then 497 else 20 end`.execute(db),
  ])
}

/** The newest first, a minute apart; whole texts and short ones mixed. Every twentieth holds what is searched for. */
async function fillArticles(db: Db, size: CrowdSize, at: Date): Promise<void> {
  const { articles: whole, teasers = 0, sources } = size
  const all = whole + teasers
  const every = Math.round(all / whole)
  const texts = Math.min(mostTexts, Math.ceil(all / 10))
  await sql`create table crowd_texts as
    select n, long.text as long, short.text as short from generate_series(0, ${texts - 1}::int) n,
      lateral (${drawn(wholeWords)}) long, lateral (${drawn(teaserWords)}) short`.execute(db)
  await sql`create unique index on crowd_texts (n)`.execute(db)
  await sql`analyze crowd_texts`.execute(db)
  const parts = 4
  const from = (part: number) => sql`generate_series(${Math.floor((all * part) / parts) + 1}::int,
    ${Math.floor((all * (part + 1)) / parts)}::int) id join crowd_texts on crowd_texts.n = id::bigint * 7919 % ${texts}::int`
  const isWhole = sql`id % ${every}::int = 0`
  const came = sql`${at}::timestamptz - interval '1 minute' * (${all}::int - id)`
  await Promise.all(
    Array.from({ length: parts }, (_, part) => part).map((part) =>
      sql`insert into articles (id, guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
        overriding system value
        select id, 'g' || id, 'https://paper.example/' || id, 'Ferry ' || id || ' leaves harbour ' || id % 90, ${came}, 'en',
          case when ${isWhole} then long else short end, md5(id::text), md5(id::text), ${came}, ${came} from ${from(part)}`.execute(
        db,
      ),
    ),
  )
  await indexTexts(db, { all, every, texts })
  await Promise.all([
    sql`insert into documents (number, article_id) select id, id from generate_series(1, ${all}::int) id`.execute(
      db,
    ),
    sql`insert into article_sources (article_id, source_id, guid, seen_at)
      select id, 1 + id % ${sources}::int, 'g' || id, ${came} from generate_series(1, ${all}::int) id`.execute(
      db,
    ),
    sql`insert into article_topics (article_id, topic_id, score)
      select n, topics.id, 0.5 from generate_series(1, ${all}::int) n join topics on topics.id % 20 = n % 20`.execute(
      db,
    ),
  ])
  await sql`drop table crowd_texts`.execute(db)
}

/** Makes the articles searchable, as they are once the segments have been merged; a document has its article's number. */
async function indexTexts(
  db: Db,
  { all, every, texts }: { all: number; every: number; texts: number },
): Promise<void> {
  const { rows } = await sql<{
    long: string
    short: string
  }>`select long, short from crowd_texts order by n`.execute(db)
  const terms = rows.map(({ long, short }) => ({ long: long.split(' '), short: short.split(' ') }))
  for (let first = 1; first <= all; first += merged) {
    const numbers = Array.from({ length: Math.min(merged, all + 1 - first) }, (_, at) => first + at)
    const table = createTermTable()
    for (const number of numbers) {
      const { long, short } = terms[(number * 7919) % texts]!
      addTerms(table, number % every === 0 ? long : short, number)
      if (number % 20 === 0) addTerms(table, ['ferry', 'harbour'], number)
    }
    await writeSegment(
      db,
      encodeSegment(table, (number) => number),
      numbers,
    )
  }
}

/** A text of so many words, drawn anew for each row. */
const drawn = (words: number) =>
  sql`select string_agg(word, ' ') as text from (
    select 'word' || floor(exp(random() * ln(${rankedWords}::int)) + n * 0)::int as word from generate_series(1, ${words}::int)) words`
