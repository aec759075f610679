/** Fourth of the schema: which hosts to keep away from for a while, and the hubs that push instead of being asked. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table hosts (
    name text primary key,
    busy_until timestamptz not null
  )`,
  // https://www.w3.org/TR/websub/
  `create table hub_subscriptions (
    source_id bigint primary key references sources (id) on delete cascade,
    hub text not null,
    topic text not null,
    token text not null unique,
    secret text not null,
    state text not null check (state in ('asked', 'active')),
    renew_at timestamptz not null,
    lease_until timestamptz,
    pushed_at timestamptz,
    created_at timestamptz not null
  )`,
  // A reader's list of feeds, kept so that its import can be taken back and made again.
  `create table imports (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    feeds jsonb not null,
    created_at timestamptz not null
  )`,
  `create index imports_subscriber on imports (subscriber_id)`,
  `create index subscriptions_import on subscriptions (import_id) where import_id is not null`,
  `create index hub_subscriptions_renew on hub_subscriptions (renew_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
