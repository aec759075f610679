/** Queries for `gazette stats`: how many articles, digests and messages each of the last days brought. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Counts of one UTC day. */
export interface Day {
  /** 'YYYY-MM-DD' */
  day: string
  articles: number
  digests: number
  /** Message parts that Telegram took. */
  messages: number
}

const dayMs = 86_400_000

/** The last `count` days up to `now`, the oldest first; a day without anything is there too. */
export async function countDays(db: Db, now: Date, count: number): Promise<Day[]> {
  const days = Array.from({ length: count }, (_, at) =>
    new Date(now.getTime() - (count - 1 - at) * dayMs).toISOString().slice(0, 10),
  )
  const since = new Date(`${days[0]}T00:00:00Z`)
  const perDay = (table: 'articles' | 'digests' | 'deliveries', column: string, where = sql`true`) =>
    sql<{ day: string; count: number }>`
      select to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count
      from ${sql.table(table)} where ${sql.ref(column)} >= ${since} and ${where} group by 1`.execute(db)
  const [articles, digests, messages] = [
    await perDay('articles', 'ready_at'),
    await perDay('digests', 'created_at', sql`state = 'composed'`),
    await perDay('deliveries', 'created_at', sql`state = 'sent'`),
  ].map(({ rows }) => new Map(rows.map((row) => [row.day, row.count])))
  return days.map((day) => ({
    day,
    articles: articles?.get(day) ?? 0,
    digests: digests?.get(day) ?? 0,
    messages: messages?.get(day) ?? 0,
  }))
}
