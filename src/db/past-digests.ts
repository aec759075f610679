/** Queries on digests that were told: their list, their neighbours, and the articles in them; for the bot's screens. */
import { sql } from 'kysely'
import type { Db, Subscriber } from './database.ts'

export interface PastDigest {
  id: number
  number: number
  due_at: Date
  time_zone: string
  schedule_id: number
}

const past = (db: Db, subscriberId: number) =>
  db
    .selectFrom('digests')
    .innerJoin('schedules', 'schedules.id', 'digests.schedule_id')
    .select(['digests.id', 'digests.number', 'digests.due_at', 'schedules.time_zone', 'digests.schedule_id'])
    .where('digests.subscriber_id', '=', subscriberId)
    .where('digests.state', '=', 'composed')
    .where('digests.number', 'is not', null)
    .$narrowType<{ number: number }>()

/** A chat's digests, the newest first unless told otherwise; `before` narrows to those due before a time. */
export async function listPast(
  db: Db,
  subscriberId: number,
  page: { offset: number; limit: number; before?: Date; oldestFirst?: boolean },
): Promise<PastDigest[]> {
  const order = page.oldestFirst === true ? 'asc' : 'desc'
  return past(db, subscriberId)
    .$if(page.before !== undefined, (query) => query.where('digests.due_at', '<', page.before!))
    .orderBy('digests.due_at', order)
    .orderBy('digests.id', order)
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}

/** A digest of this chat by its id. */
export async function findPast(db: Db, subscriberId: number, id: number): Promise<PastDigest | undefined> {
  return past(db, subscriberId).where('digests.id', '=', id).executeTakeFirst()
}

/** The digests before and after one, of the same schedule. */
export async function listNeighbours(
  db: Db,
  digest: PastDigest,
  subscriberId: number,
): Promise<{ earlier: PastDigest | undefined; later: PastDigest | undefined }> {
  const same = past(db, subscriberId).where('digests.schedule_id', '=', digest.schedule_id)
  return {
    earlier: await same
      .where('digests.number', '<', digest.number)
      .orderBy('digests.number', 'desc')
      .limit(1)
      .executeTakeFirst(),
    later: await same
      .where('digests.number', '>', digest.number)
      .orderBy('digests.number')
      .limit(1)
      .executeTakeFirst(),
  }
}

/** The chat that a digest was for. */
export async function findChatOfDigest(db: Db, digestId: number): Promise<Subscriber | undefined> {
  return db
    .selectFrom('subscribers')
    .innerJoin('digests', 'digests.subscriber_id', 'subscribers.id')
    .selectAll('subscribers')
    .where('digests.id', '=', digestId)
    .executeTakeFirst()
}

/** What an edition stores of an entry, as far as screens need it. */
export interface StoredEntry {
  articleId: number
  headline: string
  url: string | null
  publishers: { name: string; url: string | null }[]
}

/** The entries of a digest of this chat in the order they were numbered, and what its schedule is. */
export async function findEntries(
  db: Db,
  subscriberId: number,
  digestId: number,
): Promise<{ scheduleId: number; entries: StoredEntry[]; leftOut: number } | undefined> {
  const row = await db
    .selectFrom('digests')
    .innerJoin('editions', 'editions.id', 'digests.edition_id')
    .select(['digests.schedule_id', 'editions.content'])
    .where('digests.id', '=', digestId)
    .where('digests.subscriber_id', '=', subscriberId)
    .executeTakeFirst()
  if (!row) return undefined
  const content = row.content as { sections: { entries: StoredEntry[] }[]; leftOut: number }
  return {
    scheduleId: row.schedule_id,
    entries: content.sections.flatMap((section) => section.entries),
    leftOut: content.leftOut,
  }
}

/** One article as a card shows it. */
export interface CardArticle {
  id: number
  title: string
  url: string | null
  story_id: number | null
  /** When its source last changed it in a way that matters; null: never. */
  edited_at: Date | null
  sources: { id: number; title: string; url: string }[]
}

/** An article that a digest of this chat showed or left out, or that it saved. */
export async function findCardArticle(
  db: Db,
  subscriberId: number,
  articleId: number,
): Promise<CardArticle | undefined> {
  const { rows } = await sql<CardArticle>`
    select a.id, a.title, coalesce(a.url, a.original_url) as url, a.story_id, a.edited_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'url', s.url) order by s.id)
        from article_sources link join sources s on s.id = link.source_id
        where link.article_id = a.id and (s.shared or exists (
          select 1 from subscriptions f where f.source_id = s.id and f.subscriber_id = ${subscriberId}))
      ), '[]') as sources
    from articles a
    where a.id = ${articleId} and (
      exists (
        select 1 from edition_items item join digests on digests.edition_id = item.edition_id
        where item.article_id = a.id and digests.subscriber_id = ${subscriberId}
      )
      or exists (select 1 from bookmarks where article_id = a.id and subscriber_id = ${subscriberId})
    )`.execute(db)
  return rows[0]
}
