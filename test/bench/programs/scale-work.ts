/** What there is to do in the scale bench: slow feeds, sources as they are after a poll, and articles that nobody has summed up. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { topicCatalogue } from '../../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../../src/db/catalogue.ts'
import type { Database } from '../../../src/db/connect.ts'
import { writeFeed } from './feed-text.ts'
import { feedHost } from './scale-network.ts'

/** Feeds with nothing new in nine of ten answers, and one article in the tenth; each a host of its own. */
export async function startFarm(answerMs: number): Promise<number> {
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    const [, , block = 0, last = 0] = host.split(':')[0]!.split('.').map(Number)
    const feed = block * 250 + last - 1
    const times = (asked.get(host) ?? 0) + 1
    asked.set(host, times)
    const articles = Math.floor((times + (feed % 10)) / 10)
    const etag = `"${articles}"`
    void setTimeout(answerMs).then(() => {
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
      response
        .writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' })
        .end(writeFeed(feed, host, articles))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  return (server.address() as AddressInfo).port
}

/** How much of everything. */
export interface Work {
  feedPort: number
  feeds: number
  schedules: number
  articlesEach: number
}

/** Sources that are not due, and schedules that are not either, each with a source and long articles of its own. */
export async function fill(
  { db }: Database,
  { feedPort, feeds, schedules, articlesEach }: Work,
): Promise<void> {
  const now = new Date()
  const later = new Date(now.getTime() + 86_400_000)
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, now, 1_800_000)
  const urls = Array.from({ length: feeds }, (_, at) => `http://${feedHost(at)}:${feedPort}/feed.xml`)
  await sql`insert into sources (url, kind, shared, etag, polled_at, next_poll_at, poll_gap_ms, created_at)
    select url, 'feed', true, '"0"', ${now}, ${later}, 1800000, ${now} from unnest(${urls}::text[]) url`.execute(
    db,
  )
  await sql`insert into subscribers (bot_id, chat_id, kind, locale, time_zone, created_at, updated_at)
    select 1, n, 'private', 'en', 'UTC', ${now}, ${now} from generate_series(1, ${schedules}::int) n`.execute(
    db,
  )
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all":true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${later}, ${now}::timestamptz - interval '1 day', ${now} from subscribers`.execute(
    db,
  )
  await sql`insert into sources (url, kind, shared, polled_at, next_poll_at, poll_gap_ms, created_at)
    select 'https://paper' || id || '.example/feed', 'feed', false, ${now}, ${later}, 1800000, ${now} from subscribers order by id`.execute(
    db,
  )
  await sql`insert into subscriptions (subscriber_id, source_id, created_at)
    select subscribers.id, sources.id, ${now} from subscribers join sources on sources.url = 'https://paper' || subscribers.id || '.example/feed'`.execute(
    db,
  )
  await sql`insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
    select 'a' || n, 'https://paper.example/' || n, 'Harbour ' || md5(n::text) || ' counts its boats', came, 'en', words, md5(words), md5(words), came, came
    from generate_series(1, ${schedules * articlesEach}::int) n,
      lateral (select ${now}::timestamptz - interval '1 minute' * (n % 600) as came,
        (select string_agg('On pier ' || md5((n * 100 + k)::text) || ' the keeper counted boats and nets before the tide came in again.', ' ') from generate_series(1, 40) k) as words) as made`.execute(
    db,
  )
  await sql`insert into article_sources (article_id, source_id, guid, seen_at)
    select articles.id, sources.id, articles.guid, articles.ready_at from articles
    join sources on sources.url = 'https://paper' || (1 + (articles.id - 1) / ${articlesEach}::int) || '.example/feed'`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}
