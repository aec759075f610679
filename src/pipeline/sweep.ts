/** The sweep tick: asks again for whatever a lost job left behind, or a wrong clock put off; runs at start-up too, so recovery waits for nothing. */
import { listUnready } from '../db/articles.ts'
import { listPlanned } from '../db/digests.ts'
import type { Pipeline } from './context.ts'
import { enqueueEnrichment } from './ingest.ts'
import { enqueueCompositions } from './plan.ts'
import { setRight } from './set-right.ts'

/** Work younger than this is probably on its way. */
const graceMs = 60_000
const limit = 1000

/** Enqueues enrichment and composition that should have happened; `graceMs` 0 at start-up. */
export async function sweep(pipeline: Pipeline, options: { graceMs?: number } = {}): Promise<void> {
  await setRight(pipeline)
  const before = new Date(pipeline.now().getTime() - (options.graceMs ?? graceMs))
  await enqueueEnrichment(pipeline, null, await listUnready(pipeline.db, before, limit))
  await enqueueCompositions(pipeline, null, await listPlanned(pipeline.db, before, limit))
}
