/** Queries on llm_usage: the hard token budget, reserved before a call and settled from what it used. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface Reservation {
  purpose: string
  model: string
  /** Upper bound of what the call may use, prompt and answer together. */
  tokens: number
  readerId: number | null
  articleId: number | null
  /** UTC day the budget belongs to, 'YYYY-MM-DD'. */
  day: string
  at: Date
}

/** Tokens counted against a day: what was used where it is known, else what was reserved. */
const counted = sql<number>`coalesce(sum(case when settled then coalesce(input_tokens, 0) + coalesce(output_tokens, 0) else reserved_tokens end), 0)::bigint`

async function lockDay(trx: Db, day: string): Promise<void> {
  // One row per day serialises reservations, so that two workers cannot both take the last tokens.
  const name = `budget:${day}`
  await trx
    .insertInto('leases')
    .values({ name, holder: '', expires_at: new Date(0) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  await trx.selectFrom('leases').select('name').where('name', '=', name).forUpdate().execute()
}

/** Reserves tokens within both caps, in a transaction of the caller's; null when either is spent. Returns the usage id. */
export async function reserveTokens(
  trx: Db,
  want: Reservation,
  caps: { perDay: number; perReader: number },
): Promise<number | null> {
  await lockDay(trx, want.day)
  const all = await trx
    .selectFrom('llm_usage')
    .select(counted.as('tokens'))
    .where('day', '=', want.day)
    .executeTakeFirstOrThrow()
  if (Number(all.tokens) + want.tokens > caps.perDay) return null
  if (want.readerId !== null) {
    const own = await trx
      .selectFrom('llm_usage')
      .select(counted.as('tokens'))
      .where('day', '=', want.day)
      .where('reader_id', '=', want.readerId)
      .executeTakeFirstOrThrow()
    if (Number(own.tokens) + want.tokens > caps.perReader) return null
  }
  const row = await trx
    .insertInto('llm_usage')
    .values({
      at: want.at,
      day: want.day,
      purpose: want.purpose,
      model: want.model,
      reader_id: want.readerId,
      article_id: want.articleId,
      reserved_tokens: want.tokens,
      input_tokens: null,
      output_tokens: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Replaces a reservation by what the call used; nothing used where it never reached the server. */
export async function settleTokens(
  db: Db,
  id: number,
  used: { inputTokens: number; outputTokens: number },
): Promise<void> {
  await db
    .updateTable('llm_usage')
    .set({ settled: true, input_tokens: used.inputTokens, output_tokens: used.outputTokens })
    .where('id', '=', id)
    .execute()
}

/** What one model did: its calls and tokens, and how many articles it summarised with how many of those tokens. */
export interface ModelUsage {
  model: string
  calls: number
  inputTokens: number
  outputTokens: number
  articles: number
  summaryInputTokens: number
  summaryOutputTokens: number
}

/** Tokens of each model on each day since `sinceDay`, 'YYYY-MM-DD'. */
export async function sumUsageByDay(
  db: Db,
  sinceDay: string,
): Promise<{ day: string; model: string; inputTokens: number; outputTokens: number }[]> {
  return db
    .selectFrom('llm_usage')
    .select([
      'day',
      'model',
      sql<number>`coalesce(sum(input_tokens), 0)::bigint`.as('inputTokens'),
      sql<number>`coalesce(sum(output_tokens), 0)::bigint`.as('outputTokens'),
    ])
    .where('day', '>=', sinceDay)
    .groupBy(['day', 'model'])
    .execute()
}

/** Calls and tokens of each model since `day`, for `gazette stats`. */
export async function sumUsage(db: Db, sinceDay: string): Promise<ModelUsage[]> {
  return db
    .selectFrom('llm_usage')
    .select([
      'model',
      sql<number>`count(*)::int`.as('calls'),
      sql<number>`coalesce(sum(input_tokens), 0)::bigint`.as('inputTokens'),
      sql<number>`coalesce(sum(output_tokens), 0)::bigint`.as('outputTokens'),
      sql<number>`(count(distinct article_id) filter (where purpose = 'summarise'))::int`.as('articles'),
      sql<number>`coalesce(sum(input_tokens) filter (where purpose = 'summarise'), 0)::bigint`.as(
        'summaryInputTokens',
      ),
      sql<number>`coalesce(sum(output_tokens) filter (where purpose = 'summarise'), 0)::bigint`.as(
        'summaryOutputTokens',
      ),
    ])
    .where('day', '>=', sinceDay)
    .groupBy('model')
    .execute()
}
