/** Queries of composing: planned digests with their chats, what they told lately, and the editions they share. */
import { sql } from 'kysely'
import type { Db, Digest, Schedule, Subscriber } from './database.ts'
import { hasRunOut } from './leases.ts'
import { listSubscribers } from './subscribers.ts'

/** A planned digest with its schedule and chat, as far as composing needs them. */
export interface PlannedDigest {
  digest: Digest
  schedule: Pick<Schedule, 'id' | 'selection' | 'thread_id' | 'created_at'>
  subscriber: Subscriber
}

/** Those of `ids` that are still planned; a digest whose chat is gone is gone too. */
export async function listPlannedDigests(db: Db, ids: readonly number[]): Promise<PlannedDigest[]> {
  const digests = await db
    .selectFrom('digests')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('state', '=', 'planned')
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  if (digests.length === 0) return []
  const schedules = await db
    .selectFrom('schedules')
    .select(['id', 'selection', 'thread_id', 'created_at'])
    .where(
      'id',
      'in',
      digests.map((digest) => digest.schedule_id),
    )
    .execute()
  const subscribers = await listSubscribers(
    db,
    digests.map((digest) => digest.subscriber_id),
  )
  const scheduleOf = new Map(schedules.map((each) => [each.id, each]))
  const subscriberOf = new Map(subscribers.map((each) => [each.id, each]))
  return digests.flatMap((digest) => {
    const schedule = scheduleOf.get(digest.schedule_id)
    const subscriber = subscriberOf.get(digest.subscriber_id)
    return schedule && subscriber ? [{ digest, schedule, subscriber }] : []
  })
}

/** Editions that each schedule has told of windows that ended after `since`, the oldest first. */
export async function listToldEditions(
  db: Db,
  scheduleIds: readonly number[],
  since: Date,
): Promise<{ schedule_id: number; edition_id: number; window_to: Date }[]> {
  if (scheduleIds.length === 0) return []
  const { rows } = await sql<{ schedule_id: number; edition_id: number; window_to: Date }>`
    select schedule_id, edition_id, window_to from digests
    where schedule_id = any(${scheduleIds}::bigint[]) and window_to > ${since} and edition_id is not null
    order by id`.execute(db)
  return rows
}

/** How many missed digests each of these stands for. */
export async function countMerged(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    select merged_into as id, count(*)::int as count from digests
    where merged_into = any(${ids}::bigint[]) group by 1`.execute(db)
  return new Map(rows.map((row) => [row.id, row.count]))
}

export interface EditionKey {
  selectionHash: string
  windowFrom: Date
  windowTo: Date
  locale: string
  layout: string
}

/** An edition to use (`content` is there) or to write (`content` null): who gets it so has the claim until `until`. */
export type Edition = { id: number; content: unknown }

/** The edition of `key`, or the claim to write it; null while another worker writes it. */
export async function claimEdition(db: Db, key: EditionKey, now: Date, until: Date): Promise<Edition | null> {
  const isFree = sql<boolean>`(editions.claimed_until is null or ${hasRunOut('editions.claimed_until', now)})`
  const found = await db
    .selectFrom('editions')
    .select(['id', 'content', isFree.as('free')])
    .where('selection_hash', '=', key.selectionHash)
    .where('window_from', '=', key.windowFrom)
    .where('window_to', '=', key.windowTo)
    .where('locale', '=', key.locale)
    .where('layout', '=', key.layout)
    .executeTakeFirst()
  if (found && found.content !== null) return { id: found.id, content: found.content }
  if (found && !found.free) return null
  const { rows } = await sql<{ id: number }>`
    insert into editions (selection_hash, window_from, window_to, locale, layout, claimed_until, created_at)
    values (${key.selectionHash}, ${key.windowFrom}, ${key.windowTo}, ${key.locale}, ${key.layout}, ${until}, ${now})
    on conflict (selection_hash, window_from, window_to, locale, layout)
    do update set claimed_until = excluded.claimed_until
      where editions.content is null and ${isFree}
    returning id`.execute(db)
  return rows[0] ? { id: rows[0].id, content: null } : null
}

/** Keeps or gives back (null) the claim to write an edition. */
export async function renewEditionClaim(db: Db, id: number, until: Date | null): Promise<void> {
  await db
    .updateTable('editions')
    .set({ claimed_until: until })
    .where('id', '=', id)
    .where('content', 'is', null)
    .execute()
}

export interface EditionItem {
  articleId: number
  storyId: number | null
  shown: boolean
  reason: string | null
}

/** Stores what an edition says and every article's fate; one that is stored already stays as it is. */
export async function saveEdition(
  trx: Db,
  id: number,
  content: unknown,
  items: readonly EditionItem[],
): Promise<void> {
  const saved = await trx
    .updateTable('editions')
    .set({ content: JSON.stringify(content), claimed_until: null })
    .where('id', '=', id)
    .where('content', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved || items.length === 0) return
  // An article that was pruned away meanwhile has no fate to record.
  await sql`
    insert into edition_items (edition_id, article_id, story_id, shown, reason)
    select ${id}::bigint, made.* from unnest(
      ${items.map((item) => item.articleId)}::bigint[], ${items.map((item) => item.storyId)}::bigint[],
      ${items.map((item) => item.shown)}::boolean[], ${items.map((item) => item.reason)}::text[]
    ) as made (article_id, story_id, shown, reason)
    where exists (select 1 from articles where articles.id = made.article_id)
    on conflict do nothing`.execute(trx)
}

/**
 * Ends the composition of digests of one edition, each once: takes the next number if something is shown.
 * Returns the number of each, null for none; those that another worker ended are left out.
 */
export async function finishDigests(
  trx: Db,
  digestIds: readonly number[],
  edition: { id: number; shown: boolean },
): Promise<Map<number, number | null>> {
  const { rows: open } = await sql<{ id: number; schedule_id: number }>`
    select id, schedule_id from digests where id = any(${digestIds}::bigint[]) and state = 'planned'
    order by id for update`.execute(trx)
  if (open.length === 0) return new Map()
  const numbers = new Map<number, number>()
  if (edition.shown) {
    const { rows } = await sql<{ id: number; number: number }>`
      update schedules set next_number = next_number + 1
      where id in (
        select id from schedules where id = any(${open.map((row) => row.schedule_id)}::bigint[]) order by id for update
      )
      returning id, next_number - 1 as number`.execute(trx)
    for (const row of rows) numbers.set(row.id, row.number)
  }
  const ended = new Map(open.map((row) => [row.id, numbers.get(row.schedule_id) ?? null]))
  await sql`
    update digests set state = ${edition.shown ? 'composed' : 'empty'}, edition_id = ${edition.id}, number = made.number
    from unnest(${[...ended.keys()]}::bigint[], ${[...ended.values()]}::int[]) as made (id, number)
    where digests.id = made.id`.execute(trx)
  return ended
}

/** Which of these digests' schedules have said nothing to their chat since `since`. */
export async function listSilent(db: Db, digestIds: readonly number[], since: Date): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select asked.id from digests asked join schedules on schedules.id = asked.schedule_id
    where asked.id = any(${digestIds}::bigint[]) and schedules.created_at <= ${since}
      and not exists (
        select 1 from digests told
        where told.schedule_id = asked.schedule_id and told.due_at > ${since} and told.id <> asked.id
          and (told.state = 'composed' or exists (select 1 from deliveries where deliveries.digest_id = told.id))
      )`.execute(db)
  return new Set(rows.map((row) => row.id))
}
