/** The query of the prepare job: active schedules with their chats, whose next digests are not planned yet. */
import type { PlannedDigest } from './compositions.ts'
import type { Db } from './database.ts'
import { listSubscribers } from './subscribers.ts'

/** A digest to come. */
export interface Foreseen extends Pick<PlannedDigest, 'schedule' | 'subscriber'> {
  window_from: Date | null
  next_due_at: Date
}

/** Those of `scheduleIds` that are active. */
export async function listForeseen(db: Db, scheduleIds: readonly number[]): Promise<Foreseen[]> {
  const schedules = await db
    .selectFrom('schedules')
    .select(['id', 'selection', 'thread_id', 'created_at', 'window_from', 'subscriber_id', 'next_due_at'])
    .where('id', 'in', [...scheduleIds])
    .where('state', '=', 'active')
    .execute()
  if (schedules.length === 0) return []
  const subscribers = await listSubscribers(
    db,
    schedules.map((schedule) => schedule.subscriber_id),
  )
  const byId = new Map(subscribers.map((subscriber) => [subscriber.id, subscriber]))
  return schedules.flatMap(({ window_from: from, next_due_at: dueAt, ...schedule }) => {
    const subscriber = byId.get(schedule.subscriber_id)
    return subscriber ? [{ schedule, subscriber, window_from: from, next_due_at: dueAt }] : []
  })
}
