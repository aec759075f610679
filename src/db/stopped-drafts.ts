/** Queries on stopped_drafts: the bot notes a reader's Stop, and the worker that writes the answer looks for it. */
import type { Db } from './database.ts'

/** Notes a Stop; a second one changes nothing. */
export async function stopDraft(db: Db, subscriberId: number, draftId: number, now: Date): Promise<void> {
  await db
    .insertInto('stopped_drafts')
    .values({ subscriber_id: subscriberId, draft_id: draftId, stopped_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the reader pressed Stop below this draft. */
export async function isDraftStopped(db: Db, subscriberId: number, draftId: number): Promise<boolean> {
  const row = await db
    .selectFrom('stopped_drafts')
    .select('draft_id')
    .where('subscriber_id', '=', subscriberId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what was stopped before `before`. */
export async function deleteStoppedDrafts(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('stopped_drafts').where('stopped_at', '<', before).execute()
}
