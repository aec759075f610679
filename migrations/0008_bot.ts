/** Eighth of the schema: packs that readers share, what the operator set, messages to everybody, and answers that were stopped. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table packs (
    id bigint generated always as identity primary key,
    code text not null unique,
    owner_id bigint not null references readers (id) on delete cascade,
    name text not null,
    created_at timestamptz not null
  )`,
  `create index packs_owner on packs (owner_id)`,
  `create table pack_items (
    pack_id bigint not null references packs (id) on delete cascade,
    source_id bigint references sources (id) on delete cascade,
    topic_id bigint references topics (id) on delete cascade,
    check ((source_id is null) <> (topic_id is null)),
    unique (pack_id, source_id),
    unique (pack_id, topic_id)
  )`,
  `create index pack_items_source on pack_items (source_id) where source_id is not null`,
  `create table chat_admins (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    user_id bigint not null,
    seen_at timestamptz not null,
    primary key (subscriber_id, user_id)
  )`,
  `create index chat_admins_user on chat_admins (user_id)`,
  `create table chat_threads (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    thread_id bigint not null,
    name text not null,
    primary key (subscriber_id, thread_id)
  )`,
  `create table operator_settings (
    key text primary key,
    value jsonb not null
  )`,
  `create table broadcasts (
    id bigint generated always as identity primary key,
    bot_id bigint not null,
    text text not null,
    entities jsonb not null,
    state text not null default 'draft' check (state in ('draft', 'sent', 'stopped')),
    created_at timestamptz not null
  )`,
  `create table stopped_drafts (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    draft_id bigint not null,
    stopped_at timestamptz not null,
    primary key (subscriber_id, draft_id)
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
