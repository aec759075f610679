/** The prune tick: removes article texts that are older than the settings keep, and what has served its time; seen-state outlives them. */
import { pruneTexts } from '../db/articles.ts'
import { deleteFreeHosts } from '../db/hosts.ts'
import { deleteLeases } from '../db/leases.ts'
import { deletePendings } from '../db/pending.ts'
import { deleteQuotas } from '../db/quotas.ts'
import { deleteStoppedDrafts } from '../db/stopped-drafts.ts'
import { deleteUpdates } from '../db/updates.ts'
import type { Pipeline } from './context.ts'

const batch = 1000
const forgottenMs = 3 * 86_400_000

/** Removes old texts, batch by batch. Returns how many. */
export async function prune(pipeline: Pick<Pipeline, 'db' | 'now' | 'settings'>): Promise<number> {
  await deleteFreeHosts(pipeline.db, pipeline.now())
  await forgetThePast(pipeline)
  const before = new Date(pipeline.now().getTime() - pipeline.settings.retainMs)
  let total = 0
  for (;;) {
    const pruned = await pruneTexts(pipeline.db, before, batch)
    total += pruned
    if (pruned < batch) return total
  }
}

/** Telegram brings no update again after a day, a question or an answer takes minutes, a bucket is full again after a day. */
async function forgetThePast({ db, now }: Pick<Pipeline, 'db' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - forgottenMs)
  await deleteUpdates(db, before)
  await deleteQuotas(db, before)
  await deletePendings(db, before)
  await deleteStoppedDrafts(db, before)
  await deleteLeases(db, before)
}
