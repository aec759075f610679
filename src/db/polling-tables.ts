/** The row shapes of how sources are read: hosts to keep away from, and hubs that push; migrations/ is the truth they follow. */
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type Time = ColumnType<Date, Date, Date>

export interface HostTable {
  name: string
  /** No worker starts a poll there before. */
  busy_until: Time
}

export interface HubSubscriptionTable {
  source_id: number
  hub: string
  /** The address that the hub knows the source by. */
  topic: string
  /** Part of our callback's address, so that nobody can guess it. */
  token: string
  /** Key of the signature under everything the hub pushes. */
  secret: string
  state: 'asked' | 'active'
  /** When to ask for the subscription again. */
  renew_at: Time
  lease_until: Date | null
  pushed_at: Date | null
  created_at: Time
}

export interface ImportedFeed {
  url: string
  title: string
  site: string | null
  /** Levels divided by '/'; null where it stood in none. */
  folder: string | null
}

export interface ImportTable {
  id: Generated<number>
  subscriber_id: number
  feeds: Json<ImportedFeed[]>
  created_at: Time
}
