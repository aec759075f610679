/** The ledger of deliveries: what became of every due time of a chat, and of all of them together. */
import { sql } from 'kysely'
import type { Db, Digest } from './database.ts'

/** One due time. */
export interface LedgerEntry {
  digestId: number
  number: number | null
  dueAt: Date
  state: Digest['state']
  late: boolean
  /** Missed due times that this digest made up for. */
  merged: number
  /** Messages it has, and how many of them are known to have arrived. */
  parts: number
  sent: number
  /** Parts of which nobody knows whether they came. */
  unknown: number
  failed: number
  /** Times that a part was sent again because its answer was lost. */
  copies: number
  /** When the last part arrived. */
  sentAt: Date | null
  /** Why a part is not there: an error's word, or Telegram's. */
  why: string | null
}

/** The last `limit` due times of a chat, the newest first; missed ones that another digest made up for are counted there. */
export async function listLedger(db: Db, subscriberId: number, limit: number): Promise<LedgerEntry[]> {
  const { rows } = await sql<LedgerEntry>`
    select d.id as "digestId", d.number, d.due_at as "dueAt", d.state, d.late,
      (select count(*)::int from digests missed where missed.merged_into = d.id) as merged,
      parts.*
    from digests d, lateral (
      select count(*)::int as parts,
        (count(*) filter (where p.state = 'sent'))::int as sent,
        (count(*) filter (where p.state in ('unknown', 'held')))::int as unknown,
        (count(*) filter (where p.state = 'failed'))::int as failed,
        coalesce(sum(p.copies), 0)::int as copies,
        max(p.sent_at) as "sentAt",
        max(p.error) filter (where p.state <> 'sent') as why
      from deliveries p where p.digest_id = d.id
    ) parts
    where d.subscriber_id = ${subscriberId} and d.state <> 'merged'
    order by d.due_at desc, d.id desc
    limit ${limit}`.execute(db)
  return rows
}

/** Everybody's due times since a day. */
export interface LedgerSum {
  due: number
  sent: number
  /** Nothing was new, so nothing was sent. */
  empty: number
  late: number
  merged: number
  parts: number
  partsSent: number
  unknown: number
  failed: number
  copies: number
  waiting: number
  /** Reasons of parts that are not there, the most frequent first. */
  why: { error: string; count: number }[]
}

/** Sums the ledger over digests due at `since` or later. */
export async function sumLedger(db: Db, since: Date): Promise<LedgerSum> {
  const digests = await sql<Pick<LedgerSum, 'due' | 'sent' | 'empty' | 'late' | 'merged'>>`
    select count(*)::int as due,
      (count(*) filter (where state = 'composed' and exists (select 1 from deliveries p where p.digest_id = digests.id)
        and not exists (select 1 from deliveries p where p.digest_id = digests.id and p.state <> 'sent')))::int as sent,
      (count(*) filter (where state = 'empty'))::int as empty,
      (count(*) filter (where late))::int as late,
      (count(*) filter (where state = 'merged'))::int as merged
    from digests where due_at >= ${since}`.execute(db)
  const parts = await sql<Omit<LedgerSum, 'due' | 'sent' | 'empty' | 'late' | 'merged' | 'why'>>`
    select count(*)::int as parts,
      (count(*) filter (where p.state = 'sent'))::int as "partsSent",
      (count(*) filter (where p.state in ('unknown', 'held')))::int as unknown,
      (count(*) filter (where p.state = 'failed'))::int as failed,
      coalesce(sum(p.copies), 0)::int as copies,
      (count(*) filter (where p.state in ('queued', 'sending', 'ambiguous')))::int as waiting
    from deliveries p join digests d on d.id = p.digest_id where d.due_at >= ${since}`.execute(db)
  const why = await sql<LedgerSum['why'][number]>`
    select coalesce(p.error, 'waiting') as error, count(*)::int as count
    from deliveries p join digests d on d.id = p.digest_id
    where d.due_at >= ${since} and p.state <> 'sent' group by 1 order by 2 desc limit 5`.execute(db)
  return { ...digests.rows[0]!, ...parts.rows[0]!, why: why.rows }
}
