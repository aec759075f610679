/** Queries on what a reader keeps: articles wanted in the next digest though they were left out, and bookmarks. */
import type { Db } from './database.ts'

/** Articles wanted in the next digest, by schedule. */
export async function listCarried(db: Db, scheduleIds: readonly number[]): Promise<Map<number, number[]>> {
  if (scheduleIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('carried')
    .select(['schedule_id', 'article_id'])
    .where('schedule_id', 'in', [...scheduleIds])
    .orderBy('article_id')
    .execute()
  const carried = new Map<number, number[]>()
  for (const row of rows)
    carried.set(row.schedule_id, [...(carried.get(row.schedule_id) ?? []), row.article_id])
  return carried
}

/** Puts an article into the schedule's next digest, or takes it out again. */
export async function setCarried(
  db: Db,
  scheduleId: number,
  articleId: number,
  wanted: boolean,
  now: Date,
): Promise<void> {
  if (wanted)
    await db
      .insertInto('carried')
      .values({ schedule_id: scheduleId, article_id: articleId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('carried')
      .where('schedule_id', '=', scheduleId)
      .where('article_id', '=', articleId)
      .execute()
}

/** Forgets what these schedules wanted: it has been told. */
export async function deleteCarried(
  db: Db,
  scheduleIds: readonly number[],
  articleIds: readonly number[],
): Promise<void> {
  if (articleIds.length === 0 || scheduleIds.length === 0) return
  await db
    .deleteFrom('carried')
    .where('schedule_id', 'in', [...scheduleIds])
    .where('article_id', 'in', [...articleIds])
    .execute()
}
