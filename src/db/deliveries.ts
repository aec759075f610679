/** Queries on deliveries: the outbox of parts on their way to a chat, reserved before each call. */
import { sql } from 'kysely'
import type { Db, Delivery, Subscriber } from './database.ts'
import type { DeliveryPayload } from './delivery-tables.ts'
import { aheadOf, chatGapMs, groupGapMs, isFree, nextFree } from './paces.ts'

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
  // Arrays, not a value for every column of every row: a thousand parts are one statement.
  if (deliveries.length === 0) return
  await sql`
    insert into deliveries (bot_id, subscriber_id, digest_id, part, kind, payload, key, not_before, created_at)
    select made.*, ${now}::timestamptz, ${now}::timestamptz from unnest(
      ${deliveries.map((each) => each.botId)}::bigint[], ${deliveries.map((each) => each.subscriberId)}::bigint[],
      ${deliveries.map((each) => each.digestId)}::bigint[], ${deliveries.map((each) => each.part)}::int[],
      ${deliveries.map((each) => each.kind)}::text[],
      ${deliveries.map((each) => JSON.stringify(each.payload))}::jsonb[],
      ${deliveries.map((each) => each.key)}::text[]
    ) as made
    on conflict do nothing`.execute(trx)
}

export type ClaimedDelivery = Delivery & {
  chat_id: number
  chat_kind: Subscriber['kind']
  chat_locale: string
}

export interface Claim {
  botId: number
  /** The sender that reserves. */
  holder: string
  limit: number
  /** Digests, which keep to the pace of a chat, or all else, which somebody waits for and which may run ahead of it. */
  bulk: boolean
}

/** 1 for bulk, 0 for what somebody waits for: each is a stretch of the index deliveries_next, spelt as it is there. */
const urgency = (kind: string) =>
  sql`(case when ${sql.ref(kind)} in ('digest', 'broadcast') then 1 else 0 end)`

/**
 * Reserves up to `limit` parts for sending now: one per chat, as its pace allows, never a part before its predecessor
 * in the series. Their state is 'sending' when this returns: what is found so after a crash was in flight.
 */
export async function claimDeliveries(db: Db, want: Claim, now: Date): Promise<ClaimedDelivery[]> {
  const ms = (privateMs: number, groupMs: number, chat: string) =>
    sql`(case when ${sql.ref(chat)} < 0 then ${groupMs}::int else ${privateMs}::int end) * interval '1 millisecond'`
  const ahead = (chat: string) => (want.bulk ? ms(0, 0, chat) : ms(aheadOf(1), aheadOf(-1), chat))
  const gap = (chat: string) => ms(chatGapMs, groupGapMs, chat)
  // Scalar queries, asked of one row after the other in the order of the index until there are enough: joins would be
  // made for everything that is due, ten thousand parts at eight o'clock.
  const { rows } = await sql<ClaimedDelivery>`
    with next as (
      select d.id, (select chat_id from subscribers s where s.id = d.subscriber_id) as chat_id, d.not_before
      from deliveries d
      where d.bot_id = ${want.botId} and d.state in ('queued', 'ambiguous') and d.not_before <= ${now}
        and ${urgency('d.kind')} = ${sql.lit(want.bulk ? 1 : 0)}
        and (
          select p.free_at is null or ${isFree('p.free_at', now, ahead('s.chat_id'))}
          from subscribers s left join paces p on p.bot_id = d.bot_id and p.chat_id = s.chat_id
          where s.id = d.subscriber_id
        )
        and (
          select true from deliveries busy
          where busy.bot_id = d.bot_id and busy.subscriber_id = d.subscriber_id and busy.state = 'sending' limit 1
        ) is null
        and (
          select true from deliveries earlier
          where earlier.series = d.series and earlier.part < d.part
            and earlier.state in ('queued', 'sending', 'ambiguous', 'held') limit 1
        ) is null
      order by d.not_before, d.id
      limit ${want.limit}
      for update of d skip locked
    ), one_each as (
      select distinct on (chat_id) id, chat_id from next order by chat_id, not_before, id
    ), paced as (
      -- Locks the chat against the other senders, and says no where one of them was quicker.
      insert into paces (bot_id, chat_id, free_at)
      select ${want.botId}::bigint, chat_id, ${now}::timestamptz + ${gap('chat_id')} from one_each order by chat_id
      on conflict (bot_id, chat_id) do update
        set free_at = ${nextFree(now, gap('excluded.chat_id'))}
        where ${isFree('paces.free_at', now, ahead('excluded.chat_id'))}
      returning chat_id
    )
    update deliveries set
      state = 'sending',
      holder = ${want.holder},
      attempts = attempts + 1,
      copies = copies + (case when deliveries.state = 'ambiguous' then 1 else 0 end),
      first_sent_at = coalesce(first_sent_at, ${now})
    from one_each, paced, subscribers
    where deliveries.id = one_each.id and paced.chat_id = one_each.chat_id
      and subscribers.id = deliveries.subscriber_id
    returning deliveries.*, subscribers.chat_id, subscribers.kind as chat_kind, subscribers.locale as chat_locale`.execute(
    db,
  )
  return rows.toSorted((one, other) => one.id - other.id)
}

