/** Texts that readers sent to be summed up, kept for a few days apart from all articles, and what each was shown last. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table texts (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    body text not null,
    parts integer not null default 1,
    sent_at timestamptz not null
  )`,
  `create index texts_subscriber on texts (subscriber_id)`,
  `create index texts_sent on texts (sent_at)`,
  // A private text's summary goes when the text does.
  `alter table summaries add column text_id bigint references texts (id) on delete cascade`,
  `create index summaries_text on summaries (text_id) where text_id is not null`,
  `create table shown (
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    user_id bigint not null,
    payload jsonb not null,
    shown_at timestamptz not null,
    primary key (subscriber_id, user_id)
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
