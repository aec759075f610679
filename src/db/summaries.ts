/** Queries on summaries: each is made once for its text, language, prompt and model, however many workers ask. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Summary, Tables } from './database.ts'
import { hasRunOut } from './leases.ts'
import type { StoredBullet } from './model-tables.ts'

/** What makes two summaries the same. */
export interface SummaryKey {
  contentHash: string
  language: string
  promptVersion: string
  model: string
  /** A reader's own text, with which the summary goes; its hash is nobody else's. */
  textId?: number
}

const columnsOf = (key: SummaryKey) => ({
  content_hash: key.contentHash,
  language: key.language,
  prompt_version: key.promptVersion,
  model: key.model,
})

const isOf = (key: SummaryKey) => (row: ExpressionBuilder<Tables, 'summaries'>) => row.and(columnsOf(key))

/** The summary of that key, once it is made. */
export async function findSummary(db: Db, key: SummaryKey): Promise<Summary | undefined> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where(isOf(key))
    .where('state', '=', 'ready')
    .executeTakeFirst()
}

/** A summary by an earlier version of the prompt that some reader was already sent: it stays as it was told. */
export async function findToldSummary(db: Db, key: SummaryKey): Promise<Summary | undefined> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('content_hash', '=', key.contentHash)
    .where('language', '=', key.language)
    .where('model', '=', key.model)
    .where('state', '=', 'ready')
    .where(
      sql<boolean>`exists (select 1 from articles join edition_items on edition_items.article_id = articles.id
        where articles.content_hash = summaries.content_hash and shown)`,
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A summary by its id. */
export async function findSummaryById(db: Db, id: number): Promise<Summary | undefined> {
  return db.selectFrom('summaries').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Takes the right to make a summary until `until`. False where it is made already or somebody else is at it;
 * the claim of a worker that died runs out.
 */
export async function claimSummary(db: Db, key: SummaryKey, now: Date, until: Date): Promise<boolean> {
  const row = await db
    .insertInto('summaries')
    .values({
      ...columnsOf(key),
      text_id: key.textId ?? null,
      state: 'making',
      claimed_until: until,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['content_hash', 'language', 'prompt_version', 'model'])
        .doUpdateSet({ claimed_until: until })
        .where('summaries.state', '=', 'making')
        .where(hasRunOut('summaries.claimed_until', now)),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a claim for as long as its worker lives. */
export async function renewSummaryClaim(db: Db, key: SummaryKey, until: Date): Promise<void> {
  await db
    .updateTable('summaries')
    .set({ claimed_until: until })
    .where(isOf(key))
    .where('state', '=', 'making')
    .execute()
}

export interface SummaryWords {
  headline: string | null
  bullets: StoredBullet[]
  why: string | null
  event: string | null
  importance: number | null
  topics?: readonly string[]
  entities?: readonly string[]
  /** How many bullets were corrected, and how many the article's own sentences replace. */
  counts?: { repaired: number; replaced: number }
}

/** Stores the words of a claimed summary, or of one that needs no claim; the first to store wins. */
export async function saveSummary(db: Db, key: SummaryKey, words: SummaryWords, now: Date): Promise<Summary> {
  const values = {
    headline: words.headline,
    bullets: JSON.stringify(words.bullets),
    why: words.why,
    event: words.event,
    importance: words.importance,
    topics: JSON.stringify(words.topics ?? []),
    entities: JSON.stringify(words.entities ?? []),
    repaired: words.counts?.repaired ?? 0,
    replaced: words.counts?.replaced ?? 0,
    state: 'ready' as const,
    claimed_until: null,
  }
  const stored = await db
    .insertInto('summaries')
    .values({
      ...columnsOf(key),
      text_id: key.textId ?? null,
      created_at: now,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['content_hash', 'language', 'prompt_version', 'model'])
        .doUpdateSet(values)
        .where('summaries.state', '=', 'making'),
    )
    .returningAll()
    .executeTakeFirst()
  if (stored) return stored
  const first = await findSummary(db, key)
  if (!first) throw new Error('a summary vanished while it was being stored')
  return first
}

/** Gives a claim back after a failure, so that the next try need not wait for it to run out. */
export async function releaseSummary(db: Db, key: SummaryKey): Promise<void> {
  await db.deleteFrom('summaries').where(isOf(key)).where('state', '=', 'making').execute()
}

/** What is stored of one model's making: summaries, their bullets, and how many of those were corrected or replaced. */
export interface SummaryCount {
  model: string
  count: number
  bullets: number
  repaired: number
  replaced: number
}

/** How many summaries were made since `since`, or ever, by model; 'extract' is the one made without a model. */
export async function countSummaries(db: Db, since = new Date(0)): Promise<SummaryCount[]> {
  return db
    .selectFrom('summaries')
    .select([
      'model',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(jsonb_array_length(bullets)), 0)::int`.as('bullets'),
      sql<number>`coalesce(sum(repaired), 0)::int`.as('repaired'),
      sql<number>`coalesce(sum(replaced), 0)::int`.as('replaced'),
    ])
    .where('state', '=', 'ready')
    .where('created_at', '>=', since)
    .groupBy('model')
    .orderBy('model')
    .execute()
}