/** The lease of a sender begins with this. */
export const senderLease = (botId: number): string => `sender:${botId}`

/**
 * Parts that a dead sender left in flight: their answers will never be known, so they are sent again, or held until
 * the reader says. Whoever holds a lease of its own may call this at any time. Returns how many there were.
 */
export async function recoverDeliveries(
  db: Db,
  botId: number,
  state: 'ambiguous' | 'held',
  now: Date,
): Promise<number> {
  const result = await db
    .updateTable('deliveries')
    .set({
      state: sql`case when kind = 'digest' then ${state} else 'ambiguous' end`,
      not_before: now,
      error: 'interrupted',
    })
    .where('bot_id', '=', botId)
    .where('state', '=', 'sending')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leases')
            .select('name')
            .where('name', 'like', `${senderLease(botId)}%`)
            .whereRef('leases.holder', '=', 'deliveries.holder')
            .where('expires_at', '>', now),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Puts back what `holder` reserved and never called for, because the answer of the database was lost. */
export async function unclaimDeliveries(
  db: Db,
  want: { botId: number; holder: string; underWay: readonly number[] },
): Promise<number> {
  const result = await db
    .updateTable('deliveries')
    .set((column) => ({ state: 'queued', attempts: column('attempts', '-', 1) }))
    .where('bot_id', '=', want.botId)
    .where('state', '=', 'sending')
    .where('holder', '=', want.holder)
    .where(sql<boolean>`id <> all(${want.underWay}::bigint[])`)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Gives up what has been held since before `before`: nobody said whether it came. The parts behind it go on. */
export async function expireHeld(db: Db, botId: number, before: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'unknown' })
    .where('bot_id', '=', botId)
    .where('state', '=', 'held')
    .where('first_sent_at', '<', before)
    .execute()
}

/**
 * The reader's word on a held part: it came, or it is to be sent again. Returns false where the chat has no such part
 * waiting, so that a forged or a second press does nothing.
 */
export async function resolveHeld(
  db: Db,
  want: { id: number; subscriberId: number; arrived: boolean },
  now: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('deliveries')
    .set(want.arrived ? { state: 'sent', sent_at: now } : { state: 'ambiguous', not_before: now })
    .where('id', '=', want.id)
    .where('subscriber_id', '=', want.subscriberId)
    .where('state', '=', 'held')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
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

/** When the next part of this bot may be sent, or null when none waits; those in flight do not wait. */
export async function findNextDelivery(db: Db, botId: number): Promise<Date | null> {
  const first = (kind: 0 | 1) => sql`(select not_before from deliveries
    where bot_id = ${botId} and state in ('queued', 'ambiguous') and ${urgency('kind')} = ${sql.lit(kind)}
    order by not_before limit 1)`
  const { rows } = await sql<{ at: Date | null }>`select least(${first(0)}, ${first(1)}) as at`.execute(db)
  return rows[0]?.at ?? null
}

/** Whether a part of this bot is in flight, with any sender. */
export async function isSending(db: Db, botId: number): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('bot_id', '=', botId)
    .where('state', '=', 'sending')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many parts of digests stand in each state, for `gazette stats`. */
export async function countDeliveries(db: Db): Promise<{ state: Delivery['state']; count: number }[]> {
  return db
    .selectFrom('deliveries')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('kind', '=', 'digest')
    .groupBy('state')
    .execute()
}
