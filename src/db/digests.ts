/** Queries on digests: one row for each due time of a schedule, its edition, and what it told or left out. */
import { sql } from 'kysely'
import type { Db, Digest, Schedule } from './database.ts'

/** Locks up to `limit` active schedules of active chats that are due, so that no other planner takes them. */
export async function lockDueSchedules(trx: Db, now: Date, limit: number): Promise<Schedule[]> {
  return trx
    .selectFrom('schedules')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_due_at', '<=', now)
    .orderBy('next_due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export interface NewDigest {
  scheduleId: number
  subscriberId: number
  dueAt: Date
  kind: Digest['kind']
  windowFrom: Date
  windowTo: Date
  late: boolean
  state: 'planned' | 'merged'
  mergedInto: number | null
}

/** Records a due time; null where it is recorded already. */
export async function insertDigest(trx: Db, digest: NewDigest, now: Date): Promise<number | null> {
  const row = await trx
    .insertInto('digests')
    .values({
      schedule_id: digest.scheduleId,
      subscriber_id: digest.subscriberId,
      due_at: digest.dueAt,
      kind: digest.kind,
      window_from: digest.windowFrom,
      window_to: digest.windowTo,
      late: digest.late,
      merged_into: digest.mergedInto,
      state: digest.state,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['schedule_id', 'due_at']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Moves a schedule on: when it is due next, and where its next window begins. */
export async function advanceSchedule(trx: Db, id: number, nextDueAt: Date, windowFrom: Date): Promise<void> {
  await trx
    .updateTable('schedules')
    .set({ next_due_at: nextDueAt, window_from: windowFrom })
    .where('id', '=', id)
    .execute()
}

export async function findDigest(db: Db, id: number): Promise<Digest | undefined> {
  return db.selectFrom('digests').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Planned digests that nobody has composed since `before`: what a lost job left. */
export async function listPlanned(db: Db, before: Date, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('digests')
    .select('id')
    .where('state', '=', 'planned')
    .where('created_at', '<', before)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Ends composition, once: takes the next number if something is shown, and records every article's fate.
 * Returns the digest's number, null when it has none, or undefined when another worker was first.
 */
export async function finishDigest(
  trx: Db,
  digest: Pick<Digest, 'id' | 'schedule_id'>,
  result: {
    editionId: number | null
    items: { articleId: number; storyId: number | null; shown: boolean; reason: string | null }[]
  },
): Promise<number | null | undefined> {
  const row = await trx
    .updateTable('digests')
    .set({
      state: result.editionId === null ? 'empty' : 'composed',
      edition_id: result.editionId,
    })
    .where('id', '=', digest.id)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  if (result.items.length > 0)
    await trx
      .insertInto('digest_items')
      .values(
        result.items.map((item) => ({
          digest_id: digest.id,
          schedule_id: digest.schedule_id,
          article_id: item.articleId,
          story_id: item.storyId,
          shown: item.shown,
          reason: item.reason,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (result.editionId === null) return null
  const schedule = await trx
    .updateTable('schedules')
    .set((column) => ({ next_number: column('next_number', '+', 1) }))
    .where('id', '=', digest.schedule_id)
    .returning('next_number')
    .executeTakeFirstOrThrow()
  const number = schedule.next_number - 1
  await trx.updateTable('digests').set({ number }).where('id', '=', digest.id).execute()
  return number
}

export interface EditionKey {
  selectionHash: string
  windowFrom: Date
  windowTo: Date
  locale: string
  layout: string
}

/** Stores an edition, or returns the id of the one another worker stored first. */
export async function insertEdition(trx: Db, key: EditionKey, content: unknown, now: Date): Promise<number> {
  const row = await trx
    .insertInto('editions')
    .values({
      selection_hash: key.selectionHash,
      window_from: key.windowFrom,
      window_to: key.windowTo,
      locale: key.locale,
      layout: key.layout,
      content: JSON.stringify(content),
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['selection_hash', 'window_from', 'window_to', 'locale', 'layout'])
        .doUpdateSet({ selection_hash: key.selectionHash }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Digests by state, for `gazette stats`. */
export async function countDigests(
  db: Db,
): Promise<{ state: Digest['state']; count: number; late: number }[]> {
  return db
    .selectFrom('digests')
    .select([
      'state',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`(count(*) filter (where late))::int`.as('late'),
    ])
    .groupBy('state')
    .execute()
}

/** How many missed digests this one stands for. */
export async function countMerged(db: Db, id: number): Promise<number> {
  const row = await db
    .selectFrom('digests')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('merged_into', '=', id)
    .executeTakeFirstOrThrow()
  return row.count
}
