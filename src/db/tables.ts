/** The row shapes of every table, for Kysely; migrations/ is the truth they follow. */
import type { ColumnType, Generated } from 'kysely'
import type { Selection } from '../core/selection.ts'

type Time = ColumnType<Date, Date, Date>
type Json<T> = ColumnType<T, string, string>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface SourceTable {
  id: Generated<number>
  url: string
  kind: 'feed' | 'page' | 'markdown'
  title: Defaulted<string>
  /** The operator named it: its feed does not. */
  renamed: Defaulted<boolean>
  site_url: string | null
  language: string | null
  /** Slug of the topic whose followers get this source without asking. */
  catalogue_topic: string | null
  /** Its articles may appear in anybody's topic digests; a source a reader added stays with its followers. */
  shared: Defaulted<boolean>
  etag: string | null
  last_modified: string | null
  state: Defaulted<'active' | 'stopped'>
  next_poll_at: Time
  /** Nobody follows it: it is passed over until somebody does. */
  resting: Defaulted<boolean>
  polled_at: Date | null
  poll_gap_ms: number
  /** Hours of the week, in UTC from Sunday midnight, in which its feed asks not to be read. */
  quiet_hours: Defaulted<number[]>
  /** Median time between its publications, and when the newest came out; null while unknown. */
  rhythm_ms: ColumnType<number | null, number | null | undefined, number | null>
  last_item_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** When its followers were told that it fails or fell silent; null once it is well. */
  trouble_told_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  failures: Defaulted<number>
  failing_since: Date | null
  error: string | null
  created_at: Time
}

export interface StoryTable {
  id: Generated<number>
  first_at: Time
  last_at: Time
  /** The story that this one turned out to be; its articles are there. */
  merged_into: ColumnType<number | null, undefined, number | null>
}

export interface ArticleTable {
  id: Generated<number>
  guid: string
  url: string | null
  title: string
  author: string | null
  original_author: string | null
  original_url: string | null
  published_at: Date | null
  /** 'und' until enrichment tells it. */
  language: Defaulted<string>
  text: string
  content_hash: string
  /** content_hash of what the source said, before the page's text replaced a teaser: tells an edit from a repetition. */
  item_hash: string
  story_id: number | null
  /** Rises with the order in which stories were assigned, over all workers. */
  story_order: ColumnType<number | null, undefined, never>
  found_at: Time
  /** When its source last changed it in a way that matters to who has read it. */
  edited_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  ready_at: Date | null
}

export interface ArticleSourceTable {
  article_id: number
  source_id: number
  guid: string
  seen_at: Time
}

export interface ArticleTopicTable {
  article_id: number
  topic_id: number
  score: number
}

export interface ReaderTable {
  id: Generated<number>
  user_id: number
  locale: string
  /** The operator turned this person away. */
  blocked: Defaulted<boolean>
  /** Tokens of the model a day; null for what everybody gets. */
  daily_tokens: ColumnType<number | null, number | null | undefined, number | null>
  created_at: Time
}

export interface SubscriberTable {
  id: Generated<number>
  bot_id: number
  chat_id: number
  kind: 'private' | 'group' | 'supergroup' | 'channel'
  title: Defaulted<string>
  reader_id: number | null
  locale: string
  /** null: the chat's own locale. */
  summary_language: string | null
  time_zone: string
  length: Defaulted<'short' | 'standard' | 'long'>
  layout: Defaulted<'compact' | 'standard' | 'detailed' | 'rich'>
  state: Defaulted<'active' | 'paused' | 'blocked' | 'gone'>
  reason: string | null
  /** End of a holiday; the digests begin again by themselves then. */
  paused_until: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Entries at most; null: as the length says. */
  most_entries: ColumnType<number | null, number | null | undefined, number | null>
  /** Minutes that reading the shown articles may take together; null: no matter. */
  budget_minutes: ColumnType<number | null, number | null | undefined, number | null>
  /** The first story's picture above the digest. */
  lead_image: Defaulted<boolean>
  /** Digests make a sound. */
  loud: Defaulted<boolean>
  /** A word once a week where there is nothing new. */
  weekly_word: Defaulted<boolean>
  /** In a forum: a topic thread of its own for each subject followed. */
  threads_by_subject: Defaulted<boolean>
  created_at: Time
  updated_at: Time
}

export interface SubscriptionTable {
  id: Generated<number>
  subscriber_id: number
  source_id: number | null
  topic_id: number | null
  /** What the chat calls it; null: its own name. */
  name: ColumnType<string | null, string | null | undefined, string | null>
  folder: ColumnType<string | null, string | null | undefined, string | null>
  /** Kept, but told of in no digest. */
  muted: Defaulted<boolean>
  /** The import that brought it. */
  import_id: ColumnType<number | null, number | null | undefined, number | null>
  created_at: Time
}

export interface ScheduleTable {
  id: Generated<number>
  subscriber_id: number
  thread_id: number | null
  selection: Json<Selection>
  /** Local times 'HH:MM'. */
  times: string[]
  /** ISO weekdays, 1 = Monday; all seven for every day. */
  days: number[]
  time_zone: string
  /** 'timed': at its times; 'instant': as it happens, outside quiet hours, at most so often a local day. */
  mode: Defaulted<'timed' | 'instant'>
  quiet_from: Defaulted<string>
  quiet_to: Defaulted<string>
  most_a_day: Defaulted<number>
  state: Defaulted<'active' | 'paused' | 'deleted'>
  /** Why the next digest stands for more than one: told in it, then cleared. */
  cause: ColumnType<
    'holiday' | 'zone' | null,
    'holiday' | 'zone' | null | undefined,
    'holiday' | 'zone' | null
  >
  /** The due time whose summaries were made ahead. */
  prepared_for: ColumnType<Date | null, Date | null | undefined, Date | null>
  next_due_at: Time
  /** End of the last digest's window; null before the first. */
  window_from: Date | null
  next_number: Defaulted<number>
  created_at: Time
}

export interface PendingQuestionTable {
  subscriber_id: number
  user_id: number
  kind: string
  payload: Json<Record<string, unknown>>
  expires_at: Time
}

export interface UpdateTable {
  bot_id: number
  update_id: number
  received_at: Time
}

export interface EditionTable {
  id: Generated<number>
  selection_hash: string
  window_from: Time
  window_to: Time
  locale: string
  layout: string
  /** null while a worker writes it, until `claimed_until`. */
  content: ColumnType<unknown, string | null, string>
  claimed_until: Date | null
  created_at: Time
}

export interface EditionItemTable {
  edition_id: number
  article_id: number
  story_id: number | null
  shown: boolean
  reason: string | null
}

export interface DigestTable {
  id: Generated<number>
  schedule_id: number
  subscriber_id: number
  due_at: Time
  number: number | null
  kind: 'first' | 'scheduled'
  window_from: Time
  window_to: Time
  late: Defaulted<boolean>
  cause: ColumnType<'holiday' | 'zone' | null, 'holiday' | 'zone' | null | undefined, never>
  edition_id: number | null
  merged_into: number | null
  state: 'planned' | 'composed' | 'empty' | 'merged'
  created_at: Time
}

/** A view: the items of each digest's edition. */
export interface DigestItemTable {
  digest_id: number
  schedule_id: number
  article_id: number
  story_id: number | null
  shown: boolean
  reason: string | null
}
