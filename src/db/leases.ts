/** Row leases with a time to live: who polls updates, who sends. No advisory locks: connection poolers break them. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

/** No lease and no claim is given for longer: one that ends later was written by a clock that has been set back since. */
const longestMs = 5 * 60_000

/** Whether what was taken until `column` may be taken by others at `now`. */
export function hasRunOut(column: string, now: Date): RawBuilder<boolean> {
  const end = sql.ref(column)
  return sql<boolean>`(${end} <= ${now} or ${end} > ${new Date(now.getTime() + longestMs)})`
}

/** Takes or renews `name` for `holder` until `expires`, minutes ahead at most; false while somebody else's lease is running. */
export async function holdLease(
  db: Db,
  name: string,
  holder: string,
  now: Date,
  expires: Date,
): Promise<boolean> {
  const row = await db
    .insertInto('leases')
    .values({ name, holder, expires_at: expires })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, expires_at: expires })
        .where((row) => row.or([row('leases.holder', '=', holder), hasRunOut('leases.expires_at', now)])),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives the lease back at once, if it is still ours, so that a standby need not wait. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
}

/** Who holds `name` at `now`, or null. */
export async function findLeaseHolder(db: Db, name: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('leases')
    .select('holder')
    .where('name', '=', name)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.holder ?? null
}

/** Forgets leases that ran out before `before`, and the rows that guarded the budgets of days before it. */
export async function deleteLeases(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('leases')
    .where('expires_at', '<', before)
    // Today's budget row has no holder and no end: it is only ever locked.
    .where((row) =>
      row.or([row('holder', '<>', ''), row('name', '<', `budget:${before.toISOString().slice(0, 10)}`)]),
    )
    .execute()
}
