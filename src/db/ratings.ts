/** Queries on what a chat says of single articles: thumbs, more or less of the kind, and saved for later. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { listOwnTopicsOf, recordFeedback } from './feedback.ts'
import type { RatingKind } from './reading-tables.ts'

/** A chat's ratings of one article. */
export async function listRatings(db: Db, subscriberId: number, articleId: number): Promise<RatingKind[]> {
  const { rows } = await sql<{ kind: RatingKind }>`
    select distinct kind from feedback
    where subscriber_id = ${subscriberId} and article_id = ${articleId} and kind in ('up', 'down')
    union all
    select kind from leanings where subscriber_id = ${subscriberId} and article_id = ${articleId}`.execute(db)
  return rows.map((row) => row.kind)
}

/** Rates an article, or takes the same rating back; its opposite goes. Returns whether it stands now. */
export async function toggleRating(
  db: Db,
  rating: { subscriberId: number; readerId: number | null; articleId: number; kind: RatingKind },
  now: Date,
): Promise<boolean> {
  const { subscriberId, readerId, articleId, kind } = rating
  const stood = (await listRatings(db, subscriberId, articleId)).includes(kind)
  if (kind === 'up' || kind === 'down') {
    await db
      .deleteFrom('feedback')
      .where('subscriber_id', '=', subscriberId)
      .where('article_id', '=', articleId)
      .where('kind', 'in', ['up', 'down'])
      .execute()
    if (stood) return false
    const own = await listOwnTopicsOf(db, subscriberId, articleId)
    // The topics that people made themselves learn from it too.
    const topicIds = own.filter(({ turnedAway }) => !turnedAway).map(({ id }) => id)
    for (const topicId of [null, ...topicIds])
      await recordFeedback(db, { subscriberId, readerId, articleId, topicId, kind }, now)
    return true
  }
  if (stood)
    await db
      .deleteFrom('leanings')
      .where('subscriber_id', '=', subscriberId)
      .where('article_id', '=', articleId)
      .execute()
  else
    await db
      .insertInto('leanings')
      .values({ subscriber_id: subscriberId, article_id: articleId, kind, created_at: now })
      .onConflict((conflict) =>
        conflict.columns(['subscriber_id', 'article_id']).doUpdateSet({ kind, created_at: now }),
      )
      .execute()
  return !stood
}

/** Whether this chat saved the article. */
export async function isBookmarked(db: Db, subscriberId: number, articleId: number): Promise<boolean> {
  const row = await db
    .selectFrom('bookmarks')
    .select('article_id')
    .where('subscriber_id', '=', subscriberId)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row !== undefined
}

/** Saves an article for later, or takes it off the list. */
export async function setBookmark(
  db: Db,
  subscriberId: number,
  articleId: number,
  saved: boolean,
  now: Date,
): Promise<void> {
  if (saved)
    await db
      .insertInto('bookmarks')
      .values({ subscriber_id: subscriberId, article_id: articleId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('bookmarks')
      .where('subscriber_id', '=', subscriberId)
      .where('article_id', '=', articleId)
      .execute()
}

/** A link that a reader sent, which need not be an article of ours. */
export interface SavedLink {
  url: string
  title: string
}

/** Saves a link and returns its id on the list; one that is saved already stays as it is, and null comes back. */
export async function saveLink(
  db: Db,
  subscriberId: number,
  link: SavedLink,
  now: Date,
): Promise<number | null> {
  const row = await db
    .insertInto('bookmarks')
    .values({ subscriber_id: subscriberId, ...link, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Takes a link off the list; undefined where it was not on it. */
export async function dropLink(
  db: Db,
  subscriberId: number,
  which: { id: number } | { url: string },
): Promise<SavedLink | undefined> {
  const row = await db
    .deleteFrom('bookmarks')
    .where('subscriber_id', '=', subscriberId)
    .where('url', 'is not', null)
    .where('id' in which ? 'id' : 'url', '=', 'id' in which ? which.id : which.url)
    .returning(['url', 'title'])
    .executeTakeFirst()
  return row && { url: row.url ?? '', title: row.title ?? '' }
}

export interface SavedItem {
  id: number
  /** null for a link that is no article of ours. */
  articleId: number | null
  title: string
  url: string | null
}

/** What was saved, the newest first, and how much it is in all. */
export async function listBookmarks(
  db: Db,
  subscriberId: number,
  page: { offset: number; limit: number },
): Promise<{ total: number; items: SavedItem[] }> {
  const rows = await db
    .selectFrom('bookmarks')
    .leftJoin('articles', 'articles.id', 'bookmarks.article_id')
    .select([
      'bookmarks.id',
      'bookmarks.article_id as articleId',
      sql<string>`coalesce(articles.title, bookmarks.title, '')`.as('title'),
      sql<string | null>`coalesce(articles.url, bookmarks.url)`.as('url'),
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('bookmarks.created_at', 'desc')
    .orderBy('bookmarks.id')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return { total: rows[0]?.total ?? 0, items: rows }
}
