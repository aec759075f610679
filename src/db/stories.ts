/** Queries on stories: which story each recent article belongs to, decided by one worker at a time. */
import { type Kysely, sql } from 'kysely'
import type { Db, Tables } from './database.ts'

export interface StoryMember {
  articleId: number
  storyId: number
  title: string
  /** The beginning of the text, enough to compare. */
  lead: string
  language: string
  at: Date
  order: number
}

/** Serialises story assignment over all workers until the transaction ends. */
export async function lockStories(trx: Db): Promise<void> {
  await trx
    .insertInto('leases')
    .values({ name: 'stories', holder: '', expires_at: new Date(0) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  await trx.selectFrom('leases').select('name').where('name', '=', 'stories').forUpdate().execute()
}

/** Members read in one query. */
const pageSize = 2000

/**
 * Yields the articles whose story was assigned after `after` (a `story_order`), and since `since`, in that order, a
 * page at a time. Complete where the caller holds the lock of lockStories.
 */
export async function* listStoryMembers(db: Db, after: number, since: Date): AsyncGenerator<StoryMember[]> {
  for (let seen = after; ; ) {
    const rows = await db
      .selectFrom('articles')
      .select((query) => [
        'id as articleId',
        'title',
        'language',
        query.ref('story_id').$notNull().as('storyId'),
        query.ref('story_order').$notNull().as('order'),
        query.ref('ready_at').$notNull().as('at'),
        query.fn<string>('left', ['text', query.val(1200)]).as('lead'),
      ])
      .where('story_order', '>', seen)
      .where('ready_at', '>=', since)
      .orderBy('story_order')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    seen = last.order
  }
}

/** Inserts stories that begin at these times; returns their ids in the same order. */
export async function insertStories(trx: Db, at: readonly Date[]): Promise<number[]> {
  if (at.length === 0) return []
  const rows = await trx
    .insertInto('stories')
    .values(at.map((each) => ({ first_at: each, last_at: each })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Moves the end of stories on to when each was last told. */
export async function touchStories(trx: Db, last: ReadonlyMap<number, Date>): Promise<void> {
  if (last.size === 0) return
  await sql`
    update stories set last_at = greatest(last_at, told.at)
    from unnest(${[...last.keys()]}::bigint[], ${[...last.values()].map((at) => at.toISOString())}::timestamptz[])
      as told (id, at)
    where stories.id = told.id`.execute(trx)
}

/**
 * Writes the story of each article (by article id) and makes it ready; one that was ready keeps its time. Returns the
 * highest `story_order` given out.
 */
export async function recordStories(
  trx: Db,
  storyOf: ReadonlyMap<number, number>,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ order: number }>`
    update articles set
      story_id = made.story_id,
      story_order = coalesce(story_order, nextval('article_story_order')),
      ready_at = coalesce(ready_at, ${now})
    from unnest(${[...storyOf.keys()]}::bigint[], ${[...storyOf.values()]}::bigint[]) as made (id, story_id)
    where articles.id = made.id
    returning story_order as order`.execute(trx)
  return rows.reduce((most, { order }) => Math.max(most, order), 0)
}

/** Makes one story of those of two articles, the older one staying; false where they are one already. */
export async function mergeStories(db: Kysely<Tables>, one: number, other: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockStories(trx)
    const rows = await trx
      .selectFrom('articles')
      .select('story_id')
      .where('id', 'in', [one, other])
      .where('story_id', 'is not', null)
      .execute()
    const ids = [...new Set(rows.map((row) => row.story_id!))].toSorted((a, b) => a - b)
    const [kept, gone] = ids
    if (kept === undefined || gone === undefined) return false
    await trx.updateTable('articles').set({ story_id: kept }).where('story_id', '=', gone).execute()
    await sql`update stories set merged_into = ${kept} where id = ${gone} or merged_into = ${gone}`.execute(
      trx,
    )
    await sql`update stories set last_at = greatest(last_at, (select last_at from stories where id = ${gone}))
      where id = ${kept}`.execute(trx)
    return true
  })
}

/** Stories told since `since` that turned out to be another one, in the order in which they began. */
export async function listMergedStories(trx: Db, since: Date): Promise<{ id: number; into: number }[]> {
  return trx
    .selectFrom('stories')
    .select((query) => ['id', query.ref('merged_into').$notNull().as('into')])
    .where('merged_into', 'is not', null)
    .where('last_at', '>=', since)
    .orderBy('id')
    .execute()
}

/** What happened by an article's summary, in English, whatever the language of the article. */
export interface StoryEvent {
  articleId: number
  storyId: number
  language: string
  event: string
  at: Date
}

/** Events of articles that became ready since `since`, one for each article, oldest first, at most the newest 1000. */
export async function listEvents(db: Db, since: Date): Promise<StoryEvent[]> {
  const { rows } = await sql<StoryEvent>`
    select * from (
      select distinct on (articles.id) articles.id as "articleId", story_id as "storyId", articles.language, event,
        coalesce(published_at, ready_at) as at
      from articles join summaries on summaries.content_hash = articles.content_hash
      where ready_at >= ${since} and story_id is not null and event is not null and state = 'ready'
      order by articles.id desc, summaries.id limit 1000
    ) newest order by "articleId"`.execute(db)
  return rows
}
