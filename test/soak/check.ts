/** The invariants that a soak must leave true: nothing lost, nothing told twice but labelled copies, nothing left to do. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { hashOf } from '../bench/programs/message-hash.ts'
import type { Report } from '../bench/programs/bot-api.ts'
import type { Published } from './farm.ts'

/** One invariant: what it is, and what breaks it, in words; none where it holds. */
export interface Finding {
  invariant: string
  breaches: string[]
  /** How much was looked at. */
  looked: number
}

export interface Evidence {
  db: Db
  published: Published
  report: Report
  /** Updates that the bot has not confirmed. */
  updatesWaiting: number
}

const label = getLocale('en').notices.copyLabel

/** Looks at all of it; the services have come to rest. */
export async function checkInvariants({
  db,
  published,
  report,
  updatesWaiting,
}: Evidence): Promise<Finding[]> {
  const list = async (text: string): Promise<string[]> =>
    (await sql.raw<{ breach: string }>(text).execute(db)).rows.map(({ breach }) => breach)
  const count = async (what: string): Promise<number> =>
    (await sql.raw<{ n: number }>(`select count(*)::int as n from ${what}`).execute(db)).rows[0]!.n
  const findings: Finding[] = []
  const add = (invariant: string, looked: number, breaches: string[]) =>
    findings.push({ invariant, looked, breaches })

  const stored = new Set(await list('select url as breach from articles'))
  add(
    'every published article is stored',
    published.length,
    published.filter((guid) => !stored.has(guid)),
  )
  add(
    'every article is ready',
    stored.size,
    await list(`select 'article ' || id as breach from articles where ready_at is null`),
  )
  add(
    'every article of a followed source is in a digest or on its list of what was left out',
    await count('digest_items'),
    await list(`select 'schedule ' || sc.id || ', article ' || a.id || ' ready at ' || a.ready_at as breach
      from schedules sc
      join lateral (select max(window_to) as till from digests
        where schedule_id = sc.id and state in ('composed', 'empty')) last on last.till is not null
      join subscriptions sub on sub.subscriber_id = sc.subscriber_id
      join article_sources seen on seen.source_id = sub.source_id
      join articles a on a.id = seen.article_id and a.ready_at > sc.created_at
        and a.ready_at <= last.till - interval '1 minute'
      where not exists (select 1 from digest_items i where i.schedule_id = sc.id and i.article_id = a.id)`),
  )
  add(
    'no article is told twice to the same reader',
    await count('digest_items where shown'),
    await list(`select 'schedule ' || schedule_id || ', article ' || article_id as breach
      from digest_items where shown group by schedule_id, article_id having count(*) > 1`),
  )
  add(
    'every due time ended in one digest',
    await count('digests'),
    await list(`select 'digest ' || id || ' is ' || state as breach from digests where state = 'planned'
      union all select 'schedule ' || schedule_id || ', number ' || number from digests
        where number is not null group by schedule_id, number having count(*) > 1
      union all select 'schedule ' || id || ' was due at ' || next_due_at from schedules
        where next_due_at < (select max(due_at) from digests) - interval '2 hours'`),
  )
  add(
    'the outbox is empty',
    await count('deliveries'),
    await list(`select 'delivery ' || id || ' is ' || state || coalesce(': ' || error, '') as breach
      from deliveries where state <> 'sent'`),
  )
  add(
    'the queue is empty',
    await count('pgboss.job'),
    await list(`select name || ' ' || state as breach from pgboss.job where state in ('created', 'retry', 'active')
      and start_after < now() + interval '1 minute'`),
  )
  add(
    'the bot has taken every update',
    updatesWaiting,
    updatesWaiting === 0 ? [] : [`${updatesWaiting} wait`],
  )
  add(
    'no update is kept unanswered',
    await count('updates'),
    await list(`select 'update ' || update_id || ' since ' || received_at as breach from inbox`),
  )
  await checkMessages(db, report, add)
  return findings
}

/** Every part is in its chat; more than once only as a labelled copy of one whose answer was lost or which was in flight. */
async function checkMessages(
  db: Db,
  { messages }: Report,
  add: (invariant: string, looked: number, breaches: string[]) => void,
): Promise<void> {
  const { rows } = await sql<{ id: number; chat: number; text: string; copies: number }>`
    select d.id, s.chat_id as chat, d.payload -> 'params' ->> 'text' as text, d.copies
    from deliveries d join subscribers s on s.id = d.subscriber_id
    where d.kind = 'digest' and d.state = 'sent'`.execute(db)
  const arrived = new Map<string, number>()
  for (const [chat, , hash] of messages) {
    const key = `${chat} ${hash}`
    arrived.set(key, (arrived.get(key) ?? 0) + 1)
  }
  const lost: string[] = []
  const twice: string[] = []
  let labelled = 0
  for (const { id, chat, text, copies } of rows) {
    const plain = arrived.get(`${chat} ${hashOf(text)}`) ?? 0
    const marked = arrived.get(`${chat} ${hashOf(`${text}\n\n${label}`)}`) ?? 0
    if (plain + marked === 0) lost.push(`part ${id} never reached chat ${chat}`)
    if (plain > 1) twice.push(`part ${id} came ${plain} times to chat ${chat}`)
    if (marked > copies)
      twice.push(`part ${id} came ${marked} times as a copy, though sent again ${copies} times`)
    if (plain > 0) labelled += marked
  }
  add('every part that was sent is in its chat', rows.length, lost)
  add(`no part came twice but as a labelled copy (${labelled} did)`, rows.length, twice)
}
