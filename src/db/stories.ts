/** Queries on stories: which story each recent article belongs to, decided by one worker at a time. */
import type { Db } from './database.ts'

export interface StoryMember {
  articleId: number
  storyId: number
  title: string
  /** The beginning of the text, enough to compare. */
  lead: string
  language: string
  at: Date
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

/** Articles with a story, ready since `since`, with a higher id or readiness than what the caller has seen. */
export async function listStoryMembers(db: Db, since: Date): Promise<StoryMember[]> {
  const rows = await db
    .selectFrom('articles')
    .select((query) => [
      'id',
      'story_id',
      'title',
      query.fn<string>('left', ['text', query.val(1200)]).as('lead'),
      'language',
      'ready_at',
    ])
    .where('ready_at', '>=', since)
    .where('story_id', 'is not', null)
    .orderBy('ready_at')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) =>
    row.story_id === null || row.ready_at === null
      ? []
      : [
          {
            articleId: row.id,
            storyId: row.story_id,
            title: row.title,
            lead: row.lead,
            language: row.language,
            at: row.ready_at,
          },
        ],
  )
}

export async function insertStory(trx: Db, at: Date): Promise<number> {
  const row = await trx
    .insertInto('stories')
    .values({ first_at: at, last_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function touchStory(trx: Db, id: number, at: Date): Promise<void> {
  await trx.updateTable('stories').set({ last_at: at }).where('id', '=', id).execute()
}
