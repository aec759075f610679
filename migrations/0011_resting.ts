/** For polling: sources that nobody follows are put to rest, so that no tick passes them by, and wake when somebody does. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table sources add column resting boolean not null default false`,
  // In place of sources_due, which the version before this one still goes by.
  `create index sources_awake on sources (next_poll_at) where state = 'active' and not resting`,
  // Whoever follows a source, or a topic that it feeds, wakes it: its time has long come.
  `create function wake_sources() returns trigger language plpgsql as $$ begin
    update sources set resting = false
      where resting and id in (select source_id from followed);
    update sources set resting = false
      where resting and catalogue_topic in (select slug from topics join followed on topics.id = followed.topic_id);
    return null;
  end $$`,
  `create trigger subscription_made after insert on subscriptions
    referencing new table as followed for each statement execute function wake_sources()`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
