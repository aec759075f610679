/** Second of the schema: the people, the chats, what they follow and when they are told. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table readers (
    id bigint generated always as identity primary key,
    user_id bigint not null unique,
    locale text not null,
    blocked boolean not null default false,
    daily_tokens bigint,
    created_at timestamptz not null
  )`,
  `create table subscribers (
    id bigint generated always as identity primary key,
    bot_id bigint not null,
    chat_id bigint not null,
    kind text not null check (kind in ('private', 'group', 'supergroup', 'channel')),
    title text not null default '',
    reader_id bigint references readers (id),
    locale text not null,
    summary_language text,
    time_zone text not null,
    length text not null default 'standard' check (length in ('short', 'standard', 'long')),
    layout text not null default 'standard' check (layout in ('compact', 'standard', 'detailed', 'rich')),
    state text not null default 'active' check (state in ('active', 'paused', 'blocked', 'gone')),
    reason text,
    paused_until timestamptz,
    most_entries smallint,
    budget_minutes smallint,
    lead_image boolean not null default false,
    loud boolean not null default false,
    weekly_word boolean not null default false,
    threads_by_subject boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (bot_id, chat_id)
  )`,
  `create index subscribers_reader on subscribers (reader_id) where reader_id is not null`,
  `create table subscriptions (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    source_id bigint references sources (id) on delete cascade,
    topic_id bigint references topics (id) on delete cascade,
    name text,
    folder text,
    muted boolean not null default false,
    import_id bigint,
    created_at timestamptz not null,
    check ((source_id is null) <> (topic_id is null)),
    unique (subscriber_id, source_id),
    unique (subscriber_id, topic_id)
  )`,
  `create index subscriptions_source on subscriptions (source_id) where source_id is not null`,
  `create index subscriptions_topic on subscriptions (topic_id) where topic_id is not null`,
  // Sources that nobody follows rest. Whoever follows one, or a topic that it feeds, wakes it: its time has long come.
  `create function wake_sources() returns trigger language plpgsql as $$ begin
    update sources set resting = false
      where resting and id in (select source_id from followed);
    update sources set resting = false
      where resting and catalogue_topic in (select slug from topics join followed on topics.id = followed.topic_id);
    return null;
  end $$`,
  `create trigger subscription_made after insert on subscriptions
    referencing new table as followed for each statement execute function wake_sources()`,
  `create table schedules (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    thread_id bigint,
    selection jsonb not null,
    times text[] not null,
    days smallint[] not null,
    time_zone text not null,
    mode text not null default 'timed' check (mode in ('timed', 'instant')),
    quiet_from text not null default '22:00',
    quiet_to text not null default '07:00',
    most_a_day smallint not null default 5,
    state text not null default 'active' check (state in ('active', 'paused', 'deleted')),
    cause text check (cause in ('holiday', 'zone')),
    prepared_for timestamptz,
    next_due_at timestamptz not null,
    window_from timestamptz,
    next_number integer not null default 1,
    created_at timestamptz not null
  )`,
  `create index schedules_due on schedules (next_due_at) where state = 'active'`,
  `create index schedules_subscriber on schedules (subscriber_id)`,
  `create index schedules_instant on schedules (subscriber_id) where state = 'active' and mode = 'instant'`,
  `create table pending_questions (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    user_id bigint not null,
    kind text not null,
    payload jsonb not null,
    expires_at timestamptz not null,
    primary key (subscriber_id, user_id)
  )`,
  `create table updates (
    bot_id bigint not null,
    update_id bigint not null,
    received_at timestamptz not null,
    primary key (bot_id, update_id)
  )`,
  `create index updates_received on updates (received_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
