/** How often one chat may be written to: a row for each says when it is free again, and every process spends it. */
import { type QueryCreator, type RawBuilder, sql } from 'kysely'
import type { Db, Tables } from './database.ts'

/**
 * About one message a second, and twenty a minute in a group or channel, edits among them; short bursts pass.
 * A group's gap leaves room for one burst of replies: 60 / 4 + 5 = 20 a minute.
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export const chatGapMs = 1000
export const groupGapMs = 4000
/** Replies may run ahead of the pace by so many messages; digests never. */
const burst = 5
/** Nothing is paced so far ahead: it was written by a clock that has been set back since. */
const absurdMs = 120_000

const later = (time: Date, ms: number) => new Date(time.getTime() + ms)

/** Milliseconds between two messages to this chat; groups and channels have negative ids. */
const gapOf = (chatId: number): number => (chatId < 0 ? groupGapMs : chatGapMs)

/** How far ahead of its pace a chat may be. */
export const aheadOf = (chatId: number): number => burst * gapOf(chatId)

/** Whether a row of paces lets a message pass at `now`, `ahead` milliseconds early. */
export function isFree(freeAt: string, now: Date, ahead: RawBuilder<unknown>): RawBuilder<boolean> {
  const column = sql.ref(freeAt)
  return sql<boolean>`(${column} <= ${now}::timestamptz + ${ahead} or ${column} > ${later(now, absurdMs)})`
}

/** The next free time of a chat after one more message at `now`. */
export function nextFree(now: Date, gap: RawBuilder<unknown>): RawBuilder<Date> {
  return sql<Date>`(case when paces.free_at > ${later(now, absurdMs)} then ${now}
    else greatest(paces.free_at, ${now}) end)::timestamptz + ${gap}`
}

/** Takes one message to a chat, at most `aheadMs` before its time; returns whether it may go now. */
export async function takePace(
  db: Db,
  botId: number,
  chatId: number,
  now: Date,
  aheadMs = aheadOf(chatId),
): Promise<boolean> {
  const row = await upsertPace(db, { botId, chatId }, now, aheadMs).returning('chat_id').executeTakeFirst()
  return row !== undefined
}

/** The statement that takes it, for a query that does more; no row where it is too early. */
export function upsertPace(
  db: QueryCreator<Tables>,
  { botId, chatId }: { botId: number; chatId: number },
  now: Date,
  aheadMs = aheadOf(chatId),
) {
  const gap = sql`${gapOf(chatId)} * interval '1 millisecond'`
  return db
    .insertInto('paces')
    .values({ bot_id: botId, chat_id: chatId, free_at: later(now, gapOf(chatId)) })
    .onConflict((conflict) =>
      conflict
        .columns(['bot_id', 'chat_id'])
        .doUpdateSet({ free_at: nextFree(now, gap) })
        .where(isFree('paces.free_at', now, sql`${aheadMs} * interval '1 millisecond'`)),
    )
}

/** Counts messages to chats from now on rather than from when they were reserved: they have arrived only now. */
export async function delayPaces(
  db: Db,
  botId: number,
  chatIds: readonly number[],
  now: Date,
): Promise<void> {
  await sql`update paces set free_at = greatest(free_at, ${now}::timestamptz
      + (case when chat_id < 0 then ${groupGapMs}::int else ${chatGapMs}::int end) * interval '1 millisecond')
    where bot_id = ${botId} and chat_id = any(${chatIds}::bigint[])`.execute(db)
}
