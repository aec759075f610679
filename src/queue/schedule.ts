/** Every clock tick of Gazette on one screen; a tick asks the database what is due, so a missed or doubled one is harmless. */
import cron from 'node-cron'
import { mergeIndex } from '../pipeline/merge-index.ts'
import { sweep } from '../pipeline/sweep.ts'
import { plan } from '../pipeline/plan.ts'
import { alertOperators } from '../pipeline/alert.ts'
import { care } from '../pipeline/care.ts'
import { renewHubs } from '../pipeline/hubs.ts'
import { prepareDue } from '../pipeline/prepare.ts'
import { prune } from '../pipeline/prune.ts'
import { pollDue } from '../pipeline/poll-due.ts'
import type { Pipeline } from '../pipeline/context.ts'

interface Tick {
  name: string
  /** Seconds first: https://nodecron.com/docs/cron-syntax */
  cron: string
  run: (pipeline: Pipeline) => Promise<unknown>
}

const ticks: readonly Tick[] = [
  { name: 'poll', cron: '*/15 * * * * *', run: pollDue },
  { name: 'prepare', cron: '10 * * * * *', run: prepareDue },
  { name: 'plan', cron: '*/5 * * * * *', run: plan },
  { name: 'sweep', cron: '30 * * * * *', run: sweep },
  { name: 'merge', cron: '40 * * * * *', run: mergeIndex },
  { name: 'hubs', cron: '45 * * * * *', run: renewHubs },
  { name: 'care', cron: '0 20 * * * *', run: care },
  { name: 'alert', cron: '50 */5 * * * *', run: alertOperators },
  { name: 'prune', cron: '0 40 * * * *', run: prune },
]

/** Runs every tick once, in order, at the time `now()` shows. */
export async function runTicks(pipeline: Pipeline): Promise<void> {
  for (const tick of ticks) await tick.run(pipeline)
}

/** Starts the clock; returns how to stop it, which waits for a tick under way. */
export function startTicks(pipeline: Pipeline): () => Promise<void> {
  const runSafely = async (tick: Tick): Promise<void> => {
    try {
      await pipeline.telemetry.timed('tick', { tick: tick.name }, () => tick.run(pipeline))
    } catch (error) {
      pipeline.log.error({ err: error, tick: tick.name }, 'a tick failed; the next one makes up for it')
    }
  }
  const stops = ticks.map((tick) => keepTime(tick.cron, () => runSafely(tick)))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/**
 * Calls `run` at the times of `expression` (UTC), never twice at once. The wait is counted anew from the machine's clock
 * each time, and is a tick's length at most: node-cron's own timer waits for the one moment it has in mind, which is an
 * hour off where the clock is set back by an hour, and makes up for every moment that a clock set forward passes over.
 */
function keepTime(expression: string, run: () => Promise<void>): () => Promise<void> {
  const task = cron.createTask(expression, () => undefined, { timezone: 'UTC' })
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout
  const wait = () => {
    const [next] = task.getNextRuns(1)
    timer = setTimeout(
      () => {
        running ??= run().finally(() => (running = null))
        wait()
      },
      Math.max(0, next!.getTime() - Date.now()),
    )
  }
  wait()
  return async () => {
    clearTimeout(timer)
    await running
    await task.destroy()
  }
}
