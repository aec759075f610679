/** Outcomes on their way to the database: committed together as fast as it takes them, again until it has. */
import type { ClaimedDelivery } from '../db/deliveries.ts'
import type { Db } from '../db/database.ts'
import { delaySends } from '../db/lanes.ts'
import { type Outcome, type Settlement, settleDeliveries } from '../db/settle-deliveries.ts'
import type { Log } from '../log.ts'

export interface Outcomes {
  /** Takes the outcome of a part whose send was granted at `grantedAt`, milliseconds. */
  add(delivery: ClaimedDelivery, outcome: Outcome, grantedAt: number): void
  /** Parts whose outcome is not committed yet. */
  pending(): number[]
  /** Resolves when everything is committed. */
  drained(): Promise<void>
}

/** How many sends the usual way there is taken from. */
const remembered = 64
const retryMs = 300

/** Starts empty; `onSettled` is told after each commit. */
export function createOutcomes(needs: {
  db: Db
  botId: number
  now: () => Date
  log: Log
  onSettled: () => void
}): Outcomes {
  const { db, botId, now, log } = needs
  let waiting: Settlement[] = []
  let committing: Settlement[] = []
  let moves: [number, number][] = []
  // Until more is known, the whole way counts: the first call opens a connection.
  const ways = [0]
  let running: Promise<void> | null = null

  /** Telegram counts a send when it arrives: one that took longer than others is counted by so much later. */
  function measure(grantedAt: number): void {
    const way = now().getTime() - grantedAt
    ways.push(way)
    if (ways.length > remembered) ways.shift()
    const excess = Math.min(1000, way - Math.min(...ways))
    if (excess > 0) moves.push([grantedAt, grantedAt + excess])
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      committing = waiting
      waiting = []
      const delays = moves
      moves = []
      for (;;) {
        try {
          await settleDeliveries(db, botId, committing, now())
          await delaySends(db, botId, delays)
          break
        } catch (error) {
          // The database may be restarting. Telegram's answers are known here only: they are not given up.
          log.error({ err: error, outcomes: committing.length }, 'outcomes could not be stored, trying again')
          await new Promise((resolve) => setTimeout(resolve, retryMs))
        }
      }
      committing = []
      needs.onSettled()
    }
    running = null
  }

  return {
    add: (delivery, outcome, grantedAt) => {
      measure(grantedAt)
      waiting.push({ delivery, outcome })
      running ??= run()
    },
    pending: () => [...waiting, ...committing].map(({ delivery }) => delivery.id),
    drained: async () => {
      while (running) await running
    },
  }
}
