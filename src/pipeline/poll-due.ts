/** The poll tick: takes the sources that are due and gives them jobs, those of one host the same. */
import { hostOf, keepAway } from '../db/hosts.ts'
import { claimDueSources, restUnfollowed } from '../db/sources.ts'
import type { Pipeline } from './context.ts'

/** Sources taken in one query; the loop goes on while it is full. */
const batch = 500
/** Sources in one job: enough that storing them costs few statements, few enough that workers share them. */
const sourcesPerJob = 25
/** As many of one host are read by one worker, which keeps them apart; the others are due again after them. */
const mostOfHost = 100
/** What one source of a busy host takes its worker, with the pause before the next. */
const perSourceMs = 1000
/** A job that is not done by then was lost; the source is due again. */
const leaseMs = 15 * 60_000

/** Enqueues a poll for every followed source that is due. Returns how many. */
export async function pollDue(pipeline: Pipeline): Promise<number> {
  let total = 0
  for (;;) {
    const taken = await pipeline.db.transaction().execute(async (trx) => {
      const now = pipeline.now()
      const due = await claimDueSources(trx, now, batch, leaseMs)
      const hosts = Map.groupBy(due, ({ url }) => hostOf(url))
      await keepAway(
        trx,
        [...hosts].flatMap(([host, { length }]) =>
          length > 1 ? [{ host, until: new Date(now.getTime() + length * perSourceMs) }] : [],
        ),
      )
      const jobs = divide([...hosts.values()].map((sources) => sources.map(({ id }) => id)))
      await pipeline.enqueue(
        trx,
        'poll',
        jobs.map((sourceIds) => ({ sourceIds })),
      )
      return due.length
    })
    total += taken
    if (taken < batch) break
  }
  await restUnfollowed(pipeline.db, pipeline.now())
  return total
}

/** Packs the sources of each host into jobs: one host is never in two, unless it has more than a job may hold. */
export function divide(hosts: readonly number[][]): number[][] {
  const jobs: number[][] = []
  let open: number[] = []
  for (const ids of hosts) {
    for (let at = mostOfHost; at < ids.length; at += mostOfHost) jobs.push(ids.slice(at, at + mostOfHost))
    if (open.length > 0 && open.length + Math.min(ids.length, mostOfHost) > sourcesPerJob) {
      jobs.push(open)
      open = []
    }
    open.push(...ids.slice(0, mostOfHost))
  }
  return open.length > 0 ? [...jobs, open] : jobs
}
