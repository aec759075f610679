/** Sixth of the schema: what readers want of their next digests, said by filters, ratings, and saved or carried articles. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table filters (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    kind text not null
      check (kind in ('mute-word', 'mute-source', 'mute-topic', 'mute-story', 'watch', 'follow-story', 'less-topic',
        'more-topic')),
    word text not null default '',
    target_id bigint not null default 0,
    until timestamptz,
    created_at timestamptz not null,
    unique (subscriber_id, kind, word, target_id)
  )`,
  // A link that a reader sent is no article of ours: its address and title are kept instead.
  `create table bookmarks (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    article_id bigint references articles (id) on delete cascade,
    url text,
    title text,
    created_at timestamptz not null,
    check ((article_id is null) = (url is not null)),
    unique (subscriber_id, article_id),
    unique (subscriber_id, url)
  )`,
  `create table carried (
    schedule_id bigint not null references schedules (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    created_at timestamptz not null,
    primary key (schedule_id, article_id)
  )`,
  `create table leanings (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    kind text not null check (kind in ('more', 'less')),
    created_at timestamptz not null,
    primary key (subscriber_id, article_id)
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
