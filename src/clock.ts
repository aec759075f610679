/** Domain time of a process: the system's clock plus an offset that only the playground and tests move. */
import type { Db } from './db/database.ts'
import type { Log } from './log.ts'

export interface Clock {
  now(): Date
  /** Milliseconds ahead of the system's clock. */
  offsetMs(): number
  setOffset(ms: number): void
}

/** Creates a clock that shows system time until its offset is set. */
export function createClock(): Clock {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    setOffset: (ms) => {
      offset = ms
    },
  }
}

/** How often test processes look at the shared clock. */
const sharedClockMs = 250

/** Follows the offset that test processes share, until the returned function is called. */
export async function followSharedClock(db: Db, clock: Clock, log: Log): Promise<() => void> {
  clock.setOffset(await loadOffset(db))
  const timer = setInterval(() => {
    loadOffset(db).then(clock.setOffset, (error: unknown) =>
      log.warn({ err: error }, 'the shared clock could not be read'),
    )
  }, sharedClockMs)
  return () => clearInterval(timer)
}

async function loadOffset(db: Db): Promise<number> {
  const row = await db.selectFrom('clock').select('offset_ms').where('id', '=', 1).executeTakeFirst()
  return row?.offset_ms ?? 0
}

/** Stores the offset that test processes share. */
export async function saveOffset(db: Db, offsetMs: number): Promise<void> {
  await db
    .insertInto('clock')
    .values({ id: 1, offset_ms: offsetMs })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ offset_ms: offsetMs }))
    .execute()
}
