/** Queries on quotas: token buckets in the database, so that a person's limits hold over all processes. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface Bucket {
  botId: number
  userId: number
  /** What is counted, e.g. 'turns'. */
  kind: string
  /** How many at once, and in each `perMs`. */
  size: number
  perMs: number
}

export type Spent = { granted: true } | { granted: false; waitMs: number; tell: boolean }

/** Takes one from a bucket, which refills steadily up to its size. `tell`: the first refusal since one was granted. */
export async function spend(db: Db, bucket: Bucket, now: Date): Promise<Spent> {
  const { botId, userId, kind, size, perMs } = bucket
  const elapsedMs = sql`greatest(0, extract(epoch from ${now}::timestamptz - quotas.refilled_at) * 1000)::float8`
  const held = sql`least(${size}::float8, quotas.tokens + ${elapsedMs} / ${perMs}::float8 * ${size}::float8)`
  // One statement, because every update begins with it.
  const { rows } = await sql<{ tokens: number; refusals: number }>`
    insert into quotas (bot_id, user_id, kind, tokens, refilled_at)
    values (${botId}, ${userId}, ${kind}, ${size - 1}, ${now})
    on conflict (bot_id, user_id, kind) do update set
      tokens = ${held} - case when ${held} >= 1 then 1 else 0 end,
      refusals = case when ${held} >= 1 then 0 else quotas.refusals + 1 end,
      refilled_at = ${now}
    returning tokens, refusals`.execute(db)
  const { tokens, refusals } = rows[0]!
  if (refusals === 0) return { granted: true }
  return { granted: false, waitMs: Math.ceil(((1 - tokens) * perMs) / size), tell: refusals === 1 }
}

/** Forgets buckets that nobody took from since `before`: they are full again. */
export async function deleteQuotas(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('quotas').where('refilled_at', '<', before).execute()
}
