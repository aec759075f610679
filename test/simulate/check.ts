/** Holds the simulated year against what must have happened: every due time once, nothing early, no article lost or told twice. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'
import type { SimulatedChat } from './chats.ts'
import type { createWatch } from './oracle.ts'
import type { Person } from './world.ts'

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

/** Every article of a followed source is in exactly one digest of each schedule, shown or left out with a reason; none is shown twice. */
export async function checkComposed(
  db: Db,
  people: readonly Person[],
  spans: readonly { from: number; to: number }[],
) {
  const breaches: string[] = []
  let articles = 0
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from digests where edition_id is not null`.execute(db)
  for (const { subscriberId, scheduleIds } of people)
    for (const scheduleId of scheduleIds)
      for (const span of spans) {
        const { rows } = await sql<{
          title: string
          fates: number
          shown: number
          bare: number
          texts: number
        }>`
          with told as (
            select max(window_to) as until, min(window_from) as since from digests
            where schedule_id = ${scheduleId} and edition_id is not null
              and window_to > ${new Date(span.from)} and window_to <= ${new Date(span.to)}
          )
          select a.title, count(item.article_id)::int as fates,
            (count(*) filter (where item.shown))::int as shown,
            (count(*) filter (where not item.shown and item.reason is null))::int as bare,
            (count(distinct sent.digest_id) filter (where item.shown and sent.text like '%' || a.title || '%'))::int as texts
          from told, subscriptions s join article_sources link on link.source_id = s.source_id
            join articles a on a.id = link.article_id
            left join digest_items item on item.article_id = a.id and item.schedule_id = ${scheduleId}
            left join lateral (
              select digest_id, string_agg(payload -> 'params' ->> 'text', ' ' order by part) as text
              from deliveries where digest_id = item.digest_id and item.shown and state = 'sent' group by 1
            ) sent on true
          where s.subscriber_id = ${subscriberId} and a.ready_at > ${new Date(span.from)} and a.ready_at <= told.until
          group by a.id`.execute(db)
        articles += rows.length
        for (const row of rows) {
          const where = `schedule ${scheduleId}: “${row.title}”`
          if (row.fates !== 1) breaches.push(`${where} has ${row.fates} fates`)
          if (row.bare > 0) breaches.push(`${where} is left out without a reason`)
          if (row.shown > 1) breaches.push(`${where} is told ${row.shown} times`)
          if (row.shown !== row.texts)
            breaches.push(`${where} is shown but stands in ${row.texts} sent digests`)
        }
      }
  return { digests: counted[0]?.n ?? 0, articles, breaches }
}
