/** Queries on quotas: token buckets in the database, so that a person's limits hold over all processes. */
import type { Kysely, Transaction } from 'kysely'
import type { Db, Tables } from './database.ts'

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
export async function spend(db: Kysely<Tables>, bucket: Bucket, now: Date): Promise<Spent> {
  return db.transaction().execute((trx) => take(trx, bucket, now))
}

async function take(trx: Transaction<Tables>, bucket: Bucket, now: Date): Promise<Spent> {
  const { botId, userId, kind, size, perMs } = bucket
  const key = { bot_id: botId, user_id: userId, kind }
  await trx
    .insertInto('quotas')
    .values({ ...key, tokens: size, refilled_at: now, told_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ours = trx.selectFrom('quotas').where('bot_id', '=', botId).where('user_id', '=', userId)
  const row = await ours.where('kind', '=', kind).selectAll().forUpdate().executeTakeFirstOrThrow()
  const elapsed = Math.max(0, now.getTime() - row.refilled_at.getTime())
  const tokens = Math.min(size, row.tokens + (elapsed / perMs) * size)
  const granted = tokens >= 1
  const told = granted ? null : (row.told_at ?? now)
  await trx
    .updateTable('quotas')
    .set({ tokens: granted ? tokens - 1 : tokens, refilled_at: now, told_at: told })
    .where('bot_id', '=', botId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .execute()
  if (granted) return { granted }
  return { granted, waitMs: Math.ceil(((1 - tokens) * perMs) / size), tell: row.told_at === null }
}

/** Forgets buckets that nobody took from since `before`: they are full again. */
export async function deleteQuotas(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('quotas').where('refilled_at', '<', before).execute()
}
