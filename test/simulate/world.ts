/** Rows of the simulated year: people with their schedules, news by the hour, and the outbox emptied. */
import { sql } from 'kysely'
import { nextDue } from '../../src/core/schedule.ts'
import type { Db } from '../../src/db/database.ts'
import type { SimulatedChat } from './chats.ts'

export interface Person {
  chat: SimulatedChat
  subscriberId: number
  scheduleIds: number[]
}

const sourceUrl = (index: number) => `https://source${index}.example/feed`

/** Stores sources, chats, what they follow, and their schedules; windows begin now. */
export async function addPeople(
  db: Db,
  chats: readonly SimulatedChat[],
  sources: number,
  now: Date,
): Promise<Person[]> {
  const sourceIds: number[] = []
  for (let index = 0; index < sources; index += 1) {
    const { rows } = await sql<{ id: number }>`
      insert into sources (url, kind, title, next_poll_at, polled_at, poll_gap_ms, created_at)
      values (${sourceUrl(index)}, 'feed', ${`Source ${index}`}, ${now}, ${now}, 1, ${now}) returning id`.execute(
      db,
    )
    sourceIds.push(rows[0]!.id)
  }
  const people: Person[] = []
  for (const [index, chat] of chats.entries()) {
    const { rows } = await sql<{ id: number }>`
      insert into subscribers (bot_id, chat_id, kind, locale, time_zone, created_at, updated_at)
      values (1, ${index + 1}, 'private', 'en', ${chat.zone}, ${now}, ${now}) returning id`.execute(db)
    const subscriberId = rows[0]!.id
    await sql`insert into subscriptions (subscriber_id, source_id, created_at)
      values (${subscriberId}, ${sourceIds[chat.source]!}, ${now})`.execute(db)
    const scheduleIds: number[] = []
    for (const { times, days } of chat.schedules) {
      const made = await sql<{ id: number }>`
        insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
        values (${subscriberId}, '{"all":true}', ${times}, ${days}, ${chat.zone},
          ${nextDue({ times, days, timeZone: chat.zone }, now)}, ${now}, ${now}) returning id`.execute(db)
      scheduleIds.push(made.rows[0]!.id)
    }
    people.push({ chat, subscriberId, scheduleIds })
  }
  return people
}

let serial = 0

/** Two new articles of every source, ready now, each a thing of its own. */
export async function addNews(db: Db, sources: number, now: Date): Promise<void> {
  for (let index = 0; index < sources * 2; index += 1) {
    serial += 1
    const title = `Bridge ${serial} of ward ${serial * 7919} opens`
    await sql`
      with made as (
        insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
        values (${`g${serial}`}, ${`https://source.example/${serial}`}, ${title}, ${now}, 'en',
          ${`${title} to all who walk. Mason ${serial * 31} built it in ${serial} days, and ward ${serial * 7919} paid for the stones.`},
          ${`h${serial}`}, ${`h${serial}`}, ${now}, ${now}) returning id
      )
      insert into article_sources (article_id, source_id, guid, seen_at)
      select made.id, sources.id, ${`g${serial}`}, ${now}::timestamptz from made, sources
      where sources.url = ${sourceUrl(index % sources)}`.execute(db)
  }
}

/** Takes the outbox as sent: what a sender without limits would do. */
export async function sendAll(db: Db, now: Date): Promise<void> {
  await sql`update deliveries set state = 'sent', sent_at = ${now} where state = 'queued'`.execute(db)
}
