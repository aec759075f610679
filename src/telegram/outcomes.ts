/** Outcomes on their way to the database: committed together as fast as it takes them, again until it has. */
import type { ClaimedDelivery } from '../db/deliveries.ts'
import type { Db } from '../db/database.ts'
import { type Outcome, type Settlement, settleDeliveries } from '../db/settle-deliveries.ts'
import type { Log } from '../log.ts'

export interface Outcomes {
  /** Takes the outcome of a part. */
  add(delivery: ClaimedDelivery, outcome: Outcome): void
  /** Parts whose outcome is not committed yet. */
  pending(): number[]
  /** Resolves when everything is committed. */
  drained(): Promise<void>
}

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
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      committing = waiting
      waiting = []
      for (;;) {
        try {
          await settleDeliveries(db, botId, committing, now())
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
    add: (delivery, outcome) => {
      waiting.push({ delivery, outcome })
      running ??= run()
    },
    pending: () => [...waiting, ...committing].map(({ delivery }) => delivery.id),
    drained: async () => {
      while (running) await running
    },
  }
}
