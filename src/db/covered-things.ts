/** Queries on what each digest of a chat covers: a followed thing goes to another digest, a source takes another's place. */
import { covers, type FollowedThing, withThing } from '../core/selection.ts'
import type { Db } from './database.ts'
import { listSchedules, updateSchedule } from './schedules.ts'
import { isFollowing, unfollow } from './subscriptions.ts'

/** Lets one digest of a chat bring a followed thing, and no other; false where the chat has no such schedule. */
export async function moveThing(
  trx: Db,
  subscriberId: number,
  thing: FollowedThing,
  scheduleId: number,
): Promise<boolean> {
  const all = await listSchedules(trx, subscriberId)
  if (!all.some(({ id }) => id === scheduleId)) return false
  for (const { id, selection } of all)
    if (covers(selection, thing) !== (id === scheduleId))
      await updateSchedule(trx, id, { selection: withThing(selection, thing, id === scheduleId) })
  return true
}

/**
 * Follows a source in the place of another: in the same digests and folder, and by the chat's own name for it. Does
 * nothing where the other is not followed.
 */
export async function replaceSource(
  trx: Db,
  subscriberId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  if (await isFollowing(trx, subscriberId, { sourceId: to })) {
    await unfollow(trx, subscriberId, { sourceId: from })
    return
  }
  await trx
    .updateTable('subscriptions')
    .set({ source_id: to })
    .where('subscriber_id', '=', subscriberId)
    .where('source_id', '=', from)
    .execute()
  const thing = (id: number) => ({ topic_id: null, source_id: id })
  for (const { id, selection } of await listSchedules(trx, subscriberId)) {
    const isCovered = covers(selection, thing(from))
    if (covers(selection, thing(to)) !== isCovered)
      await updateSchedule(trx, id, { selection: withThing(selection, thing(to), isCovered) })
  }
}
