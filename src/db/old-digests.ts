/** Queries on digests and editions whose time is over: they go when the texts that they told of go. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Forgets up to `limit` digests that were made before `before`, and returns how many. What is still on its way stays,
 * and what a schedule told less than `toldMs` before the window of its next digest, which tells none of it again.
 */
export async function deleteDigests(db: Db, before: Date, toldMs: number, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from digests where id in (
      select old.id from digests old join schedules on schedules.id = old.schedule_id
      where old.created_at < ${before} and old.state <> 'planned'
        and old.window_to <= schedules.window_from - make_interval(secs => ${toldMs / 1000})
        and not exists (select 1 from deliveries where deliveries.digest_id = old.id)
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Forgets up to `limit` editions that were made before `before` and that no digest has any more. Returns how many. */
export async function deleteEditions(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from editions where id in (
      select old.id from editions old
      where old.created_at < ${before} and not exists (select 1 from digests where digests.edition_id = old.id)
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
