/** Queries on deliveries whose time is over: what a chat was sent long ago was an answer of that day, or stands in its digests' editions for as long as those do. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Forgets those of the `limit` oldest parts that were made before `before`; none that is still on its way. Returns how many. */
export async function deleteDeliveries(db: Db, before: Date, limit: number): Promise<number> {
  // Numbers are given in the order of time: the look ends at the first that are too young.
  const { numAffectedRows } = await sql`delete from deliveries using (
      select id, created_at from deliveries where state in ('sent', 'failed', 'unknown') order by id limit ${limit}
    ) as oldest where deliveries.id = oldest.id and oldest.created_at < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0)
}
