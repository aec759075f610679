/** Queries on pending_questions: what the bot asked last, so that any process understands the typed answer. */
import type { Db } from './database.ts'

export interface PendingQuestion {
  kind: string
  payload: Record<string, unknown>
}

/** Remembers a question to one person in one chat until `expiresAt`; it replaces an earlier one. */
export async function savePending(
  db: Db,
  who: { subscriberId: number; userId: number },
  question: PendingQuestion,
  expiresAt: Date,
): Promise<void> {
  const values = { kind: question.kind, payload: JSON.stringify(question.payload), expires_at: expiresAt }
  await db
    .insertInto('pending_questions')
    .values({ subscriber_id: who.subscriberId, user_id: who.userId, ...values })
    .onConflict((conflict) => conflict.columns(['subscriber_id', 'user_id']).doUpdateSet(values))
    .execute()
}

/** The question that waits for this person's answer at `now`, if any. */
export async function findPending(
  db: Db,
  who: { subscriberId: number; userId: number },
  now: Date,
): Promise<PendingQuestion | undefined> {
  return db
    .selectFrom('pending_questions')
    .select(['kind', 'payload'])
    .where('subscriber_id', '=', who.subscriberId)
    .where('user_id', '=', who.userId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Forgets what this person was asked. */
export async function deletePending(db: Db, who: { subscriberId: number; userId: number }): Promise<void> {
  await db
    .deleteFrom('pending_questions')
    .where('subscriber_id', '=', who.subscriberId)
    .where('user_id', '=', who.userId)
    .execute()
}

/** Forgets questions whose time ran out before `before`. */
export async function deletePendings(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('pending_questions').where('expires_at', '<', before).execute()
}
