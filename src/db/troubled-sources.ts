/** Queries on sources that fail or fell silent: which ones their readers should hear about, and who those readers are. */
import { sql } from 'kysely'
import type { Db, Source, Subscriber } from './database.ts'

/**
 * Followed sources that have failed since before `failingBefore`, are gone, or could be silent (quiet since before
 * `quietBefore`), and whose readers were not told yet. At most `limit`.
 */
export async function listTroubled(
  db: Db,
  want: { failingBefore: Date; quietBefore: Date; limit: number },
): Promise<Source[]> {
  return db
    .selectFrom('sources')
    .selectAll()
    .where('trouble_told_at', 'is', null)
    .where((on) =>
      on.or([
        on('failing_since', '<', want.failingBefore),
        on('state', '=', 'stopped').and('failures', '>', 0),
        on.and([on('last_item_at', '<', want.quietBefore), on('rhythm_ms', 'is not', null)]),
      ]),
    )
    .where(sql<boolean>`exists (select 1 from subscriptions where subscriptions.source_id = sources.id)`)
    .orderBy('id')
    .limit(want.limit)
    .execute()
}

/** Marks that its readers are being told; false where another worker was first. */
export async function markTold(trx: Db, sourceId: number, now: Date): Promise<boolean> {
  const row = await trx
    .updateTable('sources')
    .set({ trouble_told_at: now })
    .where('id', '=', sourceId)
    .where('trouble_told_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The active chats that follow a source by itself; who gets it through a topic has others. */
export async function listFollowers(db: Db, sourceId: number): Promise<Subscriber[]> {
  return db
    .selectFrom('subscribers')
    .innerJoin('subscriptions', 'subscriptions.subscriber_id', 'subscribers.id')
    .selectAll('subscribers')
    .where('subscriptions.source_id', '=', sourceId)
    .where('subscribers.state', '=', 'active')
    .orderBy('subscribers.id')
    .execute()
}

/** Makes a source due at once, and active again if it was given up. */
export async function retrySource(db: Db, sourceId: number, now: Date): Promise<void> {
  await db
    .updateTable('sources')
    .set({
      next_poll_at: now,
      state: 'active',
      trouble_told_at: null,
      failing_since: null,
      failures: 0,
      error: null,
    })
    .where('id', '=', sourceId)
    .execute()
}
