/** For operations: updates that a webhook took and that are not answered yet, what each person asked lately, and indexes for metrics. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table inbox (
    bot_id bigint not null,
    update_id bigint not null,
    payload jsonb not null,
    received_at timestamptz not null,
    claimed_until timestamptz not null,
    primary key (bot_id, update_id)
  )`,
  `create index inbox_claims on inbox (bot_id, claimed_until)`,
  `create table quotas (
    bot_id bigint not null,
    user_id bigint not null,
    kind text not null,
    tokens double precision not null,
    refilled_at timestamptz not null,
    refusals integer not null default 0,
    primary key (bot_id, user_id, kind)
  )`,
  `create index quotas_refilled on quotas (refilled_at)`,
  // Rows of one day lie together: a block index of a few kilobytes finds them among millions.
  `create index digests_created on digests using brin (created_at)`,
  `create index deliveries_created on deliveries using brin (created_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
