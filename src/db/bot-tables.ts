/** Row shapes of what the conversation itself keeps: packs, stopped answers, texts to sum up, what was shown last, and what the operator set and sent; joined in database.ts. */
import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date, Date>
type Json<T> = ColumnType<T, string, string>

export interface PackTable {
  id: Generated<number>
  /** The word in its link. */
  code: string
  owner_id: number
  name: string
  created_at: Time
}

export interface PackItemTable {
  pack_id: number
  source_id: number | null
  topic_id: number | null
}

/** Somebody whom Telegram called an admin of a chat; asked again whenever it matters. */
export interface ChatAdminTable {
  subscriber_id: number
  user_id: number
  seen_at: Time
}

/** A topic thread of a forum that we were spoken to in, or made. */
export interface ChatThreadTable {
  subscriber_id: number
  thread_id: number
  /** '' until we learn it. */
  name: string
}

export interface OperatorSettingTable {
  key: string
  value: Json<unknown>
}

export interface BroadcastTable {
  id: Generated<number>
  bot_id: number
  text: string
  entities: Json<readonly object[]>
  state: ColumnType<'draft' | 'sent' | 'stopped', 'draft' | undefined, 'draft' | 'sent' | 'stopped'>
  created_at: Time
}

/** A text that a reader sent to be summed up. */
export interface TextTable {
  id: Generated<number>
  subscriber_id: number
  body: string
  /** How many messages it came in. */
  parts: Generated<number>
  sent_at: Time
}

/** What a person in a chat was told last; the bot knows what the payload says. */
export interface ShownTable {
  subscriber_id: number
  user_id: number
  payload: Json<unknown>
  shown_at: Time
}

/** The reader pressed Stop while an answer was being written. */
export interface StoppedDraftTable {
  subscriber_id: number
  draft_id: number
  stopped_at: Time
}
