/** Keeps this program a polite guest: few requests at once to one host, with a pause between their starts. */
import { RetryLater, UserError } from '../core/errors.ts'

/** Time as it is needed here; tests pass one that they move by hand. */
export interface PoliteClock {
  /** Milliseconds on any steady scale. */
  now(): number
  sleep(ms: number): Promise<void>
}

export interface Politeness {
  /**
   * Runs `task` when its host has room, in order of asking; resolves or rejects as the task does. A task that is told
   * RetryLater holds its host for that long; what would wait for more than half a minute is told so instead.
   */
  run<T>(url: string, task: () => Promise<T>): Promise<T>
  /** Lets nobody start on this url's host for `ms` (a Retry-After that concerns the whole host). */
  pause(url: string, ms: number): void
}

interface Lane {
  active: number
  nextStart: number
  waiting: (() => void)[]
}

/** Nobody stands in line for longer than this. */
const longestWaitMs = 30_000

/** Lanes of idle hosts are dropped beyond this many, oldest first, so memory stays small. */
const maxIdleLanes = 5_000

/** Creates the gate: at most `concurrency` tasks per host, starts at least `spacingMs` apart. */
export function createPoliteness({
  clock,
  concurrency = 2,
  spacingMs = 500,
}: {
  clock: PoliteClock
  concurrency?: number
  spacingMs?: number
}): Politeness {
  const lanes = new Map<string, Lane>()

  function laneOf(url: string): Lane {
    const host = URL.parse(url)?.host ?? url
    const known = lanes.get(host)
    if (known) return known
    const lane: Lane = { active: 0, nextStart: 0, waiting: [] }
    lanes.set(host, lane)
    if (lanes.size > maxIdleLanes) dropIdle(lanes, clock.now())
    return lane
  }

  return {
    async run(url, task) {
      const lane = laneOf(url)
      if (lane.active >= concurrency) await new Promise<void>((resolve) => lane.waiting.push(resolve))
      else lane.active += 1
      try {
        for (;;) {
          const wait = lane.nextStart - clock.now()
          if (wait <= 0) break
          if (wait > longestWaitMs)
            throw new RetryLater('the host asked for a pause', wait, { cause: new UserError('askedToWait') })
          await clock.sleep(wait)
        }
        lane.nextStart = clock.now() + spacingMs
        return await task()
      } catch (error) {
        if (error instanceof RetryLater)
          lane.nextStart = Math.max(lane.nextStart, clock.now() + error.delayMs)
        throw error
      } finally {
        // The place goes straight to the next in line, so nobody can slip in between.
        const next = lane.waiting.shift()
        if (next) next()
        else lane.active -= 1
      }
    },
    pause(url, ms) {
      const lane = laneOf(url)
      lane.nextStart = Math.max(lane.nextStart, clock.now() + ms)
    },
  }
}

function dropIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [host, lane] of lanes) {
    if (lanes.size <= maxIdleLanes / 2) return
    if (lane.active === 0 && lane.nextStart <= now) lanes.delete(host)
  }
}
