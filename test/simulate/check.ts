/** Holds the simulated year against what must have happened: every due time once, nothing early, no article lost or told twice. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'
import type { SimulatedChat } from './chats.ts'
import type { createWatch } from './oracle.ts'

export interface Simulated {
  scheduleId: number
  chat: SimulatedChat
  watch: ReturnType<typeof createWatch>
}

/** Later than this a digest has to say so. */
const lateMs = 15 * 60_000

interface DigestRow {
  id: number
  schedule_id: number
  due_at: Date
  created_at: Date
  late: boolean
  merged: number
}

/** Compares every planned digest with the wall-clock walk. */
export async function checkPlanned(db: Db, simulated: readonly Simulated[]) {
  const { rows } = await sql<DigestRow>`
    select d.id, d.schedule_id, d.due_at, d.created_at, d.late,
      (select count(*)::int from digests m where m.merged_into = d.id) as merged
    from digests d where d.state <> 'merged' order by d.schedule_id, d.due_at`.execute(db)
  const bySchedule = Map.groupBy(rows, (row) => row.schedule_id)
  const breaches: string[] = []
  for (const { scheduleId, chat, watch } of simulated) {
    const found = bySchedule.get(scheduleId) ?? []
    const where = `schedule ${scheduleId} in ${chat.zone}`
    const say = (list: readonly { at: number; merged: number }[]) =>
      list.map(({ at, merged }) => `${new Date(at).toISOString()}+${merged}`)
    const expected = say(watch.expected)
    const actual = say(found.map((row) => ({ at: row.created_at.getTime(), merged: row.merged })))
    const missing = expected.filter((each) => !actual.includes(each))
    const extra = actual.filter((each) => !expected.includes(each))
    if (missing.length + extra.length > 0)
      breaches.push(
        `${where}: missing ${missing.slice(0, 3).join()}; not expected ${extra.slice(0, 3).join()}`,
      )
    for (const row of found) {
      const delay = row.created_at.getTime() - row.due_at.getTime()
      if (delay < 0) breaches.push(`${where}: ${row.due_at.toISOString()} is early`)
      if ((delay > lateMs || row.merged > 0) && !row.late)
        breaches.push(`${where}: ${row.due_at.toISOString()} is late and does not say so`)
    }
  }
  return {
    digests: rows.length,
    merged: rows.reduce((sum, row) => sum + row.merged, 0),
    late: rows.filter((row) => row.late).length,
    breaches,
  }
}

/** What a schedule owed its reader of one article, and what became of that. */
interface Fate {
  schedule_id: number
  title: string
  /** Digests that show it or list it as left out. */
  fates: number
  shown: number
  /** Left out without a reason. */
  bare: number
  /** The digest that shows it. */
  digest_id: number | null
}

/** Every article of a followed source is in exactly one digest of each schedule, shown or left out with a reason; none is shown twice. */
export async function checkComposed(db: Db, spans: readonly { from: number; to: number }[]) {
  const breaches: string[] = []
  let articles = 0
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from digests where edition_id is not null`.execute(db)
  for (const span of spans) {
    const [from, to] = [new Date(span.from), new Date(span.to)]
    const texts = await listSentTexts(db, from, to)
    const { rows } = await sql<Fate>`
      with told as (
        select schedule_id, subscriber_id, max(window_to) as until from digests
        where edition_id is not null and window_to > ${from} and window_to <= ${to} group by 1, 2
      ), fates as (
        select schedule_id, article_id, count(*)::int as fates, (count(*) filter (where shown))::int as shown,
          (count(*) filter (where not shown and reason is null))::int as bare,
          min(digest_id) filter (where shown) as digest_id
        from digest_items group by 1, 2
      )
      select told.schedule_id, a.title, coalesce(fates, 0) as fates, coalesce(shown, 0) as shown,
        coalesce(bare, 0) as bare, digest_id
      from told join subscriptions s on s.subscriber_id = told.subscriber_id
        join article_sources link on link.source_id = s.source_id
        join articles a on a.id = link.article_id and a.ready_at > ${from} and a.ready_at <= told.until
        left join fates on fates.schedule_id = told.schedule_id and fates.article_id = a.id`.execute(db)
    articles += rows.length
    for (const row of rows) {
      const where = `schedule ${row.schedule_id}: “${row.title}”`
      if (row.fates !== 1) breaches.push(`${where} has ${row.fates} fates`)
      if (row.bare > 0) breaches.push(`${where} is left out without a reason`)
      if (row.shown > 1) breaches.push(`${where} is told ${row.shown} times`)
      if (row.digest_id !== null && !texts.get(row.digest_id)?.includes(row.title))
        breaches.push(`${where} is shown but not in the text that was sent`)
    }
  }
  return { digests: counted[0]?.n ?? 0, articles, breaches }
}

/** What was sent of each digest whose window ended in a span. */
async function listSentTexts(db: Db, from: Date, to: Date): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; text: string }>`
    select d.id, string_agg(p.payload -> 'params' ->> 'text', ' ' order by p.part) as text
    from digests d join deliveries p on p.digest_id = d.id and p.state = 'sent'
    where d.window_to > ${from} and d.window_to <= ${to} group by 1`.execute(db)
  return new Map(rows.map(({ id, text }) => [id, text]))
}
