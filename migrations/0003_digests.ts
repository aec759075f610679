/** Third of the schema: the editions, the digests, their parts on the way to a chat, and the sender lane. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table editions (
    id bigint generated always as identity primary key,
    selection_hash text not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    locale text not null,
    layout text not null,
    content jsonb,
    claimed_until timestamptz,
    created_at timestamptz not null,
    unique (selection_hash, window_from, window_to, locale, layout)
  )`,
  `create table digests (
    id bigint generated always as identity primary key,
    schedule_id bigint not null references schedules (id) on delete cascade,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    due_at timestamptz not null,
    number integer,
    kind text not null check (kind in ('first', 'scheduled')),
    window_from timestamptz not null,
    window_to timestamptz not null,
    late boolean not null default false,
    cause text check (cause in ('holiday', 'zone')),
    edition_id bigint references editions (id),
    merged_into bigint references digests (id) on delete cascade,
    state text not null check (state in ('planned', 'composed', 'empty', 'merged')),
    created_at timestamptz not null,
    unique (schedule_id, due_at)
  )`,
  `create index digests_waiting on digests (due_at) where state = 'planned'`,
  `create index digests_subscriber on digests (subscriber_id, due_at)`,
  `create index digests_merged on digests (merged_into) where merged_into is not null`,
  `create index digests_edition on digests (edition_id)`,
  // What a digest told hangs on its edition: ten thousand readers of one edition are ten thousand rows of digests only.
  `create table edition_items (
    edition_id bigint not null references editions (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    story_id bigint,
    shown boolean not null,
    reason text,
    primary key (edition_id, article_id)
  )`,
  `create index edition_items_article on edition_items (article_id)`,
  `create view digest_items as
    select digests.id as digest_id, digests.schedule_id, item.article_id, item.story_id, item.shown, item.reason
    from digests join edition_items item on item.edition_id = digests.edition_id`,
  `create table deliveries (
    id bigint generated always as identity primary key,
    bot_id bigint not null,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    digest_id bigint references digests (id) on delete cascade,
    part integer not null,
    kind text not null check (kind in ('digest', 'reply', 'notice', 'broadcast')),
    payload jsonb not null,
    state text not null default 'queued'
      check (state in ('queued', 'sending', 'ambiguous', 'sent', 'failed', 'unknown', 'held')),
    attempts integer not null default 0,
    copies integer not null default 0,
    not_before timestamptz not null,
    first_sent_at timestamptz,
    sent_at timestamptz,
    message_id bigint,
    error text,
    key text unique,
    -- The sender that reserved it last: what a dead one left in flight is told from what a living one is at.
    holder text,
    -- The parts that leave in order: of one digest, or of one answer, whose keys differ in their last number only.
    series text generated always as (coalesce('digest:' || digest_id, regexp_replace(key, ':[0-9]+$', ''))) stored,
    created_at timestamptz not null,
    unique (digest_id, part)
  )`,
  `create index deliveries_next on deliveries (bot_id, (case when kind in ('digest', 'broadcast') then 1 else 0 end), not_before, id)
    where state in ('queued', 'ambiguous')`,
  `create index deliveries_series on deliveries (series, part)
    where state in ('queued', 'sending', 'ambiguous', 'held')`,
  `create index deliveries_subscriber on deliveries (subscriber_id, id)`,
  `create index deliveries_sent on deliveries (sent_at) where sent_at is not null`,
  `create index deliveries_sending on deliveries (bot_id, subscriber_id) where state = 'sending'`,
  `create index deliveries_held on deliveries (bot_id, first_sent_at) where state = 'held'`,
  `create table leases (
    name text primary key,
    holder text not null,
    expires_at timestamptz not null
  )`,
  `create table lanes (
    bot_id bigint primary key,
    rate double precision not null,
    max_rate double precision not null,
    rated_at timestamptz not null,
    spent jsonb not null default '[]',
    flying jsonb not null default '[]',
    floods integer not null default 0,
    flooded_at timestamptz,
    pause_until timestamptz,
    waiting_until timestamptz,
    version bigint not null default 0
  )`,
  `create table paces (
    bot_id bigint not null,
    chat_id bigint not null,
    free_at timestamptz not null,
    primary key (bot_id, chat_id)
  )`,
  `create table clock (
    id smallint primary key check (id = 1),
    offset_ms bigint not null
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
