/** First of the schema: what we poll, what we store, and what is said about it. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table topics (
    id bigint generated always as identity primary key,
    slug text not null unique,
    names jsonb not null,
    description text not null default '',
    keywords jsonb not null default '[]',
    renamed jsonb not null default '{}',
    owner_id bigint,
    created_at timestamptz not null
  )`,
  `create index topics_offered on topics (id) where owner_id is null`,
  `create table sources (
    id bigint generated always as identity primary key,
    url text not null unique,
    kind text not null check (kind in ('feed', 'page', 'markdown')),
    title text not null default '',
    renamed boolean not null default false,
    site_url text,
    language text,
    catalogue_topic text,
    shared boolean not null default false,
    etag text,
    last_modified text,
    state text not null default 'active' check (state in ('active', 'stopped')),
    resting boolean not null default false,
    next_poll_at timestamptz not null,
    polled_at timestamptz,
    poll_gap_ms bigint not null,
    quiet_hours smallint[] not null default '{}',
    rhythm_ms bigint,
    last_item_at timestamptz,
    trouble_told_at timestamptz,
    failures integer not null default 0,
    failing_since timestamptz,
    error text,
    created_at timestamptz not null
  )`,
  `create index sources_catalogue on sources (catalogue_topic) where catalogue_topic is not null`,
  `create index sources_due on sources (next_poll_at) where state = 'active' and not resting`,
  // What sources are called, in a table of its own because every poll writes to theirs and to all its indexes.
  `create table source_names (
    source_id bigint primary key references sources (id) on delete cascade,
    name text not null,
    pairs text[] not null
  )`,
  `create index source_names_pairs on source_names using gin (pairs)`,
  // Pairs of neighbouring characters: any part of a name holds all its own pairs, in every script.
  `create function name_pairs(name text) returns text[] language sql immutable as
    $$ select coalesce(array_agg(distinct substr(name, at, 2)), '{}') from generate_series(1, length(name) - 1) at $$`,
  `create function note_source_name() returns trigger language plpgsql as $$
    declare called text := lower(new.title || ' ' || new.url);
    begin
      insert into source_names values (new.id, called, name_pairs(called))
        on conflict (source_id) do update set name = excluded.name, pairs = excluded.pairs;
      return null;
    end $$`,
  `create trigger source_made after insert on sources for each row execute function note_source_name()`,
  `create trigger source_named after update of title, url on sources for each row
    when (old.title <> new.title or old.url <> new.url) execute function note_source_name()`,
  `create table stories (
    id bigint generated always as identity primary key,
    first_at timestamptz not null,
    last_at timestamptz not null,
    merged_into bigint references stories (id)
  )`,
  `create index stories_merged on stories (last_at) where merged_into is not null`,
  `create table articles (
    id bigint generated always as identity primary key,
    guid text not null unique,
    url text,
    title text not null,
    author text,
    original_author text,
    original_url text,
    published_at timestamptz,
    language text not null default 'und',
    text text not null,
    content_hash text not null,
    item_hash text not null,
    story_id bigint references stories (id),
    story_order bigint,
    found_at timestamptz not null,
    edited_at timestamptz,
    ready_at timestamptz
  )`,
  // A third of the time of the standard method; servers built without it keep that one.
  `do $$ begin
    alter table articles alter column text set compression lz4;
  exception when feature_not_supported then null;
  end $$`,
  // Those of what comes later leave out what is new, so that storing it changes few of them.
  `create index articles_ready on articles (ready_at) where ready_at is not null`,
  `create index articles_waiting on articles (found_at) where ready_at is null`,
  `create index articles_story on articles (story_id) where story_id is not null`,
  `create sequence article_story_order`,
  `create index articles_story_order on articles (story_order) where story_order is not null`,
  // Apart from the article, so that no other change to it has to be made in this large index too.
  `create table article_terms (
    article_id bigint primary key references articles (id) on delete cascade,
    terms tsvector not null
  )`,
  `create index article_terms_search on article_terms using gin (terms)`,
  `create table article_sources (
    article_id bigint not null references articles (id) on delete cascade,
    source_id bigint not null references sources (id) on delete cascade,
    guid text not null,
    seen_at timestamptz not null,
    primary key (article_id, source_id)
  )`,
  `create index article_sources_guid on article_sources (source_id, guid)`,
  `create index article_sources_seen on article_sources (source_id, seen_at)`,
  `create table article_topics (
    article_id bigint not null references articles (id) on delete cascade,
    topic_id bigint not null references topics (id) on delete cascade,
    score real not null,
    primary key (article_id, topic_id)
  )`,
  `create index article_topics_topic on article_topics (topic_id, article_id)`,
  `create table summaries (
    id bigint generated always as identity primary key,
    content_hash text not null,
    language text not null,
    prompt_version text not null,
    model text not null,
    state text not null check (state in ('making', 'ready')),
    claimed_until timestamptz,
    headline text,
    bullets jsonb not null default '[]',
    why text,
    event text,
    importance real,
    topics jsonb not null default '[]',
    entities jsonb not null default '[]',
    repaired integer not null default 0,
    replaced integer not null default 0,
    created_at timestamptz not null,
    unique (content_hash, language, prompt_version, model)
  )`,
  `create table llm_usage (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    day date not null,
    purpose text not null,
    model text not null,
    reader_id bigint,
    article_id bigint,
    reserved_tokens integer not null,
    input_tokens integer,
    output_tokens integer,
    settled boolean not null default false
  )`,
  `create index llm_usage_day on llm_usage (day, reader_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
