/** The merge tick: keeps the segments of the search index few; one process at a time. */
import { randomUUID } from 'node:crypto'
import { holdLease, releaseLease } from '../db/leases.ts'
import {
  deleteDeadSegments,
  deleteUnfinishedSegments,
  findMergeable,
  mergeSegments,
} from '../db/merge-segments.ts'
import type { Pipeline } from './context.ts'

const lease = 'search index'
/** A process that dies while it merges keeps the others waiting for so long. */
const leaseMs = 60_000

/** Merges until no size has enough segments; does nothing where another process is at it. */
export async function mergeIndex({ db, now }: Pick<Pipeline, 'db' | 'now'>): Promise<void> {
  const holder = randomUUID()
  const hold = () => holdLease(db, lease, holder, now(), new Date(now().getTime() + leaseMs))
  if (!(await hold())) return
  try {
    await deleteUnfinishedSegments(db)
    await deleteDeadSegments(db)
    for (;;) {
      const sources = await findMergeable(db)
      if (sources.length === 0 || !(await hold())) return
      await mergeSegments(db, sources, hold)
    }
  } finally {
    await releaseLease(db, lease, holder)
  }
}
