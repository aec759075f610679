/** Queries on hosts that are being read or asked for a pause: what keeps every worker away from them for a while. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

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

/** Forgets hosts that are free again. */
export async function deleteFreeHosts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('hosts').where('busy_until', '<=', now).execute()
}
