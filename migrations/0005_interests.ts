/** Fifth of the schema: what readers think of what they were told, and the words of the topics that they made themselves. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table feedback (
    id bigint generated always as identity primary key,
    subscriber_id bigint not null references subscribers (id) on delete cascade,
    reader_id bigint references readers (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade,
    topic_id bigint references topics (id) on delete cascade,
    kind text not null check (kind in ('up', 'down', 'not_topic')),
    created_at timestamptz not null
  )`,
  // One opinion of one person on one article under one topic: the last one counts.
  `create unique index feedback_once
    on feedback (subscriber_id, coalesce(reader_id, 0), article_id, coalesce(topic_id, 0))`,
  `create index feedback_reader on feedback (reader_id) where reader_id is not null`,
  `create index feedback_topic on feedback (topic_id) where topic_id is not null`,
  `create index feedback_article on feedback (article_id)`,
  `alter table topics add column interest jsonb`,
  `create index topics_owner on topics (owner_id) where owner_id is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
