/** The prune tick: removes article texts that are older than the settings keep, and what has served its time; seen-state outlives them. */
import { pruneTexts } from '../db/articles.ts'
import { deleteFreeHosts } from '../db/hosts.ts'
import { deleteLeases } from '../db/leases.ts'
import { deleteDeliveries } from '../db/old-deliveries.ts'
import { deleteDigests, deleteEditions } from '../db/old-digests.ts'
import { deleteStories, leaveStories } from '../db/old-stories.ts'
import { deleteSummaries } from '../db/old-summaries.ts'
import { deletePendings } from '../db/pending.ts'
import { deleteQuotas } from '../db/quotas.ts'
import { deleteShown } from '../db/shown.ts'
import { deleteStoppedDrafts } from '../db/stopped-drafts.ts'
import { deleteTexts } from '../db/texts.ts'
import { deleteUpdates } from '../db/updates.ts'
import type { Pipeline } from './context.ts'
import { toldMs } from './gather.ts'

const batch = 1000
const forgottenMs = 3 * 86_400_000

/** As far back as `gazette stats` looks. */
const countedMs = 90 * 86_400_000

/** Removes old texts and what was told as long ago, batch by batch. Returns how many texts. */
export async function prune(pipeline: Pick<Pipeline, 'db' | 'now' | 'settings'>): Promise<number> {
  const { db, now, settings } = pipeline
  const ago = (ms: number) => new Date(now().getTime() - ms)
  await deleteFreeHosts(db, now())
  await forgetThePast(pipeline)
  const told = ago(Math.max(settings.retainMs, countedMs))
  await inBatches((limit) => deleteDeliveries(db, told, limit))
  await inBatches((limit) => deleteDigests(db, told, toldMs, limit))
  await inBatches((limit) => deleteEditions(db, told, limit))
  await inBatches((limit) => deleteSummaries(db, told, limit))
  await inBatches((limit) => leaveStories(db, told, limit))
  await inBatches((limit) => deleteStories(db, told, limit))
  return inBatches((limit) => pruneTexts(db, ago(settings.retainMs), limit))
}

async function inBatches(removeSome: (limit: number) => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const removed = await removeSome(batch)
    total += removed
    if (removed < batch) return total
  }
}

/** Telegram brings no update again after a day, a question or an answer takes minutes, a bucket is full again after a day, and nobody reads a pasted text for longer. */
async function forgetThePast({ db, now }: Pick<Pipeline, 'db' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - forgottenMs)
  await deleteUpdates(db, before)
  await deleteQuotas(db, before)
  await deletePendings(db, before)
  await deleteStoppedDrafts(db, before)
  await deleteShown(db, before)
  await deleteTexts(db, before)
  await deleteLeases(db, before)
}
