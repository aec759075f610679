/** Queries on times that a clock running ahead has written: once it is set right, nothing would happen until they come. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { dueColumns, type DueSchedule } from './digests.ts'

const later = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/**
 * Makes due what waits longer than anything of its kind may. The limits stand where each time is made: sources wait a
 * day, and a week more where their feeds ask for quiet hours; hosts and Telegram ask for a day at most, hubs for a year.
 */
export async function pullBackTimes(db: Db, now: Date): Promise<void> {
  await sql`update sources set next_poll_at = ${now}
    where state = 'active' and not resting and next_poll_at > ${later(now, 2)}
      and (quiet_hours = '{}' or next_poll_at > ${later(now, 9)})`.execute(db)
  await sql`delete from hosts where busy_until > ${later(now, 2)}`.execute(db)
  await sql`update hub_subscriptions set renew_at = ${now} where renew_at > ${later(now, 366)}`.execute(db)
  await sql`update lanes set pause_until = null, version = version + 1 where pause_until > ${later(now, 2)}`.execute(
    db,
  )
  await sql`update deliveries set not_before = ${now}
    where state in ('queued', 'ambiguous') and not_before > ${later(now, 2)}`.execute(db)
  await sql`update inbox set claimed_until = ${now}, received_at = least(received_at, ${now})
    where claimed_until > ${later(now, 2)}`.execute(db)
  // What was found meanwhile would be new in years.
  await sql`
    with waiting as (
      update articles set found_at = ${now} where ready_at is null and found_at > ${later(now, 1)} returning id
    ), ready as (
      update articles set found_at = least(found_at, ${now}), ready_at = ${now}
      where ready_at > ${later(now, 1)} returning id
    )
    update article_sources set seen_at = ${now}
    from (select id from waiting union all select id from ready) pulled
    where article_id = pulled.id and seen_at > ${now}`.execute(db)
}

/**
 * The same for the queue, which goes by the database's own clock: jobs wait an hour at most. Those that a clock ahead
 * began would never run out either.
 */
export async function pullBackJobs(db: Db): Promise<void> {
  const { rows } = await sql<{
    found: string | null
  }>`select to_regclass('pgboss.job')::text as found`.execute(db)
  if (!rows[0]?.found) return
  await sql`update pgboss.job set start_after = now()
    where state in ('created', 'retry') and start_after > now() + interval '2 days'`.execute(db)
  await sql`update pgboss.job set started_on = now()
    where state = 'active' and started_on > now() + interval '1 hour'`.execute(db)
}

/** Locks up to `limit` active schedules that are due later than their rules can mean: a week, less the other days that they name. */
export async function lockFarSchedules(
  trx: Db,
  now: Date,
  limit: number,
): Promise<(DueSchedule & { paused_until: Date | null })[]> {
  return trx
    .selectFrom('schedules')
    .innerJoin('subscribers', 'subscribers.id', 'schedules.subscriber_id')
    .select([...dueColumns, 'paused_until'])
    .where('schedules.state', '=', 'active')
    .where('next_due_at', '>', later(now, 3))
    .where(
      sql<boolean>`next_due_at > greatest(${now}, paused_until) + make_interval(days => 10 - cardinality(days))`,
    )
    .orderBy('next_due_at')
    .limit(limit)
    .forUpdate('schedules')
    .skipLocked()
    .execute()
}

/**
 * Takes the digests of these schedules that lie ahead out of the way of those to come, which have the same due times:
 * what was told counts as told now, and what was passed over meanwhile never was.
 */
export async function pullBackDigests(trx: Db, scheduleIds: readonly number[], now: Date): Promise<void> {
  await sql`delete from digests
    where schedule_id = any(${scheduleIds}::bigint[]) and due_at > ${now} and state = 'merged'`.execute(trx)
  await sql`
    update digests set due_at = ${now}::timestamptz - ahead.place * interval '1 millisecond',
      window_from = least(window_from, ${now}), window_to = least(window_to, ${now})
    from (
      select id, row_number() over (partition by schedule_id order by due_at desc) as place
      from digests where schedule_id = any(${scheduleIds}::bigint[]) and due_at > ${now}
    ) ahead where digests.id = ahead.id`.execute(trx)
}
