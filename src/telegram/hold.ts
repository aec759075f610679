/** A sender's hold on its lease: taken once, then renewed beside whatever the sender is doing, however long that takes. */
import type { Db } from '../db/database.ts'
import { holdLease, releaseLease } from '../db/leases.ts'
import type { Log } from '../log.ts'

export interface Hold {
  /** Takes the lease where nobody else's is running, and keeps renewing it; false where it is somebody else's. */
  take(): Promise<boolean>
  /** Whether calls may be made: false from a little before the lease would run out. */
  isHeld(): boolean
  /** Stops renewing and gives the lease back. */
  giveBack(): Promise<void>
}

/** Renewed so many times within its length; the last stretch is left for calls on their way and for clocks that differ. */
const stretches = 5

/** Holds nothing yet. `leaseMs` is how long the lease runs without being renewed. */
export function createHold(needs: {
  db: Db
  name: string
  holder: string
  now: () => Date
  log: Log
  leaseMs: number
}): Hold {
  const { db, name, holder, now, log, leaseMs } = needs
  const stretchMs = leaseMs / stretches
  /** When the lease runs out, milliseconds; 0 where there is none. */
  let until = 0
  let timer: NodeJS.Timeout | undefined
  let renewing: Promise<void> | null = null

  const extend = async (): Promise<number> => {
    const at = now()
    const expires = new Date(at.getTime() + leaseMs)
    return (await holdLease(db, name, holder, at, expires)) ? expires.getTime() : 0
  }

  async function renew(): Promise<void> {
    const ranTo = until
    // What has run out is not renewed: others may have taken over what it guarded.
    if (now().getTime() >= ranTo) return
    try {
      const renewed = await extend()
      // Nor is what ran out while the database was busy.
      until = now().getTime() < ranTo ? renewed : 0
    } catch (error) {
      log.warn({ err: error }, 'the lease of the sender could not be renewed, trying again')
    }
  }

  return {
    take: async () => {
      until = await extend()
      timer ??= setInterval(() => {
        renewing ??= renew().finally(() => (renewing = null))
      }, stretchMs)
      return until > 0
    },
    isHeld: () => now().getTime() < until - stretchMs,
    giveBack: async () => {
      clearInterval(timer)
      timer = undefined
      await renewing
      until = 0
      // Deletes nothing where it is somebody else's.
      await releaseLease(db, name, holder)
    },
  }
}
