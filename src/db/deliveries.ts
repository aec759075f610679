/** Queries on deliveries: the outbox of parts on their way to a chat, reserved before and settled after each call. */
import { sql } from 'kysely'
import type { Db, Delivery, Subscriber } from './database.ts'
import type { DeliveryPayload } from './delivery-tables.ts'

export interface NewDelivery {
  botId: number
  subscriberId: number
  digestId: number | null
  part: number
  kind: Delivery['kind']
  payload: DeliveryPayload
  key: string | null
}

/** Puts parts into the outbox; a part or key that is there already stays as it is. */
export async function insertDeliveries(
  trx: Db,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  if (deliveries.length === 0) return
  await trx
    .insertInto('deliveries')
    .values(
      deliveries.map((each) => ({
        bot_id: each.botId,
        subscriber_id: each.subscriberId,
        digest_id: each.digestId,
        part: each.part,
        kind: each.kind,
        payload: JSON.stringify(each.payload),
        key: each.key,
        not_before: now,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type ClaimedDelivery = Delivery & {
  chat_id: number
  chat_kind: Subscriber['kind']
  chat_locale: string
}

/**
 * Reserves up to `limit` parts for sending now, one per chat, replies first, never a part before its predecessor,
 * and none of the chats in `busy`. Their state is 'sending' when this returns: what is found so after a crash was in flight.
 */
export async function claimDeliveries(
  db: Db,
  want: { botId: number; limit: number; busy: readonly number[] },
  now: Date,
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with next as (
      select d.id, d.subscriber_id, d.kind, d.not_before
      from deliveries d
      where d.bot_id = ${want.botId} and d.state in ('queued', 'ambiguous') and d.not_before <= ${now}
        and not (d.subscriber_id = any(${want.busy}::bigint[]))
        and not exists (
          select 1 from deliveries earlier
          where earlier.subscriber_id = d.subscriber_id and earlier.part < d.part
            and (
              earlier.digest_id = d.digest_id
              -- Parts of one answer have keys that differ in their last number only.
              or regexp_replace(earlier.key, ':[0-9]+$', '') = regexp_replace(d.key, ':[0-9]+$', '')
            )
            and earlier.state in ('queued', 'sending', 'ambiguous', 'held')
        )
      order by (case d.kind when 'digest' then 1 else 0 end), d.not_before, d.id
      limit ${want.limit}
      for update skip locked
    ), one_each as (
      select distinct on (subscriber_id) id from next
      order by subscriber_id, (case kind when 'digest' then 1 else 0 end), not_before, id
    )
    update deliveries set
      state = 'sending',
      attempts = attempts + 1,
      copies = copies + (case when deliveries.state = 'ambiguous' then 1 else 0 end),
      first_sent_at = coalesce(first_sent_at, ${now})
    from one_each, subscribers
    where deliveries.id = one_each.id and subscribers.id = deliveries.subscriber_id
    returning deliveries.*, subscribers.chat_id, subscribers.kind as chat_kind, subscribers.locale as chat_locale`.execute(
    db,
  )
  return rows.toSorted((a, b) => Number(a.kind === 'digest') - Number(b.kind === 'digest') || a.id - b.id)
}

/** What became of a part; times are when it may be tried again. */
export type Outcome =
  | { state: 'sent'; messageId: number | null }
  | { state: 'queued'; notBefore: Date; error: string; countAttempt: boolean }
  | { state: 'ambiguous' | 'held'; notBefore: Date; error: string }
  | { state: 'failed' | 'unknown'; error: string }

/** Commits the outcome of one part. A part that failed for good takes the later parts of its digest with it. */
export async function settleDelivery(
  db: Db,
  delivery: Pick<Delivery, 'id' | 'digest_id' | 'part'>,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set((column) => ({
      state: outcome.state,
      ...(outcome.state === 'sent'
        ? { sent_at: now, message_id: outcome.messageId, error: null }
        : { error: outcome.error }),
      ...('notBefore' in outcome ? { not_before: outcome.notBefore } : {}),
      ...(outcome.state === 'queued' && !outcome.countAttempt
        ? { attempts: column('attempts', '-', 1) }
        : {}),
    }))
    .where('id', '=', delivery.id)
    .execute()
  if (outcome.state !== 'failed' || delivery.digest_id === null) return
  await db
    .updateTable('deliveries')
    .set({ state: 'failed', error: outcome.error })
    .where('digest_id', '=', delivery.digest_id)
    .where('part', '>', delivery.part)
    .where('state', '=', 'queued')
    .execute()
}

/** Parts that a dead sender left in flight become ambiguous. Only the lease's holder may call this. Returns how many. */
export async function recoverDeliveries(db: Db, botId: number, now: Date): Promise<number> {
  const result = await db
    .updateTable('deliveries')
    .set({ state: 'ambiguous', not_before: now, error: 'interrupted' })
    .where('bot_id', '=', botId)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Ends what is on its way to a chat that cannot be written to any more. */
export async function failDeliveries(db: Db, subscriberId: number, error: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'failed', error })
    .where('subscriber_id', '=', subscriberId)
    .where('state', 'in', ['queued', 'ambiguous', 'held'])
    .execute()
}

/** When the next part of this bot may be sent, or null when the outbox is empty. */
export async function findNextDelivery(db: Db, botId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('deliveries')
    .select((query) => query.fn.min('not_before').as('at'))
    .where('bot_id', '=', botId)
    .where('state', 'in', ['queued', 'ambiguous', 'sending'])
    .executeTakeFirst()
  return row?.at ?? null
}

/** How many parts stand in each state, for /status and `gazette stats`. */
export async function countDeliveries(
  db: Db,
  subscriberId?: number,
): Promise<{ state: Delivery['state']; count: number }[]> {
  return db
    .selectFrom('deliveries')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .$if(subscriberId !== undefined, (query) => query.where('subscriber_id', '=', subscriberId ?? 0))
    .where('kind', '=', 'digest')
    .groupBy('state')
    .execute()
}
