/** Commits what became of parts that were sent or refused, many at once, as often as needed. */
import { sql } from 'kysely'
import type { Db, Delivery } from './database.ts'
import type { DeliveryPayload } from './delivery-tables.ts'
import { delayPaces } from './paces.ts'

/** What became of a part; times are when it may be tried again. */
export type Outcome =
  | { state: 'sent'; messageId: number | null }
  | { state: 'queued'; notBefore: Date; error: string; countAttempt: boolean }
  | { state: 'ambiguous' | 'held'; notBefore: Date; error: string }
  | { state: 'failed' | 'unknown'; error: string }
  /** Too long for one message: these take its place, the first of them in its row. */
  | { state: 'split'; payloads: readonly DeliveryPayload[]; error: string }

export interface Settlement {
  delivery: Pick<Delivery, 'id' | 'series' | 'part' | 'holder'> & { chat_id: number }
  outcome: Outcome
}

/**
 * Commits outcomes in one transaction. A part that another sender took over meanwhile keeps that one's state, unless
 * it still waits and is known here to have arrived. A part that failed takes the later ones of its series with it.
 */
export async function settleDeliveries(
  db: Db,
  botId: number,
  settlements: readonly Settlement[],
  now: Date,
): Promise<void> {
  if (settlements.length === 0) return
  const rows = settlements.map(({ delivery, outcome }) => ({
    id: delivery.id,
    holder: delivery.holder,
    state: outcome.state === 'split' ? 'queued' : outcome.state,
    error: 'error' in outcome ? outcome.error : null,
    not_before: 'notBefore' in outcome ? outcome.notBefore : null,
    message_id: 'messageId' in outcome ? outcome.messageId : null,
    uncounted: outcome.state === 'queued' && !outcome.countAttempt ? 1 : 0,
    payload: outcome.state === 'split' ? outcome.payloads[0] : null,
  }))
  await db.transaction().execute(async (trx) => {
    await sql`update deliveries d set
        state = o.state,
        error = o.error,
        not_before = coalesce(o.not_before, d.not_before),
        message_id = coalesce(o.message_id, d.message_id),
        attempts = d.attempts - o.uncounted,
        payload = coalesce(o.payload, d.payload),
        sent_at = case when o.state = 'sent' then ${now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o(id bigint, holder text, state text, error text,
        not_before timestamptz, message_id bigint, uncounted integer, payload jsonb)
      where d.id = o.id and ((d.state = 'sending' and d.holder = o.holder)
        or (d.state in ('ambiguous', 'held') and o.state = 'sent'))`.execute(trx)
    for (const { delivery, outcome } of settlements) {
      if (outcome.state === 'failed') await failLater(trx, delivery, outcome.error)
      if (outcome.state === 'split') await insertRest(trx, delivery, outcome.payloads.slice(1), now)
    }
    await delayPaces(
      trx,
      botId,
      settlements.map(({ delivery }) => delivery.chat_id),
      now,
    )
  })
}

async function failLater(trx: Db, delivery: Settlement['delivery'], error: string): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ state: 'failed', error })
    .where('series', '=', delivery.series)
    .where('part', '>', delivery.part)
    .where('state', '=', 'queued')
    .execute()
}

/** Makes room behind the part, by way of negative numbers so that no two rows ever meet, and puts the rest there. */
async function insertRest(
  trx: Db,
  delivery: Settlement['delivery'],
  payloads: readonly DeliveryPayload[],
  now: Date,
): Promise<void> {
  await sql`update deliveries set part = -(part + ${payloads.length})
    where series = ${delivery.series} and part > ${delivery.part}`.execute(trx)
  await sql`update deliveries set part = -part where series = ${delivery.series} and part < 0`.execute(trx)
  await sql`insert into deliveries (bot_id, subscriber_id, digest_id, part, kind, payload, key, not_before, created_at)
    select d.bot_id, d.subscriber_id, d.digest_id, d.part + rest.nth, d.kind, rest.payload,
      case when d.digest_id is null then d.series || ':' || (d.id * 1000000 + rest.nth) end, ${now}, ${now}
    from deliveries d,
      jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) with ordinality as rest(payload, nth)
    where d.id = ${delivery.id}`.execute(trx)
}
