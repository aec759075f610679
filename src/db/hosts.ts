/** Queries on hosts that are being read or asked for a pause: what keeps every worker away from them for a while. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { hasRunOut } from './leases.ts'

/** The host of an address as the database sees it. */
export const hostOfUrl = sql<string>`substring(sources.url from '^[a-z]+://([^/?#]+)')`

export const hostOf = (url: string): string => URL.parse(url)?.host ?? url

/** Lets no worker start on these hosts before `until`; a later time that stands already stays. */
export async function keepAway(db: Db, hosts: readonly { host: string; until: Date }[]): Promise<void> {
  if (hosts.length === 0) return
  await sql`
    insert into hosts (name, busy_until)
    select * from unnest(${hosts.map(({ host }) => host)}::text[], ${hosts.map(({ until }) => until.toISOString())}::timestamptz[])
    on conflict (name) do update set busy_until = greatest(hosts.busy_until, excluded.busy_until)`.execute(db)
}

/** Takes one of the `most` places at a host until it is given back or `expires`, a minute ahead; null where none is free. */
export async function takePlace(
  db: Db,
  { host, most, holder, expires }: { host: string; most: number; holder: string; expires: Date },
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    insert into leases (name, holder, expires_at)
    select places.name, ${holder}, ${expires}::timestamptz
    from (select 'page:' || ${host}::text || '#' || number as name from generate_series(1, ${most}::int) as number) as places
    where not exists (
      select from leases as taken
      where taken.name = places.name and not ${hasRunOut('taken.expires_at', now)}
    )
    order by random() limit 1
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where ${hasRunOut('leases.expires_at', now)}
    returning name`.execute(db)
  return rows[0]?.name ?? null
}

/** Forgets hosts that are free again. */
export async function deleteFreeHosts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('hosts').where('busy_until', '<=', now).execute()
}
