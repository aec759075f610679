/** Row shapes of what the conversation itself keeps: packs, stopped answers, and what the operator set and sent; joined in database.ts. */
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

/** The reader pressed Stop while an answer was being written. */
export interface StoppedDraftTable {
  subscriber_id: number
  draft_id: number
  stopped_at: Time
}
