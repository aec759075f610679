/** The prune tick: removes article texts that are older than the settings keep; seen-state outlives them. */
import { pruneTexts } from '../db/articles.ts'
import { deleteFreeHosts } from '../db/hosts.ts'
import type { Pipeline } from './context.ts'

const batch = 1000

/** Removes old texts, batch by batch. Returns how many. */
export async function prune(pipeline: Pick<Pipeline, 'db' | 'now' | 'settings'>): Promise<number> {
  await deleteFreeHosts(pipeline.db, pipeline.now())
  const before = new Date(pipeline.now().getTime() - pipeline.settings.retainMs)
  let total = 0
  for (;;) {
    const pruned = await pruneTexts(pipeline.db, before, batch)
    total += pruned
    if (pruned < batch) return total
  }
}
